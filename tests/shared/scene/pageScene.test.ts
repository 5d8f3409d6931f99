import { expect, test } from 'vitest';
import type { PageId } from '../../../shared/base/ids.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { pageScene } from '../../../shared/scene/pageScene.ts';
import { STROKE_OPACITY } from '../../../shared/scene/sketchStroke.ts';
import { card, inkThrough, PAGE, sceneOf, shape, stroke, text } from './marks.ts';

const ids = (marks: readonly Mark[], hidden: 'tracing' | 'prepared' | 'harvest' | null = null, print = false): readonly string[] => {
  const layers = emptyBoard({ id: 'b' as never, title: '', locale: 'nl', createdMs: 0 }).layers;
  const context = sceneOf(marks, { pen: inkThrough([[0, 0], [90, 9]]), marker: inkThrough([[0, 0], [90, 9]]) }, hidden ? { layers: { ...layers, [hidden]: { ...layers[hidden], visible: false } } } : {});
  return pageScene(context, PAGE, { print }).map(({ id }) => id);
};

test('highlighter lies below ink, whenever it was drawn', () => {
  expect(ids([stroke('pen', { order: 'a0' }), stroke('marker', { order: 'a9', tool: 'highlighter' })])).toEqual(['marker', 'pen']);
});

test('shadow lies below ink and in its own order among highlighter, whenever it was drawn', () => {
  expect(ids([stroke('pen', { order: 'a0' }), stroke('marker', { order: 'a8', tool: 'highlighter' }), shape('box', 'ellipse', { order: 'a1' }), { ...stroke('grey', { order: 'a9', tool: 'shadow' }), ink: 'ink-pen' as never }])).toEqual(['marker', 'grey', 'pen', 'box']);
});

test('shadow of one layer still lies above all that was prepared', () => {
  expect(ids([{ ...stroke('grey', { tool: 'shadow' }), ink: 'ink-pen' as never }, stroke('pen', { layer: 'prepared', order: 'a9' })])).toEqual(['pen', 'grey']);
});

test('shadow is one even grey, with the round end of a felt marker', () => {
  const [node] = pageScene(sceneOf([stroke('pen', { tool: 'shadow', thinning: 0, color: 'grijs1', widthUnits: 20 })], { pen: inkThrough([[0, 0], [90, 0]]) }), PAGE, { print: true });
  expect(node?.ops).toMatchObject([{ op: 'fill', opacity: 1, color: '#DDD6C9' }]);
});

test('highlighter lets through what lies below it', () => {
  const marker = stroke('marker', { tool: 'highlighter', thinning: 0 });
  const [node] = pageScene(sceneOf([marker], { marker: inkThrough([[0, 0], [90, 9]]) }), PAGE, { print: false });
  expect(node?.ops).toMatchObject([{ op: 'fill', opacity: STROKE_OPACITY.highlighter }]);
});

test('what was prepared lies below the harvest, and what is traced below both', () => {
  expect(ids([text('harvest', 'a', { order: 'a0' }), text('prepared', 'b', { order: 'a5', layer: 'prepared' }), text('traced', 'c', { order: 'a9', layer: 'tracing' })])).toEqual(['traced', 'prepared', 'harvest']);
});

test('marks are painted in their order, and of equal ones always in the same', () => {
  expect(ids([shape('b', 'ellipse', { order: 'a1' }), shape('c', 'ellipse', { order: 'a0' }), shape('a', 'ellipse', { order: 'a1' })])).toEqual(['c', 'a', 'b']);
});

test('a hidden layer and a waiting word are not painted', () => {
  const marks = [text('here', 'a'), text('prepared', 'b', { layer: 'prepared' }), card('waits', 'c', { placed: false })];
  expect(ids(marks, 'prepared')).toEqual(['here']);
  expect(ids(marks)).toEqual(['prepared', 'here']);
});

test('what is traced helps the hand and is never printed', () => {
  const marks = [text('here', 'a'), text('traced', 'b', { layer: 'tracing' })];
  expect(ids(marks)).toEqual(['traced', 'here']);
  expect(ids(marks, null, true)).toEqual(['here']);
});

test('a page shows its own marks only', () => {
  expect(ids([text('here', 'a'), text('there', 'b', { page: 'p2' as PageId })])).toEqual(['here']);
});
