import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compose, rotation, scaling, translation, type Matrix } from '../../../shared/geometry/matrix.ts';
import { walkPath } from '../../../shared/geometry/path.ts';
import { coarseOutline, isThin } from '../../../shared/ink/coarseOutline.ts';
import { packInk, type Ink } from '../../../shared/ink/ink.ts';
import { laidLine } from '../../../shared/ink/middleLine.ts';
import type { Nib } from '../../../shared/ink/outline.ts';
import { fillPixels, layLine, linePixels } from '../../../shared/paint/linePixels.ts';

const W = 220, H = 180;

type Line = { readonly ink: Ink; readonly nib: Nib };

/** How dark each pixel of white paper is, 0–255, when lines are laid on it in black. */
function laid(lines: readonly Line[], matrix: Matrix, { opacity = 1, w = W, h = H } = {}): readonly number[] {
  const data = new Uint8ClampedArray(w * h * 4), pixels = linePixels({ data, width: w, height: h });
  fillPixels(pixels, '#ffffff');
  for (const { ink, nib } of lines) layLine(pixels, laidLine(ink, nib, Math.hypot(matrix[0], matrix[1])), matrix, '#000000', opacity);
  return Array.from({ length: w * h }, (_, i) => 255 - (data[4 * i] as number));
}

/** The same with their outlines filled on a canvas. */
function filled(lines: readonly Line[], matrix: Matrix): readonly number[] {
  const context = createCanvas(W, H).getContext('2d');
  context.setTransform(...matrix);
  for (const { ink, nib } of lines) {
    context.beginPath();
    walkPath(coarseOutline(ink, nib, Math.hypot(matrix[0], matrix[1])), context);
    context.fill();
  }
  const { data } = context.getImageData(0, 0, W, H);
  return Array.from({ length: W * H }, (_, i) => data[4 * i + 3] as number);
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const differs = (a: readonly number[], b: readonly number[]): number => a.reduce((all, value, i) => all + Math.abs(value - (b[i] as number)), 0);

/** A hand that turns slowly, as handwriting does, near the middle. */
const hand = fc.record({
  turns: fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 10, maxLength: 60 }),
  stepUnits: fc.double({ min: 0.8, max: 4, noNaN: true }),
  widthUnits: fc.double({ min: 0.7, max: 5, noNaN: true }), thinning: fc.constantFrom(0, 0.62), smoothing: fc.double({ min: 0, max: 1, noNaN: true }),
}).map(({ turns, stepUnits, ...nib }): Line => {
  let angle = 0, x = 60, y = 70;
  const samples = turns.map((turn, i) => {
    angle += turn;
    x += stepUnits * Math.cos(angle);
    y += stepUnits * Math.sin(angle);
    return { x, y, pressure: 0.5 + 0.3 * Math.sin(i / 5), timeMs: 8 * i };
  });
  return { ink: packInk(samples), nib: { ...nib, blunt: false } };
});
const through = (places: readonly (readonly [number, number])[], widthUnits: number): Line => ({ ink: packInk(places.map(([x, y], i) => ({ x, y, pressure: 0.5, timeMs: 8 * i }))), nib: { widthUnits, thinning: 0, smoothing: 0, blunt: false } });

test('a thin line that is laid looks like its outline filled, turned, mirrored and at any scale', () => {
  fc.assert(fc.property(hand, fc.constantFrom(0.8, 1, 1.9), fc.double({ min: 0, max: 6, noNaN: true }), fc.constantFrom(1, -1), (line, pxPerUnit, turn, flip) => {
    fc.pre(isThin(line.nib.widthUnits, pxPerUnit));
    const matrix = compose(compose(translation(W / 2, H / 2), rotation(turn)), compose(scaling(pxPerUnit, flip * pxPerUnit), translation(-75, -75)));
    const own = laid([line], matrix), outline = filled([line], matrix);
    // The ends, and where the outline cuts its corners, are a few pixels.
    expect(differs(own, outline)).toBeLessThan(0.25 * sum(outline) + 8 * 255);
  }), { numRuns: 60 });
});

test('a straight line has as much ink as it is long and wide, wherever it goes', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 6.3, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.5, max: 6, noNaN: true }), (turn, phase, widthUnits) => {
    const places = Array.from({ length: 8 }, (_, i) => [(i - 3.5) * 15, 0] as const), line = through(places, widthUnits);
    const ink = sum(laid([line], compose(translation(W / 2 + phase, H / 2 + phase), rotation(turn)))) / 255;
    const { x, count } = laidLine(line.ink, line.nib, 1), length = (x[count - 1] as number) - (x[0] as number);
    expect(ink / (length * widthUnits + Math.PI * (widthUnits / 2) ** 2)).toBeCloseTo(1, 0.8);
    // At 45° whole rows of pixels lie equally far from the line.
  }), { numRuns: 100, examples: [[Math.PI / 4, 0, 0.5], [0.787124465310496, 0.9999999999999997, 0.5000000000000003]] });
});

test('a line that swells and shrinks does so evenly, as its outline does', () => {
  const ink = packInk([0, 1, 0, 0.2].map((pressure, i) => ({ x: 20 + 55 * i, y: 40 + 30 * (i % 2), pressure, timeMs: 8 * i })));
  const line: Line = { ink, nib: { widthUnits: 6, thinning: 0.62, smoothing: 0, blunt: false } };
  const own = laid([line], [1, 0, 0, 1, 0, 0]), outline = filled([line], [1, 0, 0, 1, 0, 0]);
  expect(differs(own, outline)).toBeLessThan(0.16 * sum(outline));
});

test('a hair is as pale as it is thin', () => {
  const dark = (widthUnits: number): number => sum(laid([through([[20, 20.3], [120, 60.1]], widthUnits)], [1, 0, 0, 1, 0, 0]));
  expect(dark(0.4) / dark(0.8)).toBeCloseTo(0.5, 1);
  expect(dark(0.8) / dark(1.6)).toBeCloseTo(0.5, 1);
});

test('a line that lets through what lies below it is no darker where it crosses itself', () => {
  const pixels = laid([through([[20, 20], [150, 140], [150, 20], [20, 140]], 5)], [1, 0, 0, 1, 0, 0], { opacity: 0.38 });
  expect(Math.max(...pixels)).toBe(Math.round(0.38 * 255));
});

test('two pictures side by side show a line as one picture does', () => {
  fc.assert(fc.property(hand, fc.integer({ min: 40, max: 180 }), (line, cut) => {
    const whole = laid([line], [1.3, 0, 0, 1.3, 3, -6]);
    const left = laid([line], [1.3, 0, 0, 1.3, 3, -6], { w: cut }), right = laid([line], [1.3, 0, 0, 1.3, 3 - cut, -6], { w: W - cut });
    const joined = whole.map((_, i) => (i % W < cut ? left[Math.floor(i / W) * cut + (i % W)] : right[Math.floor(i / W) * (W - cut) + (i % W) - cut]) as number);
    expect(Math.max(...joined.map((value, i) => Math.abs(value - (whole[i] as number))))).toBeLessThanOrEqual(12);
  }));
});

test('a line far outside, or longer than the picture many times over, leaves nothing behind for the next one', () => {
  const far = through([[-90_000, 40], [-80_000, 90]], 3), across = through([[-90_000, 50.5], [90_000, 50.5]], 3);
  expect(sum(laid([far], [1, 0, 0, 1, 0, 0]))).toBe(0);
  const one = laid([across], [1, 0, 0, 1, 0, 0]);
  expect([48, 49, 50, 51, 52].map((row) => one[row * W + 100])).toEqual([0, 255, 255, 255, 0]);
  expect(laid([far, across, far], [1, 0, 0, 1, 0, 0])).toEqual(one);
});

test('a tap is a round dot', () => {
  const dot = laid([through([[50.5, 50.5]], 4)], [2, 0, 0, 2, 0, 0]);
  expect(sum(dot) / 255).toBeCloseTo(Math.PI * (2 * 1.15 * 2) ** 2, -1);
  expect(dot[101 * W + 101]).toBe(255);
});

test('a tap that is pressed harder and harder is a round dot too', () => {
  const ink = packInk([0.1, 0.6].map((pressure, i) => ({ x: 50.25, y: 50.25, pressure, timeMs: 8 * i }))), line: Line = { ink, nib: { widthUnits: 3, thinning: 0.62, smoothing: 0, blunt: false } };
  const dot = laid([line], [2, 0, 0, 2, 0, 0]), row = (y: number): readonly number[] => dot.slice(y * W, (y + 1) * W);
  for (let i = 1; i < 6; i++) expect([row(100)[100 - i], row(100 - i)[100], row(100 + i)[100]], `${i} px away`).toEqual([row(100)[100 + i], row(100)[100 + i], row(100)[100 + i]]);
  expect(sum(dot)).toBeGreaterThan(20 * 255);
});

test('a long straight line goes on from one picture to the one below it', () => {
  const line = through([[40.3, 1], [97.8, 1020]], 2), above = laid([line], [1, 0, 0, 1, 0, 0], { h: 512 }), below = laid([line], [1, 0, 0, 1, 0, -512], { h: 512 });
  const middleOf = (pixels: readonly number[], row: number): number => {
    const darks = pixels.slice(row * W, (row + 1) * W);
    return darks.reduce((all, dark, x) => all + dark * x, 0) / sum(darks);
  };
  const perRow = (97.8 - 40.3) / 1019;
  expect(middleOf(below, 0) - middleOf(above, 511)).toBeCloseTo(perRow, 1);
  expect(Math.abs(middleOf(above, 511) - (40.3 + 510.5 * perRow - 0.5))).toBeLessThan(0.06);
});
