import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formsOfWord, wholesOf } from '../../../shared/base/dutchForms.ts';

describe('a small word leads to the whole one', () => {
  test.each([
    ['fietsje', 'fiets'], ['fietsjes', 'fiets'], ['boontje', 'boon'], ['boompje', 'boom'], ['koninkje', 'koning'], ['balletje', 'bal'], ['bloemetje', 'bloem'],
    ['autootje', 'auto'], ['straatje', 'straat'], ['huisjes', 'huis'], ['bankje', 'bank'], ['blaadje', 'blad'], ['schilderijtje', 'schilderij'],
  ])('%s: %s', (small, whole) => { expect(wholesOf(small)).toContain(whole); });

  test.each([
    ['fietske', 'fiets'], ['fietskes', 'fiets'], ['boekske', 'boek'], ['bankske', 'bank'], ['boomke', 'boom'], ['boompke', 'boom'], ['katteke', 'kat'],
    ['huizeke', 'huis'], ['bloemeke', 'bloem'], ['manneken', 'man'], ['velooke', 'velo'],
  ])('%s, as in Flanders: %s', (small, whole) => { expect(wholesOf(small)).toContain(whole); });
});

test.each(['markt', 'fiets', 'kat', 'jas', 'oranje', 'ke', 'je'])('"%s" is no small word of another word that people use', (word) => {
  expect(wholesOf(word).filter((whole) => ['mark', 'fie', 'ka', 'ja'].includes(whole))).toEqual([]);
});

test('plurals and small words lead to the same word, and a word always leads to itself', () => {
  for (const word of ['kraam', 'kramen', 'kraampje', 'kraampjes', 'kraamke']) expect(formsOfWord(word)).toContain('kraam');
  fc.assert(fc.property(fc.string(), (word) => formsOfWord(word)[0] === word));
});
