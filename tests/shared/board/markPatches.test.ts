import fc from 'fast-check';
import { applyPatches, enablePatches, produceWithPatches, type Patch } from 'immer';
import { describe, expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { bucketOf, markOf } from '../../../shared/board/buckets.ts';
import { applyMarkPatches, patchesThatPut } from '../../../shared/board/markPatches.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { at, boardWith, shape } from '../scene/marks.ts';

enablePatches();

const name = fc.integer({ min: 0, max: 60 }).map((n) => `f${n}`);
const form = fc.tuple(name, fc.integer({ min: 0, max: 3 })).map(([id, x]) => shape(id, 'rectangle', at(10 * x, 20)));
const forms = fc.uniqueArray(form, { selector: ({ id }) => id, maxLength: 30 });
const inOrder = (patches: readonly Patch[]): readonly string[] => patches.map((patch) => JSON.stringify(patch)).sort();

/** The same by immer, which says itself what it has changed. */
const byImmer = (board: Board, marks: readonly Mark[], removes: readonly MarkId[]) => produceWithPatches(board, (draft) => {
  for (const id of removes) delete draft.buckets[bucketOf(id)]?.[id];
  for (const mark of marks) (draft.buckets[bucketOf(mark.id)] ??= {})[mark.id] = mark as never;
});

describe('putting many marks on a board and taking many off', () => {
  test('says in patches what immer says, and comes to the same board, both ways', () => {
    fc.assert(fc.property(forms, forms, fc.array(fc.nat({ max: 40 }), { maxLength: 10 }), (there, put, gone) => {
      const board = boardWith(there);
      const removes = [...new Set(gone.flatMap((n) => there[n % Math.max(1, there.length)]?.id ?? []))];
      const marks = [...put, ...there.slice(0, 2)].filter(({ id }, i, all) => all.findIndex((mark) => mark.id === id) === i);
      const [next, patches, inverse] = byImmer(board, marks, removes);
      const mine = patchesThatPut(board, marks, removes);
      expect(inOrder(mine)).toEqual(inOrder(patches));
      const applied = applyMarkPatches(board, mine);
      expect(applied?.board).toEqual(next);
      expect(inOrder(applied?.inverse ?? [])).toEqual(inOrder(inverse));
      expect(applied && applyPatches(applied.board, applied.inverse as Patch[])).toEqual(board);
      expect(applied && applyMarkPatches(applied.board, applied.inverse)?.board).toEqual(board);
    }), { numRuns: 200 });
  });

  test('leaves the board that there was alone, and every bucket that it does not touch', () => {
    const board = boardWith(Array.from({ length: 40 }, (_, i) => shape(`f${i}`, 'rectangle', at(0, 0))));
    const id = 'f3' as MarkId, before = JSON.stringify(board);
    const applied = applyMarkPatches(board, patchesThatPut(board, [], [id]));
    expect(applied && markOf(applied.board, id)).toBeUndefined();
    expect(JSON.stringify(board)).toBe(before);
    for (const key of Object.keys(board.buckets)) expect(applied?.board.buckets[key] === board.buckets[key]).toBe(key !== bucketOf(id));
  });

  test('does not try patches that do more, or that name what is not there', () => {
    const board = boardWith([shape('f1', 'rectangle', at(0, 0))]);
    const key = bucketOf('f1' as MarkId);
    const refused: readonly Patch[] = [
      { op: 'replace', path: ['title'], value: 'Kiel' },
      { op: 'replace', path: ['buckets', key, 'f1', 'locked'], value: true },
      { op: 'remove', path: ['buckets', 'zz'] },
      { op: 'add', path: ['buckets', key], value: {} },
      { op: 'remove', path: ['buckets', key, 'f99'] },
      { op: 'add', path: ['buckets', 'zz', 'f99'], value: {} },
    ];
    for (const patch of refused) expect(applyMarkPatches(board, [patch])).toBeNull();
  });
});
