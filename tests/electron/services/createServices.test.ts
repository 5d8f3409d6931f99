import { describe, expect, test } from 'vitest';
import { asId, type MarkId, type TableId } from '../../../shared/base/ids.ts';
import { markCount } from '../../../shared/board/buckets.ts';
import { BOARD, card, round, sampleBoard, stroke } from './sampleBoard.ts';
import { startServices, tempFolder } from './startServices.ts';

const document = { board: sampleBoard(), inks: {} };

describe('a board from the first stroke to the next day', () => {
  test('what was drawn is there again after closing and after a new start', async () => {
    const folder = await tempFolder();
    const first = await startServices(folder);
    await first.ask('boards.create', { document, assets: [] });
    await first.ask('boards.open', { board: BOARD });
    for (let n = 1; n <= 5; n++) await first.ask('board.do', { board: BOARD, opId: `op${n}`, command: stroke(n) });
    expect(first.told['board.changed']?.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(first.told['board.saved']?.slice(-1)[0]?.safeSeq).toBe(5);
    await first.services.close();

    const second = await startServices(folder);
    const opened = await second.ask('boards.open', { board: BOARD });
    expect(markCount(opened.board)).toBe(5);
    expect(opened).toMatchObject({ seq: 5, recovered: null, history: { undo: 'draw', redo: null } });
    expect((await second.ask('boards.list', {}))[0]).toMatchObject({ id: BOARD, title: 'Droomwijk Kiel', unfinished: false });
  });

  test('a gesture that is sent again is not done again', async () => {
    const { ask } = await startServices(await tempFolder());
    await ask('boards.create', { document, assets: [] });
    await ask('boards.open', { board: BOARD });
    expect(await ask('board.do', { board: BOARD, opId: 'same', command: stroke(1) })).toEqual({ seq: 1 });
    expect(await ask('board.do', { board: BOARD, opId: 'same', command: stroke(1) })).toEqual({ seq: 1 });
    expect((await ask('boards.open', { board: BOARD })).seq).toBe(1);
  });

  test('taking back and doing again survive a new start', async () => {
    const folder = await tempFolder();
    const first = await startServices(folder);
    await first.ask('boards.create', { document, assets: [] });
    await first.ask('boards.open', { board: BOARD });
    for (let n = 1; n <= 3; n++) await first.ask('board.do', { board: BOARD, opId: `op${n}`, command: stroke(n) });
    expect(await first.ask('board.undo', { board: BOARD })).toEqual({ undo: 'draw', redo: 'draw' });
    await first.services.close();

    const second = await startServices(folder);
    const opened = await second.ask('boards.open', { board: BOARD });
    expect(markCount(opened.board)).toBe(2);
    await second.ask('board.redo', { board: BOARD });
    for (let n = 0; n < 3; n++) await second.ask('board.undo', { board: BOARD });
    const after = await second.ask('boards.open', { board: BOARD });
    expect(markCount(after.board)).toBe(0);
    expect(after.history).toEqual({ undo: null, redo: 'draw' });
  });

  test('what no board has is refused and changes nothing', async () => {
    const { services, ask } = await startServices(await tempFolder());
    await ask('boards.create', { document, assets: [] });
    await ask('boards.open', { board: BOARD });
    const refused = await services.handle('board.do', { board: BOARD, opId: 'x', command: { type: 'marks.remove', ids: ['nobody'] } });
    expect(refused).toEqual({ ok: false, trouble: { code: 'command.refused', detail: 'unknown mark' } });
    const invalid = await services.handle('board.do', { board: BOARD, opId: 'x', command: { ...stroke(1), marks: [{ ...stroke(1).marks[0], widthUnits: Infinity }] } });
    expect(invalid).toEqual({ ok: false, trouble: { code: 'call.invalid', detail: 'board.do command.marks.0.widthUnits' } });
    expect((await ask('boards.open', { board: BOARD })).seq).toBe(0);
  });
});

describe('an open round', () => {
  const panda = card('panda', 'de panda');
  const rat = card('rat', 'de rat');
  const t1 = asId<TableId>('t1');
  const t2 = asId<TableId>('t2');
  const dots = (pandas: number, rats: number): { [id: MarkId]: number } => ({ [panda.id]: pandas, [rat.id]: rats });

  test('goes on after a start and closes to totals over the room, without tables', async () => {
    const folder = await tempFolder();
    const first = await startServices(folder);
    await first.ask('boards.create', { document, assets: [] });
    await first.ask('boards.open', { board: BOARD });
    await first.ask('board.do', { board: BOARD, opId: 'cards', command: { type: 'marks.put', what: 'catch', marks: [panda, rat] } });
    const opened = round('r1', [panda, rat]);
    await first.ask('rounds.start', { board: BOARD, round: opened, ways: {}, closesMs: null });
    await first.ask('rounds.count', { board: BOARD, round: opened.id, table: t1, dots: dots(4, 3) });
    await first.services.close();

    const second = await startServices(folder);
    await second.ask('boards.open', { board: BOARD });
    const over = await second.ask('rounds.count', { board: BOARD, round: opened.id, table: t2, dots: dots(6, 3) });
    expect(over.rows[1]).toMatchObject({ tooMany: 2, counted: false });
    await second.ask('rounds.count', { board: BOARD, round: opened.id, table: t2, dots: dots(5, 2) });
    expect(await second.ask('rounds.view', { board: BOARD, round: opened.id })).toMatchObject({ cast: 14, heads: 49, corrections: 1, canUndo: true });
    await second.ask('rounds.close', { board: BOARD, round: opened.id });
    const closed = (await second.ask('boards.open', { board: BOARD })).board.rounds[opened.id];
    expect(closed).toMatchObject({ state: 'closed', tally: { totals: dots(9, 5), cast: 14, heads: 49, corrections: 1 } });
    await expect(second.ask('rounds.view', { board: BOARD, round: opened.id })).rejects.toThrow('round.notOpen');
    expect((await second.ask('board.undo', { board: BOARD })).undo).toBeNull();
    expect((await second.ask('boards.open', { board: BOARD })).board.rounds[opened.id]).toEqual(closed);
  });
});
