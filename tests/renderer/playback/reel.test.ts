import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asId, type InkId, type MarkId } from '../../../shared/base/ids.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { StampMark, StrokeMark } from '../../../shared/board/marks.ts';
import { compose, meanScale, rotation, transformPoint, type Matrix } from '../../../shared/geometry/matrix.ts';
import { packInk } from '../../../shared/ink/ink.ts';
import { encodeInk } from '../../../shared/ink/inkCodec.ts';
import { pagesOf } from '../../../shared/board/board.ts';
import type { PlayedEntry } from '../../../shared/journal/playedEntry.ts';
import { placeAt, timelineOf } from '../../../shared/journal/timeline.ts';
import { anySteps, played, reelOf, START } from './playedBoards.ts';

test('the board of every moment is the one that was there, in whatever order one asks', () => {
  fc.assert(fc.property(anySteps, fc.array(fc.nat()), (steps, jumps) => {
    const meeting = played(steps);
    const reel = reelOf(meeting);
    for (const jump of [meeting.entries.length, ...jumps]) {
      const done = jump % (meeting.entries.length + 1);
      expect(reel.boardAt({ done, share: 0 })).toEqual(meeting.boards[done]);
    }
  }), { numRuns: 40 });
});

test('no mark differs between two moments that is not said to', () => {
  fc.assert(fc.property(anySteps, fc.nat(), fc.nat(), (steps, a, b) => {
    const meeting = played(steps);
    const reel = reelOf(meeting);
    const [from, to] = [a, b].map((jump) => ({ done: jump % (meeting.entries.length + 1), share: 0 })) as [{ done: number; share: number }, { done: number; share: number }];
    const said = reel.differing(from, to);
    if (said === null) return;
    const [before, after] = [reel.boardAt(from), reel.boardAt(to)];
    const ids = [before, after].flatMap(({ buckets }) => Object.values(buckets).flatMap((bucket) => Object.keys(bucket))) as MarkId[];
    for (const id of ids) if (!said.has(id)) expect(markOf(after, id)).toEqual(markOf(before, id));
  }), { numRuns: 40 });
});

test('a change that does not fit what came before ends the film there, and a damaged ink costs only its stroke', () => {
  const meeting = played([draw, { type: 'marks.transform', ids: [asId<MarkId>('a')], matrix: [1, 0, 0, 1, 5, 5] }]);
  const [first, second] = meeting.entries as [PlayedEntry, PlayedEntry];
  const foreign: PlayedEntry = { ...second, change: { kind: 'patches', patches: [{ op: 'replace', path: ['buckets', 'zz', 'no', 'color'], value: 'rood' }] } };
  expect(reelOf({ ...meeting, entries: [first, foreign] }).entries).toHaveLength(1);
  const torn = reelOf({ ...meeting, entries: [{ ...first, inks: { [asId<InkId>('ia')]: 'no ink' } }, second] });
  expect([torn.entries.length, torn.inks.size]).toEqual([2, 0]);
});

const page = (pagesOf(START)[0] ?? { id: '' as never }).id;
const stroke = (id: string): StrokeMark => ({ kind: 'stroke', id: asId<MarkId>(id), page, layer: 'harvest', order: 'a1', matrix: [1, 0, 0, 1, 0, 0], locked: false, ink: asId<InkId>(`i${id}`), tool: 'pen', color: 'ink', widthUnits: 3, thinning: 0.5, smoothing: 0.4 });
const samples = [0, 10, 20, 400, 1000].map((timeMs, i) => ({ x: i * 10, y: i, pressure: 0.2 * i, timeMs }));
const draw = { type: 'marks.put', what: 'draw', marks: [stroke('a')], inks: { [asId<InkId>('ia')]: encodeInk(packInk(samples)) } } as const;

test('a stroke grows as the hand drew it, with the pressure it had', () => {
  const reel = reelOf(played([draw]));
  const inkAt = (share: number): { count: number; pressure: readonly number[] } => {
    const mark = markOf(reel.boardAt({ done: 0, share }), asId<MarkId>('a')) as StrokeMark;
    const ink = reel.inks.get(mark.ink);
    return { count: ink?.count ?? 0, pressure: [...(ink?.pressure ?? [])] };
  };
  expect(inkAt(0.01).count).toBe(2);
  expect(inkAt(0.39).count, 'the hand rested for long').toBe(3);
  expect(inkAt(0.41).count).toBe(4);
  expect(inkAt(0.41).pressure).toEqual([0, 51, 102, 153]);
  expect(reel.gestures[0]?.tookMs).toBe(1000);
});

test('a stamp grows about its middle to its size, whichever way it lies, and one of strokes is drawn', () => {
  const stamp: StampMark = { kind: 'stamp', id: asId<MarkId>('s'), page, layer: 'harvest', order: 'a1', matrix: compose([1, 0, 0, 1, 200, 100], rotation(0.5)), locked: false, stamp: 'panda', sizeUnits: 120, color: null, alt: 'panda', outline: null };
  const reel = reelOf(played([{ type: 'marks.put', what: 'stamp', marks: [stamp] }, { ...put('kept'), what: 'stamp' }, 'undo', { ...put('kept'), what: 'paste' }, { type: 'marks.put', what: 'paste', marks: [{ ...stamp, id: asId<MarkId>('pasted') }] }]));
  const matrixAt = (id: string, done: number, share: number): Matrix => (markOf(reel.boardAt({ done, share }), asId<MarkId>(id)) as StampMark).matrix;
  const sizes = [0.01, 0.2, 0.4, 0.6, 0.8, 0.99].map((share) => meanScale(matrixAt('s', 0, share)));
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  expect(sizes[0]).toBeLessThan(0.2);
  expect(sizes[5]).toBeLessThan(1);
  expect(matrixAt('s', 1, 0)).toEqual(stamp.matrix);
  const middle = { x: 60, y: 60 }, there = transformPoint(stamp.matrix, middle);
  for (const share of [0.1, 0.5]) expect(transformPoint(matrixAt('s', 0, share), middle)).toEqual({ x: expect.closeTo(there.x, 6), y: expect.closeTo(there.y, 6) });
  const countAt = (done: number): number | undefined => reel.inks.get((markOf(reel.boardAt({ done, share: 0.39 }), asId<MarkId>('kept')) as StrokeMark).ink)?.count;
  expect(countAt(1)).toBe(3);
  // What is pasted was not made there, and is there at once.
  expect(countAt(3)).toBe(5);
  expect(matrixAt('pasted', 4, 0.3)).toEqual(stamp.matrix);
  expect(reel.gestures.map(({ tookMs }) => tookMs).slice(0, 2)).toEqual([480, 480]);
});

test('what is moved goes there, what is taken back is gone, and a stroke that is done again is there at once', () => {
  const move = { type: 'marks.transform', ids: [asId<MarkId>('a')], matrix: [1, 0, 0, 1, 100, 40] } as const;
  const reel = reelOf(played([draw, move, 'undo', 'undo']));
  const matrixAt = (done: number, share: number): readonly number[] | undefined => markOf(reel.boardAt({ done, share }), asId<MarkId>('a'))?.matrix;
  expect(matrixAt(1, 0.5)).toEqual([1, 0, 0, 1, 50, 20]);
  expect(matrixAt(2, 0.5), 'the way back is the same').toEqual([1, 0, 0, 1, 50, 20]);
  expect(matrixAt(3, 0.5)).toBeUndefined();
});

const put = (id: string) => ({ ...draw, marks: [stroke(id)], inks: { [asId<InkId>(`i${id}`)]: encodeInk(packInk(samples)) } } as const);

test('a film shows at no moment what was taken back for good, and all that was done again', () => {
  const meeting = played([put('first'), put('surname'), put('more'), 'undo', 'undo', put('next'), put('again'), 'undo', 'redo', put('last'), 'undo']);
  const shownBy = (reel: ReturnType<typeof reelOf>): ReadonlySet<string> => {
    const timeline = timelineOf(reel.gestures, 60_000);
    const boards = Array.from({ length: 2000 }, (_, i) => reel.boardAt(placeAt(timeline, (i / 1999) * timeline.lengthMs)));
    return new Set(boards.flatMap(({ buckets }) => Object.values(buckets).flatMap((bucket) => Object.keys(bucket))));
  };
  expect([...shownBy(reelOf(meeting))].sort()).toEqual(['again', 'first', 'next']);
});

test('within a gesture the board is not made again for every frame', () => {
  const reel = reelOf(played(Array.from({ length: 40 }, (_, n) => put(`s${n}`))));
  const frames = [0.2, 0.4, 0.6].map((share) => reel.boardAt({ done: 37, share }));
  const [earlier] = Object.entries(frames[0]?.buckets ?? {}).filter(([, bucket]) => 's36' in bucket && !('s37' in bucket));
  if (!earlier) throw new Error('The last two strokes share a bucket');
  for (const { buckets } of frames) expect(buckets[earlier[0] as keyof typeof buckets]).toBe(earlier[1]);
});
