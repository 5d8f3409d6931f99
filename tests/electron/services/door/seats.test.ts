import { createHash, randomBytes } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { asId, type TableId } from '../../../../shared/base/ids.ts';
import { tablesOf, type Board } from '../../../../shared/board/board.ts';
import { Passes } from '../../../../electron/services/door/passes.ts';
import { SeatClaims } from '../../../../electron/services/door/seatClaims.ts';
import { renewSeatKey, seatKey } from '../../../../electron/services/door/seatKey.ts';
import { plainCode, seatBook } from '../../../../electron/services/door/seats.ts';
import { SlotFile } from '../../../../electron/services/files/slotFile.ts';
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
      const { tables: all, seatOf, codeOf } = seatBook(secret, tables);
      const codes = all.flatMap((table) => table.codes);
      expect(new Set(codes).size).toBe(codes.length);
      for (const { table, codes: own } of all) {
        for (const [i, code] of own.entries()) {
          expect(seatOf.get(code)).toEqual({ table, number: i + 1 });
          expect(codeOf({ table, number: i + 1 })).toBe(code);
        }
      }
    }), { numRuns: 30 });
  });

  test('that were printed stay good when the heads are corrected, and those of other tables stay as they are', () => {
    const before = seatBook(key, tables);
    for (const heads of [0, 3, 12]) {
      const after = seatBook(key, tablesOf(withHeads(heads)));
      for (const { codes } of before.tables) for (const code of codes) expect(after.seatOf.get(code)).toEqual(before.seatOf.get(code));
      expect(after.tables.slice(1)).toEqual(before.tables.slice(1));
    }
  });

  test('may be typed in any way', () => {
    expect(['kx7-p3q', ' KX7 P3Q ', 'kx7–p3q', 'KX7P3Q'].map(plainCode)).toEqual(['KX7P3Q', 'KX7P3Q', 'KX7P3Q', 'KX7P3Q']);
  });
});

/** A mark as a phone makes it. */
const mark = (): string => randomBytes(12).toString('hex');

/** The seats in use as they stand in a file; it is let go after the test. */
async function claimsAt(path: string): Promise<SeatClaims> {
  const claims = await SeatClaims.open(path);
  onTestFinished(() => claims.close().catch(() => undefined));
  return claims;
}

describe('passes', () => {
  const claimsIn = async (): Promise<SeatClaims> => claimsAt(join(await tempFolder(), 'seats.claims'));
  const passesOf = async (joining: 'codes' | 'open', secret = key, claims?: SeatClaims): Promise<{ readonly passes: Passes; readonly claims: SeatClaims }> => {
    const own = claims ?? (await claimsIn());
    return { passes: new Passes({ key: secret, joining, board: () => board, claims: own }), claims: own };
  };

  test('a code is exchanged for a pass that says table and seat, and is none itself', async () => {
    const { passes, claims } = await passesOf('codes');
    const code = passes.seats().tables[2]!.codes[4]!;
    const seat = passes.seatWith(`${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`);
    expect(seat).toEqual({ table: 't3', number: 5 });
    if (typeof seat === 'string') throw new Error(seat);
    const voter = passes.seatFor(seat, mark())!;
    const { pass } = voter;
    expect(voter).toEqual({ voter: `seat:${code}`, pass, table: 't3' });
    expect(passes.voterOf(pass)).toEqual(voter);
    expect(passes.seatFor(seat, mark())).toBeNull();
    expect(claims.isTaken(seat)).toBe(true);
    expect(passes.seatIn(pass)).toEqual(seat);
    expect([code, '', 'AAAAAA', `${code}A`, '__proto__', 'constructor', pass.replace('.5.', '.6.'), `${pass}A`].map((other) => passes.voterOf(other))).toEqual(Array(8).fill('unknown'));
  });

  test('nobody has two: those of the other way of joining do not count', async () => {
    const { passes: codes, claims } = await passesOf('codes');
    const { passes: open } = await passesOf('open', key, claims);
    const device = open.openPass(t1, mark());
    expect(open.voterOf(device.pass)).toEqual(device);
    expect(codes.voterOf(device.pass)).toBe('joiningChanged');
    const seat = { table: t1, number: 1 };
    const { pass } = codes.seatFor(seat, mark())!;
    expect(open.voterOf(pass)).toBe('joiningChanged');
    expect(open.seatWith(codes.seats().codeOf(seat)!)).toBe('joiningChanged');
  });

  test('a device that comes in again without a code, at whichever table, is the same voter', async () => {
    const { passes } = await passesOf('open');
    const device = mark();
    const [first, second] = [passes.openPass(t1, device), passes.openPass(asId<TableId>('t2'), device)];
    expect(passes.voterOf(second.pass)).toMatchObject({ voter: first.voter, table: 't2' });
    expect(passes.openPass(t1, mark()).voter).not.toBe(first.voter);
  });

  test('hold for whoever has the secret, and for nobody else', async () => {
    const { passes, claims } = await passesOf('open');
    const { pass } = passes.openPass(t1, mark());
    expect((await passesOf('open', key, claims)).passes.voterOf(pass)).toMatchObject({ table: t1 });
    expect((await passesOf('open', randomBytes(32), claims)).passes.voterOf(pass)).toBe('unknown');
  });

  test('a sign changed anywhere makes an open pass nobody\'s, and so does another table', async () => {
    const { passes } = await passesOf('open');
    const { pass } = passes.openPass(t1, mark());
    for (let at = 0; at < pass.length; at++) {
      const other = pass[at] === 'A' ? 'B' : 'A';
      expect(passes.voterOf(pass.slice(0, at) + other + pass.slice(at + 1))).toBe('unknown');
    }
    expect(passes.voterOf(pass.replace('.t1.', '.t2.'))).toBe('unknown');
    expect(passes.voterOf(passes.openPass(asId<TableId>('t99'), mark()).pass)).toBe('unknown');
  });
});

describe('seats in use', () => {
  const seat = { table: t1, number: 3 };
  const at = async (path: string): Promise<{ readonly claims: SeatClaims; readonly passes: Passes }> => {
    const claims = await claimsAt(path);
    return { claims, passes: new Passes({ key, joining: 'codes', board: () => board, claims }) };
  };
  const file = async (): Promise<string> => join(await tempFolder(), 'seats.claims');

  test('are those of the first that asks, and after a start', async () => {
    const path = await file();
    const { claims, passes } = await at(path);
    const [first, other] = [mark(), mark()];
    const { pass } = passes.seatFor(seat, first)!;
    expect(passes.seatFor(seat, other)).toBeNull();
    expect(passes.seatFor(seat, first)?.pass).toBe(pass);
    await claims.close();
    const later = await at(path);
    expect(later.claims.isTaken(seat)).toBe(true);
    expect(later.passes.seatFor(seat, other)).toBeNull();
    expect(later.passes.voterOf(pass)).toMatchObject({ table: t1 });
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect(await readFile(path, 'latin1')).not.toContain(first);
  });

  test('come back with their passes when a power cut swallowed them, and one seat never has two', async () => {
    const path = await file();
    const { pass } = (await at(path)).passes.seatFor(seat, mark())!;
    const after = await at(path);
    expect(after.passes.voterOf(pass)).toMatchObject({ table: t1 });
    expect(after.passes.seatFor(seat, mark())).toBeNull();
    // Or somebody else has the seat by then.
    const again = await at(join(await tempFolder(), 'seats.claims'));
    expect(again.passes.seatFor(seat, mark())).not.toBeNull();
    expect(again.passes.voterOf(pass)).toBe('unknown');
  });

  test('say nothing on the disk about who came first', async () => {
    const names = Array.from({ length: 12 }, (_, i) => ({ seat: { table: t1, number: i + 1 }, device: mark() }));
    const written = async (order: typeof names): Promise<string> => {
      const path = await file();
      const { claims, passes } = await at(path);
      for (const one of order) passes.seatFor(one.seat, one.device);
      await claims.close();
      const bytes = await readFile(path);
      // Both slots hold the same, so that the older one does not tell who came last.
      const [first, second] = [bytes.subarray(48, bytes.length / 2), bytes.subarray(bytes.length / 2 + 48)];
      expect(first.equals(second)).toBe(true);
      return first.toString('latin1');
    };
    expect(await written([...names].reverse())).toBe(await written(names));
  });

  test('a seat that is freed is nobody\'s from that moment on, also after a power cut, and stays whose it was when that fails', async () => {
    const path = await file();
    const { claims, passes } = await at(path);
    const [old, next] = [mark(), mark()];
    const { pass } = passes.seatFor(seat, old)!;
    await expect(claims.free(seat, () => Promise.reject(new Error('full')))).rejects.toThrow('full');
    expect(passes.voterOf(pass)).toMatchObject({ table: t1 });
    const freeing = claims.free(seat, async () => {
      expect(passes.voterOf(pass)).toBe('unknown');
      expect([passes.seatFor(seat, next), passes.seatFor(seat, old)]).toEqual([null, null]);
    });
    expect(passes.voterOf(pass)).toBe('unknown');
    await freeing;
    expect(claims.isTaken(seat)).toBe(false);
    for (const now of [await at(path), { claims, passes }]) {
      expect(now.passes.voterOf(pass)).toBe('unknown');
      const fresh = now.passes.seatFor(seat, next)!;
      expect(now.passes.voterOf(fresh.pass)).toEqual(fresh);
      expect(now.passes.voterOf(pass)).toBe('unknown');
    }
  });

  test('are none where the file cannot be read', async () => {
    const path = await file();
    await writeFile(path, 'neither this nor that');
    expect((await at(path)).passes.seatFor(seat, mark())).not.toBeNull();
    for (const text of ['[]', '{"t1 3":7}', '{"t1 3":"x"}', '{"t1 3":"0.short"}']) {
      await rm(path, { force: true });
      await (await SlotFile.create(path, text)).close();
      expect((await at(path)).passes.seatFor(seat, mark())).not.toBeNull();
    }
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
