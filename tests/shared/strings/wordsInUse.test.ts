import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WORDS } from '../../../shared/strings/say.ts';

const root = join(import.meta.dirname, '../../..');
const keys = [...new Set(Object.keys(WORDS.nl).map((key) => key.replace(/_(one|other)$/, '')))];

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

const text = [...sources('renderer'), ...sources('electron'), ...sources('shared/print')].join('\n');

/** `t('a.b')` and `say(locale, 'a.b')`, first argument or any branch of a choice in it. */
const said = [...text.matchAll(/\b(?:t|say\(\s*[\w.]+\s*,)\s*\(?\s*'([\w]+\.[\w.]+)'/g)].map(([, key]) => key ?? '');
/** Every quoted text that could be a key, so that keys in lists and records count as used. */
const quoted = new Set([...text.matchAll(/['"`]([a-z]\w*\.[\w.]+)['"`]/g)].map(([, key]) => key ?? ''));
/** The fixed beginning of keys that are put together: t(`notices.trouble.${code}.what`). */
const beginnings = [...text.matchAll(/`([a-z]\w*\.(?:[\w.]*\.)?)\$\{/g)].map(([, beginning]) => beginning ?? '');

/** Texts whose screens are being built. */
const STILL_TO_COME: readonly string[] = ['undo.', 'room.', 'tray.head', 'tray.hand', 'notices.where.', 'notices.saveElsewhere', 'notices.tryAgain', 'help.table'];

describe('words in use', () => {
  test('the scan finds what the screens say', () => {
    expect(said).toContain('voting.title');
    expect(said.length).toBeGreaterThan(100);
  });

  test('no screen says a key that does not exist', () => {
    expect(said.filter((key) => !keys.includes(key))).toEqual([]);
  });

  test('no text is kept that nobody says', () => {
    expect(keys.filter((key) => !quoted.has(key) && ![...beginnings, ...STILL_TO_COME].some((beginning) => key.startsWith(beginning)))).toEqual([]);
  });
});
