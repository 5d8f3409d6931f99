import { describe, expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import { eraserTool } from '../../../renderer/tools/eraserTool.ts';
import { at, inkThrough, shape, stroke, text } from '../../shared/scene/marks.ts';
import { calm } from '../state/memoryService.ts';
import { last, pointer, pull, toolBench, type ToolBench } from './toolBench.ts';

const ids = (bench: ToolBench): readonly string[] => [...marksOf(bench.store.get().board)].map(({ id }) => id as string).sort();
const across = (y: number) => inkThrough([[100, y], [300, y]]);
const three = (): ToolBench => toolBench([stroke('a'), stroke('b'), stroke('c')], { a: across(100), b: across(200), c: across(300) });

describe('the eraser', () => {
  test('takes away whole strokes that it touches, and leaves the others', () => {
    const bench = three();
    pull(eraserTool(bench.context), [[150, 90], [150, 150], [150, 205]]);
    expect(ids(bench)).toEqual(['c']);
  });

  test('is one command for all that it took, and one undo brings all back', async () => {
    const bench = three();
    pull(eraserTool(bench.context), [[150, 90], [150, 310]]);
    expect(bench.commands).toHaveLength(1);
    expect(ids(bench)).toEqual([]);
    bench.store.undo();
    await calm(bench.service);
    expect(ids(bench)).toEqual(['a', 'b', 'c']);
  });

  test('misses nothing between two places, however fast the hand', () => {
    const bench = three();
    pull(eraserTool(bench.context), [[150, 20], [150, 600]]);
    expect(ids(bench)).toEqual([]);
  });

  test('strikes where it is set down, without a move', () => {
    const bench = three();
    pull(eraserTool(bench.context), [[150, 100]]);
    expect(ids(bench)).toEqual(['b', 'c']);
  });

  test('is as broad as its ring', () => {
    const bench = three();
    bench.set({ style: { eraserUnits: 70 } });
    pull(eraserTool(bench.context), [[150, 131]]);
    expect(ids(bench)).toEqual(['b', 'c']);
    bench.set({ style: { eraserUnits: 8 } });
    pull(eraserTool(bench.context), [[150, 210]]);
    expect(ids(bench)).toEqual(['b', 'c']);
    expect(last(bench.overlays)).toEqual({ kind: 'ring', at: { x: 150, y: 210 }, radiusUnits: 4 });
  });

  test('never takes what was prepared or locked', () => {
    const bench = toolBench([text('titel', 'Kiel', { ...at(100, 100), layer: 'prepared' }), shape('vast', 'rectangle', { ...at(100, 100), locked: true, fill: 'munt' }), stroke('a')], { a: across(120) });
    pull(eraserTool(bench.context), [[50, 120], [400, 120]]);
    expect(ids(bench)).toEqual(['titel', 'vast']);
  });

  test('shows at once what will be gone, and all of it again when the gesture is broken off', () => {
    const bench = three();
    const eraser = eraserTool(bench.context);
    eraser.down(pointer([[150, 100]]));
    expect(last(bench.hidden)).toEqual(['a']);
    eraser.move(pointer([[150, 200]]));
    expect(last(bench.hidden)).toEqual(['a', 'b']);
    eraser.cancel();
    eraser.up(pointer([[150, 300]]));
    expect(last(bench.hidden)).toEqual([]);
    expect(ids(bench)).toEqual(['a', 'b', 'c']);
    expect(bench.commands).toEqual([]);
  });

  test('does nothing to the board where it touches nothing', () => {
    const bench = three();
    pull(eraserTool(bench.context), [[600, 600], [700, 700]]);
    expect(bench.commands).toEqual([]);
  });

  test('takes the rest when something that it struck is gone already', () => {
    const bench = three();
    const eraser = eraserTool(bench.context);
    eraser.down(pointer([[150, 100]]));
    eraser.move(pointer([[150, 200]]));
    bench.store.do({ type: 'marks.remove', ids: ['a' as MarkId] });
    eraser.up(pointer([[150, 200]]));
    expect(ids(bench)).toEqual(['c']);
  });
});
