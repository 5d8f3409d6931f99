import { describe, expect, test } from 'vitest';
import { cameWithPen, fingerDrawsNow, isPalm, isPenNear, isPinchBegun, NO_PEN } from '../../../renderer/stage/palmRule.ts';

describe('touch is not listened to', () => {
  test('while the pen is on the glass, however long that lasts', () => {
    expect(isPenNear({ isDown: true, isInRange: true, seenMs: 0 }, 60_000)).toBe(true);
  });
  test('while the pen hovers, also held still', () => {
    expect(isPenNear({ isDown: false, isInRange: true, seenMs: 1000 }, 2800)).toBe(true);
  });
  test('for a moment after the pen has left, since the hand leaves later', () => {
    expect(isPenNear({ isDown: false, isInRange: false, seenMs: 1000 }, 1500)).toBe(true);
    expect(isPenNear({ isDown: false, isInRange: false, seenMs: 1000 }, 1800)).toBe(false);
  });
  test('but not for ever when a pen never said that it left', () => {
    expect(isPenNear({ isDown: false, isInRange: true, seenMs: 1000 }, 4000)).toBe(false);
  });
  test('and always where there never was a pen', () => {
    expect(isPenNear(NO_PEN, 0)).toBe(false);
  });
});

test('a palm is larger than a fingertip; a device that measures nothing has none', () => {
  expect(isPalm({ width: 120, height: 40 })).toBe(true);
  expect(isPalm({ width: 60, height: 66 })).toBe(false);
  expect(isPalm({ width: 1, height: 1 })).toBe(false);
  expect(isPalm({ width: 0, height: 0 })).toBe(false);
});

test('what landed just before the pen came with it; what was there long before was meant', () => {
  expect(cameWithPen(1000, 1200)).toBe(true);
  expect(cameWithPen(1000, 4000)).toBe(false);
});

describe('a second finger takes back the line of the first', () => {
  test('when it lands at once, however far the first has shot', () => { expect(isPinchBegun(80, 90)).toBe(true); });
  test('when a slow hand puts it down and the first has hardly moved', () => { expect(isPinchBegun(250, 4)).toBe(true); });
  test('but not once a line is being drawn', () => {
    expect(isPinchBegun(250, 60)).toBe(false);
    expect(isPinchBegun(900, 3)).toBe(false);
  });
});

describe('one finger draws', () => {
  test('by itself only where there is neither mouse nor pen', () => {
    expect(fingerDrawsNow('auto', false, false)).toBe(true);
    expect(fingerDrawsNow('auto', true, false)).toBe(false);
  });
  test('no longer once a pen has been near', () => { expect(fingerDrawsNow('auto', false, true)).toBe(false); });
  test('always or never when that is set', () => {
    expect(fingerDrawsNow('always', true, true)).toBe(true);
    expect(fingerDrawsNow('never', false, false)).toBe(false);
  });
});
