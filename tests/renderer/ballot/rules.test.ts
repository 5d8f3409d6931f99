import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type MarkId } from '../../../shared/base/ids.ts';
import { dotsLeft, dotsOn, give, mayGive, sameDots, takeBack, type DotsInHand } from '../../../renderer/ballot/dotsInHand.ts';
import { waitAfter } from '../../../renderer/ballot/patience.ts';
import { codeOnCard, tidyCode } from '../../../renderer/ballot/seatCode.ts';
import { shuffled } from '../../../renderer/ballot/shuffle.ts';
import { numeralOn } from '../../../renderer/ballot/tableDisk.ts';
import { numeralOn as numeralOnBoard, hexOf, TABLE_INKS } from '../../../shared/board/palette.ts';

const mark = (name: string): MarkId => asId<MarkId>(name);
const panda = mark('panda');
const jungle = mark('jungle');

describe('the code of a seat', () => {
  test('small letters, spaces and hyphens do not matter', () => {
    expect(tidyCode(' kx7-p3q ')).toBe('KX7P3Q');
    expect(tidyCode('KX7 P3Q')).toBe('KX7P3Q');
  });

  test('a whole address that was pasted or scanned gives the code behind its sign', () => {
    expect(tidyCode('http://192.168.8.20:8080/#KX7P3Q')).toBe('KX7P3Q');
  });

  test('signs that no card has are left out, and what is too much is cut off', () => {
    expect(tidyCode('0O1IL5S8BZ')).toBe('');
    expect(tidyCode('KX7P3QACD')).toBe('KX7P3Q');
  });

  test('it is shown as on the card, also half-way', () => {
    expect(['', 'KX', 'KX7', 'KX7P', 'KX7P3Q'].map(codeOnCard)).toEqual(['', 'KX', 'KX7', 'KX7 P', 'KX7 P3Q']);
  });
});

describe('dots in the hand', () => {
  const three = { dotsPerPerson: 3, atMostPerCandidate: 2 };

  test('a third dot on the same candidate is not given where two are the most', () => {
    const dots = give(give(give([], panda, three), panda, three), panda, three);
    expect(dots).toEqual([panda, panda]);
    expect(dotsLeft(dots, three)).toBe(1);
    expect([mayGive(dots, panda, three), mayGive(dots, jungle, three)]).toEqual([false, true]);
  });

  test('a dot that is taken back can be given again', () => {
    expect(takeBack([panda, jungle, panda], panda)).toEqual([panda, jungle]);
    expect(takeBack([jungle], panda)).toEqual([jungle]);
  });

  test('whatever is tapped, the rule holds, and the same dots in another order are the same ballot', () => {
    const steps = fc.array(fc.record({ candidate: fc.constantFrom(panda, jungle, mark('kraam')), more: fc.boolean() }));
    const rules = fc.record({ dotsPerPerson: fc.integer({ min: 1, max: 6 }), atMostPerCandidate: fc.integer({ min: 1, max: 6 }) });
    fc.assert(fc.property(steps, rules, (taps, rule) => {
      const dots = taps.reduce<DotsInHand>((now, { candidate, more }) => (more ? give(now, candidate, rule) : takeBack(now, candidate)), []);
      expect(dots.length).toBeLessThanOrEqual(rule.dotsPerPerson);
      for (const id of dots) expect(dotsOn(dots, id)).toBeLessThanOrEqual(rule.atMostPerCandidate);
      expect(sameDots(dots, [...dots].reverse())).toBe(true);
      expect(sameDots(dots, [...dots, panda])).toBe(false);
    }));
  });
});

describe('the order on a phone', () => {
  const four = ['jungle', 'kraam', 'panda', 'mierennest'].map((id) => ({ id }));
  const names = (seed: number, round = 'r1'): string => shuffled(four, seed, round).map(({ id }) => id).join(' ');

  test('the same phone shows a round in the same order each time, with every candidate once', () => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      expect(names(seed)).toBe(names(seed));
      expect(names(seed).split(' ').sort()).toEqual(four.map(({ id }) => id).sort());
    }));
  });

  test('over many phones every candidate comes first about as often as any other', () => {
    const first = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed++) {
      const name = names(seed * 7919).split(' ')[0] ?? '';
      first.set(name, (first.get(name) ?? 0) + 1);
    }
    // Four standard deviations of 4000 fair draws.
    for (const { id } of four) expect(Math.abs((first.get(id) ?? 0) - 1000), id).toBeLessThan(110);
  });

  test('a second round has an order of its own', () => {
    const differ = Array.from({ length: 40 }, (_, seed) => names(seed) !== names(seed, 'r2')).filter(Boolean);
    expect(differ.length).toBeGreaterThan(25);
  });
});

test('waiting grows with every failure up to ten seconds, and differs from phone to phone', () => {
  expect([0, 1, 2, 3, 9].map((failures) => waitAfter(failures, 0.5))).toEqual([800, 1600, 3200, 6400, 10_000]);
  expect([waitAfter(9, 0), waitAfter(9, 1)]).toEqual([5000, 15_000]);
});

test('the numeral on a table’s disk is in the colour that it has on the board', () => {
  for (const ink of TABLE_INKS) expect(numeralOn(hexOf(ink)), ink).toBe(numeralOnBoard(ink));
});
