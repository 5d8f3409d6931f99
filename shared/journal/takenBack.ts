import type { PlayedEntry } from './playedEntry.ts';

/**
 * Which entries of a journal leave nothing behind that was not taken back: each gesture that was undone for good, its
 * undoing, and all between the two, since the board had the gesture on it for so long. What lies between was undone as
 * well, or nobody could take it back; a gesture that was done again in the end is none of these.
 * @param entries in their order, without gaps; a gesture of before the first of them counts from there
 */
export function takenBack(entries: readonly Pick<PlayedEntry, 'seq' | 'kind' | 'of'>[]): readonly boolean[] {
  const firstSeq = entries[0]?.seq ?? 0;
  const undoneAt = new Map<number, number>();
  entries.forEach(({ kind, of }, i) => {
    if (of === null) return;
    if (kind === 'undo') undoneAt.set(of, i); else undoneAt.delete(of);
  });
  const untilOf = new Map<number, number>();
  for (const [of, until] of undoneAt) {
    const from = Math.max(0, of - firstSeq);
    untilOf.set(from, Math.max(until, untilOf.get(from) ?? until));
  }
  let until = -1;
  return entries.map((_, i) => {
    until = Math.max(until, untilOf.get(i) ?? -1);
    return i <= until;
  });
}
