import { expect, test } from 'vitest';
import { asId, type PageId } from '../../../shared/base/ids.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import { penTool } from '../../../renderer/tools/penTool.ts';
import { strokesInTurn } from '../../../renderer/tools/strokesInTurn.ts';
import { orderAbove } from '../../../renderer/state/orders.ts';
import type { ToolContext } from '../../../renderer/tools/tool.ts';
import { PAGE, shape } from '../../shared/scene/marks.ts';
import { calm } from '../state/memoryService.ts';
import { pull, toolBench, type ToolBench } from './toolBench.ts';

/** A pen, and work that was left before it and is done when the test says so. */
function bench(): { readonly bench: ToolBench; readonly pen: ReturnType<typeof penTool>; readonly shown: Map<string, number>; readonly end: () => void } {
  const made = toolBench();
  const shown = new Map<string, number>();
  const live = { setStroke: (name: string, stroke: { readonly points: readonly unknown[] } | null) => { if (stroke) shown.set(name, stroke.points.length); else shown.delete(name); } };
  let isOver = false;
  made.context.afterwork.leave(() => isOver);
  return { bench: made, pen: penTool(strokesInTurn(made.context, () => live), 'pen'), shown, end: () => { isOver = true; made.context.afterwork.finish(); } };
}
const strokes = (of: ToolBench) => [...marksOf(of.store.get().board)].sort((a, b) => (a.order < b.order ? -1 : 1));

test('a stroke that is drawn while something is still worked out stays in view and comes in its turn', () => {
  const { bench: desk, pen, shown, end } = bench();
  pull(pen, [[10, 10], [50, 10], [90, 10]]);
  expect(desk.commands).toEqual([]);
  expect([...shown.values()]).toEqual([expect.any(Number)]);
  expect([...shown.values()][0]).toBeGreaterThan(1);
  end();
  expect(strokes(desk)).toHaveLength(1);
  expect(desk.kept).toHaveLength(1);
  expect(shown.size).toBe(0);
});

test('strokes that waited lie one above the other as they were drawn, and are taken back one by one', async () => {
  const { bench: desk, pen, shown, end } = bench();
  for (const y of [10, 20, 30]) pull(pen, [[10, y], [90, y]]);
  const drawn = [...shown.keys()];
  end();
  expect(strokes(desk).map(({ id }) => id)).toEqual(drawn);
  expect(new Set(strokes(desk).map(({ order }) => order)).size).toBe(3);
  desk.store.undo();
  await calm(desk.service);
  expect(strokes(desk).map(({ id }) => id)).toEqual(drawn.slice(0, 2));
});

test('where nothing is left a stroke is on the board at once', () => {
  const { bench: desk, pen, shown, end } = bench();
  end();
  pull(pen, [[10, 10], [90, 10]]);
  expect(strokes(desk)).toHaveLength(1);
  expect([desk.kept.length, shown.size]).toEqual([1, 0]);
});

test('a stroke that waited lies above what is on its own page, whatever page has come into view', () => {
  const desk = toolBench([shape('below', 'rectangle', { order: 'a7' })]);
  const next = asId<PageId>('next');
  desk.store.do({ type: 'page.put', page: { id: next, title: '', order: 'b0', size: { w: 1200, h: 800 }, step: '' } });
  desk.store.do({ type: 'marks.put', what: 'draw', marks: [shape('there', 'rectangle', { page: next, order: 'a2' })] });
  let page = PAGE, isOver = false;
  const context: ToolContext = { ...desk.context, page: () => page, topOrder: () => orderAbove(desk.store.get().board, page) };
  context.afterwork.leave(() => isOver);
  pull(penTool(strokesInTurn(context, () => null), 'pen'), [[10, 10], [90, 10]]);
  page = next;
  isOver = true;
  context.afterwork.finish();
  expect(strokes(desk).filter(({ kind }) => kind === 'stroke')).toMatchObject([{ page: PAGE, order: 'a8' }]);
});
