import type { PeopleChange, PeoplePart } from '../../../shared/contract/people.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { LIMITS } from '../boardFile/container.ts';
import { MOST_PEOPLE } from './peopleSchema.ts';

/** A `.doek` file with more than this in its people part could not be opened again; some is left for what went out. */
const MOST_BYTES = 0.75 * LIMITS.small;

/** Whether day `a` comes after `b`; no day at all comes after every other. */
const isLater = (a: string, b: string): boolean => b !== '' && (a === '' || a > b);

/** Whether somebody gave a number, and what for was said. */
const isPurposeAgreed = ({ people, purpose }: PeoplePart): boolean => purpose !== '' && people.some(({ phone }) => phone.trim() !== '');

/** The day of erasing comes no later for people who are there, and numbers are kept for nothing else than was agreed. */
function refuseOtherTerms(now: PeoplePart, { purpose, eraseOn }: Pick<PeoplePart, 'purpose' | 'eraseOn'>): void {
  if (now.people.length > 0 && isLater(eraseOn, now.eraseOn)) throw new TroubleError('people.agreed', '');
  if (isPurposeAgreed(now) && purpose !== now.purpose) throw new TroubleError('people.agreed', '');
}

/** Who signs agrees to what was shown: an earlier day of somebody before holds for them too. */
function signed(now: PeoplePart, { person, purpose, eraseOn }: Extract<PeopleChange, { readonly kind: 'sign' }>): PeoplePart {
  if (now.people.length >= MOST_PEOPLE) throw new TroubleError('people.tooMuch', '');
  if (person.phone.trim() !== '') refuseOtherTerms(now, { purpose, eraseOn: now.eraseOn });
  const isFirst = now.people.length === 0;
  const next: PeoplePart = {
    people: [...now.people, person],
    purpose: isFirst || now.purpose === '' || person.phone.trim() !== '' ? purpose : now.purpose,
    eraseOn: !isFirst && isLater(eraseOn, now.eraseOn) ? now.eraseOn : eraseOn,
  };
  if (Buffer.byteLength(JSON.stringify(next)) > MOST_BYTES) throw new TroubleError('people.tooMuch', '');
  return next;
}

/**
 * The people after a change; the very same part when nothing differs.
 * @throws TroubleError people.agreed when people were promised something else, people.tooMuch when there is no room for one more
 */
export function changePeople(now: PeoplePart, change: PeopleChange): PeoplePart {
  if (change.kind === 'sign') return signed(now, change);
  if (change.kind === 'remove') return now.people.some(({ id }) => id === change.id) ? { ...now, people: now.people.filter(({ id }) => id !== change.id) } : now;
  const next = change.kind === 'purpose' ? { ...now, purpose: change.purpose } : { ...now, eraseOn: change.eraseOn };
  refuseOtherTerms(now, next);
  return next.purpose === now.purpose && next.eraseOn === now.eraseOn ? now : next;
}
