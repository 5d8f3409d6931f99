import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksOf } from '../../../shared/board/buckets.ts';
import type { StrokeMark } from '../../../shared/board/marks.ts';
import { unpackInk, type InkSample } from '../../../shared/ink/ink.ts';
import { penTool } from '../../../renderer/tools/penTool.ts';
import { last, pointer, pull, toolBench, type Spot, type ToolBench } from './toolBench.ts';

const strokes = (bench: ToolBench): readonly StrokeMark[] => [...marksOf(bench.store.get().board)].filter((mark): mark is StrokeMark => mark.kind === 'stroke');
const inkOf = (bench: ToolBench): readonly InkSample[] => {
  const [stroke] = strokes(bench);
  const ink = stroke && bench.store.get().inks.get(stroke.ink);
  return ink ? unpackInk(ink) : [];
};

describe('the pen', () => {
  test('keeps every sample, the first and the last and all that came between two events', () => {
    const bench = toolBench();
    const pen = penTool(bench.context, 'pen');
    pen.down(pointer([[10, 10, 0.5, 100]]));
    pen.move(pointer([[11, 12, 0.5, 108], [13, 14, 0.5, 112], [15, 18, 0.5, 116]]));
    pen.move(pointer([[20, 30, 0.5, 124]]));
    pen.up(pointer([[21, 31, 0.5, 130]]));
    expect(inkOf(bench).map(({ x, y, timeMs }) => [x, y, timeMs])).toEqual([[10, 10, 0], [11, 12, 8], [13, 14, 12], [15, 18, 16], [20, 30, 24], [21, 31, 30]]);
  });

  test('keeps all places of any gesture in their order', () => {
    const spot = fc.tuple(fc.integer({ min: 0, max: 76_800 }), fc.integer({ min: 0, max: 54_000 })).map(([x, y]): Spot => [x / 64, y / 64]);
    fc.assert(fc.property(fc.uniqueArray(spot, { minLength: 1, maxLength: 40, selector: String }), (spots) => {
      const bench = toolBench();
      pull(penTool(bench.context, 'pen'), spots);
      expect(inkOf(bench).map(({ x, y }) => [x, y])).toEqual(spots);
    }), { numRuns: 40 });
  });

  test('leaves a dot where it taps', () => {
    const bench = toolBench();
    pull(penTool(bench.context, 'pen'), [[50, 60, 0.4]]);
    expect(inkOf(bench)).toHaveLength(1);
    expect(bench.kept).toHaveLength(1);
  });

  test('is one command, so one undo step, and lies above all else', () => {
    const bench = toolBench();
    const pen = penTool(bench.context, 'pen');
    pull(pen, [[0, 0], [50, 50]]);
    pull(pen, [[0, 50], [50, 0]]);
    const orders = strokes(bench).map(({ order }) => order);
    expect(bench.commands).toHaveLength(2);
    expect(new Set(orders).size).toBe(2);
    const [first, second] = bench.kept as StrokeMark[];
    expect((second?.order ?? '') > (first?.order ?? '')).toBe(true);
  });

  test('leaves nothing when its gesture turned out to be another one', () => {
    const bench = toolBench();
    const pen = penTool(bench.context, 'pen');
    pen.down(pointer([[0, 0]]));
    pen.move(pointer([[30, 30]]));
    pen.cancel();
    pen.move(pointer([[40, 40]]));
    pen.up(pointer([[40, 40]]));
    expect(strokes(bench)).toEqual([]);
    expect(bench.commands).toEqual([]);
    expect(last(bench.live)).toBeNull();
    expect(last(bench.sent)).toMatchObject({ kind: 'strokeEnd', kept: false });
  });

  test('hands its line from the live layer to the board without a gap', () => {
    const bench = toolBench();
    pull(penTool(bench.context, 'pen'), [[0, 0], [50, 50]]);
    expect(bench.kept[0]?.id).toBe(strokes(bench)[0]?.id);
    expect(last(bench.live)).toBeNull();
  });

  test('shows what the browser foretells, and never keeps it', () => {
    const bench = toolBench();
    const pen = penTool(bench.context, 'pen');
    pen.down(pointer([[0, 0]]));
    pen.move(pointer([[10, 10]], { predicted: [{ at: { x: 99, y: 99 }, pressure: 0.5, timeMs: 9 }] }));
    expect(last(bench.live)?.predicted).toEqual([[99, 99, 0.5]]);
    pen.up(pointer([[20, 20]]));
    expect(inkOf(bench).some(({ x }) => x === 99)).toBe(false);
  });

  test('draws thick and thin by its pressure, a mouse and a pen without pressure evenly', () => {
    for (const [device, pressure, thins] of [['pen', true, true], ['pen', false, false], ['mouse', true, false]] as const) {
      const bench = toolBench();
      bench.set({ settings: { pressure } });
      pull(penTool(bench.context, 'pen'), [[0, 0], [50, 50]], { device });
      expect((strokes(bench)[0]?.thinning ?? -1) > 0).toBe(thins);
    }
  });

  test('does not pinch its line where it is lifted, for a lifted pen has no pressure', () => {
    const bench = toolBench();
    const pen = penTool(bench.context, 'pen');
    pen.down(pointer([[0, 0, 0.8]], { device: 'pen' }));
    pen.move(pointer([[20, 0, 0.8]], { device: 'pen' }));
    pen.up(pointer([[22, 0, 0]], { device: 'pen' }));
    expect(inkOf(bench).map(({ pressure }) => Math.round(pressure * 10) / 10)).toEqual([0.8, 0.8, 0.8]);
  });

  test('keeps the looks with which its line was begun', () => {
    const bench = toolBench();
    const pen = penTool(bench.context, 'pen');
    bench.set({ style: { color: 'rood', widthUnits: 6 } });
    pen.down(pointer([[0, 0]]));
    bench.set({ style: { color: 'blauw', widthUnits: 1.8 }, settings: { smoothing: 0 } });
    pen.move(pointer([[20, 0]]));
    pen.up(pointer([[22, 0]]));
    expect(strokes(bench)[0]).toMatchObject({ color: 'rood', widthUnits: 6, smoothing: 0.4 });
  });
});

test('the highlighter is broad, even and of its own colour', () => {
  const bench = toolBench();
  bench.set({ style: { color: 'rood', highlighterColor: 'munt' } });
  pull(penTool(bench.context, 'highlighter'), [[0, 0], [50, 50]], { device: 'pen' });
  expect(strokes(bench)[0]).toMatchObject({ tool: 'highlighter', color: 'munt', thinning: 0 });
  expect(strokes(bench)[0]?.widthUnits).toBeGreaterThan(15);
});

describe('the room', () => {
  test('is sent every sample once, in order, and told when the stroke is on the board', () => {
    const bench = toolBench();
    const pen = penTool(bench.context, 'pen');
    pen.down(pointer([[0, 0]]));
    pen.move(pointer([[1, 1], [2, 2]]));
    pen.move(pointer([[2, 2]]));
    pen.move(pointer([[3, 3]]));
    pen.up(pointer([[3, 3]]));
    const told = bench.sent.flatMap((message) => (message.kind === 'stroke' ? [message] : []));
    expect(told.map(({ from, points }) => [from, points.length / 3])).toEqual([[0, 1], [1, 2], [3, 1]]);
    expect(last(bench.sent)).toEqual({ kind: 'strokeEnd', stroke: strokes(bench)[0]?.id, kept: true });
  });

  test('is not left waiting for a stroke that the board refused', () => {
    const bench = toolBench();
    const pen = penTool({ ...bench.context, do: () => false }, 'pen');
    pull(pen, [[0, 0], [9, 9]]);
    expect(last(bench.sent)).toMatchObject({ kind: 'strokeEnd', kept: false });
    expect(bench.kept).toEqual([]);
  });
});
