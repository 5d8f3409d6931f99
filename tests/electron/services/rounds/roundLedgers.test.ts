import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { asId, type MarkId, type TableId } from '../../../../shared/base/ids.ts';
import { applyCommand } from '../../../../shared/board/applyCommand.ts';
import { recountAgrees } from '../../../../shared/voting/foldRound.ts';
import { LedgerFile } from '../../../../electron/services/rounds/ledgerFile.ts';
import { castBallot, countTable, emptyLedger, tallyOf, undoCount, viewLedger, voidSlot } from '../../../../electron/services/rounds/ledgerState.ts';
import { RoundLedgers } from '../../../../electron/services/rounds/roundLedgers.ts';
import { boardFolder } from '../../../../electron/services/boards/boardFolder.ts';
import { OpenBoard } from '../../../../electron/services/boards/openBoard.ts';
import { BOARD, card, round, sampleBoard } from '../sampleBoard.ts';
import { startServices, tempFolder } from '../startServices.ts';

const cards = [card('panda', 'de panda'), card('rat', 'de rat'), card('braderie', 'de braderie')];
const [panda, rat, braderie] = cards.map(({ id }) => id) as [MarkId, MarkId, MarkId];
const board = applyCommand(sampleBoard(), { type: 'marks.put', what: 'catch', marks: cards }, () => false).board;
const opened = round('r1', cards);
const t1 = asId<TableId>('t1');
const t2 = asId<TableId>('t2');

/** The rounds of an open board in a folder, as after the first start or a later one, which has a journal of its own. */
async function ledgersIn(root: string, generation = 0): Promise<{ readonly ledgers: RoundLedgers; readonly folder: ReturnType<typeof boardFolder>; readonly open: OpenBoard }> {
  const folder = boardFolder(root, BOARD);
  await mkdir(folder.root, { recursive: true });
  const nothing = (): void => undefined;
  const start = { moment: { board, seq: 0, history: { undo: [], redo: [] } }, inks: new Map(), opIds: new Map<string, number>(), generation, recovered: null };
  const open = new OpenBoard(folder, start, { changed: nothing, saved: nothing, failed: nothing }, () => 1000);
  const ledgers = new RoundLedgers(open, () => 1000, nothing);
  onTestFinished(async () => {
    await ledgers.closeFiles();
    await open.close();
  });
  return { ledgers, folder, open };
}

describe('counting by table', () => {
  const ledger = emptyLedger(opened);

  test('a row that does not add up is kept and told, but does not count', () => {
    const over = countTable(ledger, t1, { [panda]: 6, [rat]: 3 });
    expect(viewLedger(over, board).rows[0]).toMatchObject({ dots: { panda: 6, rat: 3, braderie: 0 }, tooMany: 2, counted: false });
    expect(tallyOf(over, board, (items) => items)).toMatchObject({ cast: 0, totals: { panda: 0, rat: 0 } });
  });

  test('a table that gave no dots is counted; one that was not asked is not', () => {
    const view = viewLedger(countTable(ledger, t1, {}), board);
    expect(view.rows.map(({ counted }) => counted)).toEqual([true, false, false, false, false, false, false]);
    expect(view).toMatchObject({ cast: 7, heads: 49, corrections: 0, canUndo: true });
  });

  test('every change of a count that stood is a correction, taking it back too', () => {
    const once = countTable(ledger, t1, { [panda]: 4 });
    const twice = countTable(once, t1, { [panda]: 5 });
    expect(countTable(twice, t1, { [panda]: 5, [rat]: 0 })).toBe(twice);
    expect(twice.corrections).toBe(1);
    const back = undoCount(twice);
    expect(back).toMatchObject({ rows: { t1: { panda: 4 } }, corrections: 2 });
    expect(undoCount(undoCount(back))).toMatchObject({ rows: {}, recounts: [] });
  });

  test('taking all counts back leads to an empty grid, whatever was counted', () => {
    const counts = fc.array(fc.tuple(fc.constantFrom(t1, t2, asId<TableId>('t3')), fc.nat(9), fc.nat(9)), { maxLength: 20 });
    fc.assert(fc.property(counts, (steps) => {
      let state = steps.reduce((now, [table, pandas, rats]) => countTable(now, table, { [panda]: pandas, [rat]: rats }), ledger);
      const tally = tallyOf(state, board, (items) => items);
      expect(recountAgrees(tally)).toBe(true);
      expect(Object.values(tally.totals).reduce((sum, dots) => sum + dots, 0)).toBeLessThanOrEqual(tally.cast);
      while (state.recounts.length > 0) state = undoCount(state);
      expect(state.rows).toEqual({});
    }));
  });
});

describe('ballots', () => {
  test('a new vote replaces the old, a voided code takes its ballot out and lets no other in', () => {
    const first = castBallot(emptyLedger(opened), 'a'.repeat(64), [panda]);
    const second = castBallot(first.ledger, 'a'.repeat(64), [rat]);
    expect([first.outcome, second.outcome]).toEqual(['cast', 'replaced']);
    expect(tallyOf(second.ledger, board, (items) => items)).toMatchObject({ cast: 1, totals: { panda: 0, rat: 1 } });
    const voided = voidSlot(second.ledger, 'a'.repeat(64));
    expect(castBallot(voided, 'a'.repeat(64), [panda]).outcome).toBe('voided');
    expect(tallyOf(voided, board, (items) => items).cast).toBe(0);
  });

  test('more dots than the rule gives, or dots on something else, are no vote', () => {
    const ledger = emptyLedger(opened);
    expect(castBallot(ledger, 'b'.repeat(64), [panda, rat]).outcome).toBe('invalid');
    expect(castBallot(ledger, 'b'.repeat(64), [asId<MarkId>('nobody')]).outcome).toBe('invalid');
    expect(castBallot(ledger, 'b'.repeat(64), [panda, panda]).outcome).toBe('invalid');
    expect(castBallot(ledger, 'b'.repeat(64), []).outcome).toBe('cast');
  });

  test('lie in an order that says nothing about when they came', () => {
    const slots = ['c', 'a', 'b'].map((letter) => letter.repeat(64));
    const ledger = slots.reduce((now, slot) => castBallot(now, slot, [panda]).ledger, emptyLedger(opened));
    expect(Object.keys(ledger.ballots)).toEqual([...slots].sort());
  });

  test('of phones are counted together with tables, and go on after a start', async () => {
    const root = await tempFolder();
    const first = await ledgersIn(root);
    await first.ledgers.start(opened);
    await first.ledgers.count(opened.id, t1, { [panda]: 5, [braderie]: 2 });
    expect(await first.ledgers.cast(opened.id, 'code-1', [rat])).toBe('cast');
    expect(await first.ledgers.cast(opened.id, 'code-2', [rat])).toBe('cast');
    const { board: now } = first.open;
    await first.ledgers.closeFiles();

    const second = await ledgersIn(root, 1);
    await second.open.do('again', { type: 'round.put', round: now.rounds[opened.id]! });
    expect(await second.ledgers.cast(opened.id, 'code-1', [panda])).toBe('replaced');
    await second.ledgers.voidCode(opened.id, 'code-2');
    expect(await second.ledgers.view(opened.id)).toMatchObject({ cast: 8, heads: 49 });
    await second.ledgers.close(opened.id);
    expect(second.open.board.rounds[opened.id]?.tally).toEqual({
      totals: { panda: 6, rat: 0, braderie: 2 }, byHand: { panda: 5, rat: 0, braderie: 2 }, ballots: [[panda]], cast: 8, heads: 49, corrections: 0,
    });
  });
});

describe('what is left of a round', () => {
  test('while it is open neither the board nor its journal holds a count, a code or a ballot', async () => {
    const { ledgers, folder } = await ledgersIn(await tempFolder());
    await ledgers.start(opened);
    await ledgers.count(opened.id, t1, { [panda]: 5 });
    await ledgers.cast(opened.id, 'code-1', [rat]);
    const journal = await readFile(folder.journal(0), 'utf8');
    expect(journal).toContain('"state":"open"');
    expect(journal).not.toMatch(/t1|code-1|"5"|:5[,}]/);
    expect(await readFile(join(folder.rounds, 'r1.ledger'), 'latin1')).not.toContain('code-1');
  });

  test('closing leaves no grid and no key', async () => {
    const { ledgers, folder } = await ledgersIn(await tempFolder());
    await ledgers.start(opened);
    await ledgers.count(opened.id, t1, { [panda]: 5 });
    expect((await readdir(folder.rounds)).sort()).toEqual(['r1.key', 'r1.ledger']);
    const stillOpen = await open(join(folder.rounds, 'r1.ledger'), 'r');
    await ledgers.close(opened.id);
    expect(await readdir(folder.rounds)).toEqual([]);
    expect((await stillOpen.readFile()).every((byte) => byte === 0)).toBe(true);
    await stillOpen.close();
    expect(await readFile(folder.journal(0), 'utf8')).not.toContain('"t1":{"panda"');
    await expect(ledgers.view(opened.id)).rejects.toThrow('round.notOpen');
  });

  test('an end of the app between closing and destroying is made good at the next start', async () => {
    const { ledgers, folder, open: openBoard } = await ledgersIn(await tempFolder());
    await ledgers.start(opened);
    await openBoard.do('closed', { type: 'round.put', round: { ...opened, state: 'closed', closedMs: 9 } });
    await ledgers.closeFiles();
    await new RoundLedgers(openBoard, () => 1000, () => undefined).sweep();
    expect(await readdir(folder.rounds)).toEqual([]);
  });

  test('a round with counts that the board lost is put back', async () => {
    const root = await tempFolder();
    const first = await ledgersIn(root);
    await first.ledgers.start(opened);
    await first.ledgers.count(opened.id, t2, { [panda]: 3 });
    await first.ledgers.closeFiles();
    const second = await ledgersIn(root, 1);
    expect(second.open.board.rounds[opened.id]).toBeUndefined();
    await second.ledgers.sweep();
    expect(second.open.board.rounds[opened.id]).toEqual(opened);
    expect((await second.ledgers.view(opened.id)).rows[1]?.dots).toMatchObject({ panda: 3 });
  });

  test('cancelling leaves no tally', async () => {
    const { ledgers, folder, open: openBoard } = await ledgersIn(await tempFolder());
    await ledgers.start(opened);
    await ledgers.count(opened.id, t1, { [panda]: 5 });
    await ledgers.cancel(opened.id);
    expect(openBoard.board.rounds[opened.id]).toMatchObject({ state: 'cancelled', tally: null });
    expect(await readdir(folder.rounds)).toEqual([]);
  });
});

describe('a ledger file', () => {
  test('with one slot spoilt at any place gives the state before or after, never another', async () => {
    const path = join(await tempFolder(), 'r.ledger');
    const ledger = await LedgerFile.create(path, '"first"');
    await ledger.write('"second"');
    await ledger.write('"third"');
    await ledger.close();
    const whole = await readFile(path);
    for (const at of [0, 8, 12, 16, 40, 48, 50, 55]) {
      for (const slot of [0, whole.length / 2]) {
        const spoilt = Buffer.from(whole);
        spoilt[slot + at]! ^= 0xff;
        await writeFile(path, spoilt);
        const opening = await LedgerFile.open(path);
        await opening.ledger.close();
        expect(['"second"', '"third"']).toContain(opening.json);
      }
    }
    await writeFile(path, Buffer.alloc(whole.length));
    await expect(LedgerFile.open(path)).rejects.toThrow('file.damaged');
  });

  test('does not keep what was replaced twice', async () => {
    const path = join(await tempFolder(), 'r.ledger');
    const ledger = await LedgerFile.create(path, '"a much longer state that holds a vote"');
    await ledger.write('1');
    await ledger.write('2');
    await ledger.close();
    expect(await readFile(path, 'latin1')).not.toContain('vote');
    await rm(path);
  });
});

test('a round needs two candidates of the board, and a count a table and candidates that are there', async () => {
  const { services, ask } = await startServices(await tempFolder());
  await ask('boards.create', { document: { board, inks: {} }, assets: [] });
  await ask('boards.open', { board: BOARD });
  const refused = async (name: 'rounds.start' | 'rounds.count', input: unknown): Promise<string> => {
    const result = await services.handle(name, input);
    return result.ok ? 'taken' : result.trouble.code;
  };
  expect(await refused('rounds.start', { board: BOARD, round: { ...opened, candidates: opened.candidates.slice(1, 2) } })).toBe('round.candidates');
  expect(await refused('rounds.start', { board: BOARD, round: { ...opened, candidates: [...opened.candidates, { id: 'gone', label: 'weg' }] } })).toBe('round.candidates');
  expect(await refused('rounds.count', { board: BOARD, round: 'r1', table: 't1', dots: {} })).toBe('round.unknown');
  expect(await refused('rounds.start', { board: BOARD, round: opened })).toBe('taken');
  expect(await refused('rounds.count', { board: BOARD, round: 'r1', table: 't99', dots: {} })).toBe('round.tableUnknown');
  expect(await refused('rounds.count', { board: BOARD, round: 'r1', table: 't1', dots: { gone: 1 } })).toBe('round.candidates');
  expect(await refused('rounds.count', { board: BOARD, round: 'r1', table: 't1', dots: { panda: -1 } })).toBe('call.invalid');
});
