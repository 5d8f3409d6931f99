import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildLibrary } from '../../../resources/stamps/buildLibrary.mjs';
import { drawnStamps } from '../../../shared/stamps/drawn.ts';
import { readLibraryIndex } from '../../../shared/stamps/library.ts';
import { KEPT_PREFIX, searchStamps, type StampEntry } from '../../../shared/stamps/search.ts';

let folder = '';
let entries: readonly StampEntry[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'words-'));
  await buildLibrary(folder);
  entries = [...drawnStamps, ...readLibraryIndex(JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'))).entries];
});
afterAll(() => rm(folder, { recursive: true }));

/** Dutch names of what is found, the drawn ones with a star. */
const found = (query: string): readonly string[] => searchStamps(query, entries, 'nl').map(({ id, nl }) => (id.startsWith('noto:') ? nl : `${nl}*`));

describe('what a harvester types finds the stamp that is meant, first', () => {
  test.each([
    ['markt', 'kraam*'], ['marktkraam', 'kraam*'], ['kraam', 'kraam*'], ['kraampje', 'kraam*'], ['kraampjes', 'kraam*'], ['kramen', 'kraam*'], ['braderie', 'kraam*'], ['winkels', 'kraam*'],
    ['fiets', 'fiets*'], ['fietsen', 'fiets*'], ['fietsje', 'fiets*'], ['fietske', 'fiets*'], ['velo', 'fiets*'], ['velookes', 'fiets*'], ['fietser', 'fiets*'],
    ['huis', 'huis*'], ['huizen', 'huis*'], ['huisje', 'huis*'], ['wijk', 'huis*'], ['thuis', 'huis*'],
    ['boom', 'boom*'], ['bomen', 'boom*'], ['boompje', 'boom*'], ['groen', 'boom*'], ['bloemeke', 'bloem*'], ['vogels', 'vogel*'], ['katje', 'kat*'],
    ['kind', 'kind*'], ['kinderen', 'kind*'], ['jongeren', 'kind*'], ['kleuters', 'kind*'], ['bewoners', 'mensen*'], ['buren', 'mensen*'],
    ['bank', 'bank*'], ['bankje', 'bank*'], ['plein', 'bank*'], ['speelpleintje', 'speeltuin*'], ['straat', 'wegwijzer*'], ['stoep', 'pad*'],
    ['babbel', 'tekstballon*'], ['praatje', 'tekstballon*'], ['koffie', 'koffie*'], ['tas koffie', 'koffie*'], ['gezellig', 'koffie*'], ['feest', 'vlaggenlijn*'],
    ['verbinding', 'brug*'], ['samenwerking', 'handdruk*'], ['veiligheid', 'hangslot*'], ['idee', 'gloeilamp*'], ['luisteren', 'oor*'], ['zorg', 'hart*'],
    ['toekomst', 'pad*'], ['gsm', 'telefoon*'], ['boekske', 'boek*'], ['jungle', 'jungle*'], ['oerwoud', 'jungle*'], ['rat', 'rat*'], ['mieren', 'mierennest*'],
    ['frietjes', 'patat'], ['tramhalte', 'tram'], ['voetbal', 'voetbal'], ['hond', 'hond'],
  ])('%s: %s', (query, first) => { expect(found(query)[0]).toBe(first); });
});

describe('what has no stamp of its own finds one that will do, among the first five', () => {
  test.each([
    ['vuilbak', 'prullenmand'], ['sluikstort', 'prullenmand'], ['pintje', 'bierglas'], ['zebrapad', 'voetganger'], ['lawaai', 'megafoon*'], ['poetsen', 'bezem'],
    ['kermis', 'ballonnen*'], ['park', 'boom*'], ['ouderen', 'oudere persoon'], ['dokter', 'stethoscoop'], ['regen', 'paraplu'], ['moestuin', 'gieter*'], ['ontmoeten', 'bank*'],
  ])('%s: %s', (query, good) => { expect(found(query).slice(0, 5)).toContain(good); });
});

test('no yen graph at the market, no notepad with the bikes', () => {
  expect(found('markt').slice(0, 6).filter((name) => /yen|grafiek/.test(name))).toEqual([]);
  expect(found('fiets').filter((name) => /schrijfblok/.test(name))).toEqual([]);
});

test('a stamp that the harvester kept stands before all that has the same word', () => {
  const kept: StampEntry = { id: `${KEPT_PREFIX}a1`, nl: 'Fietske van Jef', en: 'Fietske van Jef', tags: [] };
  expect(searchStamps('fiets', [...entries, kept], 'nl')[0]).toBe(kept);
  expect(searchStamps('', [...entries, kept], 'nl')[0]).toBe(kept);
});
