import { readdir, readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'rolldown/parseAst';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleBallot } from '../../../electron/launch/rendererBundle.mjs';

let folder: string;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phone-page-'));
  await bundleBallot(folder);
  const names = (await readdir(folder, { recursive: true })).filter((name) => extname(name) !== '');
  files = new Map(await Promise.all(names.map(async (name): Promise<readonly [string, string]> => [name, await readFile(join(folder, name), 'utf8')])));
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

const ofKind = (kind: string): readonly string[] => [...files].filter(([name]) => name.endsWith(kind)).map(([, text]) => text);

type Node = { readonly type: string; readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) yield* nodesIn(each);
  }
}

/** Syntax that came after Safari 13.0, by the names of ESTree. */
function tooNew({ type, operator, static: ofClass, value }: Node): boolean {
  return ['ChainExpression', 'PropertyDefinition', 'PrivateIdentifier', 'StaticBlock', 'AccessorProperty'].includes(type)
    || ['??', '??=', '&&=', '||='].includes(String(operator))
    || (type === 'MethodDefinition' && ofClass === true && !isNode(value));
}

/** What browsers of 2020 do not have, as methods and as rules of style. */
const LATER_METHODS = /\.(?:replaceAll|at|replaceChildren|matchAll|allSettled|hasOwn|structuredClone|findLast|toSorted|flatMap\(.*\)\.at|randomUUID|subtle|serviceWorker|clipboard|wakeLock)\s*\(/;
const LATER_STYLES = /:is\(|:where\(|(?<![-\w])inset\s*:|aspect-ratio|\d(?:dvh|svh|lvh)|clamp\(|color-mix|@layer|@container|(?<![-\w])(?:row-|column-)?gap\s*:|:has\(/;

describe('the page of the phones as it is built', () => {
  test('weighs at most 30 kB packed, with everything that a voter’s phone can ever fetch', () => {
    const packed = (ofHelper: boolean): number => [...files].filter(([name]) => name.startsWith('helper') === ofHelper).reduce((sum, [, text]) => sum + gzipSync(text, { level: 9 }).length, 0);
    expect(files.size).toBeGreaterThan(20);
    expect(packed(false)).toBeLessThanOrEqual(30 * 1000);
    // The page of a helper is a page of its own, and names what it fetches alike.
    expect(packed(true)).toBeLessThanOrEqual(20 * 1000);
    expect(packed(true)).toBeGreaterThan(5 * 1000);
    for (const [name, text] of files) if (name === 'index.html' || name.startsWith('index-')) expect(text, name).not.toMatch(/helper-[\w-]+\.(?:js|css)/);
  });

  test('its scripts have no syntax that came after Safari 13 and Chrome 80', () => {
    const found = ofKind('.js').flatMap((text) => [...nodesIn(parseAst(text) as unknown as Node)].filter(tooNew).map(({ type }) => type));
    expect(ofKind('.js').length).toBeGreaterThan(0);
    expect(found).toEqual([]);
    // The check sees what it looks for.
    expect([...nodesIn(parseAst('a?.b; c ??= 1; class D { e = 1 }') as unknown as Node)].filter(tooNew).length).toBeGreaterThanOrEqual(3);
  });

  test('it calls and styles nothing that those browsers do not have', () => {
    for (const text of ofKind('.js')) expect(LATER_METHODS.exec(text)?.[0]).toBeUndefined();
    for (const text of ofKind('.css')) expect(LATER_STYLES.exec(text)?.[0]).toBeUndefined();
    expect(LATER_STYLES.test('a{gap:1px}')).toBe(true);
    expect(LATER_STYLES.test('a{grid-gap:1px}')).toBe(false);
  });

  test('it asks nobody but the door, and has no code or style of its own in the page', () => {
    const elsewhere = [...files].flatMap(([name, text]) => [...text.matchAll(/https?:\/\/[\w.]+|\/\/[\w-]+\.[a-z]{2,}/g)].map(([url]) => `${name}: ${url}`));
    // The name of the SVG language is no address.
    expect(elsewhere.filter((each) => !each.includes('http://www.w3.org'))).toEqual([]);
    for (const page of ofKind('.html')) expect(page).toMatch(/<script type="module"[^>]* src="\.\/[\w-]+\.js"><\/script>/);
    for (const page of ofKind('.html')) expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/);
  });
});
