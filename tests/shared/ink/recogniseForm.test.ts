import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../shared/base/seededRandom.ts';
import type { Point } from '../../../shared/geometry/box.ts';
import { rotation, transformPoint } from '../../../shared/geometry/matrix.ts';
import { recogniseForm } from '../../../shared/ink/recogniseForm.ts';
import { pulledForm } from '../../../shared/ink/pulledForm.ts';
import type { RoughForm } from '../../../shared/ink/roughForm.ts';

/** A hand goes through corners: many samples, slow wander, a tremble, ends that do not quite meet. */
function byHand(corners: readonly Point[], seed: number, { wander = 0.02, cluster = true, closed = false, gap = 0 } = {}): readonly Point[] {
  const random = seededRandom(seed);
  const size = Math.max(...corners.map(({ x }) => x)) - Math.min(...corners.map(({ x }) => x)) + Math.max(...corners.map(({ y }) => y)) - Math.min(...corners.map(({ y }) => y));
  const way = closed ? [...corners, corners[0] as Point] : corners;
  const points: Point[] = [];
  const phase = random() * 6, quick = 2 + random() * 3;
  way.slice(1).forEach((b, i) => {
    const a = way[i] as Point;
    const steps = Math.max(3, Math.round(Math.hypot(b.x - a.x, b.y - a.y) / 4));
    for (let k = i === 0 ? 0 : 1; k <= steps; k++) points.push({ x: a.x + ((b.x - a.x) * k) / steps, y: a.y + ((b.y - a.y) * k) / steps });
  });
  const kept = points.slice(0, Math.max(2, Math.round(points.length * (1 - gap))));
  const strayed = kept.map(({ x, y }, i) => {
    const t = i / kept.length;
    return {
      x: x + (Math.sin(t * quick * 6 + phase) * wander * 0.5 + (random() - 0.5) * wander * 0.3) * size * 0.5,
      y: y + (Math.cos(t * quick * 5 + phase) * wander * 0.5 + (random() - 0.5) * wander * 0.3) * size * 0.5,
    };
  });
  const last = strayed[strayed.length - 1] as Point;
  // Held still at the end: a heap of samples in one place.
  return cluster ? [...strayed, ...Array.from({ length: 20 }, () => ({ x: last.x + random() - 0.5, y: last.y + random() - 0.5 }))] : strayed;
}

const round = (w: number, h: number, middle: Point, radians: number, from = -1): readonly Point[] =>
  Array.from({ length: 60 }, (_, i) => transformPoint(rotation(radians, middle), { x: middle.x + (Math.cos(from + (i * Math.PI) / 29.5) * w) / 2, y: middle.y + (Math.sin(from + (i * Math.PI) / 29.5) * h) / 2 }));
const turned = (corners: readonly Point[], radians: number): readonly Point[] => corners.map((p) => transformPoint(rotation(radians, { x: 300, y: 300 }), p));
const boxCorners = (w: number, h: number): readonly Point[] => [{ x: 300 - w / 2, y: 300 - h / 2 }, { x: 300 + w / 2, y: 300 - h / 2 }, { x: 300 + w / 2, y: 300 + h / 2 }, { x: 300 - w / 2, y: 300 + h / 2 }];

const seeds = fc.integer({ min: 1, max: 1e6 });
const sizes = fc.integer({ min: 60, max: 420 });
const LEAST = 24;
const kindOf = (form: RoughForm | null): string => form?.kind ?? 'nothing';

describe('a line that ends in a rest becomes', () => {
  test('a straight line, in whatever direction', () => {
    fc.assert(fc.property(seeds, sizes, fc.double({ min: 0, max: 6.28, noNaN: true }), (seed, length, angle) => {
      const to = { x: 300 + Math.cos(angle) * length, y: 300 + Math.sin(angle) * length };
      const form = recogniseForm(byHand([{ x: 300, y: 300 }, to], seed, { wander: 0.03 }), LEAST);
      expect(kindOf(form)).toBe('line');
      if (form?.kind === 'line') expect(Math.hypot(form.to.x - to.x, form.to.y - to.y)).toBeLessThan(length * 0.06 + 2);
    }), { numRuns: 150 });
  });

  test('a circle when it is nearly as high as wide', () => {
    fc.assert(fc.property(seeds, sizes, fc.double({ min: -3, max: 3, noNaN: true }), (seed, size, from) => {
      const form = recogniseForm(byHand(round(size, size * 0.95, { x: 300, y: 300 }, 0, from), seed), LEAST);
      expect(form).toMatchObject({ kind: 'ellipse', radians: 0 });
      if (form?.kind === 'ellipse') expect(form.w).toBe(form.h);
    }), { numRuns: 150 });
  });

  test('an ellipse, upright or turned, that lies where it was drawn', () => {
    fc.assert(fc.property(seeds, sizes, fc.double({ min: 0.35, max: 0.75, noNaN: true }), fc.double({ min: -0.7, max: 0.7, noNaN: true }), (seed, size, flat, radians) => {
      const form = recogniseForm(byHand(round(size, size * flat, { x: 300, y: 300 }, radians), seed), LEAST);
      expect(kindOf(form)).toBe('ellipse');
      if (form?.kind !== 'ellipse') return;
      expect(Math.hypot(form.middle.x - 300, form.middle.y - 300)).toBeLessThan(size * 0.06);
      expect(Math.max(form.w, form.h) / size).toBeGreaterThan(0.88);
      expect(Math.max(form.w, form.h) / size).toBeLessThan(1.12);
    }), { numRuns: 150 });
  });

  test('a box, which stands upright when the hand was only a little askew', () => {
    fc.assert(fc.property(seeds, sizes, fc.double({ min: 0.4, max: 1, noNaN: true }), fc.double({ min: -0.12, max: 0.12, noNaN: true }), (seed, w, flat, askew) => {
      const form = recogniseForm(byHand(turned(boxCorners(w, w * flat), askew), seed, { closed: true, gap: 0.02 }), LEAST);
      expect(form).toMatchObject({ kind: 'rectangle', radians: 0 });
      if (form?.kind === 'rectangle') expect(Math.abs(form.w / w - 1)).toBeLessThan(0.15);
    }), { numRuns: 150 });
  });

  test('a box that is clearly turned, and stays so', () => {
    fc.assert(fc.property(seeds, sizes, fc.double({ min: 0.35, max: 0.6, noNaN: true }), (seed, w, askew) => {
      const form = recogniseForm(byHand(turned(boxCorners(w, w * 0.55), askew), seed, { closed: true }), LEAST);
      expect(kindOf(form)).toBe('rectangle');
      if (form?.kind === 'rectangle') expect(Math.abs(form.radians - askew)).toBeLessThan(0.12);
    }), { numRuns: 100 });
  });

  test('a diamond', () => {
    fc.assert(fc.property(seeds, sizes, fc.double({ min: 0.55, max: 1.6, noNaN: true }), (seed, w, flat) => {
      const h = w * flat;
      const corners = [{ x: 300, y: 300 - h / 2 }, { x: 300 + w / 2, y: 300 }, { x: 300, y: 300 + h / 2 }, { x: 300 - w / 2, y: 300 }];
      expect(kindOf(recogniseForm(byHand(corners, seed, { closed: true }), LEAST))).toBe('diamond');
    }), { numRuns: 100 });
  });

  test('a triangle', () => {
    fc.assert(fc.property(seeds, sizes, fc.double({ min: -0.3, max: 0.3, noNaN: true }), (seed, w, lean) => {
      const corners = [{ x: 300 + w * lean, y: 300 - w / 2 }, { x: 300 + w / 2, y: 300 + w / 3 }, { x: 300 - w / 2, y: 300 + w / 3 }];
      expect(kindOf(recogniseForm(byHand(corners, seed, { closed: true }), LEAST))).toBe('triangle');
    }), { numRuns: 100 });
  });

  test('an arrow, straight or bowed, that points where it was drawn to', () => {
    fc.assert(fc.property(seeds, fc.integer({ min: 120, max: 420 }), fc.double({ min: 0, max: 6.28, noNaN: true }), fc.double({ min: -0.22, max: 0.22, noNaN: true }), fc.boolean(), (seed, length, angle, bow, closedHead) => {
      const shaft = Array.from({ length: 13 }, (_, i) => ({ x: 300 + (length * i) / 12, y: 300 + Math.sin((i / 12) * Math.PI) * length * bow }));
      const tip = shaft[12] as Point;
      const lean = Math.atan2(tip.y - (shaft[10] as Point).y, tip.x - (shaft[10] as Point).x);
      const barb = (side: number): Point => ({ x: tip.x + Math.cos(lean + Math.PI - side * 0.55) * length * 0.2, y: tip.y + Math.sin(lean + Math.PI - side * 0.55) * length * 0.2 });
      const drawn = byHand(turned([...shaft, barb(1), ...(closedHead ? [] : [tip]), barb(-1)], angle), seed, { wander: 0.008 });
      const form = recogniseForm(drawn, LEAST);
      expect(kindOf(form)).toBe('arrow');
      if (form?.kind !== 'arrow') return;
      const at = turned([tip], angle)[0] as Point;
      expect(Math.hypot(form.to.x - at.x, form.to.y - at.y)).toBeLessThan(length * 0.08);
      expect(Math.abs(form.bend - 2 * bow)).toBeLessThan(0.16);
    }), { numRuns: 200 });
  });
});

describe('what is no form stays as it was drawn:', () => {
  const wave = Array.from({ length: 80 }, (_, i) => ({ x: 100 + i * 4, y: 300 + Math.sin(i / 6) * 40 }));
  const spiral = Array.from({ length: 160 }, (_, i) => ({ x: 300 + Math.cos(i / 8) * i, y: 300 + Math.sin(i / 8) * i }));
  const bow = Array.from({ length: 40 }, (_, i) => ({ x: 300 + Math.cos((i / 40) * Math.PI) * 100, y: 300 + Math.sin((i / 40) * Math.PI) * 100 }));
  const tick = [{ x: 200, y: 300 }, { x: 240, y: 350 }, { x: 340, y: 200 }];
  const eight = Array.from({ length: 100 }, (_, i) => ({ x: 300 + Math.sin((i / 50) * Math.PI) * 80, y: 300 + Math.sin((i / 25) * Math.PI) * 90 }));
  const star = Array.from({ length: 6 }, (_, i) => ({ x: 300 + Math.cos((i * 4 * Math.PI) / 5) * 120, y: 300 + Math.sin((i * 4 * Math.PI) / 5) * 120 }));
  const there = [{ x: 100, y: 100 }, { x: 400, y: 110 }, { x: 100, y: 120 }];
  test.each([['a wave', wave], ['a spiral', spiral], ['half a circle', bow], ['a tick', tick], ['an eight', eight], ['a star', star], ['a line there and back', there]])('%s', (_name, points) => {
    for (let seed = 1; seed < 30; seed++) expect(kindOf(recogniseForm(byHand(points, seed, { wander: 0.01 }), LEAST))).toBe('nothing');
  });
  test('writing, which is small', () => {
    expect(recogniseForm(byHand(round(12, 12, { x: 300, y: 300 }, 0), 3), LEAST)).toBeNull();
  });
  test('a dot, and nothing at all', () => {
    expect(recogniseForm([{ x: 3, y: 3 }], LEAST)).toBeNull();
    expect(recogniseForm([], LEAST)).toBeNull();
  });
});

test('any scribble gives finite numbers or nothing', () => {
  const spot = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
  fc.assert(fc.property(fc.array(spot, { maxLength: 30 }), (points) => {
    const form = recogniseForm(points, LEAST);
    expect(/null|NaN/.test(JSON.stringify(form))).toBe(form === null);
  }), { numRuns: 300 });
});

describe('while the pen is still down', () => {
  const circle: RoughForm = { kind: 'ellipse', middle: { x: 100, y: 100 }, w: 80, h: 40, radians: 0 };
  test('a form grows about its middle as the pen goes away from it', () => {
    expect(pulledForm(circle, { x: 140, y: 100 }, { x: 180, y: 100 }, false)).toEqual({ ...circle, w: 160, h: 80 });
    expect(pulledForm(circle, { x: 140, y: 100 }, { x: 140, y: 100 }, false)).toEqual(circle);
  });
  test('with shift an ellipse becomes a circle', () => {
    expect(pulledForm(circle, { x: 140, y: 100 }, { x: 140, y: 100 }, true)).toMatchObject({ w: 80, h: 80 });
  });
  test('the end of a line follows, with shift by steps of 15°', () => {
    const line: RoughForm = { kind: 'line', from: { x: 0, y: 0 }, to: { x: 100, y: 0 } };
    expect(pulledForm(line, { x: 101, y: 1 }, { x: 121, y: 31 }, false)).toMatchObject({ to: { x: 120, y: 30 } });
    const stepped = pulledForm(line, { x: 100, y: 0 }, { x: 100, y: 30 }, true);
    expect(stepped.kind === 'line' && Math.atan2(stepped.to.y, stepped.to.x)).toBeCloseTo(Math.PI / 12, 6);
  });
});
