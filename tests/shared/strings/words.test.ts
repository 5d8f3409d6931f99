import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { numberWord, sentenceCase, spokenList } from '../../../shared/strings/numberWord.ts';
import { say, WORDS } from '../../../shared/strings/say.ts';
import type { WordKey } from '../../../shared/strings/words.ts';

const keys = Object.keys(WORDS.nl);
const blanksOf = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

describe('words', () => {
  test('English has every key that Dutch has, and no other', () => {
    expect(Object.keys(WORDS.en).sort()).toEqual([...keys].sort());
  });

  test('a text has the same blanks in both languages', () => {
    for (const key of keys) expect(blanksOf(WORDS.en[key] ?? ''), key).toEqual(blanksOf(WORDS.nl[key] ?? ''));
  });

  test('no text is empty, and none has a blank that never closes', () => {
    for (const locale of ['nl', 'en'] as const) {
      for (const [key, text] of Object.entries(WORDS[locale])) {
        expect(text.trim(), `${locale} ${key}`).toBe(text);
        expect(text.length, `${locale} ${key}`).toBeGreaterThan(0);
        expect(text.replace(/\{\{\w+\}\}/g, ''), `${locale} ${key}`).not.toMatch(/[{}]/);
      }
    }
  });

  test('Dutch keeps to one word and one gender for a thing', () => {
    for (const [key, text] of Object.entries(WORDS.nl)) {
      expect(text, key).not.toMatch(/\b(het|hetzelfde|dit) wifi\b|telefoon|\bvroeger\b|\bkan men\b|uitslag tot ze\b|\b(1|één|\{\{(n|count)\}\}|per) mens\b/i);
    }
  });

  test('a text for one has a text for more', () => {
    for (const key of keys) {
      if (key.endsWith('_one')) expect(keys, key).toContain(key.replace(/_one$/, '_other'));
      if (key.endsWith('_other')) expect(keys, key).toContain(key.replace(/_other$/, '_one'));
    }
  });

  test('a text is said just as i18next says it', async () => {
    const i18n = createInstance();
    await i18n.init({
      lng: 'nl', resources: { nl: { translation: WORDS.nl }, en: { translation: WORDS.en } },
      keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false },
    });
    const values = { n: 'drie', number: 4, list: '4 en 6', title: 'Kiel & co', word: 'één' };
    for (const locale of ['nl', 'en'] as const) {
      for (const key of new Set(keys.map((full) => full.replace(/_(one|other)$/, '')))) {
        for (const count of [0, 1, 2, 47]) {
          const blanks = Object.fromEntries(blanksOf(WORDS[locale][key] ?? '').map((name) => [name, 'x']));
          const all = { ...blanks, ...values, count };
          const there = String(i18n.t(key, { lng: locale, ...all })).replace(/\{\{\w+\}\}/g, '');
          expect(say(locale, key as WordKey, all), `${locale} ${key} ${count}`).toBe(there);
        }
      }
    }
  });

  test('one blad, three bladen', () => {
    expect(say('nl', 'start.pages', { count: 1, n: numberWord('nl', 1) })).toBe('één blad');
    expect(say('nl', 'start.pages', { count: 3, n: numberWord('nl', 3) })).toBe('drie bladen');
  });

  test('numbers are words up to twelve and digits after', () => {
    expect([0, 7, 12, 13, 47].map((count) => numberWord('nl', count))).toEqual(['nul', 'zeven', 'twaalf', '13', '47']);
  });

  test('a sentence starts with a capital, and ij is one letter', () => {
    expect(sentenceCase('nl', 'ijsje')).toBe('IJsje');
    expect(sentenceCase('nl', 'één stip')).toBe('Eén stip');
    expect(sentenceCase('en', 'three')).toBe('Three');
  });

  test('a list is said with a word before the last', () => {
    expect(spokenList([4, 6, 7], 'en')).toBe('4, 6 en 7');
    expect(spokenList([4], 'en')).toBe('4');
  });
});
