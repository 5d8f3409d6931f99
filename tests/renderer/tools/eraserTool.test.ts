import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { markOf, marksOf } from '../../../shared/board/buckets.ts';
import { unpackInk } from '../../../shared/ink/ink.ts';
import { eraserTool } from '../../../renderer/tools/eraserTool.ts';
import { at, card, connector, inkThrough, shape, stroke, text } from '../../shared/scene/marks.ts';
import { afterAll } from '../../../renderer/state/afterwork.ts';
import type { BoardStore } from '../../../renderer/state/boardStore.ts';
import type { Tool } from '../../../renderer/tools/tool.ts';
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

const part = (bench: ToolBench): ToolBench => {
  bench.set({ style: { eraserPart: true, eraserUnits: 20 } });
  return bench;
};
const long = (y: number) => inkThrough(Array.from({ length: 21 }, (_, i) => [100 + i * 10, y]));
const endsOf = (bench: ToolBench): readonly (readonly (number | undefined)[])[] => [...marksOf(bench.store.get().board)].flatMap((mark) => {
  if (mark.kind !== 'stroke') return [];
  const xs = unpackInk(bench.store.get().inks.get(mark.ink) as never).map(({ x }) => Math.round(x));
  return [[xs[0], xs[xs.length - 1]]];
}).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

/** Lets time pass until all that was left is on the board. */
const settle = (bench: ToolBench): void => {
  for (let turn = 0; turn < 2000 && !bench.context.afterwork.isDone(); turn++) bench.pass(1);
};
/** A board full of long strokes, and an eraser that has just let go of all of them; every look at the clock takes a millisecond. */
const lifted = (strokes = 60): { readonly bench: ToolBench; readonly eraser: Tool; readonly desk: BoardStore } => {
  const many = Array.from({ length: strokes }, (_, i) => `m${i}`);
  const bench = part(toolBench(many.map((id) => stroke(id)), Object.fromEntries(many.map((id, i) => [id, long(100 + i)]))));
  const eraser = eraserTool({ ...bench.context, nowMs: () => bench.nowMs++ });
  pull(eraser, [[200, 90], [200, 170]]);
  return { bench, eraser, desk: afterAll(bench.store, bench.context.afterwork) };
};

describe('the eraser, a piece at a time', () => {
  test('lets the hand go on while thousands of pieces are worked out, a little at a time', () => {
    const { bench } = lifted();
    let turns = 0;
    for (; turns < 2000 && bench.commands.length === 0; turns++) {
      const startMs = bench.nowMs;
      bench.pass(1);
      expect(bench.nowMs - startMs).toBeLessThan(20);
    }
    expect(turns).toBeGreaterThan(10);
    expect(endsOf(bench).filter(([, to]) => to === 188)).toHaveLength(60);
    expect(bench.commands).toHaveLength(1);
    expect(last(bench.cuts)).toBeNull();
  });

  test('is on the board before anything that is done after it, and is taken back after that', async () => {
    const { bench, desk } = lifted();
    expect(bench.commands).toEqual([]);
    expect(desk.do({ type: 'marks.put', what: 'draw', marks: [text('later', 'Kiel', at(500, 500))] })).toBe(true);
    await calm(bench.service);
    expect(ids(bench)).toHaveLength(121);
    desk.undo();
    await calm(bench.service);
    expect(ids(bench)).toHaveLength(120);
    expect(ids(bench)).not.toContain('later');
    desk.undo();
    await calm(bench.service);
    expect(endsOf(bench)).toEqual(Array.from({ length: 60 }, () => [100, 300]));
  });

  test('is what is taken back first, though it was not on the board yet', async () => {
    const { bench, desk } = lifted();
    desk.undo();
    await calm(bench.service);
    expect(endsOf(bench)).toEqual(Array.from({ length: 60 }, () => [100, 300]));
    expect(bench.store.get().history.redo).not.toBeNull();
  });

  test('is not lost when the board is closed before all is worked out', async () => {
    const { bench, desk } = lifted();
    desk.close();
    await calm(bench.service);
    expect(bench.commands).toHaveLength(1);
    expect(bench.context.afterwork.isDone()).toBe(true);
  });

  test('leaves what is done after it the name under which it is known', async () => {
    const { bench, desk } = lifted();
    desk.do({ type: 'marks.put', what: 'draw', marks: [text('later', 'Kiel', at(500, 500))] }, 'an-idea');
    await calm(bench.service);
    expect(bench.service.done.has('an-idea')).toBe(true);
  });

  test('counts as saved only when it is on the board, and whoever shows that is told', async () => {
    const { bench, desk } = lifted();
    await calm(bench.service);
    expect(bench.store.get().saved.safe).toBe(true);
    expect(desk.get().saved.safe).toBe(false);
    expect(desk.get()).toBe(desk.get());
    const told: boolean[] = [];
    desk.subscribe(() => { told.push(desk.get().saved.safe); });
    settle(bench);
    await calm(bench.service);
    expect(last(told)).toBe(true);
  });

  test('counts as settled only when it is on the board', async () => {
    const { bench, desk } = lifted();
    let isSettled = false;
    const settled = desk.settled().then(() => { isSettled = true; });
    await calm(bench.service);
    expect(isSettled).toBe(false);
    settle(bench);
    await calm(bench.service);
    await settled;
    expect(ids(bench)).toHaveLength(120);
  });

  test('rubs the pieces that the gesture before has left, however soon the hand comes down again', () => {
    const { bench, eraser } = lifted();
    eraser.down(pointer([[150, 90]]));
    eraser.move(pointer([[150, 170]]));
    expect(bench.commands).toEqual([]);
    settle(bench);
    for (let turn = 0; turn < 200; turn++) bench.pass(1);
    expect(last(bench.cuts)).not.toBeNull();
    eraser.up(pointer([[150, 170]]));
    settle(bench);
    expect(bench.commands).toHaveLength(2);
    expect(ids(bench)).toHaveLength(180);
  });

  test('leaves alone what the gesture before has cut when the next one is broken off', () => {
    const { bench, eraser } = lifted();
    const shown = bench.cuts.length;
    eraser.down(pointer([[150, 90]]));
    eraser.cancel();
    expect(bench.cuts).toHaveLength(shown);
    settle(bench);
    expect(ids(bench)).toHaveLength(120);
  });

  test('leaves both ends of a stroke as strokes of their own, in place, colour and order', () => {
    const bench = part(toolBench([stroke('a', { color: 'rood', order: 'a4', groups: ['g' as never] })], { a: long(100) }));
    pull(eraserTool(bench.context), [[200, 60], [200, 140]]);
    expect(endsOf(bench)).toEqual([[100, 188], [212, 300]]);
    expect([...marksOf(bench.store.get().board)].map((mark) => [mark.kind === 'stroke' && mark.color, mark.order, mark.groups])).toEqual([['rood', 'a4', ['g']], ['rood', 'a4', ['g']]]);
  });

  test('is one command, and one undo gives the same board and ink', async () => {
    const bench = part(toolBench([stroke('a'), stroke('b'), stroke('c')], { a: long(100), b: long(110), c: long(400) }));
    const before = bench.store.get();
    pull(eraserTool(bench.context), [[150, 60], [150, 140], [250, 140], [250, 60]]);
    expect(bench.commands).toHaveLength(1);
    expect(endsOf(bench)).toHaveLength(7);
    bench.store.undo();
    await calm(bench.service);
    expect(JSON.stringify(bench.store.get().board)).toBe(JSON.stringify(before.board));
    expect(before.inks.get('ink-a' as never)).toBe(bench.store.get().inks.get('ink-a' as never));
  });

  test('takes a stroke of which nothing is left, and crumbs with it', () => {
    const bench = part(toolBench([stroke('a'), stroke('dot')], { a: inkThrough([[100, 100], [108, 100]]), dot: inkThrough([[104, 96]]) }));
    pull(eraserTool(bench.context), [[104, 100]]);
    expect(ids(bench)).toEqual([]);
  });

  test('changes nothing beside a stroke', () => {
    const bench = part(toolBench([stroke('a')], { a: long(100) }));
    pull(eraserTool(bench.context), [[100, 114], [300, 114]]);
    expect(bench.commands).toEqual([]);
  });

  test('leaves forms and lettering, and what is prepared or locked', () => {
    const bench = part(toolBench([shape('vorm', 'rectangle', { ...at(100, 50), fill: 'munt' }), text('titel', 'Kiel', at(180, 90)), stroke('vast', { locked: true }), stroke('klaar', { layer: 'prepared' })], { vast: long(100), klaar: long(100) }));
    pull(eraserTool(bench.context), [[50, 100], [350, 100]]);
    expect(bench.commands).toEqual([]);
  });

  test('shows what is left while it rubs, and all of it again when it is broken off', () => {
    const bench = part(toolBench([stroke('a')], { a: long(100) }));
    const eraser = eraserTool(bench.context);
    eraser.down(pointer([[150, 100]]));
    expect(last(bench.cuts)).toMatchObject({ cuts: [{ stroke: 'a', ink: 'ink-a', spans: [[0, expect.any(Number)], [expect.any(Number), 20]] }] });
    eraser.move(pointer([[160, 100]]));
    eraser.move(pointer([[250, 100]]));
    expect(last(bench.cuts)?.cuts[0]?.spans).toHaveLength(2);
    eraser.cancel();
    expect(last(bench.cuts)).toBeNull();
    expect(bench.commands).toEqual([]);
  });

  test('tells only of what it has just cut, however much lies there', () => {
    const many = Array.from({ length: 300 }, (_, i) => `m${i}`);
    const bench = part(toolBench(many.map((id) => stroke(id)), Object.fromEntries(many.map((id, i) => [id, long(100 + i)]))));
    const eraser = eraserTool(bench.context);
    eraser.down(pointer([[200, 90]]));
    eraser.move(pointer([[200, 410]]));
    expect(last(bench.cuts)?.cuts).toHaveLength(300);
    eraser.move(pointer([[220, 400]]));
    const { cuts, where } = last(bench.cuts) as NonNullable<(typeof bench.cuts)[number]>;
    expect(cuts.length).toBeLessThan(30);
    // Only where the ring went, and a little around it.
    expect(where.x).toBeGreaterThan(170);
    expect(where.x + where.w).toBeLessThan(250);
    expect(where.h).toBeLessThan(60);
    const told = bench.cuts.length;
    eraser.move(pointer([[220, 400]]));
    expect(bench.cuts).toHaveLength(told);
  });

  test('takes no more of a frame than its share, and misses nothing for it', () => {
    const many = Array.from({ length: 60 }, (_, i) => `m${i}`);
    const rubbing = (slow: boolean): ToolBench => {
      const bench = part(toolBench(many.map((id) => stroke(id)), Object.fromEntries(many.map((id, i) => [id, long(100 + i)]))));
      // Every look at the clock takes a millisecond.
      const eraser = eraserTool(slow ? { ...bench.context, nowMs: () => bench.nowMs++ } : bench.context);
      eraser.down(pointer([[200, 90]]));
      eraser.move(pointer([[200, 110], [200, 130]]));
      if (slow) expect(last(bench.cuts)?.cuts.length ?? 0).toBeLessThan(30);
      bench.pass(1);
      eraser.move(pointer([[200, 170]]));
      if (slow) bench.pass(1);
      eraser.up(pointer([[240, 170]]));
      // The hand is free at once; the rest comes a little at a time.
      if (slow) expect(bench.commands).toHaveLength(0);
      settle(bench);
      return bench;
    };
    const quick = rubbing(false), slow = rubbing(true);
    expect(endsOf(slow)).toEqual(endsOf(quick));
    expect(slow.commands).toHaveLength(1);
    expect(last(slow.cuts)).toBeNull();
  });

  test('keeps arrows and names on what they held: the longest piece stays the stroke that it was', () => {
    const bench = part(toolBench([stroke('a'), card('panda', 'panda', { picture: ['a' as MarkId] }), connector('pijl', { mark: 'a' as MarkId, at: { x: 0, y: 0 } }, { mark: null, at: { x: 400, y: 400 } })], { a: long(600) }));
    pull(eraserTool(bench.context), [[150, 560], [150, 640]]);
    const { board, inks } = bench.store.get();
    const kept = markOf(board, 'a' as MarkId);
    expect(kept?.kind === 'stroke' && Math.round(unpackInk(inks.get(kept.ink) as never)[0]?.x ?? 0)).toBe(162);
    const named = markOf(board, 'panda' as MarkId);
    const pieces = [...marksOf(board)].filter(({ kind }) => kind === 'stroke').map(({ id }) => id);
    expect(named?.kind === 'card' && [...named.picture].sort()).toEqual(pieces.sort());
    expect(pieces).toHaveLength(2);
  });

  test('cuts a stroke that was moved, turned and made larger where it is seen', () => {
    const bench = part(toolBench([stroke('a', { matrix: [0, 2, -2, 0, 800, 0] })], { a: long(100) }));
    pull(eraserTool(bench.context), [[600, 400]]);
    const found = [...marksOf(bench.store.get().board)];
    expect(found).toHaveLength(2);
    expect(endsOf(bench)).toEqual([[100, 193], [207, 300]]);
  });

  test('comes to the same however the hand went, and one undo always brings everything back', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 60, max: 340 }), fc.integer({ min: 80, max: 240 })), { minLength: 1, maxLength: 8 }), async (way) => {
      const bench = part(toolBench([stroke('a'), stroke('b', { tool: 'highlighter', widthUnits: 20, thinning: 0 })], { a: long(120), b: long(200) }));
      const before = JSON.stringify(bench.store.get().board);
      pull(eraserTool(bench.context), way);
      expect(bench.commands.length).toBeLessThanOrEqual(1);
      if (bench.commands.length === 0) return;
      bench.store.undo();
      await calm(bench.service);
      expect(JSON.stringify(bench.store.get().board)).toBe(before);
    }), { numRuns: 40 });
  });
});
