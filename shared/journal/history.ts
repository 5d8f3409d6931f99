import type { Change } from '../board/change.ts';
import type { Mark } from '../board/marks.ts';
import type { What } from './entry.ts';

/** One gesture that can be taken back or done again; `change` does that. `of` is the number of the gesture itself. */
export type HistoryStep = { readonly of: number; readonly what: What; readonly change: Change };

/** What can be taken back and done again, last gesture last. */
export type History = { readonly undo: readonly HistoryStep[]; readonly redo: readonly HistoryStep[] };

/** The history of a board on which nothing was done yet. */
export const NO_HISTORY: History = { undo: [], redo: [] };

/** How many gestures can be taken back. */
const UNDO_DEPTH = 500;

const push = (steps: readonly HistoryStep[], step: HistoryStep): readonly HistoryStep[] => [...steps.slice(1 - UNDO_DEPTH), step];

/** After a gesture: it can be taken back, and what had been taken back is gone. */
export function afterGesture(history: History, step: HistoryStep): History {
  return { undo: push(history.undo, step), redo: [] };
}

/** After taking back the last gesture: `redo` is the change that does it again. */
export function afterUndo(history: History, redo: HistoryStep): History {
  return { undo: history.undo.slice(0, -1), redo: push(history.redo, redo) };
}

/** After doing again what was taken back last: `undo` is the change that takes it back. */
export function afterRedo(history: History, undo: HistoryStep): History {
  return { undo: push(history.undo, undo), redo: history.redo.slice(0, -1) };
}

/**
 * After a change that nobody may take back, such as a round that closed. Gestures on the same record could no longer
 * be taken back exactly: they and all before them leave the history, as does what could be done again on that record.
 * So do those that would take away the page or the bucket in which a fixed mark lies.
 */
export function afterFixed(history: History, fixed: Change): History {
  const records = new Set([...recordsOf(fixed), ...groundOf(fixed)]);
  const meets = ({ change }: HistoryStep): boolean => [...recordsOf(change)].some((record) => records.has(record));
  let keepFrom = history.undo.length;
  while (keepFrom > 0 && !meets(history.undo[keepFrom - 1] as HistoryStep)) keepFrom--;
  return { undo: history.undo.slice(keepFrom), redo: history.redo.some(meets) ? [] : history.redo };
}

/** Pages and buckets in which the marks lie that a change puts. */
function groundOf(change: Change): readonly string[] {
  if (change.kind !== 'patches') return [];
  return change.patches.flatMap(({ path, value }) => {
    if (path[0] !== 'buckets' || path.length < 2) return [];
    const marks = path.length === 2 ? Object.values((value ?? {}) as Readonly<Record<string, Mark>>) : path.length === 3 && value ? [value as Mark] : [];
    return [`bucket/${path[1]}`, ...marks.flatMap(({ id, page }) => [`mark/${id}`, `pages/${page}`])];
  });
}

/** The records that a change touches, as `rounds/r1` or `buckets/3f/m1`; a change of a whole group counts as its name. */
function recordsOf(change: Change): ReadonlySet<string> {
  switch (change.kind) {
    case 'transform': return new Set(change.ids.map((id) => `mark/${id}`));
    case 'place': return new Set(change.places.map(([id]) => `mark/${id}`));
    case 'patches': return new Set(change.patches.map(({ path }) => (path[0] !== 'buckets' ? path.slice(0, 2).join('/') : path.length > 2 ? `mark/${path[2]}` : `bucket/${path[1] ?? ''}`)));
  }
}
