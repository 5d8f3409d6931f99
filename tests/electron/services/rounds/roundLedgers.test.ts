import { createHmac } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TableId } from '../../../../shared/base/ids.ts';
import { RoundLedgers } from '../../../../electron/services/rounds/roundLedgers.ts';
import { BOARD, stroke } from '../sampleBoard.ts';
import { startServices, tempFolder } from '../startServices.ts';
import { board, braderie, ledgersIn, opened, panda, rat, t1, t2, t3, vote } from './ledgerScene.ts';

const PHONES = { [t1]: 'phones', [t2]: 'phones' } as const;
const { id } = opened;
/** A busy machine may take its time. */
const PATIENT = { timeout: 20_000 };

/** How often the ledger was written: the higher number of its two slots. */
async function writesOf(rounds: string): Promise<number> {
  const bytes = await readFile(join(rounds, 'r1.ledger'));
  return Math.max(bytes.readUInt32LE(8), bytes.readUInt32LE(bytes.length / 2 + 8));
}

describe('an open round', () => {
  test('is the only one: another cannot be opened before it is closed or cancelled', async () => {
    const { ledgers } = await ledgersIn(await tempFolder());
    await ledgers.start(opened, PHONES, null);
    const next = { ...opened, id: 'r2' as typeof id };
    await expect(ledgers.start(next, PHONES, null)).rejects.toThrow('round.otherOpen');
    // The same call again is the same round.
    expect(await ledgers.start(opened, PHONES, null)).toMatchObject({ round: id });
    await ledgers.cancel(id);
    expect(await ledgers.start(next, PHONES, null)).toMatchObject({ round: 'r2' });
  });

  test('takes no ballot of a pass that was taken away while the ballot was on its way', async () => {
    const { ledgers } = await ledgersIn(await tempFolder());
    await ledgers.start(opened, PHONES, null);
    expect(await ledgers.cast({ ...vote(id, 'seat:AAA', 1, [panda]), holds: () => false })).toBe('void');
    expect(ledgers.ballotOf(id, 'seat:AAA')).toBeNull();
  });

  test('counts phones together with tables and hands, and goes on after a start', async () => {
    const root = await tempFolder();
    const first = await ledgersIn(root);
    await first.ledgers.start(opened, { ...PHONES, [t3]: 'hands' }, null);
    await first.ledgers.count(id, 't4' as TableId, { [panda]: 5, [braderie]: 2 });
    await first.ledgers.countHands(id, { [rat]: 6 });
    expect(await first.ledgers.cast(vote(id, 'seat:AAA', 1, [rat]))).toBe('cast');
    expect(await first.ledgers.cast(vote(id, 'seat:CCC', 2, [rat]))).toBe('cast');
    const { board: now } = first.open;
    await first.ledgers.closeFiles();

    const second = await ledgersIn(root, { generation: 1 });
    await second.open.do('again', { type: 'round.put', round: now.rounds[id]! });
    await second.ledgers.sweep();
    expect(second.ledgers.ballotOf(id, 'seat:AAA')?.choices).toEqual([rat]);
    expect(await second.ledgers.cast(vote(id, 'seat:AAA', 1, [panda]))).toBe('replaced');
    expect(await second.ledgers.view(id)).toMatchObject({ cast: 16, heads: 49 });
    await second.ledgers.close(id);
    expect(second.open.board.rounds[id]?.tally).toMatchObject({
      totals: { panda: 6, rat: 7, braderie: 2 }, byHand: { panda: 5, rat: 6, braderie: 2 }, cast: 16, heads: 49, corrections: 0,
    });
    expect(second.open.board.rounds[id]?.tally?.ballots.flat().sort()).toEqual([panda, rat]);
  });

  test('tells phones how their table votes, what they voted, and sends them away from a table that went over to paper', async () => {
    const { ledgers, told } = await ledgersIn(await tempFolder());
    expect(ledgers.openVote()).toBeNull();
    await ledgers.start(opened, PHONES, null);
    expect(ledgers.openVote()).toMatchObject({ round: opened, closesMs: null, timeUp: false });
    expect([1, 2, 3, 99].map((table) => ledgers.openVote()?.wayAt(table))).toEqual(['phones', 'phones', 'paper', null]);
    await ledgers.cast(vote(id, 'seat:AAA', 1, [panda]));
    expect(ledgers.ballotOf(id, 'seat:AAA')?.choices).toEqual([panda]);
    expect(ledgers.ballotOf(id, 'seat:CCC')).toBeNull();
    await ledgers.setWay(id, t1, 'paper');
    expect(ledgers.ballotOf(id, 'seat:AAA')).toBeNull();
    await expect.poll(() => told[told.length - 1]?.rows[0], PATIENT).toMatchObject({ way: 'paper', phones: 0 });
    expect(await ledgers.cast(vote(id, 'seat:AAA', 1, [panda]))).toBe('elsewhere');
    await ledgers.close(id);
    expect(await ledgers.cast(vote(id, 'seat:CCC', 2, [panda]))).toBe('closed');
    expect(ledgers.openVote()).toBeNull();
  });

  test('takes a room full of phones at once in a few writes, and has each ballot on the disk when it says so', async () => {
    const root = await tempFolder();
    const { ledgers, told, folder } = await ledgersIn(root);
    await ledgers.start(opened, PHONES, null);
    const before = await writesOf(folder.rounds);
    const voters = Array.from({ length: 300 }, (_, i) => `open:${i}`);
    const first = ledgers.cast(vote(id, 'open:first', 1, [rat]));
    const casts = voters.map((voter, i) => ledgers.cast(vote(id, voter, 1 + (i % 2), [panda])));
    await first;
    const onDisk = await readFile(join(folder.rounds, 'r1.ledger'), 'latin1');
    expect(onDisk).toContain('"choices":[1]');
    expect(await Promise.all(casts)).toEqual(voters.map(() => 'cast'));
    expect((await writesOf(folder.rounds)) - before).toBeLessThan(20);
    expect((await ledgers.view(id)).cast).toBe(301);
    await expect.poll(() => told[told.length - 1]?.cast, PATIENT).toBe(301);
    expect(told.length).toBeLessThan(20);
    await ledgers.closeFiles();
    const again = await ledgersIn(root, { generation: 1 });
    await again.ledgers.sweep();
    expect((await again.ledgers.view(id)).cast).toBe(301);
  });

  test('keeps drawings for the phones in memory only, and only pictures', async () => {
    const { ledgers, folder } = await ledgersIn(await tempFolder());
    await ledgers.start(opened, PHONES, null);
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7, 7, 7, 7]);
    await ledgers.keepPictures(id, { [panda]: png.toString('base64'), [rat]: Buffer.from('<svg/>').toString('base64') });
    expect(ledgers.picture(id, panda)).toEqual(png);
    expect(ledgers.picture(id, rat)).toBeNull();
    expect((await readdir(folder.rounds)).sort()).toEqual(['r1.key', 'r1.ledger']);
    await ledgers.close(id);
    expect(ledgers.picture(id, panda)).toBeNull();
  });
});

describe('a round with a countdown', () => {
  const soon = (): number => Date.now() + 60;

  test('closes by itself when everybody votes on phones, and says when it closed', async () => {
    const { ledgers, open: openBoard } = await ledgersIn(await tempFolder(), { now: Date.now });
    const ways = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((table) => [`t${table}`, 'phones' as const]));
    await ledgers.start(opened, ways, null);
    await ledgers.cast(vote(id, 'open:1', 1, [panda]));
    const closesMs = soon();
    await ledgers.countdown(id, closesMs);
    await expect.poll(() => openBoard.board.rounds[id]?.state, PATIENT).toBe('closed');
    const { closedMs, tally } = openBoard.board.rounds[id]!;
    expect(closedMs).toBeGreaterThanOrEqual(closesMs);
    expect(tally).toMatchObject({ cast: 1, totals: { panda: 1 } });
  });

  test('waits for tables on paper, with the phones shut', async () => {
    const { ledgers, open: openBoard } = await ledgersIn(await tempFolder(), { now: Date.now });
    await ledgers.start(opened, PHONES, null);
    await ledgers.countdown(id, soon());
    await expect.poll(async () => (await ledgers.view(id)).time, PATIENT).toBe('up');
    expect(await ledgers.cast(vote(id, 'open:1', 1, [panda]))).toBe('closed');
    expect(openBoard.board.rounds[id]?.state).toBe('open');
    await ledgers.countdown(id, null);
    expect(await ledgers.cast(vote(id, 'open:1', 1, [panda]))).toBe('cast');
  });

  test('that ran out while the laptop was off goes on without it; one that was over before closes at the next start when all vote on phones', async () => {
    const ways = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((table) => [`t${table}`, 'phones' as const]));
    const startAgain = async (before: 'up' | 'open', atFirst: 'paper' | 'phones'): Promise<string> => {
      const root = await tempFolder();
      let nowMs = 1000;
      const first = await ledgersIn(root, { now: () => nowMs });
      await first.ledgers.start(opened, { ...ways, [t1]: atFirst }, 5000);
      if (before === 'up') {
        nowMs = 5000;
        expect(await first.ledgers.cast(vote(id, 'open:1', 2, [panda]))).toBe('closed');
        if (atFirst === 'paper') await first.ledgers.count(id, t1, { [panda]: 7 });
      }
      await first.ledgers.closeFiles();
      const second = await ledgersIn(root, { generation: 1, now: () => 9000 });
      await second.open.do('again', { type: 'round.put', round: first.open.board.rounds[id]! });
      await second.ledgers.sweep();
      const { state, closedMs } = second.open.board.rounds[id]!;
      return state === 'open' ? `open ${(await second.ledgers.view(id)).time}` : `${state} ${closedMs}`;
    };
    expect(await startAgain('open', 'phones')).toBe('open missed');
    expect(await startAgain('up', 'phones')).toBe('closed 9000');
    expect(await startAgain('up', 'paper')).toBe('open up');
  });
});

describe('what is left of a round', () => {
  test('its ballots lie neither in the order in which they came nor in that of their slots', async () => {
    const { ledgers, folder, open: openBoard } = await ledgersIn(await tempFolder());
    await ledgers.start(opened, PHONES, null);
    const came = Array.from({ length: 60 }, (_, i) => (i < 30 ? panda : rat));
    await Promise.all(came.map((choice, i) => ledgers.cast(vote(id, `seat:${i}`, 1 + (i % 2), [choice]))));
    const key = await readFile(join(folder.rounds, 'r1.key'));
    const slots = came.map((choice, i) => [createHmac('sha256', key).update(`seat:${i}`).digest('hex'), choice] as const);
    const bySlot = [...slots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, choice]) => choice);
    await ledgers.close(id);
    const kept = openBoard.board.rounds[id]?.tally?.ballots.map(([choice]) => choice);
    expect([panda, rat].map((choice) => kept?.filter((one) => one === choice).length)).toEqual([30, 30]);
    expect(kept).not.toEqual(came);
    expect(kept).not.toEqual(bySlot);
  });

  test('while it is open neither the board nor its journal holds a count, a code or a ballot', async () => {
    const { ledgers, folder } = await ledgersIn(await tempFolder());
    await ledgers.start(opened, PHONES, null);
    await ledgers.count(id, t3, { [panda]: 5 });
    await ledgers.cast(vote(id, 'seat:AAA', 1, [rat]));
    const journal = await readFile(folder.journal(0), 'utf8');
    expect(journal).toContain('"state":"open"');
    expect(journal).not.toMatch(/t3|seat:AAA|"5"|:5[,}]/);
    expect(await readFile(join(folder.rounds, 'r1.ledger'), 'latin1')).not.toContain('seat:AAA');
  });

  test('closing leaves no grid and no key', async () => {
    const { ledgers, folder } = await ledgersIn(await tempFolder());
    await ledgers.start(opened, {}, null);
    await ledgers.count(id, t1, { [panda]: 5 });
    expect((await readdir(folder.rounds)).sort()).toEqual(['r1.key', 'r1.ledger']);
    const stillOpen = await open(join(folder.rounds, 'r1.ledger'), 'r');
    await ledgers.close(id);
    expect(await readdir(folder.rounds)).toEqual([]);
    expect((await stillOpen.readFile()).every((byte) => byte === 0)).toBe(true);
    await stillOpen.close();
    expect(await readFile(folder.journal(0), 'utf8')).not.toContain('"t1":{"panda"');
    await expect(ledgers.view(id)).rejects.toThrow('round.notOpen');
  });

  test('an end of the app between closing and destroying is made good at the next start', async () => {
    const { ledgers, folder, open: openBoard } = await ledgersIn(await tempFolder());
    await ledgers.start(opened, {}, null);
    await openBoard.do('closed', { type: 'round.put', round: { ...opened, state: 'closed', closedMs: 9 } });
    await ledgers.closeFiles();
    await new RoundLedgers(openBoard, () => 1000, () => undefined).sweep();
    expect(await readdir(folder.rounds)).toEqual([]);
  });

  test('a round with counts that the board lost is put back', async () => {
    const root = await tempFolder();
    const first = await ledgersIn(root);
    await first.ledgers.start(opened, {}, null);
    await first.ledgers.count(id, t2, { [panda]: 3 });
    await first.ledgers.closeFiles();
    const second = await ledgersIn(root, { generation: 1 });
    expect(second.open.board.rounds[id]).toBeUndefined();
    await second.ledgers.sweep();
    expect(second.open.board.rounds[id]).toEqual(opened);
    expect((await second.ledgers.view(id)).rows[1]?.dots).toMatchObject({ panda: 3 });
  });

  test('a round that the board does not know and in which nobody voted is not put back', async () => {
    const root = await tempFolder();
    const first = await ledgersIn(root);
    await first.ledgers.start(opened, PHONES, null);
    await first.ledgers.closeFiles();
    const second = await ledgersIn(root, { generation: 1 });
    await second.ledgers.sweep();
    expect(second.open.board.rounds).toEqual({});
    expect(await readdir(second.folder.rounds)).toEqual([]);
  });

  test('a leftover that cannot be removed keeps nobody from opening the board, and goes at a later start', async () => {
    const { ledgers, folder, open: openBoard } = await ledgersIn(await tempFolder());
    await ledgers.start(opened, {}, null);
    await openBoard.do('closed', { type: 'round.put', round: { ...opened, state: 'closed', closedMs: 9 } });
    await ledgers.closeFiles();
    const key = join(folder.rounds, 'r1.key');
    await rm(key);
    await mkdir(key);
    const sweep = (): Promise<void> => new RoundLedgers(openBoard, () => 1000, () => undefined).sweep();
    await sweep();
    expect((await readdir(folder.rounds)).sort()).toEqual(['r1.key', 'r1.ledger']);
    await rm(key, { recursive: true });
    await sweep();
    expect(await readdir(folder.rounds)).toEqual([]);
  });

  test.each(['no key', 'a damaged ledger'])('with %s no phone votes a second time, and it can be cancelled', async (harm) => {
    const root = await tempFolder();
    const first = await ledgersIn(root);
    await first.ledgers.start(opened, PHONES, null);
    await first.ledgers.cast(vote(id, 'seat:AAA', 1, [panda]));
    await first.ledgers.closeFiles();
    const second = await ledgersIn(root, { generation: 1 });
    await second.open.do('again', { type: 'round.put', round: first.open.board.rounds[id]! });
    if (harm === 'no key') await rm(join(second.folder.rounds, 'r1.key'));
    else await writeFile(join(second.folder.rounds, 'r1.ledger'), 'x');
    await second.ledgers.sweep();
    await expect(second.ledgers.cast(vote(id, 'seat:AAA', 1, [rat]))).rejects.toThrow('file.damaged');
    await expect(second.ledgers.close(id)).rejects.toThrow('file.damaged');
    await second.ledgers.cancel(id);
    expect(second.open.board.rounds[id]).toMatchObject({ state: 'cancelled', tally: null });
    expect(await readdir(second.folder.rounds)).toEqual([]);
    await expect(second.ledgers.cancel(id)).rejects.toThrow('round.notOpen');
  });

  test.each(['closed', 'cancelled'] as const)('what is told last of it when it is %s holds turnout and ways, but no count', async (end) => {
    const { ledgers, told } = await ledgersIn(await tempFolder());
    await ledgers.start(opened, { [t1]: 'phones', [t3]: 'hands' }, null);
    await ledgers.count(id, t2, { [panda]: 5 });
    await ledgers.countHands(id, { [rat]: 3 });
    await ledgers.cast(vote(id, 'seat:AAA', 1, [rat]));
    await (end === 'closed' ? ledgers.close(id) : ledgers.cancel(id));
    const last = told[told.length - 1];
    expect(last).toMatchObject({ round: id, cast: 15, heads: 49, hands: { dots: {} }, canUndo: false });
    expect(last?.rows.map(({ way, dots, phones }) => [way, dots, phones])).toEqual([['phones', {}, 0], ['paper', {}, 0], ['hands', {}, 0], ...Array.from({ length: 4 }, () => ['paper', {}, 0])]);
  });

  test('cancelling leaves no tally', async () => {
    const { ledgers, folder, open: openBoard } = await ledgersIn(await tempFolder());
    await ledgers.start(opened, {}, null);
    await ledgers.count(id, t1, { [panda]: 5 });
    await ledgers.cancel(id);
    expect(openBoard.board.rounds[id]).toMatchObject({ state: 'cancelled', tally: null });
    expect(await readdir(folder.rounds)).toEqual([]);
  });
});

test('a round needs two candidates of the board, and a count a table and candidates that are there', async () => {
  const { services, ask } = await startServices(await tempFolder());
  await ask('boards.create', { document: { board, inks: {} }, assets: [] });
  await ask('boards.open', { board: BOARD });
  const refused = async (name: 'rounds.start' | 'rounds.count' | 'rounds.hands' | 'rounds.way', input: object): Promise<string> => {
    const result = await services.handle(name, { board: BOARD, round: 'r1', ...input });
    return result.ok ? 'taken' : result.trouble.code;
  };
  const start = (candidates: readonly object[]): Promise<string> => refused('rounds.start', { round: { ...opened, candidates }, ways: {}, closesMs: null });
  expect(await start(opened.candidates.slice(1, 2))).toBe('round.candidates');
  expect(await start([...opened.candidates, { id: 'gone', label: 'weg' }])).toBe('round.candidates');
  expect(await refused('rounds.count', { table: 't1', dots: {} })).toBe('round.unknown');
  expect(await start(opened.candidates)).toBe('taken');
  expect(await refused('rounds.count', { table: 't99', dots: {} })).toBe('round.tableUnknown');
  expect(await refused('rounds.count', { table: 't1', dots: { gone: 1 } })).toBe('round.candidates');
  expect(await refused('rounds.count', { table: 't1', dots: { panda: -1 } })).toBe('call.invalid');
  expect(await refused('rounds.hands', { dots: { gone: 1 } })).toBe('round.candidates');
  expect(await refused('rounds.way', { table: 't99', way: 'hands' })).toBe('round.tableUnknown');
  expect(await refused('rounds.way', { table: 't1', way: 'post' })).toBe('call.invalid');
  expect(await refused('rounds.way', { table: 't1', way: 'hands' })).toBe('taken');
});

test('one more person at a table is in the turnout of all windows, though nobody voted', async () => {
  const { ask, told } = await startServices(await tempFolder());
  await ask('boards.create', { document: { board, inks: {} }, assets: [] });
  await ask('boards.open', { board: BOARD });
  await ask('rounds.start', { board: BOARD, round: opened, ways: {}, closesMs: null });
  const before = told['rounds.view']?.length ?? 0;
  await ask('board.do', { board: BOARD, opId: 'stroke', command: stroke(1) });
  expect(told['rounds.view']).toHaveLength(before);
  await ask('board.do', { board: BOARD, opId: 'heads', command: { type: 'table.put', table: { ...board.tables[t1]!, heads: 8 } } });
  await expect.poll(() => told['rounds.view']?.[before]?.view, { timeout: 20_000 }).toMatchObject({ heads: 50, rows: [{ heads: 8 }, {}, {}, {}, {}, {}, {}] });
});
