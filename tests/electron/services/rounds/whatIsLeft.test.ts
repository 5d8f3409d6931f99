import { createHash, createHmac } from 'node:crypto';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { MarkId } from '../../../../shared/base/ids.ts';
import { FIRST_SETTINGS } from '../../../../shared/contract/settings.ts';
import { LIMITS } from '../../../../electron/services/boardFile/container.ts';
import { readZipEntries } from '../../../../electron/services/boardFile/zipEntries.ts';
import { PhoneClient } from '../../../support/phoneClient.ts';
import { pageFolder } from '../door/doorRoom.ts';
import { BOARD, stroke } from '../sampleBoard.ts';
import { startServices, tempFolder } from '../startServices.ts';
import { board, braderie, opened, panda, rat } from './ledgerScene.ts';
import { seatCodes } from '../../../support/seatCodes.ts';

/** Every file below a folder, board files unzipped as well, by where it lies. */
async function everyByte(root: string): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const { name, isFile } of (await readdir(root, { withFileTypes: true })).map((entry) => ({ name: entry.name, isFile: entry.isFile() }))) {
    const path = join(root, name);
    if (!isFile) for (const [inside, bytes] of await everyByte(path)) found.set(inside, bytes);
    else {
      found.set(path, await readFile(path));
      if (extname(name) === '.doek') for (const [entry, bytes] of await readZipEntries(path, () => LIMITS.file, LIMITS)) found.set(`${path}!${entry}`, bytes);
    }
  }
  return found;
}

/** Where one of the secrets stands, in any of the forms in which it could. */
function placesOf(secrets: readonly (string | Buffer)[], files: ReadonlyMap<string, Buffer>): readonly string[] {
  const forms = secrets.flatMap((secret) => (typeof secret === 'string' ? [Buffer.from(secret)] : [secret, ...(['hex', 'base64', 'base64url'] as const).map((form) => Buffer.from(secret.toString(form)))]));
  return [...files].filter(([, bytes]) => forms.some((form) => bytes.includes(form))).map(([path]) => path);
}

/** Dots of tables on paper, and of the raised hands of two tables, such as nothing else on the board is. */
const PAPER = { t5: [3, 2, 1], t6: [1, 0, 6], t7: [0, 5, 2] } as const;
const HANDS = [9, 4, 1] as const;
const row = ([pandas, rats, braderies]: readonly [number, number, number]) => ({ [panda]: pandas, [rat]: rats, [braderie]: braderies });

/** Tables 1 and 2 on phones, 3 and 4 with hands, the others on paper. */
const WAYS = { t1: 'phones', t2: 'phones', t3: 'hands', t4: 'hands' } as const;

describe('every byte on the disk', () => {
  test('while a round is open and after it was closed tells nobody who voted what, or what a table gave', async () => {
    const root = await tempFolder();
    const copies = join(root, 'stick');
    await mkdir(copies);
    const begin = async () => startServices(root, { doorPorts: [0], phonePage: await pageFolder(root), pauses: { afterMs: 5, atMostMs: 50, retryMs: 20 } });
    const first = await begin();
    await first.ask('settings.set', { settings: { ...FIRST_SETTINGS, secondCopyFolder: copies } });
    await first.ask('boards.create', { document: { board, inks: {} }, assets: [] });
    await first.ask('boards.open', { board: BOARD });
    await first.services.files.saveFile(BOARD, join(root, 'Kiel.doek'));
    const rounds = join(root, 'boards', BOARD, 'rounds');
    /** What phones keep and say: the marks with which they came in, and their passes. */
    const kept: { readonly device: string; pass: string }[] = [];
    const voteWith = async ({ ask }: Pick<typeof first, 'ask'>, votes: readonly MarkId[]): Promise<readonly string[]> => {
      const door = await ask('door.open', { board: BOARD, address: '127.0.0.2', joining: 'codes' });
      const seats = await seatCodes(root, (await ask('boards.open', { board: BOARD })).board);
      const codes = seats.filter(({ table }) => table === 't1' || table === 't2').flatMap((table) => table.codes.slice(0, votes.length / 2));
      await Promise.all(codes.map(async (code, i) => {
        const phone = new PhoneClient(door.url ?? '', `127.0.2.${i + 1}`);
        onTestFinished(() => { phone.hangUp(); });
        phone.device = (kept[i] ??= { device: phone.device, pass: '' }).device;
        await phone.join({ code });
        kept[i]!.pass = phone.pass;
        await phone.goOnWith(phone.pass);
        expect(['cast', 'replaced']).toContain((await phone.vote(opened.id, [votes[i]!])).outcome);
      }));
      return codes;
    };

    await first.ask('rounds.start', { board: BOARD, round: opened, ways: WAYS, closesMs: null });
    const codes = await voteWith(first, [panda, rat, panda, panda, braderie, panda]);
    for (const [table, dots] of Object.entries(PAPER)) await first.ask('rounds.count', { board: BOARD, round: opened.id, table: table as never, dots: row(dots) });
    await first.ask('rounds.hands', { board: BOARD, round: opened.id, dots: row(HANDS) });
    const key = await readFile(join(rounds, 'r1.key'));
    const slots = codes.map((code) => createHmac('sha256', key).update(`seat:${code}`).digest());
    const grid = [...Object.values(PAPER), HANDS].map((dots) => JSON.stringify(row(dots)));
    const tags = ['"choices"', '"ways"', '"recounts"', '"ballots":{"'];
    const ofTables = /"table":\s*"?t?\d/;

    // Closing the app in the middle of the round writes all there is to write; only the ledger and its key may know.
    await first.services.close();
    const meanwhile = await everyByte(root);
    expect(codes).toHaveLength(6);
    const ofPhones = [...codes, ...kept.flatMap(({ device, pass }) => [device, pass, pass.split('.')[5]!, Buffer.from(device, 'hex')])];
    const inUse = join(root, 'boards', BOARD, 'seats.claims');
    expect(ofPhones).toHaveLength(30);
    expect(placesOf(ofPhones, meanwhile)).toEqual([]);
    const sums = kept.map(({ pass }) => createHash('sha256').update(pass).digest());
    for (const sum of sums) expect(placesOf([sum], meanwhile)).toEqual([inUse]);
    for (const secret of [...slots, ...grid, ...tags]) expect(placesOf([secret], meanwhile)).toEqual([join(rounds, 'r1.ledger')]);
    expect(placesOf([key], meanwhile)).toEqual([join(rounds, 'r1.key')]);

    const second = await begin();
    await second.ask('boards.open', { board: BOARD });
    await voteWith(second, [rat, rat, panda, panda, braderie, rat]);
    await second.ask('board.do', { board: BOARD, opId: 'op1', command: stroke(1) });
    const [ledgerFile, keyFile] = [await open(join(rounds, 'r1.ledger'), 'r'), await open(join(rounds, 'r1.key'), 'r')];
    await second.ask('rounds.close', { board: BOARD, round: opened.id });
    for (const file of [ledgerFile, keyFile]) {
      expect((await file.readFile()).every((byte) => byte === 0)).toBe(true);
      await file.close();
    }
    const { board: after } = await second.ask('boards.open', { board: BOARD });
    expect(after.rounds[opened.id]?.tally).toMatchObject({
      byHand: { panda: 13, rat: 11, braderie: 10 }, totals: { panda: 15, rat: 14, braderie: 11 }, cast: 41, heads: 49,
    });
    await second.ask('board.do', { board: BOARD, opId: 'op2', command: stroke(2) });
    await second.services.close();

    const left = await everyByte(root);
    expect([...left.keys()].filter((path) => path.endsWith('document.json') || path.includes('snapshot') || path.includes('journal-')).length).toBeGreaterThan(5);
    expect(placesOf(ofPhones, left)).toEqual([]);
    // Which seats are in use is all that stays, in the same order and with the same sums whoever voted for what and when.
    for (const sum of sums) expect(placesOf([sum], left)).toEqual([inUse]);
    const seatsIn = (files: ReadonlyMap<string, Buffer>): string => /\{"t\d[^}]*\}/.exec(files.get(inUse)!.toString('latin1'))![0];
    expect(seatsIn(left)).toEqual(seatsIn(meanwhile));
    expect(Object.keys(JSON.parse(seatsIn(left)) as object)).toEqual(['t1 1', 't1 2', 't1 3', 't2 1', 't2 2', 't2 3']);
    expect(placesOf([key, ...slots, ...grid, ...tags], left)).toEqual([]);
    expect([...left].filter(([, bytes]) => ofTables.test(bytes.toString('latin1'))).map(([path]) => path)).toEqual([]);
    expect(await readdir(rounds)).toEqual([]);
  });

  test('after a round that was cancelled tells nothing of it either', async () => {
    const root = await tempFolder();
    const { ask, services } = await startServices(root);
    await ask('boards.create', { document: { board, inks: {} }, assets: [] });
    await ask('boards.open', { board: BOARD });
    await ask('rounds.start', { board: BOARD, round: opened, ways: WAYS, closesMs: null });
    await ask('rounds.count', { board: BOARD, round: opened.id, table: 't5' as never, dots: row(PAPER.t5) });
    const key = await readFile(join(root, 'boards', BOARD, 'rounds', 'r1.key'));
    expect(placesOf([JSON.stringify(row(PAPER.t5))], await everyByte(root))).toHaveLength(1);
    await ask('rounds.cancel', { board: BOARD, round: opened.id });
    await services.close();
    expect(placesOf([key, JSON.stringify(row(PAPER.t5))], await everyByte(root))).toEqual([]);
  });
});
