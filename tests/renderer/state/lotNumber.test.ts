import { expect, test } from 'vitest';
import { lotNumber } from '../../../renderer/state/lotNumber.ts';

test('the number with which lots are drawn can be read aloud: four digits, hardly ever the same', () => {
  const drawn = Array.from({ length: 200 }, lotNumber);
  for (const number of drawn) expect(number).toMatch(/^[1-9]\d{3}$/);
  expect(new Set(drawn).size).toBeGreaterThan(150);
});
