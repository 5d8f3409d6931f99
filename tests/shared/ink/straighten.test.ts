import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceToPiece } from '../../../shared/geometry/distance.ts';
import { packInk } from '../../../shared/ink/ink.ts';
import { laidLine, middleLine } from '../../../shared/ink/middleLine.ts';
import { straighten, type LinePlaces } from '../../../shared/ink/straighten.ts';

type Place = { readonly x: number; readonly y: number; readonly radius: number };

const lineThrough = (places: readonly Place[]): LinePlaces => ({
  count: places.length, x: Float64Array.from(places, ({ x }) => x), y: Float64Array.from(places, ({ y }) => y), radius: Float64Array.from(places, ({ radius }) => radius),
});
const placesOf = ({ count, x, y, radius }: Readonly<LinePlaces>): readonly Place[] => Array.from({ length: count }, (_, i) => ({ x: x[i] as number, y: y[i] as number, radius: radius[i] as number }));

const straightened = (places: readonly Place[], most: number): readonly Place[] => {
  const line = lineThrough(places);
  straighten(line, most);
  return placesOf(line);
};

const small = fc.double({ min: -1, max: 1, noNaN: true });
/** A hand that goes on, turns back now and then, rests, and presses now more and now less. */
const way = fc.array(fc.record({ along: fc.double({ min: -0.6, max: 3, noNaN: true }), turn: small, swell: small, rests: fc.boolean() }), { minLength: 1, maxLength: 60 }).map((steps) => {
  let x = 0, y = 0, angle = 0, radius = 2;
  return steps.map(({ along, turn, swell, rests }): Place => {
    angle += 0.5 * turn ** 3;
    if (!rests) { x += along * Math.cos(angle); y += along * Math.sin(angle); }
    radius = Math.min(4, Math.max(0.2, radius + 0.3 * swell ** 3));
    return { x, y, radius };
  });
});

test('what is left out of a line lies as near to what stays as is allowed, and is as broad', () => {
  fc.assert(fc.property(way, fc.double({ min: 0.02, max: 0.6, noNaN: true }), (places, most) => {
    const left = straightened(places, most);
    expect(left[0]).toEqual(places[0]);
    expect(left[left.length - 1]).toEqual(places[places.length - 1]);
    let at = 0;
    for (const [i, from] of left.entries()) {
      const to = left[i + 1];
      if (!to) continue;
      expect(places[at]).toEqual(from);
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      for (at++; at < places.length; at++) {
        const place = places[at] as Place;
        if (place.x === to.x && place.y === to.y && place.radius === to.radius) break;
        expect(distanceToPiece(place, from, to)).toBeLessThanOrEqual(most + 1e-9);
        const share = length === 0 ? 0 : Math.hypot(place.x - from.x, place.y - from.y) / length;
        // So near to where a stretch begins nothing of the line is seen beside its round end.
        if (share * length > most) expect(Math.abs(place.radius - from.radius - share * (to.radius - from.radius))).toBeLessThanOrEqual(most + 1e-9);
      }
    }
  }), { numRuns: 300 });
});

test('of a straight line its ends are left, however many places it has', () => {
  const places = Array.from({ length: 80 }, (_, i) => ({ x: 0.7 * i, y: 0.35 * i + 0.01 * (i % 2), radius: 1 + 0.005 * i }));
  expect(straightened(places, 0.05)).toEqual([places[0], places[79]]);
});

test('where a line turns, turns back or swells it keeps the place', () => {
  const corner = { x: 5, y: 0, radius: 1 }, end = { x: 5, y: 6, radius: 1 };
  expect(straightened([{ x: 0, y: 0, radius: 1 }, corner, end], 0.1)).toContainEqual(corner);
  expect(straightened([{ x: 0, y: 0, radius: 1 }, corner, { x: 1, y: 0, radius: 1 }], 0.1)).toContainEqual(corner);
  expect(straightened([{ x: 0, y: 0, radius: 1 }, { x: 5, y: 0, radius: 2 }, { x: 10, y: 0, radius: 1 }], 0.1)).toContainEqual({ x: 5, y: 0, radius: 2 });
});

test('a curve that is laid as pixels goes where its outline goes, with fewer places', () => {
  const ink = packInk(Array.from({ length: 160 }, (_, i) => ({ x: 60 + 50 * Math.sin(i / 16), y: 60 + 40 * Math.cos(i / 12), pressure: 0.5, timeMs: 8 * i })));
  const nib = { widthUnits: 1.2, thinning: 0, smoothing: 0.5 };
  // The next line writes over the one before.
  const outlined = placesOf(middleLine(ink, nib, 0.5)), laid = placesOf(laidLine(ink, nib, 1));
  expect(laid.length).toBeLessThan(0.7 * outlined.length);
  for (const place of outlined) expect(Math.min(...laid.slice(1).map((to, i) => distanceToPiece(place, laid[i] as Place, to)))).toBeLessThan(0.126);
});
