/**
 * The large stamp library: outlines of Noto Emoji, found by the Dutch and English words of emojibase.
 *
 * The build calls `buildLibrary(outFolder)` and the app reads at run time:
 *   index.json              { version: 1, groups: [{ key, nl, en }], stamps: [[id, group, nl, en, 'tag|tag|…'], …] }
 *   outlines-<group>.json   { id: 'm… l… q… z' }: relative path commands in whole tenths of a box of 100 × 100, to be
 *                           filled with one ink (non-zero winding); half as long as an absolute path
 * `shared/stamps/library.ts` reads both. Ids are `noto:` and the emoji's code points. By hand:
 *   node resources/stamps/buildLibrary.mjs FOLDER
 *
 * Left out: flags, letters and keycaps, parts of emoji, variants of skin and hair, and what the font has no one
 * glyph for. What the font draws alike (for instance woman, man and person) is one stamp with all their names.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { create as createFont } from 'fontkit';

const packages = createRequire(import.meta.url);
const FONT = '@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff2';

/** emojibase's groups by number; those that are not here are left out. */
const GROUPS = new Map([
  [3, { key: 'nature', nl: 'dieren en natuur', en: 'animals and nature' }],
  [5, { key: 'places', nl: 'plaatsen en vervoer', en: 'places and transport' }],
  [1, { key: 'people', nl: 'mensen', en: 'people' }],
  [4, { key: 'food', nl: 'eten en drinken', en: 'food and drink' }],
  [6, { key: 'activities', nl: 'spel en feest', en: 'play and party' }],
  [7, { key: 'objects', nl: 'voorwerpen', en: 'objects' }],
  [0, { key: 'faces', nl: 'gezichten', en: 'faces' }],
  [8, { key: 'signs', nl: 'tekens', en: 'signs' }],
]);
const LETTERS = new Set(['keycap', 'alphanum']);
const HAIR = /[\u{1F9B0}-\u{1F9B3}]/u;

const BOX = 100;
/** So wide that the font's common glyph fills the box; all are scaled alike, so that all lines are equally thick. */
const EM = 2360;

const LETTERS_OF = { moveTo: 'm', lineTo: 'l', quadraticCurveTo: 'q', closePath: 'z' };

/** Numbers with a space only where their sign does not part them. */
const joined = (numbers) => numbers.map((n, i) => (i > 0 && n >= 0 ? ` ${n}` : String(n))).join('');

/**
 * A glyph's outline in the middle of the box, as relative commands in whole tenths.
 * @param {{ bbox: { minX: number, minY: number, maxX: number, maxY: number }, path: { commands: readonly { command: string, args: readonly number[] }[] } }} glyph
 */
function outlineOf({ bbox, path }) {
  const tenths = (10 * BOX) / Math.max(EM, bbox.maxX - bbox.minX, bbox.maxY - bbox.minY);
  const middle = [(bbox.minX + bbox.maxX) / 2, (bbox.minY + bbox.maxY) / 2];
  const place = (value, i) =>
    Math.round((i % 2 === 0 ? value - middle[0] : middle[1] - value) * tenths + (10 * BOX) / 2);
  let from = [0, 0];
  let start = [0, 0];
  return path.commands
    .map(({ command, args }) => {
      const letter = LETTERS_OF[command];
      if (letter === undefined) throw new Error(`the font draws with ${command}, which outlines do not have`);
      if (letter === 'z') from = start;
      const places = args.map(place);
      const steps = places.map((value, i) => value - from[i % 2]);
      if (letter !== 'z') from = places.slice(-2);
      if (letter === 'm') start = from;
      return letter + joined(steps);
    })
    .join('');
}

/** The search words of one drawing: what emojibase has for its first emoji, and the names of the others. */
const tagsOf = ([first, ...others]) => {
  const [nl, en] = first;
  const names = others.flatMap(([dutch, english]) => [dutch.label, english.label]);
  const tags = [...(nl.tags ?? []), ...(en.tags ?? []), ...names].map((tag) => tag.replaceAll('|', ' '));
  return [...new Set(tags)].filter((tag) => tag !== nl.label && tag !== en.label).join('|');
};

const emojisToDraw = (dutch, subgroups) =>
  dutch
    .filter((emoji) => GROUPS.has(emoji.group) && !LETTERS.has(subgroups.get(emoji.subgroup)) && !HAIR.test(emoji.emoji))
    .sort((a, b) => a.order - b.order);

/**
 * Writes the library.
 * @param {string} outFolder is created
 * @returns {Promise<{ stamps: number, left: string[], bytes: number }>} how many stamps, which emoji have no
 *   drawing, and the size of all files
 */
export async function buildLibrary(outFolder) {
  const dutch = packages('emojibase-data/nl/data.json');
  const english = new Map(packages('emojibase-data/en/data.json').map((emoji) => [emoji.hexcode, emoji]));
  const subgroups = new Map(packages('emojibase-data/en/messages.json').subgroups.map(({ order, key }) => [order, key]));
  const font = createFont(await readFile(packages.resolve(FONT)));
  const groupNumbers = [...GROUPS.keys()];
  const drawings = new Map(groupNumbers.map((group) => [group, new Map()]));
  const left = [];
  for (const emoji of emojisToDraw(dutch, subgroups)) {
    const { glyphs } = font.layout(emoji.emoji);
    const other = english.get(emoji.hexcode);
    if (glyphs.length !== 1 || glyphs[0].id === 0 || glyphs[0].path.commands.length === 0 || !other) {
      left.push(emoji.emoji);
      continue;
    }
    const ofGroup = drawings.get(emoji.group);
    const outline = outlineOf(glyphs[0]);
    ofGroup.set(outline, [...(ofGroup.get(outline) ?? []), [emoji, other]]);
  }
  const stamps = [];
  const outlines = new Map(groupNumbers.map((group) => [group, {}]));
  groupNumbers.forEach((group, place) => {
    for (const [outline, names] of drawings.get(group)) {
      const [nl, en] = names[0];
      const id = `noto:${nl.hexcode.toLowerCase()}`;
      outlines.get(group)[id] = outline;
      stamps.push([id, place, nl.label, en.label, tagsOf(names)]);
    }
  });
  const files = new Map([['index.json', { version: 1, groups: [...GROUPS.values()], stamps }]]);
  for (const [number, { key }] of GROUPS) files.set(`outlines-${key}.json`, outlines.get(number));
  await mkdir(outFolder, { recursive: true });
  let bytes = 0;
  for (const [name, content] of files) {
    const text = JSON.stringify(content);
    bytes += Buffer.byteLength(text);
    await writeFile(join(outFolder, name), text);
  }
  return { stamps: stamps.length, left, bytes };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [outFolder] = process.argv.slice(2);
  if (!outFolder) {
    process.stderr.write('usage: buildLibrary.mjs FOLDER\n');
    process.exit(2);
  }
  const { stamps, left, bytes } = await buildLibrary(outFolder);
  process.stdout.write(`${stamps} stamps, ${Math.round(bytes / 1024)} kB; no drawing for ${left.length}: ${left.join(' ')}\n`);
}
