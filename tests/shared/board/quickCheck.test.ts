import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { boardSchema } from '../../../shared/board/boardSchema.ts';
import { markSchema } from '../../../shared/board/markSchema.ts';
import { quickCheck } from '../../../shared/board/quickCheck.ts';
import { everyKind } from '../../samples/everyKind.ts';

const isBoard = quickCheck(boardSchema);
const { board } = everyKind;

/** Every place in a value, as a path of keys. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

type Damage = { readonly path: readonly string[]; readonly do: 'set' | 'drop' | 'add'; readonly value: unknown };

function damaged({ path, do: what, value }: Damage): unknown {
  const copy = structuredClone(board) as unknown as Record<string, unknown>;
  const last = path[path.length - 1];
  if (last === undefined) return value;
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((record, key) => record[key] as Record<string, unknown>, copy);
  if (what === 'set') holder[last] = value;
  else if (what === 'drop') delete holder[last];
  else if (Array.isArray(holder[last])) (holder[last] as unknown[]).push(value);
  else if (typeof holder[last] === 'object' && holder[last] !== null) (holder[last] as Record<string, unknown>)['more'] = value;
  return copy;
}

const anything = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(Infinity, -Infinity, 1e9, 0.5, -1, '', 'ink', '#12345', null, undefined, [], {}), fc.string({ maxLength: 2000 }));
const damage = fc.record({ path: fc.constantFrom(...pathsIn(board)), do: fc.constantFrom<'set' | 'drop' | 'add'>('set', 'drop', 'add'), value: anything });

describe('a quick check', () => {
  test('lets a board with every kind of mark through', () => {
    expect(isBoard(board)).toBe(true);
  });

  test('lets nothing through that the schema refuses or changes', () => {
    let refused = 0;
    fc.assert(fc.property(damage, (fault) => {
      const value = damaged(fault);
      const slow = v.safeParse(boardSchema, value);
      if (isBoard(value)) {
        expect(slow.success).toBe(true);
        expect(slow.output).toEqual(value);
      } else if (!slow.success) refused++;
    }), { numRuns: 400 });
    expect(refused).toBeGreaterThan(50);
  });

  test('knows every part of the schema of a mark, so that none is read slowly', () => {
    const isMark = quickCheck(markSchema);
    const marks = Object.values(board.buckets).flatMap((bucket) => Object.values(bucket));
    expect(new Set(marks.map(({ kind }) => kind)).size).toBe(8);
    for (const mark of marks) expect(isMark(mark), mark.kind).toBe(true);
  });

  test('leaves keys that a record must not have to the schema', () => {
    const record = quickCheck(v.record(v.string(), v.number()));
    expect(record({ a: 1 })).toBe(true);
    expect(record(JSON.parse('{"__proto__": 1}'))).toBe(false);
    expect(record(JSON.parse('{"constructor": 1}'))).toBe(false);
  });

  test('says no where it does not know a part of a schema', () => {
    expect(quickCheck(v.pipe(v.string(), v.transform((text) => text.length)))('four')).toBe(false);
  });
});
