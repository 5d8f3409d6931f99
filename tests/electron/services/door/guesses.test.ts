import { expect, test } from 'vitest';
import { Guesses } from '../../../../electron/services/door/guesses.ts';

test('one device with a hundred addresses uses up the tries of all, and locks nobody else out', () => {
  const guesses = new Guesses(() => 0);
  let tries = 0;
  for (let address = 0; address < 100; address++) {
    for (; guesses.mayTry(`10.0.0.${address}`, 'AAAAAA') && tries < 2000; tries++) guesses.wrong(`10.0.0.${address}`);
  }
  // Six hundred together, and one more for each address that came after.
  expect(tries).toBe(625);
  expect(guesses.mayTry('10.0.0.1', 'AAAAAA')).toBe(false);
  expect(guesses.mayTry('10.0.9.9', 'AAAAAA')).toBe(true);
  guesses.wrong('10.0.9.9');
  expect(guesses.mayTry('10.0.9.9', 'AAAAAA')).toBe(false);
});

test('first tries end as well: a thousand addresses that were wrong leave none', () => {
  const guesses = new Guesses(() => 0);
  for (let address = 0; address < 1000; address++) guesses.wrong(`10.1.${address >> 8}.${address & 255}`);
  expect(guesses.mayTry('10.2.0.1', 'AAAAAA')).toBe(false);
});
