import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { phone as en } from '../../../shared/strings/en/phone.ts';
import { phone as nl } from '../../../shared/strings/nl/phone.ts';
import { sayOnPhone } from '../../../shared/strings/phoneWords.ts';

const root = join(import.meta.dirname, '../../../renderer/ballot');
const keys = Object.keys(nl) as (keyof typeof nl)[];
const blanksOf = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
const source = readdirSync(root, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

test('both languages of the phone page say the same with the same blanks', () => {
  expect(Object.keys(en).sort()).toEqual([...keys].sort());
  for (const key of keys) expect(blanksOf(en[key]), key).toEqual(blanksOf(nl[key]));
  expect(keys.filter((key) => key !== 'otherLanguage' && en[key] === nl[key])).toEqual([]);
});

test('no text of the phone page is kept that nobody says', () => {
  expect(keys.filter((key) => !source.includes(`'${key.replace(/_(one|other)$/, '')}'`))).toEqual([]);
});

test('one stip, three stippen, and every blank is filled', () => {
  expect(sayOnPhone(nl, 'left', { count: 1 })).toBe('nog 1 stip');
  expect(sayOnPhone(nl, 'left', { count: 3 })).toBe('nog 3 stippen');
  expect(sayOnPhone(en, 'voteForTwo', { first: 'panda', second: 'jungle' })).toBe('Vote for panda and jungle');
});
