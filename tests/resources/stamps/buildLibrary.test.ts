import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildLibrary } from '../../../resources/stamps/buildLibrary.mjs';
import { drawnStamps } from '../../../shared/stamps/drawn.ts';
import { libraryStamp, outlinesFile, readLibraryIndex, readLibraryOutlines } from '../../../shared/stamps/library.ts';
import type { LibraryIndex } from '../../../shared/stamps/library.ts';
import { searchStamps } from '../../../shared/stamps/search.ts';
import type { StampEntry } from '../../../shared/stamps/search.ts';
import { sketchStamp } from '../../../shared/stamps/sketchStamp.ts';
import { flattenSubpath, parseStampPath } from '../../../shared/stamps/stampPath.ts';
import { synonyms } from '../../../shared/stamps/synonyms.ts';

let folder = '';
let index: LibraryIndex = { groups: [], entries: [] };
const outlines = new Map<string, string>();
const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stamps-'));
  await buildLibrary(folder);
  index = readLibraryIndex(await json('index.json'));
  for (const { key } of index.groups) {
    for (const [id, outline] of readLibraryOutlines(await json(outlinesFile(key)))) outlines.set(id, outline);
  }
});
afterAll(() => rm(folder, { recursive: true }));

test('more than a thousand stamps, each with an outline, a name and a group, in less than three megabytes', async () => {
  expect(index.entries.length).toBeGreaterThan(1200);
  expect(index.entries.filter((entry) => !outlines.has(entry.id) || entry.nl === '' || entry.en === '' || entry.group === '')).toEqual([]);
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
});

const reach = (outline: string): readonly [low: number, high: number] => {
  let low = Infinity;
  let high = -Infinity;
  for (const [x, y] of parseStampPath(outline).flatMap(flattenSubpath)) {
    low = Math.min(low, x, y);
    high = Math.max(high, x, y);
  }
  return [low, high];
};

test('every outline is closed and lies in the box of 100', () => {
  const all = [...outlines];
  expect(all.filter(([, outline]) => !parseStampPath(outline).every((subpath) => subpath.closed))).toEqual([]);
  const inBox = ([low, high]: readonly [number, number]): boolean => low >= -0.2 && high <= 100.2 && high - low > 10;
  expect(all.filter(([, outline]) => !inBox(reach(outline)))).toEqual([]);
});

test('flags, keycaps and skin tones are left out', () => {
  const ids = index.entries.map((entry) => entry.id);
  expect(ids.filter((id) => /1f1e6|20e3|1f3fb|1f3fd|1f3ff/.test(id))).toEqual([]);
  expect(ids).toContain('noto:1f43c');
  expect(ids).toContain('noto:1f400');
});

test('what the font draws alike is one stamp that answers to all its names', () => {
  const packed = [...outlines.values()];
  const people = index.entries.filter((entry) => entry.group === 'people').map((entry) => outlines.get(entry.id));
  expect(packed.length).toBe(index.entries.length);
  expect(new Set(people).size).toBe(people.length);
  expect(searchStamps('studente', index.entries, 'nl')).toHaveLength(1);
});

test('a library stamp is painted in one ink like any other stamp', () => {
  const entry = index.entries.find(({ id }) => id === 'noto:1f43c');
  if (!entry) throw new Error('no panda');
  const patches = sketchStamp(libraryStamp(entry, outlines.get(entry.id) ?? ''), 50, 'blauw');
  expect(patches.map((patch) => patch.color.toUpperCase())).toEqual(['#1D3F94']);
});

test('every synonym leads to a stamp', () => {
  const everything: readonly StampEntry[] = [...drawnStamps, ...index.entries];
  const words = new Set(
    everything
      .flatMap((entry) => [entry.nl, entry.en, ...entry.tags])
      .flatMap((text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^a-z0-9]+/)),
  );
  const dead = Object.entries(synonyms).flatMap(([word, meant]) =>
    meant.filter((other) => !words.has(other)).map((other) => `${word}: ${other}`),
  );
  expect(dead).toEqual([]);
});

test('"rat" does not find decoration in the whole library either', () => {
  const hits = searchStamps('rat', [...drawnStamps, ...index.entries], 'nl').map((entry) => entry.id);
  expect(hits.slice(0, 2)).toEqual(['rat', 'noto:1f400']);
  expect(hits.length).toBeLessThan(6);
});
