import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meantPressure } from '../../../shared/ink/pressureCurve.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const firmness = fc.double({ min: -1, max: 1, noNaN: true });

test('nothing stays nothing and all stays all, however firm the hand', () => {
  fc.assert(fc.property(firmness, (firm) => {
    expect(meantPressure(0, firm)).toBe(0);
    expect(meantPressure(1, firm)).toBe(1);
  }));
});

test('an ordinary hand gets what the pen gives', () => {
  fc.assert(fc.property(share, (pressure) => { expect(meantPressure(pressure, 0)).toBe(pressure); }));
});

test('more pressure never gives less line', () => {
  fc.assert(fc.property(share, share, firmness, (a, b, firm) => {
    expect(meantPressure(Math.max(a, b), firm)).toBeGreaterThanOrEqual(meantPressure(Math.min(a, b), firm));
  }));
});

test('a soft curve helps a light hand, a hard one tempers a heavy hand', () => {
  expect(meantPressure(0.3, -0.5)).toBeGreaterThan(0.4);
  expect(meantPressure(0.3, 0.5)).toBeLessThan(0.2);
});

test('soft and hard undo each other', () => {
  fc.assert(fc.property(share, firmness, (pressure, firm) => { expect(meantPressure(meantPressure(pressure, firm), -firm)).toBeCloseTo(pressure, 9); }));
});

test('what a driver gives out of range is brought into it', () => {
  expect(meantPressure(1.4, 0.3)).toBe(1);
  expect(meantPressure(-0.2, -0.3)).toBe(0);
});
