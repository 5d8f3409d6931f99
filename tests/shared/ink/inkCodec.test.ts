import { fromByteArray, toByteArray } from 'base64-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INK_REACH, INK_STEP, inkBounds, packInk, unpackInk, type InkSample } from '../../../shared/ink/ink.ts';
import { decodeInk, encodedBounds, encodeInk } from '../../../shared/ink/inkCodec.ts';

const place = fc.oneof(fc.double({ min: -3000, max: 3000, noNaN: true }), fc.double({ min: -INK_REACH, max: INK_REACH, noNaN: true }));
const sample: fc.Arbitrary<InkSample> = fc.record({ x: place, y: place, pressure: fc.double({ min: 0, max: 1, noNaN: true }), timeMs: fc.integer({ min: 0, max: 4_000_000 }) });
const samples = fc.array(sample, { maxLength: 40 });

test('ink that was written and read is the same to the last digit', () => {
  fc.assert(fc.property(samples, (drawn) => {
    const ink = packInk(drawn);
    expect(decodeInk(encodeInk(ink))).toEqual(ink);
  }));
});

test('where ink lies can be told without decoding it', () => {
  fc.assert(fc.property(samples, (drawn) => {
    const text = encodeInk(packInk(drawn));
    expect(encodedBounds(text)).toEqual(inkBounds(decodeInk(text)));
  }));
  expect(() => encodedBounds(encodeInk(packInk([{ x: 1, y: 2, pressure: 1, timeMs: 0 }])).slice(4))).toThrow('Not ink');
});

test('every sample is kept, on the grid, at most half a step from where the pen was', () => {
  fc.assert(fc.property(fc.array(fc.record({ x: fc.double({ min: -3000, max: 3000, noNaN: true }), y: fc.double({ min: -3000, max: 3000, noNaN: true }), pressure: fc.double({ min: 0, max: 1, noNaN: true }), timeMs: fc.nat() })), (drawn) => {
    const kept = unpackInk(packInk(drawn));
    expect(kept.length).toBe(drawn.length);
    kept.forEach(({ x, y, pressure }, i) => {
      const from = drawn[i] as InkSample;
      expect(Number.isInteger(x / INK_STEP) && Number.isInteger(y / INK_STEP)).toBe(true);
      expect(Math.abs(x - from.x)).toBeLessThanOrEqual(INK_STEP / 2);
      expect(Math.abs(y - from.y)).toBeLessThanOrEqual(INK_STEP / 2);
      expect(Math.abs(pressure - from.pressure)).toBeLessThanOrEqual(0.5 / 255 + 1e-12);
    });
  }));
});

test('times never run backwards, whatever the clock of the pen says', () => {
  fc.assert(fc.property(samples, (drawn) => {
    const times = unpackInk(packInk(drawn)).map(({ timeMs }) => timeMs);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  }));
});

test('a sample that is no number does not fly off the sheet', () => {
  const [kept] = unpackInk(packInk([{ x: NaN, y: NaN, pressure: NaN, timeMs: NaN }]));
  expect(kept).toEqual({ x: 0, y: 0, pressure: 0, timeMs: 0 });
});

test('places beyond the reach of ink are clamped to it', () => {
  const [kept] = unpackInk(packInk([{ x: 1e9, y: -1e9, pressure: 7, timeMs: 0 }]));
  expect(kept).toEqual({ x: INK_REACH, y: -INK_REACH, pressure: 1, timeMs: 0 });
});

test('ink that was cut anywhere is refused', () => {
  fc.assert(fc.property(samples, (drawn) => {
    const text = encodeInk(packInk(drawn));
    const bytes = toByteArray(text);
    for (let length = 0; length < bytes.length; length++) expect(() => decodeInk(fromByteArray(bytes.slice(0, length)))).toThrow();
    for (let length = 0; length < text.length; length++) expect(() => decodeInk(text.slice(0, length))).toThrow();
  }), { numRuns: 25 });
});

test('ink with bytes left over is refused', () => {
  const bytes = toByteArray(encodeInk(packInk([{ x: 1, y: 2, pressure: 0.5, timeMs: 0 }])));
  expect(() => decodeInk(fromByteArray(Uint8Array.from([...bytes, 0])))).toThrow('left over');
});

/** Bytes of one sample, each field zigzagged and cut into sevens. */
function one(x: number, y: number, pressure: number, timeMs: number): string {
  const bytes = [1, 1];
  for (const value of [2 * x, 2 * y, 2 * pressure, timeMs]) {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  }
  return fromByteArray(Uint8Array.from(bytes));
}

test('ink with places, pressure or times that no pen gives is refused', () => {
  expect(decodeInk(one(64, 128, 255, 9)).x[0]).toBe(1);
  expect(() => decodeInk(one((INK_REACH + 1) / INK_STEP, 0, 0, 0))).toThrow('place');
  expect(() => decodeInk(one(0, (INK_REACH + 1) / INK_STEP, 0, 0))).toThrow('place');
  expect(() => decodeInk(one(0, 0, 256, 0))).toThrow('pressure');
  expect(() => decodeInk(one(0, 0, 0, 2 ** 32))).toThrow('time');
});

test('of any bytes ink is either read or refused, and what is read can be written again', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (rest) => {
    const text = fromByteArray(Uint8Array.from([1, ...rest]));
    let ink;
    try { ink = decodeInk(text); } catch { return; }
    expect(decodeInk(encodeInk(ink))).toEqual(ink);
  }), { numRuns: 500 });
});

test('the box of an ink goes around all its samples, and of none it has no size', () => {
  expect(inkBounds(packInk([]))).toEqual({ x: 0, y: 0, w: 0, h: 0 });
  const ink = packInk([{ x: 3, y: 9, pressure: 0, timeMs: 0 }, { x: -5, y: 2, pressure: 0, timeMs: 1 }]);
  expect(inkBounds(ink)).toEqual({ x: -5, y: 2, w: 8, h: 7 });
});
