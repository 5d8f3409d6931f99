import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type PageId } from '../../../shared/base/ids.ts';
import { ENDING_MS, OPENING_MS, pageAt, placeAt, timelineOf, type TimedGesture } from '../../../shared/journal/timeline.ts';

const PAGES = [asId<PageId>('p1'), asId<PageId>('p2')] as const;
const hours = 3 * 3600_000;

const anyGesture: fc.Arbitrary<TimedGesture> = fc.record({
  endedMs: fc.integer({ min: 0, max: hours }),
  tookMs: fc.oneof(fc.constant(0), fc.integer({ min: 60, max: 8000 })),
  page: fc.constantFrom(null, ...PAGES),
  isTakenBack: fc.constantFrom(false, false, true),
});
/** Gestures as a meeting brings them, in their order; now and then the clock was set back. */
const anyMeeting = fc.array(anyGesture, { maxLength: 60 }).map((all) => all.map((gesture, i) => ({ ...gesture, endedMs: i % 17 === 5 ? gesture.endedMs : all.length + i * 4000 + gesture.tookMs })));
const anyWish = fc.constantFrom(30_000, 60_000, 90_000, 180_000);

test('a film is never longer than wished, begins and ends with a look, and its gestures follow each other', () => {
  fc.assert(fc.property(anyMeeting, anyWish, fc.constantFrom(null, ...PAGES), (gestures, wishMs, only) => {
    const { lengthMs, fromMs, toMs } = timelineOf(gestures, wishMs, only);
    expect(lengthMs).toBeLessThanOrEqual(wishMs + 1e-6);
    expect(lengthMs - Math.max(OPENING_MS, toMs[toMs.length - 1] ?? 0)).toBeCloseTo(ENDING_MS, 6);
    let at = OPENING_MS;
    const opens = gestures.findIndex(({ isTakenBack }) => !isTakenBack);
    gestures.forEach(({ tookMs, page, isTakenBack }, i) => {
      if (i < opens || opens === -1) {
        expect([fromMs[i], toMs[i]]).toEqual([0, 0]);
        return;
      }
      expect(fromMs[i]).toBeGreaterThanOrEqual(at - 1e-9);
      const isSeen = !isTakenBack && tookMs > 0 && (only === null || page === null || page === only);
      expect((toMs[i] as number) > (fromMs[i] as number), 'only what is seen takes time').toBe(isSeen);
      at = toMs[i] as number;
    });
  }));
});

test('what is done never becomes less as time goes on, and at the end all is done', () => {
  fc.assert(fc.property(anyMeeting, anyWish, fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { minLength: 2, maxLength: 30 }), (gestures, wishMs, shares) => {
    const timeline = timelineOf(gestures, wishMs);
    let before = -1;
    for (const share of [...shares].sort((a, b) => a - b)) {
      const place = placeAt(timeline, share * timeline.lengthMs);
      expect(place.done + place.share).toBeGreaterThanOrEqual(before);
      expect(place.share).toBeGreaterThanOrEqual(0);
      expect(place.share).toBeLessThan(1);
      before = place.done + place.share;
    }
    expect(placeAt(timeline, timeline.lengthMs)).toEqual({ done: gestures.length, share: 0 });
  }));
});

describe('a meeting of three hours', () => {
  const stroke = (endedMs: number): TimedGesture => ({ endedMs, tookMs: 1000, page: PAGES[0], isTakenBack: false });

  test('takes as long as wished, and its pauses take no more than a quarter of the drawing and resting', () => {
    const gestures = Array.from({ length: 1000 }, (_, i) => stroke(i * 10_000));
    const { lengthMs, fromMs, toMs } = timelineOf(gestures, 60_000);
    expect(lengthMs).toBeCloseTo(60_000, 3);
    const drawn = gestures.reduce((sum, _, i) => sum + (toMs[i] as number) - (fromMs[i] as number), 0);
    expect(drawn / (lengthMs - OPENING_MS - ENDING_MS)).toBeCloseTo(0.75, 3);
  });

  test('of a few strokes is short, with its strokes as fast as they were drawn and a long pause cut', () => {
    const { fromMs, toMs, lengthMs } = timelineOf([stroke(1000), stroke(3500), stroke(hours)], 60_000);
    expect([...fromMs].map((from, i) => Math.round((toMs[i] as number) - from))).toEqual([1000, 1000, 1000]);
    expect(lengthMs).toBeLessThan(OPENING_MS + ENDING_MS + 3000 + 1001);
  });
});

test('the film stands on the page of the hand, before the first stroke on that of the first, and in between where it was last', () => {
  const [one, two] = PAGES;
  const timeline = timelineOf([{ endedMs: 0, tookMs: 0, page: null }, { endedMs: 1000, tookMs: 500, page: two }, { endedMs: 9000, tookMs: 500, page: one }, { endedMs: 9500, tookMs: 0, page: two }].map((gesture) => ({ ...gesture, isTakenBack: false })), 60_000);
  const [, second, third] = timeline.fromMs;
  expect(pageAt(timeline, 0)).toBe(two);
  expect(pageAt(timeline, (second as number) + 10)).toBe(two);
  expect(pageAt(timeline, (third as number) - 10)).toBe(two);
  expect(pageAt(timeline, (third as number) + 10)).toBe(one);
  expect(pageAt(timeline, timeline.lengthMs)).toBe(one);
  expect(pageAt(timelineOf([], 1000), 0)).toBeNull();
});
