import { applyPatches, enablePatches, produceWithPatches, setAutoFreeze, type Patch } from 'immer';
import type { MarkId } from '../base/ids.ts';
import type { Point } from '../geometry/box.ts';
import { compose, tidy, type Matrix } from '../geometry/matrix.ts';
import type { Board } from './board.ts';
import { bucketOf } from './buckets.ts';
import { applyMarkPatches } from './markPatches.ts';
import type { Mark } from './marks.ts';

enablePatches();
// Readonly types hold what freezing would; freezing a board of 5,000 marks took 120 ms of the first stroke.
setAutoFreeze(false);

/**
 * What a command did, as plain data: it goes to the journal, to the other windows and onto the undo stack.
 * Moving many marks is one list of ids and a matrix, not a patch per mark.
 */
export type Change =
  | { readonly kind: 'patches'; readonly patches: readonly Patch[] }
  | { readonly kind: 'transform'; readonly ids: readonly MarkId[]; readonly matrix: Matrix }
  | { readonly kind: 'place'; readonly places: readonly (readonly [MarkId, Matrix])[] };

/** A board after a change, and the change that takes it back. */
export type Applied = { readonly board: Board; readonly inverse: Change };

/**
 * Gives the marks of the list new matrices; unknown ids are passed over. Plain copies, in one pass: immer would cost a patch per
 * mark, and thousands are moved in three processes at once.
 * @param matrixOf of a mark as it was before, and its place in the list
 */
function withMatrices(board: Board, ids: readonly MarkId[], matrixOf: (mark: Mark, at: number) => Matrix): Applied {
  const buckets: Record<string, Record<MarkId, Mark>> = { ...board.buckets };
  const before: [MarkId, Matrix][] = [];
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] as MarkId, key = bucketOf(id);
    const own = board.buckets[key];
    const mark = own?.[id];
    if (!mark) continue;
    let copy = buckets[key];
    if (!copy || copy === own) buckets[key] = copy = { ...own };
    copy[id] = { ...mark, matrix: matrixOf(mark, at) };
    before.push([id, mark.matrix]);
  }
  return { board: { ...board, buckets }, inverse: { kind: 'place', places: before } };
}

/**
 * Applies a change to a board. Replaying the changes of a journal in order gives the board of that moment.
 * @throws when patches name places that the board does not have.
 */
export function applyChange(board: Board, change: Change): Applied {
  switch (change.kind) {
    case 'patches': {
      const plain = applyMarkPatches(board, change.patches);
      if (plain) return { board: plain.board, inverse: { kind: 'patches', patches: plain.inverse } };
      const [next, , inverse] = produceWithPatches(board, (draft) => applyPatches(draft, change.patches as Patch[]) as typeof draft);
      return { board: next, inverse: { kind: 'patches', patches: inverse } };
    }
    case 'transform':
      return withMatrices(board, change.ids, (mark) => tidy(compose(change.matrix, mark.matrix)));
    case 'place':
      return withMatrices(board, change.places.map(([id]) => id), (_, at) => (change.places[at] as readonly [MarkId, Matrix])[1]);
  }
}

/**
 * The marks that a change adds, removes or alters, so that only their tiles are painted again.
 * @param before the board that the change was made on: a bucket that goes away names its marks there
 */
export function touchedMarks(change: Change, before: Board): readonly MarkId[] | 'all' {
  switch (change.kind) {
    case 'transform': return change.ids;
    case 'place': return change.places.map(([id]) => id);
    case 'patches': {
      const ids = new Set<MarkId>();
      for (const { op, path, value } of change.patches) {
        if (path[0] === 'buckets' && path.length >= 3) ids.add(path[2] as MarkId);
        else if (path[0] === 'buckets' && path.length === 2) {
          for (const id of Object.keys(before.buckets[path[1] as string] ?? {})) ids.add(id as MarkId);
          if (op !== 'remove') for (const id of Object.keys(value as object)) ids.add(id as MarkId);
        } else if (path[0] === 'buckets' || path[0] === 'layers' || path[0] === 'rounds' || path.length === 0) return 'all';
      }
      return [...ids];
    }
  }
}

/** How far a change moves all that it touches, board units; null when it does anything else. */
export function wayOf(change: Change): Point | null {
  if (change.kind !== 'transform') return null;
  const [a, b, c, d, x, y] = change.matrix;
  return a === 1 && b === 0 && c === 0 && d === 1 ? { x, y } : null;
}
