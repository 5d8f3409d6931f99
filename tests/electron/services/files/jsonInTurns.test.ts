import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJsonInTurns } from '../../../../electron/services/files/jsonInTurns.ts';

/** Beyond what is parsed at once, and beyond what makes a group. */
const long = 'een lange zin met "aanhalingstekens", {haken} en een \\ '.repeat(4000);
const parse = (text: string): Promise<unknown> => parseJsonInTurns(Buffer.from(text));

/** Objects in objects as a board has them, so large that they are taken apart. */
function large(parts: readonly unknown[]): unknown {
  const filled = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`m${i}`, { i, text: long.slice(0, 2000), part: parts[i % Math.max(1, parts.length)] ?? null }]));
  return { board: { title: long.slice(0, 100), buckets: { '0f': filled, 'a1': {}, 'ff': filled }, list: [filled, [], {}], none: {} }, inks: { a: long, ...filled }, last: 7 };
}

describe('a large JSON text', () => {
  test('gives what parsing it at once gives', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.constantFrom(0, 1), async (parts, spaces) => {
      const text = JSON.stringify(large(parts), null, spaces);
      expect(await parse(text)).toEqual(JSON.parse(text));
    }), { numRuns: 6 });
  });

  test('of any other kind does too', async () => {
    for (const value of [long.repeat(4), [large([]), 1], { only: long.repeat(4) }, { a: 1, b: [long.repeat(4)] }]) expect(await parse(JSON.stringify(value))).toEqual(value);
  });

  test('that is cut anywhere is refused', async () => {
    const text = JSON.stringify(large([1, 'x']));
    for (let at = 7; at < text.length; at += Math.floor(text.length / 23)) await expect(parse(text.slice(0, at))).rejects.toThrow(SyntaxError);
  });

  test.each([
    ['a comma too many', (text: string) => text.replace('"inks":{', '"inks":{,')],
    ['a comma before the end', (text: string) => text.replace(/\}$/, ',}')],
    ['two commas', (text: string) => text.replace(',"inks"', ',,"inks"')],
    ['no colon', (text: string) => text.replace('"inks":', '"inks"')],
    ['no comma', (text: string) => text.replace(',"inks"', '"inks"')],
    ['something behind it', (text: string) => `${text} x`],
    ['something before it', (text: string) => `x ${text}`],
    ['brackets that do not fit', (text: string) => text.replace(/\}$/, ']')],
    ['words between its parts', (text: string) => text.replace(',"inks"', 'x,"inks"')],
  ])('with %s is refused', async (_name, spoil) => {
    const sound = JSON.stringify(large([]));
    const text = spoil(sound);
    expect(text).not.toBe(sound);
    expect(() => JSON.parse(text) as unknown).toThrow();
    await expect(parse(text)).rejects.toThrow(SyntaxError);
  });

  test('never changes what objects are made of', async () => {
    await expect(parse(JSON.stringify(large([])).replace('"inks"', '"__proto__"'))).rejects.toThrow(SyntaxError);
  });

  test('lets others go on meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => { turns += 1; });
    const value = { inks: Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`i${i}`, long])) };
    expect(await parse(JSON.stringify(value))).toEqual(value);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });
});
