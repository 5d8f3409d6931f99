import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readableUnits } from '../../../shared/scene/farReading.ts';

describe('reading from the last row', () => {
  test('ten metres before a picture of 2.4 m need 56 px on 1920', () => {
    expect(readableUnits({ distanceM: 10, pictureM: 2.4 }, { w: 1920, h: 1080 })).toBeCloseTo(56.25, 2);
  });

  test('a sheet that is higher than the picture is shown smaller, and needs larger letters', () => {
    const seats = { distanceM: 10, pictureM: 2.4 };
    expect(readableUnits(seats, { w: 1214, h: 858 })).toBeCloseTo(56.25 / (1080 / 858), 2);
    expect(readableUnits(seats, { w: 607, h: 429 })).toBeCloseTo(56.25 / (1080 / 429), 2);
  });

  test('twice as far needs letters twice as large, twice as wide a picture half', () => {
    fc.assert(fc.property(fc.double({ min: 2, max: 40, noNaN: true }), fc.double({ min: 1, max: 8, noNaN: true }), (distanceM, pictureM) => {
      const shown = { w: 1000, h: 700 };
      const once = readableUnits({ distanceM, pictureM }, shown);
      expect(readableUnits({ distanceM: 2 * distanceM, pictureM }, shown)).toBeCloseTo(2 * once, 6);
      expect(readableUnits({ distanceM, pictureM: 2 * pictureM }, shown)).toBeCloseTo(once / 2, 6);
    }));
  });
});
