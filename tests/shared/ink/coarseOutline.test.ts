import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathBounds, walkPath, type Path } from '../../../shared/geometry/path.ts';
import { coarseOutline, isThin } from '../../../shared/ink/coarseOutline.ts';
import { inkBounds, packInk, type Ink } from '../../../shared/ink/ink.ts';
import { inkOutline, nibReach, type Nib } from '../../../shared/ink/outline.ts';

const PAGE_PX = 260;

/** How dark each pixel is when a path is filled at a scale, 0–255. */
function filled(path: Path, pxPerUnit: number): Uint8ClampedArray {
  const canvas = createCanvas(PAGE_PX, PAGE_PX);
  const context: SKRSContext2D = canvas.getContext('2d');
  context.setTransform(pxPerUnit, 0, 0, pxPerUnit, 0, 0);
  context.beginPath();
  walkPath(path, context);
  context.fill();
  return context.getImageData(0, 0, PAGE_PX, PAGE_PX).data.filter((_, i) => i % 4 === 3);
}

const sum = (values: Uint8ClampedArray): number => values.reduce((all, value) => all + value, 0);

/** A hand that turns slowly, as handwriting does, from a place on the page. */
const hand = fc.record({
  x: fc.double({ min: 60, max: 120, noNaN: true }), y: fc.double({ min: 60, max: 120, noNaN: true }),
  turns: fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 10, maxLength: 60 }),
  stepUnits: fc.double({ min: 0.6, max: 3, noNaN: true }),
  widthUnits: fc.double({ min: 1.5, max: 5, noNaN: true }), thinning: fc.constantFrom(0, 0.62), smoothing: fc.double({ min: 0, max: 1, noNaN: true }),
}).map(({ x, y, turns, stepUnits, ...nib }): { readonly ink: Ink; readonly nib: Nib } => {
  let angle = 0, px = x, py = y;
  const samples = turns.map((turn, i) => {
    angle += turn;
    px += stepUnits * Math.cos(angle);
    py += stepUnits * Math.sin(angle);
    return { x: px, y: py, pressure: 0.5 + 0.3 * Math.sin(i / 5), timeMs: 8 * i };
  });
  return { ink: packInk(samples), nib: { ...nib, blunt: false } };
});

test('painted small, the coarse outline of a line looks like the fine one', () => {
  fc.assert(fc.property(hand, fc.constantFrom(0.6, 0.95, 1.35), ({ ink, nib }, pxPerUnit) => {
    fc.pre(isThin(nib.widthUnits, pxPerUnit));
    const coarse = filled(coarseOutline(ink, nib, pxPerUnit), pxPerUnit), fine = filled(inkOutline(ink, nib), pxPerUnit);
    const differs = coarse.reduce((all, value, i) => all + Math.abs(value - (fine[i] as number)), 0);
    // Half a px along both sides of a line of 3 px would be a third of its ink.
    expect(differs).toBeLessThan(0.2 * sum(fine) + 6 * 255);
  }), { numRuns: 150 });
});

/** A quick hand goes around and leaves few samples. */
const quickHand = fc.record({
  rx: fc.double({ min: 20, max: 80, noNaN: true }), ry: fc.double({ min: 20, max: 80, noNaN: true }), turned: fc.double({ min: 0, max: 6, noNaN: true }),
  samples: fc.integer({ min: 16, max: 40 }), around: fc.double({ min: 3, max: 9, noNaN: true }),
  widthUnits: fc.double({ min: 1.5, max: 5, noNaN: true }), thinning: fc.constantFrom(0, 0.62), smoothing: fc.double({ min: 0, max: 1, noNaN: true }),
}).map(({ rx, ry, turned, samples, around, ...nib }): { readonly ink: Ink; readonly nib: Nib } => ({
  ink: packInk(Array.from({ length: samples }, (_, i) => ({ x: 95 + rx * Math.cos(turned + (around * i) / samples), y: 95 + ry * Math.sin(turned + (around * i) / samples), pressure: 0.5 + 0.3 * Math.sin(i / 5), timeMs: 8 * i }))),
  nib: { ...nib, blunt: false },
}));

test('the line of a quick hand, whose samples lie far apart, is as round painted small as its fine outline', () => {
  fc.assert(fc.property(quickHand, fc.constantFrom(0.6, 0.95, 1.35), ({ ink, nib }, pxPerUnit) => {
    fc.pre(isThin(nib.widthUnits, pxPerUnit));
    const coarse = filled(coarseOutline(ink, nib, pxPerUnit), pxPerUnit), fine = filled(inkOutline(ink, nib), pxPerUnit);
    const differs = coarse.reduce((all, value, i) => all + Math.abs(value - (fine[i] as number)), 0);
    const lengthPx = pxPerUnit * Array.from({ length: ink.count - 1 }, (_, i) => Math.hypot((ink.x[i + 1] as number) - (ink.x[i] as number), (ink.y[i + 1] as number) - (ink.y[i] as number))).reduce((all, far) => all + far, 0);
    // A quarter of a px beside each side of it, and two round ends.
    expect(differs / 255).toBeLessThan(0.5 * lengthPx + 9);
  }), { numRuns: 150 });
});

test('it stays within the reach of its nib', () => {
  fc.assert(fc.property(hand, ({ ink, nib }) => {
    const { x, y, w, h } = inkBounds(ink), reach = nibReach(nib) + 0.05;
    const outline = pathBounds(coarseOutline(ink, nib, 1));
    expect(outline.x).toBeGreaterThanOrEqual(x - reach);
    expect(outline.y).toBeGreaterThanOrEqual(y - reach);
    expect(outline.x + outline.w).toBeLessThanOrEqual(x + w + reach);
    expect(outline.y + outline.h).toBeLessThanOrEqual(y + h + reach);
  }));
});

test('a tap is a round dot', () => {
  const nib: Nib = { widthUnits: 4, thinning: 0, smoothing: 0.5, blunt: false };
  const dot = pathBounds(coarseOutline(packInk([{ x: 50, y: 50, pressure: 0.5, timeMs: 0 }]), nib, 1));
  expect(dot.w).toBeGreaterThan(3.5);
  expect(Math.abs(dot.w - dot.h)).toBeLessThan(0.4);
});

test('a zoom within a step of two needs no new outline, one beyond it does', () => {
  const ink = packInk(Array.from({ length: 30 }, (_, i) => ({ x: i, y: 3 * Math.sin(i), pressure: 0.5, timeMs: i })));
  const nib: Nib = { widthUnits: 2, thinning: 0, smoothing: 0.5, blunt: false };
  const first = coarseOutline(ink, nib, 0.6);
  expect(coarseOutline(ink, nib, 0.95)).toBe(first);
  expect(coarseOutline(ink, nib, 1.2)).not.toBe(first);
});

test('a line that is broad on the screen is not painted coarsely', () => {
  expect(isThin(3.6, 1)).toBe(true);
  expect(isThin(3.6, 4)).toBe(false);
});
