import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dotsShown, lotsRing, LOTS, REVEAL, stillAt, STILL_MS, stopsAt, strengthInRace, WON_MS } from '../../../renderer/screens/room/revealMotion.ts';

const votes = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 12 });

describe('the bars of a reveal', () => {
  test('all grow at the same speed per dot, until each has its own', () => {
    fc.assert(fc.property(votes, fc.integer({ min: 0, max: WON_MS }), (dots, ms) => {
      const most = Math.max(...dots);
      const shown = dots.map((count) => dotsShown(count, most, ms));
      const farthest = Math.max(...shown);
      shown.forEach((length, i) => expect(length).toBe(Math.min(dots[i] as number, farthest)));
    }));
  });

  test('stop from the last place to the first, the winner with the end of the race', () => {
    fc.assert(fc.property(votes, (dots) => {
      const most = Math.max(...dots);
      const order = [...dots].sort((a, b) => a - b).map((count) => stopsAt(count, most));
      expect(order).toEqual([...order].sort((a, b) => a - b));
      if (most > 0) expect(stopsAt(most, most)).toBe(REVEAL.race.to);
    }));
  });

  test('whatever has stopped steps back for those that go on, and comes back when all move', () => {
    fc.assert(fc.property(votes, (dots) => {
      const most = Math.max(...dots);
      for (const count of dots) {
        expect(strengthInRace(count, most, stopsAt(count, most))).toBe(1);
        expect(strengthInRace(count, most, REVEAL.move.from) < 1).toBe(count < most && stopsAt(count, most) + 150 < REVEAL.move.from);
        expect(strengthInRace(count, most, REVEAL.move.to)).toBe(1);
        // Pale, but still to be read.
        expect(strengthInRace(count, most, REVEAL.move.from)).toBeGreaterThan(0.5);
      }
    }));
  });

  test('go slower where the first places part than at the start', () => {
    expect(stopsAt(2, 20) - stopsAt(0, 20)).toBeLessThan(stopsAt(20, 20) - stopsAt(18, 20));
  });

  test('nothing grows while the room is quiet', () => {
    expect(dotsShown(19, 19, REVEAL.race.from)).toBe(0);
    expect(REVEAL.race.from - REVEAL.fade.to).toBeGreaterThanOrEqual(1000);
  });
});

describe('lots', () => {
  test('end on the one that was drawn, after going past everybody at least three times', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(), (count, n) => {
      const drawn = n % count;
      expect(lotsRing(count, drawn, LOTS.round.to)).toEqual({ from: drawn, to: drawn, share: 1 });
      const past = new Map<number, number>();
      let before = -1;
      for (let ms = LOTS.round.from; ms <= LOTS.round.to; ms += 4) {
        const { from } = lotsRing(count, drawn, ms);
        if (from !== before) past.set(from, (past.get(from) ?? 0) + 1);
        before = from;
      }
      for (let i = 0; i < count; i++) expect(past.get(i)).toBeGreaterThanOrEqual(3);
    }));
  });

  test('go slower towards the end', () => {
    const stepsIn = (from: number, to: number): number => {
      let steps = 0, before = lotsRing(3, 1, from).from;
      for (let ms = from; ms < to; ms += 4) {
        const now = lotsRing(3, 1, ms).from;
        if (now !== before) steps++;
        before = now;
      }
      return steps;
    };
    const half = (LOTS.round.from + LOTS.round.to) / 2;
    expect(stepsIn(LOTS.round.from, half)).toBeGreaterThan(2 * stepsIn(half, LOTS.round.to));
  });
});

describe('with less motion', () => {
  test('the same moments are shown as stills in their order, and the last one stays', () => {
    const stills = [500, 2700, WON_MS];
    const seen = [0, 1, 2, 9].map((n) => stillAt(stills, n * STILL_MS + STILL_MS / 2).above);
    expect(seen).toEqual([500, 2700, WON_MS, WON_MS]);
    expect(stillAt(stills, STILL_MS + 100)).toMatchObject({ below: 500, above: 2700, share: 0.5 });
  });
});
