import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExportContent, ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import { BOARD } from '../sampleBoard.ts';
import { startServices, tempFolder } from '../startServices.ts';
import { INK, noon, orders, part, request, SECRETS, signed, slowOrders } from './signedBoard.ts';

describe('what goes out with people in it', () => {
  test('is the charter with names and ink, and the list with numbers; nothing else ever gets them', async () => {
    const folder = await tempFolder();
    const { exports, given } = orders();
    const { services } = await signed('2026-11-20', folder, { exports });
    const start = (asked: ExportRequest): Promise<string> => services.files.startExport(BOARD, asked, join(folder, 'uit'));
    for (const format of ['pdf', 'png', 'svg', 'md', 'csv', 'json'] as const) await start(request({ kind: 'board' }, { format }));
    for (const format of ['png', 'svg', 'md'] as const) await start(request({ kind: 'board' }, { format, charter: true }));
    await start(request({ kind: 'tableSigns', questions: [] }));
    await start(request({ kind: 'seatCards', url: null }));
    await start(request({ kind: 'charter', paper: 'a4' }, { publicVersion: true }));
    await start(request({ kind: 'contacts' }, { publicVersion: true }));
    await start(request({ kind: 'board' }, { charter: true, publicVersion: true }));
    expect(given).toHaveLength(14);
    for (const order of given) for (const secret of SECRETS) expect(JSON.stringify(order), order.request.content.kind).not.toContain(secret);
    given.length = 0;
    await start(request({ kind: 'charter', paper: 'a3' }));
    await start(request({ kind: 'board' }, { charter: true }));
    await start(request({ kind: 'contacts' }));
    const [charter, along, contacts] = given.map((order) => JSON.stringify(order));
    for (const order of [charter, along]) {
      expect(order).toContain('Fatima Yildiz');
      expect(order).toContain(INK);
      expect(order).not.toContain('0470');
    }
    expect(contacts).toContain('0470 98 76 54');
    expect(contacts).not.toContain(INK);
    expect(contacts).not.toContain('Jef Claes');
  });

  test('on another laptop the charter has lines instead of ink, and there is no list of numbers', async () => {
    const there = await tempFolder();
    const first = await signed('2026-11-20', there);
    await first.services.files.writeCopy(BOARD, join(there, 'Kiel.doek'));
    const { exports, given } = orders();
    const here = await startServices(await tempFolder(), { exports });
    const board = await here.services.files.openFile(join(there, 'Kiel.doek'));
    await here.ask('boards.open', { board });
    await here.services.files.startExport(board, request({ kind: 'charter', paper: 'a4' }), join(there, 'uit.pdf'));
    expect(given[0]).toMatchObject({ signers: [], contacts: null });
    await expect(here.services.files.startExport(board, request({ kind: 'contacts' }), join(there, 'uit.pdf'))).rejects.toThrow('people.damaged');
  });

  test('is remembered, so that whoever erases knows what is still to be thrown away', async () => {
    const folder = await tempFolder();
    const { exports } = orders();
    const { services, ask } = await signed('2026-11-20', folder, { exports });
    await services.files.startExport(BOARD, request({ kind: 'charter', paper: 'a4' }), join(folder, 'Charter Kiel.pdf'));
    await services.files.startExport(BOARD, request({ kind: 'tableSigns', questions: [] }), join(folder, 'Bordjes.pdf'));
    await services.files.startExport(BOARD, request({ kind: 'contacts' }), join(folder, 'x.pdf'), 'Contactlijst Kiel.pdf');
    await ask('people.change', { board: BOARD, change: { kind: 'remove', id: part.people[1]!.id } });
    const atMs = noon('2026-11-20');
    expect(await ask('people.erase', { board: BOARD })).toEqual({ outOfReach: [], given: [{ kind: 'contacts', name: 'Contactlijst Kiel.pdf', atMs }, { kind: 'charter', name: join(folder, 'Charter Kiel.pdf'), atMs }], stopped: 0 });
  });

  test('on paper is remembered when it was printed, and not when the dialog was closed; until then it can be given up', async () => {
    const folder = await tempFolder();
    const { services, ask } = await signed('2026-11-20', folder, { exports: orders().exports });
    const givenUp: string[] = [];
    const print = (content: ExportContent): Promise<string> => services.files.startPrint(BOARD, request(content), (job) => { givenUp.push(job); });
    const closed = await print({ kind: 'contacts' });
    const printed = await print({ kind: 'charter', paper: 'a4' });
    await ask('exports.cancel', { job: closed });
    expect(givenUp).toEqual([closed]);
    await services.files.endPrint(closed, false);
    await services.files.endPrint(printed, true);
    await ask('exports.cancel', { job: printed });
    expect(givenUp, 'what is printed is printed').toEqual([closed]);
    expect(await ask('people.erase', { board: BOARD })).toMatchObject({ given: [{ kind: 'charter', name: 'afgedrukt op papier' }] });
  });

  test('is stopped when people are erased meanwhile, file and print, and whoever erases is told so', async () => {
    const folder = await tempFolder();
    const { exports, running } = slowOrders();
    const { services, ask } = await signed('2026-11-20', folder, { exports });
    await services.files.startExport(BOARD, request({ kind: 'charter', paper: 'a4' }), join(folder, 'Charter Kiel.pdf'));
    const board = await services.files.startExport(BOARD, request({ kind: 'board' }), join(folder, 'Kiel.pdf'));
    const printed = await services.files.startPrint(BOARD, request({ kind: 'contacts' }), (job) => { void services.files.endPrint(job, false); });
    running.get(printed)?.end('done');
    expect(await ask('people.erase', { board: BOARD })).toEqual({ outOfReach: [], given: [], stopped: 2 });
    expect([...running.values()].map(({ asked, isOver }) => [asked, isOver])).toEqual([['charter', 'cancelled'], ['board', null], ['contacts', 'done']]);
    // What names nobody goes on.
    running.get(board)?.end('done');
    await services.files.startExport(BOARD, request({ kind: 'charter', paper: 'a4' }), join(folder, 'Charter Kiel.pdf'));
    expect(JSON.stringify([...running.values()].slice(-1)[0]?.signers)).toBe('[]');
  });

  test('and could not be stopped any more is named among what is to be thrown away', async () => {
    const folder = await tempFolder();
    const { exports, running } = slowOrders(true);
    const { services, ask } = await signed('2026-11-20', folder, { exports });
    const path = join(folder, 'Charter Kiel.pdf');
    await services.files.startExport(BOARD, request({ kind: 'charter', paper: 'a4' }), path);
    expect(await ask('people.erase', { board: BOARD })).toEqual({ outOfReach: [], given: [{ kind: 'charter', name: path, atMs: noon('2026-11-20') }], stopped: 0 });
    expect(running.size).toBe(1);
  });

  test('and that is only asked for while they are erased gets nobody', async () => {
    const folder = await tempFolder();
    const { exports, given } = orders();
    const { services, ask } = await signed('2026-11-20', folder, { exports });
    const [erased] = await Promise.all([ask('people.erase', { board: BOARD }), services.files.startExport(BOARD, request({ kind: 'charter', paper: 'a4' }), join(folder, 'Charter Kiel.pdf'))]);
    expect(erased.given).toEqual([]);
    expect(given.map(({ signers }) => signers)).toEqual([[]]);
  });

  test('and was just ready when they are erased is named too, before it is written down anywhere', async () => {
    const folder = await tempFolder();
    const { exports, running } = slowOrders();
    const { services, ask } = await signed('2026-11-20', folder, { exports });
    const path = join(folder, 'Charter Kiel.pdf');
    const job = await services.files.startExport(BOARD, request({ kind: 'charter', paper: 'a4' }), path);
    const erased = ask('people.erase', { board: BOARD });
    running.get(job)?.end('done');
    const charter = { kind: 'charter', name: path, atMs: noon('2026-11-20') };
    expect(await erased).toEqual({ outOfReach: [], given: [charter], stopped: 0 });
    expect(await ask('people.erase', { board: BOARD }), 'and is said once').toMatchObject({ given: [] });
  });

  test('and is written over by one that could not be stopped is one thing to throw away', async () => {
    const folder = await tempFolder();
    const { exports, running } = slowOrders(true);
    const { services, ask } = await signed('2026-11-20', folder, { exports });
    const path = join(folder, 'Charter Kiel.pdf');
    const charter = () => services.files.startExport(BOARD, request({ kind: 'charter', paper: 'a4' }), path);
    running.get(await charter())?.end('done');
    await charter();
    expect((await ask('people.erase', { board: BOARD })).given).toEqual([{ kind: 'charter', name: path, atMs: noon('2026-11-20') }]);
  });
});
