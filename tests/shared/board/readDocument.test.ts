import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { isId } from '../../../shared/base/ids.ts';
import { BOARD_VERSION } from '../../../shared/board/board.ts';
import { bucketOf } from '../../../shared/board/buckets.ts';
import { commandSchema } from '../../../shared/board/commandSchema.ts';
import { migrate, MIGRATIONS } from '../../../shared/board/migrations.ts';
import { inkFault, readDocument } from '../../../shared/board/readDocument.ts';
import { encodeInk } from '../../../shared/ink/inkCodec.ts';
import { card, sampleBoard, stroke } from '../../electron/services/sampleBoard.ts';

const board = sampleBoard();
const [line] = stroke(1).marks;
const withStroke = { board: { ...board, buckets: { [bucketOf(line!.id)]: { [line!.id]: line } } }, inks: stroke(1).inks };
/** The document with one value put elsewhere. */
const altered = (path: readonly string[], value: unknown): unknown => {
  const copy = structuredClone(withStroke) as unknown as Record<string, unknown>;
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((record, key) => record[key] as Record<string, unknown>, copy);
  holder[path[path.length - 1] as string] = value;
  return copy;
};
const markPath = ['board', 'buckets', bucketOf(line!.id), 'm1'];

describe('a plain document from outside', () => {
  test('that is sound comes through unchanged', () => {
    expect(readDocument(withStroke)).toEqual({ kind: 'document', document: withStroke });
  });

  test('of a newer version is refused by its version', () => {
    expect(readDocument(altered(['board', 'version'], BOARD_VERSION + 1))).toEqual({ kind: 'tooNew', version: BOARD_VERSION + 1 });
    expect(readDocument({ board: { version: 99, quite: 'different' } })).toEqual({ kind: 'tooNew', version: 99 });
  });

  test.each([
    ['a title that is no text', ['board', 'title'], 7, 'board.title'],
    ['a version that is no whole number', ['board', 'version'], 0.5, 'board.version'],
    ['a width that is not finite', [...markPath, 'widthUnits'], null, `${markPath.join('.')}.widthUnits`],
    ['a colour that is none', [...markPath, 'color'], 'url(x)', `${markPath.join('.')}.color`],
    ['a mark under another name', [...markPath, 'id'], 'm2', `${markPath.join('.')}.id`],
    ['a mark on a page that is not there', [...markPath, 'page'], 'p9', `${markPath.join('.')}.page`],
    ['a stroke without its ink', ['inks'], {}, `${markPath.join('.')}.ink`],
    ['ink that is cut short', ['inks', 'i1'], stroke(1).inks!['i1' as never]!.slice(0, 8), 'inks.i1'],
    ['no page at all', ['board', 'pages'], {}, 'board.pages'],
    ['a layer that is missing', ['board', 'layers'], { tracing: {}, prepared: {} }, 'board.layers.tracing.locked'],
  ])('with %s is damaged at that place', (_name, path, value, at) => {
    expect(readDocument(altered(path as string[], value))).toEqual({ kind: 'damaged', at });
  });

  test('with a mark in the wrong bucket is damaged', () => {
    const wrong = { ...withStroke, board: { ...board, buckets: { '00': { m1: line } } } };
    expect(bucketOf(line!.id)).not.toBe('00');
    expect(readDocument(wrong)).toEqual({ kind: 'damaged', at: 'board.buckets.00.m1.id' });
  });

  test('of any shape is refused without a failure', () => {
    fc.assert(fc.property(fc.anything(), (value) => { expect(readDocument(value).kind).not.toBe('document'); }), { numRuns: 300 });
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(readDocument({ ...withStroke, board: { ...board, pages: value } }).kind).toBe('damaged'); }));
  });
});

describe('the ladder of versions', () => {
  test('has one step for every version before this one', () => {
    expect(MIGRATIONS).toHaveLength(BOARD_VERSION - 1);
  });

  test('takes each version over all steps behind it, in order', () => {
    const ladder = [2, 3, 4].map((version) => (document: unknown) => [...(document as number[]), version]);
    expect(migrate([], 1, ladder, 4)).toEqual([2, 3, 4]);
    expect(migrate([], 3, ladder, 4)).toEqual([4]);
    expect(migrate([], 4, ladder, 4)).toEqual([]);
  });

  test('with a step missing is refused', () => {
    expect(() => migrate([], 1, [(document) => document], 3)).toThrow(RangeError);
    expect(() => migrate([], 0, [], 1)).toThrow(RangeError);
  });
});

describe('names and numbers from outside', () => {
  test('ids that every record has already, or that Windows keeps for devices, are no ids', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'CON', 'lpt1', '', 'a/b', '..', 'é', 'x'.repeat(65)]) expect(isId(name)).toBe(false);
    for (const name of ['p1', 'Com_0', 'x'.repeat(64), 'a-b_C9']) expect(isId(name)).toBe(true);
  });

  test('a command with a number that is not finite, or an id that is none, is refused', () => {
    const accepts = (command: unknown): boolean => v.is(commandSchema, command);
    expect(accepts({ type: 'marks.put', what: 'catch', marks: [card('c1', 'panda')] })).toBe(true);
    expect(accepts({ type: 'marks.put', what: 'catch', marks: [{ ...card('c1', 'panda'), sizeUnits: NaN }] })).toBe(false);
    expect(accepts({ type: 'marks.put', what: 'catch', marks: [{ ...card('c1', 'panda'), id: '__proto__' }] })).toBe(false);
    expect(accepts({ type: 'marks.put', what: 'no gesture', marks: [] })).toBe(false);
    expect(accepts({ type: 'marks.transform', ids: ['m1'], matrix: [1, 0, 0, 1, Infinity, 0] })).toBe(false);
    expect(accepts({ type: 'board.rename', title: 'x'.repeat(1001) })).toBe(false);
    expect(accepts({ type: 'board.erase' })).toBe(false);
  });

  test('ink beyond the reach of any board is no ink', () => {
    const at = (x: number): string => encodeInk({ count: 1, x: Float32Array.of(x), y: Float32Array.of(0), pressure: Uint8Array.of(9), timeMs: Uint32Array.of(0) });
    expect(inkFault(at(999_999))).toBe(false);
    expect(inkFault(at(2_000_000))).toBe(true);
    expect(inkFault('AAAA')).toBe(true);
  });
});
