import type { BoardId } from '../../../../shared/base/ids.ts';
import type { PeoplePart } from '../../../../shared/contract/people.ts';
import type { Ask } from '../startServices.ts';

/** Everybody of a part signs on an open board, for its purpose and until its day. */
export async function signPeople(ask: Ask, board: BoardId, { people, purpose, eraseOn }: PeoplePart): Promise<void> {
  for (const person of people) await ask('people.change', { board, change: { kind: 'sign', person, purpose, eraseOn } });
}
