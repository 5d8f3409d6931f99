import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksOf } from '../../../shared/board/buckets.ts';
import type { StrokeMark } from '../../../shared/board/marks.ts';
import { unpackInk, type InkSample } from '../../../shared/ink/ink.ts';
import { penTool } from '../../../renderer/tools/penTool.ts';
import { calm } from '../state/memoryService.ts';
import { last, pointer, pull, sample, toolBench, type Spot, type ToolBench } from './toolBench.ts';

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
    pen.move(pointer([[10, 10, 0.5, 8]], { predicted: [sample([19, 19, 0.5, 16])] }));
    expect(last(bench.live)?.predicted).toEqual([[19, 19, 0.5]]);
    pen.up(pointer([[20, 20]]));
    expect(inkOf(bench).some(({ x }) => x === 19)).toBe(false);
  });

  test.each([
    ['a leap that the hand has not made in its last moments', [[230, 0, 0.5, 108], [242, 4, 0.5, 116], [460, 0, 0.5, 124], [250, 0, 0.5, 132]], 2],
    ['a way back', [[214, 3, 0.5, 108], [205, 6, 0.5, 116]], 0],
    ['a sharp bend', [[230, 2, 0.5, 108], [224, 20, 0.5, 116]], 1],
  ] as const)('does not believe in %s', (_, foretold, believed) => {
    const bench = toolBench();
    const pen = penTool(bench.context, 'pen');
    pen.down(pointer([[0, 0, 0.5, 0]]));
    pen.move(pointer([[180, 0, 0.5, 60], [200, 0, 0.5, 80], [220, 0, 0.5, 100]], { predicted: foretold.map(sample) }));
    expect(last(bench.live)?.predicted).toEqual(foretold.slice(0, believed).map(([x, y]) => [x, y, 0.5]));
    pen.cancel();
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

describe('a pen that rests at the end of its line', () => {
  const ring = Array.from({ length: 50 }, (_, i): Spot => [300 + Math.cos(i / 7.8) * 80, 300 + Math.sin(i / 7.8) * 80, 0.5, i * 8]);
  const draw = (bench: ToolBench, spots: readonly Spot[], tool: 'pen' | 'highlighter' = 'pen'): ReturnType<typeof penTool> => {
    const pen = penTool(bench.context, tool);
    pen.down(pointer([spots[0] as Spot]));
    for (const spot of spots.slice(1)) pen.move(pointer([spot]));
    return pen;
  };
  const kinds = (bench: ToolBench): readonly string[] => [...marksOf(bench.store.get().board)].map((mark) => (mark.kind === 'shape' ? mark.form : mark.kind));

  test('makes a clean form of it, shown before the lift; one undo brings back what was drawn, a second takes it away', async () => {
    const bench = toolBench();
    const pen = draw(bench, ring);
    bench.pass(600);
    expect(last(bench.overlays)?.kind).toBe('nodes');
    expect(last(bench.live)).toBeNull();
    pen.up(pointer([ring[49] as Spot]));
    expect(kinds(bench)).toEqual(['ellipse']);
    expect(last(bench.overlays)).toBeNull();
    bench.store.undo();
    await calm(bench.service);
    expect(kinds(bench)).toEqual(['stroke']);
    expect(inkOf(bench)).toHaveLength(50);
    bench.store.undo();
    await calm(bench.service);
    expect(kinds(bench)).toEqual([]);
  });

  test('can pull the size of the form while it is down', () => {
    const bench = toolBench();
    const pen = draw(bench, ring);
    bench.pass(600);
    const [x, y] = ring[49] as Spot;
    pen.move(pointer([[300 + (x - 300) * 1.1, 300 + (y - 300) * 1.1]]));
    pen.move(pointer([[300 + (x - 300) * 2.2, 300 + (y - 300) * 2.2]]));
    pen.up(pointer([[300 + (x - 300) * 2.2, 300 + (y - 300) * 2.2]]));
    const [form] = [...marksOf(bench.store.get().board)];
    expect(form?.kind === 'shape' && Math.round(form.w / 10)).toBe(32);
  });

  test('does not when it is lifted before, or goes on, or when that is switched off', () => {
    const early = toolBench(), onwards = toolBench(), off = toolBench();
    off.set({ settings: { holdForms: false } });
    const pens = [early, onwards, off].map((bench) => draw(bench, ring));
    early.pass(300);
    onwards.pass(300);
    pens[1]?.move(pointer([[420, 330]]));
    onwards.pass(300);
    off.pass(2000);
    for (const pen of pens) pen.up(pointer([[420, 330]]));
    for (const bench of [early, onwards, off]) expect(kinds(bench)).toEqual(['stroke']);
  });

  test('leaves writing as it is, and a pen that is put down without moving', () => {
    const bench = toolBench();
    const dot = draw(bench, [[10, 10]]);
    bench.pass(1000);
    dot.up(pointer([[10, 10]]));
    const o = draw(bench, ring.map(([x, y]): Spot => [x / 10, y / 10]));
    bench.pass(1000);
    o.up(pointer([[30, 30]]));
    expect(kinds(bench)).toEqual(['stroke', 'stroke']);
  });

  test('makes an arrow that holds on to what it points at', () => {
    const bench = toolBench();
    const arrow: Spot[] = [...Array.from({ length: 30 }, (_, i): Spot => [100 + i * 8, 200]), [310, 180], [332, 200], [310, 220]];
    const pen = draw(bench, arrow);
    bench.pass(600);
    pen.up(pointer([[310, 220]]));
    expect([...marksOf(bench.store.get().board)]).toMatchObject([{ kind: 'connector', head: 'arrow', from: { mark: null, at: { x: 100, y: 200 } } }]);
  });

  test('leaves nothing when Esc is pressed while the form is shown', () => {
    const bench = toolBench();
    const pen = draw(bench, ring);
    bench.pass(600);
    pen.cancel();
    expect(last(bench.overlays)).toBeNull();
    bench.pass(5000);
    expect(bench.commands).toEqual([]);
  });

  test('draws its felt line straight, and keeps it a felt line', () => {
    const bench = toolBench();
    const pen = draw(bench, Array.from({ length: 30 }, (_, i): Spot => [100 + i * 8, 200 + (i % 3)]), 'highlighter');
    bench.pass(600);
    pen.up(pointer([[332, 200]]));
    expect(kinds(bench)).toEqual(['stroke']);
    expect(Math.max(...inkOf(bench).map(({ y }) => Math.abs(y - 200)))).toBeLessThan(0.1);
  });
});

describe('a line drawn with shift', () => {
  test('is straight, by steps of 15°, and no sample is lost', () => {
    const bench = toolBench();
    const pen = penTool(bench.context, 'pen');
    pen.down(pointer([[0, 0]], { shift: true }));
    pen.move(pointer([[30, 9]], { shift: true }));
    pen.move(pointer([[60, 4]], { shift: true }));
    pen.up(pointer([[100, 5]], { shift: true }));
    expect(inkOf(bench)).toHaveLength(4);
    expect(inkOf(bench).every(({ y }) => y === 0)).toBe(true);
    expect(inkOf(bench)[3]?.x).toBe(100);
  });

  test('is what the hand drew once shift is let go', () => {
    const bench = toolBench();
    const pen = penTool(bench.context, 'pen');
    pen.down(pointer([[0, 0]], { shift: true }));
    pen.move(pointer([[30, 9]], { shift: true }));
    pen.move(pointer([[60, 4]]));
    pen.up(pointer([[100, 5]]));
    expect(inkOf(bench).map(({ x, y }) => [x, y])).toEqual([[0, 0], [30, 9], [60, 4], [100, 5]]);
    const told = bench.sent.flatMap((message) => (message.kind === 'stroke' ? [message] : []));
    expect(told.map(({ from, points }) => [from, points.length / 3])).toEqual([[0, 2], [0, 2], [0, 3]]);
  });
});

test('a light hand that has set its pen softer gets the pressure that it means', () => {
  const bench = toolBench();
  bench.set({ settings: { firmness: -1 } });
  pull(penTool(bench.context, 'pen'), [[0, 0, 0.2], [9, 9, 0.2]], { device: 'pen' });
  expect(inkOf(bench)[0]?.pressure ?? 0).toBeGreaterThan(0.5);
});

test('a hovering pen shows its nib in the size and colour of its line, and takes it along when it leaves', () => {
  const bench = toolBench();
  bench.set({ style: { color: 'rood', widthUnits: 6 } });
  const pen = penTool(bench.context, 'pen');
  pen.hover?.(pointer([[40, 50]], { device: 'pen' }));
  expect(last(bench.overlays)).toEqual({ kind: 'nib', at: { x: 40, y: 50 }, radiusUnits: 3, color: 'rood' });
  pen.leave?.();
  expect(last(bench.overlays)).toBeNull();
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
