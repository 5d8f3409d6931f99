import * as v from 'valibot';
import type { PersonId } from '../../../shared/base/ids.ts';
import { idSchema, lineSchema, textSchema, timeMsSchema } from '../../../shared/board/fieldSchema.ts';
import type { GivenOut, PeopleChange, PeoplePart, Person } from '../../../shared/contract/people.ts';
import { pathFromSvg } from '../../../shared/geometry/path.ts';

/** What is kept of people: what windows see, and what went out with their names in it. */
export type KeptPeople = { readonly part: PeoplePart; readonly given: readonly GivenOut[] };

/** Path data that every surface can paint: what comes from outside might be no path at all. */
const isPath = (d: string): boolean => {
  try {
    return pathFromSvg(d).data.every(Number.isFinite);
  } catch {
    return false;
  }
};

const signature = v.pipe(v.string(), v.maxLength(200_000), v.check(isPath));

/** As many people as a board keeps. */
export const MOST_PEOPLE = 2000;

/** Parts of before there were words of consent have none. */
const personSchema: v.GenericSchema<unknown, Person> = v.object({
  id: idSchema<PersonId>(), name: lineSchema, role: lineSchema, phone: lineSchema,
  signature, consentAtMs: timeMsSchema, consent: v.optional(textSchema, ''),
});

const daySchema = v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?$/));

const peopleSchema: v.GenericSchema<unknown, PeoplePart> = v.object({
  people: v.pipe(v.array(personSchema), v.maxLength(MOST_PEOPLE)),
  purpose: textSchema,
  eraseOn: daySchema,
});

/** What a window asks to be done with people, checked. */
export const peopleChangeSchema: v.GenericSchema<unknown, PeopleChange> = v.variant('kind', [
  v.object({ kind: v.literal('sign'), person: personSchema, purpose: textSchema, eraseOn: daySchema }),
  v.object({ kind: v.literal('remove'), id: idSchema<PersonId>() }),
  v.object({ kind: v.literal('purpose'), purpose: textSchema }),
  v.object({ kind: v.literal('eraseOn'), eraseOn: daySchema }),
]);

const keptSchema: v.GenericSchema<unknown, KeptPeople> = v.object({
  part: peopleSchema,
  given: v.array(v.object({ kind: v.picklist(['charter', 'contacts']), name: textSchema, atMs: timeMsSchema })),
});

/** Nobody's data. */
export const NOBODY: KeptPeople = { part: { people: [], purpose: '', eraseOn: '' }, given: [] };

/** Reads what was kept of people. @throws when it is anything else */
export function readKeptPeople(value: unknown): KeptPeople {
  return v.parse(keptSchema, value);
}
