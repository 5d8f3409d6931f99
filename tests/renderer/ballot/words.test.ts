import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { phone as en } from '../../../shared/strings/en/phone.ts';
import { phone as nl } from '../../../shared/strings/nl/phone.ts';
import { helper as enHelper } from '../../../shared/strings/en/helper.ts';
import { helper as nlHelper } from '../../../shared/strings/nl/helper.ts';
import { sayOnPhone } from '../../../shared/strings/phoneWords.ts';

const root = join(import.meta.dirname, '../../../renderer/ballot');
const pages: readonly (readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>])[] = [['phone', nl, en], ['helper', nlHelper, enHelper]];
const blanksOf = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
const source = readdirSync(root, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

test.each(pages)('both languages of the page of the %s say the same with the same blanks', (_, dutch, english) => {
  const keys = Object.keys(dutch);
  expect(Object.keys(english).sort()).toEqual([...keys].sort());
  for (const key of keys) expect(blanksOf(english[key] ?? ''), key).toEqual(blanksOf(dutch[key] ?? ''));
  expect(keys.filter((key) => key !== 'title' && english[key] === dutch[key])).toEqual([]);
});

test.each(pages)('no text of the page of the %s is kept that nobody says', (_, dutch) => {
  expect(Object.keys(dutch).filter((key) => !source.includes(`'${key.replace(/_(one|other)$/, '')}'`))).toEqual([]);
});

test('one stip, three stippen, and every blank is filled', () => {
  expect(sayOnPhone(nl, 'left', { count: 1 })).toBe('nog 1 stip');
  expect(sayOnPhone(nl, 'left', { count: 3 })).toBe('nog 3 stippen');
  expect(sayOnPhone(en, 'voteForTwo', { first: 'panda', second: 'jungle' })).toBe('Vote for panda and jungle');
});
