import { expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import type { Change } from '../../../shared/board/change.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { contains, grow, unionOf } from '../../../shared/geometry/box.ts';
import { rotation, translation } from '../../../shared/geometry/matrix.ts';
import { nodeBounds } from '../../../shared/scene/markNode.ts';
import { isWholeSheet, sheetMove } from '../../../renderer/state/wholeSheet.ts';
import { at, connector, PAGE, sceneOf, shape } from '../../shared/scene/marks.ts';

const forms: readonly Mark[] = Array.from({ length: 80 }, (_, i) => shape(`f${i}`, 'rectangle', { ...at(20 + ((i * 12) % 700), 20 + ((i * 9) % 500)), w: 40, h: 30 }));
const ids = forms.map(({ id }) => id);
const pushed = (list: readonly MarkId[], matrix = translation(30, -8)): Change => ({ kind: 'transform', ids: list, matrix });

test('everything on a page that goes one way is a push of the sheet', () => {
  expect(sheetMove(pushed(ids), sceneOf(forms), 'desk')).toMatchObject({ kind: 'aside', page: PAGE, by: { x: 30, y: -8 } });
});

test('one mark that stays makes it a drag of marks', () => {
  expect(sheetMove(pushed(ids.slice(1)), sceneOf(forms), 'desk')).toBeNull();
});

test('turning is no push', () => {
  expect(sheetMove(pushed(ids, rotation(0.1)), sceneOf(forms), 'desk')).toBeNull();
});

test('a push tells what it takes along, also beyond the edge, where nobody has seen it', () => {
  const scene = sceneOf([...forms, shape('out', 'rectangle', { ...at(-60, 20), w: 100, h: 30 })]);
  const from = sheetMove(pushed([...ids, 'out' as MarkId]), scene, 'desk')?.from;
  for (const mark of marksOf(scene.board)) expect(from && contains(from, nodeBounds(mark, scene))).toBe(true);
  const all = unionOf([...marksOf(scene.board)].map((mark) => nodeBounds(mark, scene)));
  expect(from && all && contains(grow(all, 64), from)).toBe(true);
});

test('an arrow between two marks goes along, one that is pinned to the paper does not', () => {
  const hung = { mark: ids[0] as MarkId, at: { x: 0, y: 0 } }, pinned = { mark: null, at: { x: 300, y: 300 } };
  const board = (to: typeof hung | typeof pinned) => sceneOf([...forms, connector('c', hung, to)]).board;
  expect(isWholeSheet(ids, board({ ...hung, mark: ids[1] as MarkId }), 'desk')).toBe(true);
  expect(isWholeSheet(ids, board(pinned), 'desk')).toBe(false);
});
