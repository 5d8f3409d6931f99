import { expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import { bucketOf, markOf } from '../../../shared/board/buckets.ts';
import { applyChange, wayOf, type Change } from '../../../shared/board/change.ts';
import { rotation, translation } from '../../../shared/geometry/matrix.ts';
import { at, boardWith, shape } from '../scene/marks.ts';

const names = Array.from({ length: 40 }, (_, i) => `f${i}`);
const board = boardWith(names.map((name, i) => shape(name, 'rectangle', at(10 * i, 20))));
const a = 'f3' as MarkId, b = 'f8' as MarkId;
const aside = (...ids: MarkId[]): Change => ({ kind: 'transform', ids, matrix: translation(30, -5) });

test('marks that are moved take a new place, what stays is the very same, and taking it back gives the board as it was', () => {
  const { board: moved, inverse } = applyChange(board, aside(a, b));
  expect(markOf(moved, a)?.matrix).toEqual([1, 0, 0, 1, 60, 15]);
  expect(names.filter((name) => markOf(moved, name as MarkId) !== markOf(board, name as MarkId))).toEqual([a, b]);
  for (const key of Object.keys(board.buckets)) expect(moved.buckets[key] === board.buckets[key]).toBe(key !== bucketOf(a) && key !== bucketOf(b));
  expect(applyChange(moved, inverse).board).toEqual(board);
});

test('a mark that is named twice goes once', () => {
  const { board: moved, inverse } = applyChange(board, aside(a, b, a));
  expect(moved).toEqual(applyChange(board, aside(a, b)).board);
  expect(applyChange(moved, inverse).board).toEqual(board);
});

test('a mark that is gone is passed over by a change, and a command that names it is refused', () => {
  const gone = 'weg' as MarkId;
  expect(applyChange(board, aside(a, gone)).board).toEqual(applyChange(board, aside(a)).board);
  expect(() => applyCommand(board, { type: 'marks.transform', ids: [a, gone, b], matrix: translation(1, 1) }, () => true)).toThrow('weg');
});

test('how far a change moves is known of those that only move', () => {
  expect(wayOf(aside(a))).toEqual({ x: 30, y: -5 });
  expect(wayOf({ kind: 'transform', ids: [a], matrix: rotation(0.5) })).toBeNull();
  expect(wayOf({ kind: 'place', places: [[a, translation(1, 2)]] })).toBeNull();
});
