import { createHash, randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type TableId } from '../../../../shared/base/ids.ts';
import { tablesOf, type Board } from '../../../../shared/board/board.ts';
import { Passes } from '../../../../electron/services/door/passes.ts';
import { renewSeatKey, seatKey } from '../../../../electron/services/door/seatKey.ts';
import { plainCode, seatBook } from '../../../../electron/services/door/seats.ts';
import { sampleBoard } from '../sampleBoard.ts';
import { tempFolder } from '../startServices.ts';

const board = sampleBoard();
const tables = tablesOf(board);
const key = createHash('sha256').update('kiel').digest();
const t1 = asId<TableId>('t1');

function withHeads(heads: number): Board {
  return { ...board, tables: { ...board.tables, [t1]: { ...board.tables[t1]!, heads } } };
}

describe('codes of seats', () => {
  test('are as many as a table has heads and three more, of signs that nobody takes for one another', () => {
    const book = seatBook(key, tables);
    expect(book.tables.map(({ table, codes }) => [table, codes.length])).toEqual(tables.map(({ id, heads }) => [id, heads + 3]));
    for (const { codes } of book.tables) for (const code of codes) expect(code).toMatch(/^[ACDEFGHJKMNPQRTUVWXY234679]{6}$/);
  });

  test('are all different, whatever the secret', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (secret) => {
      const { tables: all, tableOf } = seatBook(secret, tables);
      const codes = all.flatMap((table) => table.codes);
      expect(new Set(codes).size).toBe(codes.length);
      for (const { table, codes: own } of all) for (const code of own) expect(tableOf.get(code)).toBe(table);
    }), { numRuns: 30 });
  });

  test('that were printed stay good when the heads are corrected, and those of other tables stay as they are', () => {
    const before = seatBook(key, tables);
    for (const heads of [0, 3, 12]) {
      const after = seatBook(key, tablesOf(withHeads(heads)));
      for (const { table, codes } of before.tables) for (const code of codes) expect(after.tableOf.get(code)).toBe(table);
      expect(after.tables.slice(1)).toEqual(before.tables.slice(1));
    }
  });

  test('may be typed in any way', () => {
    expect(['kx7-p3q', ' KX7 P3Q ', 'kx7–p3q', 'KX7P3Q'].map(plainCode)).toEqual(['KX7P3Q', 'KX7P3Q', 'KX7P3Q', 'KX7P3Q']);
  });
});

describe('passes', () => {
  const codes = new Passes(key, 'codes', () => board);
  const open = new Passes(key, 'open', () => board);
  const code = codes.seats().tables[2]!.codes[0]!;

  test('a code is the pass of its seat and says the table', () => {
    expect(codes.voterOf(code)).toEqual({ voter: `seat:${code}`, pass: code, table: 't3' });
    expect(codes.voterOf(`${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`)).toEqual({ voter: `seat:${code}`, pass: code, table: 't3' });
    expect(['', 'AAAAAA', `${code}A`, '__proto__', 'constructor'].map((pass) => codes.voterOf(pass))).toEqual(Array(5).fill('unknown'));
  });

  test('nobody has two: those of the other way of joining do not count', () => {
    const device = open.openPass(t1);
    expect(open.voterOf(device.pass)).toEqual(device);
    expect(codes.voterOf(device.pass)).toBe('joiningChanged');
    expect(open.voterOf(code)).toBe('joiningChanged');
  });

  test('hold for whoever has the secret, and for nobody else', () => {
    const { pass } = open.openPass(t1);
    expect(new Passes(key, 'open', () => board).voterOf(pass)).toMatchObject({ table: t1 });
    expect(new Passes(randomBytes(32), 'open', () => board).voterOf(pass)).toBe('unknown');
    expect(new Passes(randomBytes(32), 'codes', () => board).voterOf(code)).toBe('unknown');
  });

  test('a sign changed anywhere makes an open pass nobody\'s, and so does another table', () => {
    const { pass } = open.openPass(t1);
    for (let at = 0; at < pass.length; at++) {
      const other = pass[at] === 'A' ? 'B' : 'A';
      expect(open.voterOf(pass.slice(0, at) + other + pass.slice(at + 1))).toBe('unknown');
    }
    expect(open.voterOf(pass.replace('.t1.', '.t2.'))).toBe('unknown');
    expect(open.voterOf(open.openPass(asId<TableId>('t99')).pass)).toBe('unknown');
  });
});

describe('the secret of a board', () => {
  test('is made once, for its owner alone, and is another after renewing', async () => {
    const path = join(await tempFolder(), 'seats.key');
    const first = await seatKey(path);
    expect(await seatKey(path)).toEqual(first);
    expect((await stat(path)).mode & 0o077).toBe(0);
    const second = await renewSeatKey(path);
    expect(second).not.toEqual(first);
    expect(await readFile(path)).toEqual(second);
  });
});
