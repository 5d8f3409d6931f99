import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../../shared/geometry/box.ts';
import { distanceToPiece } from '../../../shared/geometry/distance.ts';
import { compose, IDENTITY, meanScale, rotation, scaling, transformPoint, translation, type Matrix } from '../../../shared/geometry/matrix.ts';
import { INK_STEP, packInk, unpackInk, type Ink } from '../../../shared/ink/ink.ts';
import { nibOutline, nibRadius } from '../../../shared/ink/outline.ts';
import { inkLength, inkOfSpan, rubbed, wholeSpan, type InkOnPage, type Span, type Sweep } from '../../../shared/ink/rub.ts';
import { inkMeets } from '../../../shared/ink/touchedPart.ts';
import { pathBounds } from '../../../shared/geometry/path.ts';
import { plainInkOfSpan, plainlyRubbed } from './plainRub.ts';

const nib = { widthUnits: 4, thinning: 0.62 };
const line = (places: readonly (readonly [number, number, number?])[]): Ink => packInk(places.map(([x, y, pressure = 0.5], i) => ({ x, y, pressure, timeMs: i * 10 })));
const on = (ink: Ink, matrix: Matrix = IDENTITY): InkOnPage => ({ ink, nib, matrix });
const still = (x: number, y: number, radius: number): Sweep => ({ from: { x, y }, to: { x, y }, radius });

const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 }), fc.double({ min: 0.05, max: 1, noNaN: true })), { minLength: 1, maxLength: 40 });
const ink = places.map(line);
const point: fc.Arbitrary<Point> = fc.record({ x: fc.double({ min: -50, max: 450, noNaN: true }), y: fc.double({ min: -50, max: 350, noNaN: true }) });
const sweep: fc.Arbitrary<Sweep> = fc.record({ from: point, to: point, radius: fc.double({ min: 2, max: 60, noNaN: true }) });
const matrix: fc.Arbitrary<Matrix> = fc.tuple(fc.double({ min: 0.4, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), fc.integer({ min: -80, max: 80 }))
  .map(([scale, radians, by]) => compose(translation(by, -by), compose(rotation(radians), scaling(scale, scale))));

/** How far a place of an ink lies from being touched: below 0 the ring has it. */
const gapAt = ({ matrix: by }: InkOnPage, at: { readonly x: number; readonly y: number; readonly pressure: number }, { from, to, radius }: Sweep): number =>
  distanceToPiece(transformPoint(by, at), from, to) - radius - meanScale(by) * nibRadius(nib, at.pressure);

/** Places all along an ink, between its samples too. */
function alongInk(of: Ink): readonly { x: number; y: number; pressure: number }[] {
  const samples = unpackInk(of);
  return samples.flatMap((a, i) => {
    const b = samples[i + 1] ?? a;
    return [0, 0.25, 0.5, 0.75].map((t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, pressure: a.pressure + (b.pressure - a.pressure) * t }));
  });
}

describe('what a ring leaves of a line', () => {
  test('is what lay on both sides of it, each with its own ink that begins at time 0', () => {
    const whole = line([[0, 0], [50, 0], [100, 0], [150, 0], [200, 0]]);
    const spans = rubbed(wholeSpan(whole), on(whole), still(100, 0, 18));
    const [left, right] = spans.map((span) => unpackInk(inkOfSpan(whole, span)));
    expect(left?.map(({ x }) => x)).toEqual([0, 50, 80]);
    expect(right?.map(({ x, timeMs }) => [x, timeMs])).toEqual([[120, 0], [150, 6], [200, 16]]);
  });

  test('ends where the ring was: its round end just reaches it', () => {
    const whole = line(Array.from({ length: 41 }, (_, i) => [i * 5, 0]));
    const [left] = rubbed(wholeSpan(whole), on(whole), still(100, 0, 18));
    const part = inkOfSpan(whole, left as Span);
    const outline = nibOutline(unpackInk(part).map(({ x, y, pressure }) => [x, y, pressure]), { ...nib, smoothing: 0.5, blunt: false }, true);
    // The corner towards which the end bends lies a little outside.
    const { x, w } = pathBounds(outline);
    expect(x + w).toBeGreaterThan(81.2);
    expect(x + w).toBeLessThan(82.4);
  });

  test('keeps its pressure, also where it was cut', () => {
    const whole = line([[0, 0, 0.2], [100, 0, 1]]);
    const [left] = rubbed(wholeSpan(whole), { ...on(whole), nib: { widthUnits: 4, thinning: 0 } }, still(100, 0, 48));
    expect(unpackInk(inkOfSpan(whole, left as Span)).map(({ x, pressure }) => [x, Math.round(pressure * 100)])).toEqual([[0, 20], [50, 60]]);
  });

  test('is nothing of a dot that it touches, and the dot that it misses', () => {
    const dot = line([[10, 10]]);
    expect(rubbed(wholeSpan(dot), on(dot), still(14, 10, 3))).toEqual([]);
    expect(rubbed(wholeSpan(dot), on(dot), still(18, 10, 3))).toEqual([[0, 0]]);
  });

  test('is cut again by the next pass, and pieces that it misses stay the same objects', () => {
    const whole = line([[0, 0], [200, 0]]);
    const once = rubbed(wholeSpan(whole), on(whole), still(50, 0, 8));
    const twice = rubbed(once, on(whole), still(150, 0, 8));
    expect(twice).toHaveLength(3);
    expect(twice[0]).toBe(once[0]);
    expect(rubbed(twice, on(whole), still(50, 0, 8))).toBe(twice);
  });

  test('is cut between two samples that a fast hand left far apart', () => {
    const whole = line([[0, 0], [400, 300]]);
    expect(rubbed(wholeSpan(whole), on(whole), { from: { x: 0, y: 300 }, to: { x: 400, y: 0 }, radius: 5 })).toHaveLength(2);
  });

  test('has nothing under the ring, on lines that were moved, turned and scaled too', () => {
    fc.assert(fc.property(ink, matrix, fc.array(sweep, { minLength: 1, maxLength: 4 }), (whole, by, sweeps) => {
      const lies = on(whole, by);
      let spans = wholeSpan(whole);
      for (const one of sweeps) spans = rubbed(spans, lies, one);
      const tolerance = 0.02 * Math.max(1, meanScale(by));
      for (const span of spans) {
        for (const at of alongInk(inkOfSpan(whole, span))) for (const one of sweeps) expect(gapAt(lies, at, one)).toBeGreaterThan(-tolerance);
      }
    }));
  });

  test('has every sample that the ring did not touch, and no others but the places of the cuts', () => {
    fc.assert(fc.property(ink, matrix, sweep, (whole, by, one) => {
      const lies = on(whole, by);
      const spans = rubbed(wholeSpan(whole), lies, one);
      const kept = spans.flatMap((span) => unpackInk(inkOfSpan(whole, span)).map(({ x, y }) => `${x} ${y}`));
      const samples = unpackInk(whole);
      for (const sample of samples) if (gapAt(lies, sample, one) > 0.001) expect(kept).toContain(`${sample.x} ${sample.y}`);
      const own = new Set(samples.map(({ x, y }) => `${x} ${y}`));
      const cuts = spans.flatMap((span) => {
        const part = unpackInk(inkOfSpan(whole, span));
        return part.filter(({ x, y }, i) => !own.has(`${x} ${y}`) && i > 0 && i < part.length - 1);
      });
      expect(cuts).toEqual([]);
    }));
  });

  test('lies on the line that was there', () => {
    fc.assert(fc.property(ink, sweep, (whole, one) => {
      const samples = unpackInk(whole);
      for (const span of rubbed(wholeSpan(whole), on(whole), one)) {
        for (const at of unpackInk(inkOfSpan(whole, span))) {
          const off = Math.min(...samples.map((a, i) => distanceToPiece(at, a, samples[i + 1] ?? a)));
          expect(off).toBeLessThanOrEqual(INK_STEP);
        }
      }
    }));
  });

  test('is never longer than the line was', () => {
    fc.assert(fc.property(ink, sweep, (whole, one) => {
      const left = rubbed(wholeSpan(whole), on(whole), one).reduce((sum, span) => sum + inkLength(inkOfSpan(whole, span)), 0);
      expect(left).toBeLessThanOrEqual(inkLength(whole) + 2 * INK_STEP * (whole.count + 1));
    }));
  });

  test('is the very same line where the ring passed beside it', () => {
    fc.assert(fc.property(ink, matrix, sweep, (whole, by, one) => {
      const lies = on(whole, by);
      fc.pre(alongInk(whole).length > 0);
      const spans = wholeSpan(whole);
      const near = unpackInk(whole).map((a, i, all) => {
        const b = all[i + 1] ?? a;
        const steps = 64;
        return Math.min(...Array.from({ length: steps + 1 }, (_, k) => gapAt(lies, { x: a.x + ((b.x - a.x) * k) / steps, y: a.y + ((b.y - a.y) * k) / steps, pressure: Math.max(a.pressure, b.pressure) }, one)));
      });
      if (Math.min(...near) > 10) expect(rubbed(spans, lies, one)).toBe(spans);
    }));
  });
});

/** Spans that one could see: what is shorter than a thousandth of the way between two samples comes from rounding. */
const seen = (spans: readonly Span[]): readonly Span[] => spans.filter(([from, to]) => from === to || to - from > 1e-3);
const zigzag = fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 90 }), fc.double({ min: 0.05, max: 1, noNaN: true })), { minLength: 1, maxLength: 90 }).map(line);
const skewed: fc.Arbitrary<Matrix> = fc.oneof(matrix, fc.tuple(matrix, fc.double({ min: 0.3, max: 2, noNaN: true })).map(([by, sy]) => compose(by, scaling(1, sy))), fc.constant(scaling(1, 0)));

describe('the quick way to rub', () => {
  test('leaves what the plain one leaves, however often the ring passes and however the line lies', () => {
    fc.assert(fc.property(fc.oneof(ink, zigzag), skewed, fc.array(sweep, { minLength: 1, maxLength: 5 }), (whole, by, sweeps) => {
      const lies = on(whole, by);
      let quick = wholeSpan(whole), plain = wholeSpan(whole);
      for (const one of sweeps) {
        quick = rubbed(quick, lies, one);
        plain = plainlyRubbed(plain, lies, one);
      }
      // A line that just touches the ring may be cut by one and not by the other: that is less than one can see.
      const cut = (spans: readonly Span[]): readonly string[] => seen(spans).map((span) => span.map((place) => place.toFixed(2)).join());
      const lost = (of: readonly Span[], from: readonly Span[]): number => seen(of).reduce((sum, [a, b]) => sum + (b - a) - from.reduce((kept, [c, d]) => kept + Math.max(0, Math.min(b, d) - Math.max(a, c)), 0), 0);
      if (cut(quick).join() === cut(plain).join()) return;
      expect(lost(plain, quick)).toBeLessThan(0.01);
      expect(lost(quick, plain)).toBeLessThan(0.01);
    }), { numRuns: 400 });
  });

  test('makes of a span the ink that the plain one makes, sample for sample: the very same where it begins and ends at samples, else within a step of the grid', () => {
    fc.assert(fc.property(ink, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (whole, a, b, isWhole) => {
      const place = (share: number): number => (isWhole ? Math.round(share * (whole.count - 1)) : share * (whole.count - 1));
      const span: Span = [Math.min(place(a), place(b)), Math.max(place(a), place(b))];
      const made = unpackInk(inkOfSpan(whole, span)), plain = unpackInk(plainInkOfSpan(whole, span));
      expect(made.slice(1, -1).map(({ x, y, pressure }) => [x, y, pressure])).toEqual(plain.slice(1, -1).map(({ x, y, pressure }) => [x, y, pressure]));
      expect(made).toHaveLength(plain.length);
      if (isWhole) expect(made).toEqual(plain);
      made.forEach((sample, i) => {
        const other = plain[i] as typeof sample;
        expect(Math.hypot(sample.x - other.x, sample.y - other.y)).toBeLessThanOrEqual(1.5 * INK_STEP);
        expect(Math.abs(sample.pressure - other.pressure)).toBeLessThanOrEqual(1.01 / 255);
        expect(Math.abs(sample.timeMs - other.timeMs)).toBeLessThanOrEqual(1);
      });
    }));
  });

  test('begins and ends where an even hand was at that moment: as far, as hard and as late', () => {
    // Forty units to the right, thirty down, one step of pressure and 80 ms with each sample.
    const even = packInk(Array.from({ length: 101 }, (_, i) => ({ x: 40 * i, y: 30 * i, pressure: (50 + i) / 255, timeMs: 80 * i })));
    fc.assert(fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (a, b) => {
      const span: Span = [Math.min(a, b), Math.max(a, b)];
      const part = unpackInk(inkOfSpan(even, span));
      for (const [at, place] of [[part[0], span[0]], [part[part.length - 1], span[1]]] as const) {
        expect(Math.abs((at?.x ?? NaN) - 40 * place)).toBeLessThanOrEqual(INK_STEP);
        expect(Math.abs((at?.y ?? NaN) - 30 * place)).toBeLessThanOrEqual(INK_STEP);
        expect(Math.abs((at?.pressure ?? NaN) * 255 - 50 - place)).toBeLessThanOrEqual(0.51);
        expect(Math.abs((at?.timeMs ?? NaN) - 80 * (place - span[0]))).toBeLessThanOrEqual(0.51);
      }
    }));
  });

  test('says that a ring meets a line when a place of the line lies in it', () => {
    fc.assert(fc.property(fc.oneof(ink, zigzag), sweep, (whole, { from, to, radius }) => {
      const nearest = Math.min(...alongInk(whole).map((at) => distanceToPiece(at, from, to)));
      if (nearest <= radius) expect(inkMeets(whole, from, to, radius)).toBe(true);
      const farther = Math.min(...unpackInk(whole).flatMap((a, i, all) => {
        const b = all[i + 1] ?? a;
        return Array.from({ length: 33 }, (_, k) => distanceToPiece({ x: a.x + ((b.x - a.x) * k) / 32, y: a.y + ((b.y - a.y) * k) / 32 }, from, to) - Math.hypot(b.x - a.x, b.y - a.y) / 64);
      }));
      if (farther > radius) expect(inkMeets(whole, from, to, radius)).toBe(false);
    }));
  });
});
