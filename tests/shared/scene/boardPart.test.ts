import { expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { marksOnPage } from '../../../shared/board/buckets.ts';
import { readDocument } from '../../../shared/board/readDocument.ts';
import { boardPart } from '../../../shared/scene/boardPart.ts';
import { curveOf, nodeBounds } from '../../../shared/scene/markNode.ts';
import { pageScene } from '../../../shared/scene/pageScene.ts';
import { at, card, connector, PAGE, sceneOf, shape, text } from './marks.ts';

const id = (name: string): MarkId => name as MarkId;
const arrow = connector('arrow', { mark: id('near'), at: { x: 0, y: 0 } }, { mark: id('far'), at: { x: 0, y: 0 } }, { order: 'a3' });
const scene = sceneOf([shape('near', 'rectangle', { ...at(400, 300), order: 'a1' }), shape('far', 'rectangle', { ...at(900, 700), order: 'a2' }), text('word', 'hier', { ...at(420, 200), order: 'a4' }), arrow]);
const box = { x: 380, y: 180, w: 400, h: 350 };

test('a part is a board of one page as large as it, with what lies in it at its place', () => {
  const board = boardPart(scene, { page: PAGE, box, only: null });
  expect(Object.values(board.pages).map(({ size }) => size)).toEqual([{ w: 400, h: 350 }]);
  expect(marksOnPage(board, PAGE).map((mark) => mark.id)).toEqual(['near', 'arrow', 'word']);
  for (const node of pageScene({ board, inks: scene.inks }, PAGE, { print: true })) {
    if (node.id === 'arrow') continue;
    const before = pageScene(scene, PAGE, { print: true }).find((one) => one.id === node.id);
    expect(node.bounds.x - (before?.bounds.x ?? 0)).toBeCloseTo(-box.x, 6);
    expect(node.bounds.y - (before?.bounds.y ?? 0)).toBeCloseTo(-box.y, 6);
  }
  expect(readDocument(JSON.parse(JSON.stringify({ board, inks: {} }))).kind).toBe('document');
});

test('an arrow to what stays behind still points where it pointed', () => {
  const board = boardPart(scene, { page: PAGE, box, only: null });
  const kept = marksOnPage(board, PAGE).find((mark) => mark.kind === 'connector');
  if (kept?.kind !== 'connector') throw new Error('the arrow is gone');
  const [before, after] = [curveOf(arrow, scene), curveOf(kept, { board, inks: scene.inks })];
  for (const end of ['from', 'to'] as const) {
    expect(after[end].x).toBeCloseTo(before[end].x - box.x, 3);
    expect(after[end].y).toBeCloseTo(before[end].y - box.y, 3);
  }
});

test('what was picked goes alone, however much lies around it', () => {
  const full = sceneOf([card('panda', 'panda', { ...at(400, 300), order: 'a1' }), shape('under', 'rectangle', { ...at(380, 280), order: 'a0' })]);
  const around = nodeBounds(card('panda', 'panda', { ...at(400, 300), order: 'a1' }), full);
  const board = boardPart(full, { page: PAGE, box: around, only: [id('panda')] });
  expect(marksOnPage(board, PAGE).map((mark) => mark.id)).toEqual(['panda']);
});
