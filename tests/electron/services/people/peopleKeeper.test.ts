import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asId, type BoardId, type PersonId } from '../../../../shared/base/ids.ts';
import type { ExportContent, ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import type { PeoplePart } from '../../../../shared/contract/people.ts';
import { FIRST_SETTINGS } from '../../../../shared/contract/settings.ts';
import { changePeople } from '../../../../electron/services/people/changePeople.ts';
import { readBoardFile } from '../../../../electron/services/boardFile/readBoardFile.ts';
import type { ExportEnd, ExportOrder, Exports } from '../../../../electron/services/exports/createExports.ts';
import { newPrint } from '../../../../electron/services/exports/printFolder.ts';
import { BOARD, sampleBoard, stroke } from '../sampleBoard.ts';
import { startServices, tempFolder } from '../startServices.ts';
import { signPeople } from './signPeople.ts';

const INK = 'M12 31Q34 3 51 22Q71 37 88 9L89 10Q70 39 50 23Q33 5 13 32Z';
const person = (name: string, phone = ''): PeoplePart['people'][number] => ({ id: asId<PersonId>(name.toLowerCase().replace(/\W/g, '')), name, role: 'wijkbewoner', phone, signature: INK, consentAtMs: Date.UTC(2026, 10, 20), consent: 'Mijn gegevens mogen op het charter staan.' });
const part: PeoplePart = { people: [person('Fatima Yildiz', '0470 98 76 54'), person('Jef Claes')], purpose: 'elkaar bellen', eraseOn: '2027-01-31' };
const SECRETS = ['Fatima', 'Yildiz', 'Jef Claes', '0470 98', '98 76 54', 'wijkbewoner', 'elkaar bellen', 'Mijn gegevens', INK.slice(0, 12), '2027-01-31'];
const DAY = 86_400_000;
const noon = (day: string): number => new Date(`${day}T12:00`).getTime();

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return (await Promise.all(entries.map(async (entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)])))).flat();
}

/** Services with an open board that has people, at noon of a day. */
async function signed(day: string, folder: string, more: Partial<Parameters<typeof startServices>[1]> = {}) {
  let now = noon(day);
  const started = await startServices(folder, { now: () => now, ...more });
  await started.ask('boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
  await started.ask('boards.open', { board: BOARD });
  await signPeople(started.ask, BOARD, part);
  return { ...started, later: (ms: number): void => { now += ms; } };
}

/** Takes every order as done at once and keeps what it was given. */
function orders(): { readonly exports: Exports; readonly given: ExportOrder[] } {
  const given: ExportOrder[] = [];
  return {
    given,
    exports: {
      prepare: () => undefined,
      forget: () => undefined, rest: () => undefined,
      close: () => Promise.resolve(),
      start(order) {
        given.push(order);
        return { job: `j${given.length}`, cancel: () => undefined, done: Promise.resolve({ job: `j${given.length}`, state: 'done', path: order.target, url: null } as const) };
      },
    },
  };
}

type Running = { readonly asked: string; readonly signers: ExportOrder['signers']; isOver: string | null; readonly end: (state: 'done' | 'cancelled') => void };

/** Takes orders that go on until they are ended or cancelled; with `tooLate` one that is cancelled has just been done. */
function slowOrders(tooLate = false): { readonly exports: Exports; readonly running: ReadonlyMap<string, Running> } {
  const running = new Map<string, Running>();
  return {
    running,
    exports: {
      ...orders().exports,
      start(order) {
        const job = `j${running.size}`;
        const done = new Promise<ExportEnd>((resolve) => {
          const one: Running = {
            asked: order.request.content.kind, signers: order.signers, isOver: null,
            end: (state) => {
              one.isOver ??= state;
              resolve(state === 'done' ? { job, state, path: order.target, url: null } : { job, state });
            },
          };
          running.set(job, one);
        });
        return { job, cancel: () => running.get(job)?.end(tooLate ? 'done' : 'cancelled'), done };
      },
    },
  };
}
const request = (content: ExportContent, more: Partial<ExportRequest> = {}): ExportRequest => ({
  format: 'pdf', content, pages: 'all', paper: 'a4', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 300, publicVersion: false, charter: false, svgText: 'text', locale: 'nl', ...more,
});

describe('what people gave', () => {
  test('stands in no byte of this laptop in clear: journal, snapshots, board files, second copies, log', async () => {
    const folder = await tempFolder();
    const copies = await tempFolder();
    const { ask, services } = await signed('2026-11-20', folder);
    await ask('settings.set', { settings: { ...FIRST_SETTINGS, secondCopyFolder: copies } });
    await services.files.saveFile(BOARD, join(folder, 'Kiel.doek'));
    await ask('board.do', { board: BOARD, opId: 'o1', command: stroke(1) });
    await signPeople(ask, BOARD, { ...part, people: [person('Els Maes')] });
    await ask('board.undo', { board: BOARD });
    await services.handle('people.change', { board: BOARD, change: { kind: 'sign', person: { name: 'Fatima Yildiz' } } });
    await services.files.writeCopy(BOARD, join(folder, 'kopie.doek'));
    await services.close();
    const files = [...(await filesUnder(folder)), ...(await filesUnder(copies))];
    expect(files.filter((path) => path.endsWith('.doek'))).toHaveLength(3);
    for (const path of files) {
      const bytes = await readFile(path);
      const inside = path.endsWith('.doek') ? await readBoardFile(path) : null;
      const said = [bytes.toString('utf8'), bytes.toString('latin1'), JSON.stringify(inside?.document), inside?.playback?.journal ?? '', inside?.people?.toString('latin1') ?? ''].join('\n');
      for (const secret of [...SECRETS, 'Els Maes']) expect(said.includes(secret), `${secret} in ${path}`).toBe(false);
    }
  });

  test('a signature that is no drawing is refused', async () => {
    const { services } = await signed('2026-11-20', await tempFolder());
    for (const signature of ['M0 0 A 5 5', 'Mx', 'm0 0l5 5', '<svg/>']) {
      expect(await services.handle('people.change', { board: BOARD, change: { kind: 'sign', purpose: part.purpose, eraseOn: part.eraseOn, person: { ...part.people[0], signature } } }), signature).toMatchObject({ trouble: { code: 'call.invalid' } });
    }
  });
});

describe('changes of people', () => {
  test.skipIf(process.platform === 'win32')('are kept at once, however slow the stick is that the board’s file is on', async () => {
    const folder = await tempFolder();
    const { ask, services } = await signed('2026-11-20', folder, { pauses: { afterMs: 0, atMostMs: 0, retryMs: 0 } });
    const path = join(folder, 'Kiel.doek');
    await services.files.saveFile(BOARD, path);
    await rm(path);
    // Whoever reads this waits until somebody writes: as slow as a stick can be.
    execFileSync('mkfifo', [path]);
    for (const name of ['Els Maes', 'Piet Pot']) await signPeople(ask, BOARD, { ...part, people: [person(name)] });
    expect((await ask('people.get', { board: BOARD })).people).toHaveLength(4);
    await writeFile(path, '');
    await ask('boards.close', { board: BOARD });
    expect((await readBoardFile(path)).people).toEqual(await readFile(join(folder, 'boards', BOARD, 'people.bin')));
  });

  test('that would make a board file too large to be opened again are refused', () => {
    const signature = INK.padEnd(199_000, INK);
    const many = { ...part, people: Array.from({ length: 78 }, () => ({ ...person('Els Maes'), signature })) };
    const sign = (now: PeoplePart) => () => changePeople(now, { kind: 'sign', person: { ...person('Jef'), signature }, purpose: part.purpose, eraseOn: part.eraseOn });
    expect(sign(many)).toThrow('people.tooMuch');
    expect(sign({ ...many, people: many.people.slice(1) })().people).toHaveLength(78);
  });

  test('that are asked for at once all count: who was removed meanwhile does not come back', async () => {
    const { ask } = await signed('2026-11-20', await tempFolder());
    const [fatima, jef] = part.people;
    const change = (id: PersonId) => ask('people.change', { board: BOARD, change: { kind: 'remove', id } });
    const els = person('Els Maes');
    await Promise.all([change(fatima!.id), change(jef!.id), signPeople(ask, BOARD, { ...part, people: [els] })]);
    expect((await ask('people.get', { board: BOARD })).people).toEqual([els]);
  });

  test('bring nobody back who was erased meanwhile', async () => {
    const folder = await tempFolder();
    const { ask } = await signed('2026-11-20', folder);
    await Promise.all([ask('people.erase', { board: BOARD }), ask('people.change', { board: BOARD, change: { kind: 'remove', id: part.people[0]!.id } })]);
    expect(await ask('people.get', { board: BOARD })).toEqual({ people: [], purpose: '', eraseOn: '' });
    expect(await readdir(join(folder, 'keys'))).toEqual([]);
  });

  test('make the day of erasing earlier and never later, for as long as there is anybody', async () => {
    const { ask } = await signed('2026-11-20', await tempFolder());
    const until = (eraseOn: string) => ask('people.change', { board: BOARD, change: { kind: 'eraseOn', eraseOn } });
    expect(await until('2027-01-15')).toEqual({ ...part, eraseOn: '2027-01-15' });
    for (const later of ['2027-01-16', '']) await expect(until(later), later).rejects.toThrow('people.agreed');
    // Who signs with the day of before in view is erased with all others.
    await signPeople(ask, BOARD, { ...part, people: [person('Els Maes')] });
    expect(await ask('people.get', { board: BOARD })).toMatchObject({ eraseOn: '2027-01-15' });
    for (const { id } of (await ask('people.get', { board: BOARD })).people) await ask('people.change', { board: BOARD, change: { kind: 'remove', id } });
    expect(await until('2028-01-01')).toEqual({ people: [], purpose: part.purpose, eraseOn: '2028-01-01' });
  });

  test('give numbers no other purpose than was agreed', async () => {
    const { ask } = await signed('2026-11-20', await tempFolder());
    const purpose = (text: string) => ask('people.change', { board: BOARD, change: { kind: 'purpose', purpose: text } });
    await expect(purpose('reclame')).rejects.toThrow('people.agreed');
    await expect(signPeople(ask, BOARD, { ...part, purpose: 'iets anders', people: [person('Els Maes', '0470 11 11 11')] })).rejects.toThrow('people.agreed');
    expect(await ask('people.get', { board: BOARD })).toEqual(part);
    await ask('people.change', { board: BOARD, change: { kind: 'remove', id: part.people[0]!.id } });
    expect(await purpose('elkaar vinden')).toEqual({ ...part, people: part.people.slice(1), purpose: 'elkaar vinden' });
  });
});

describe('the day on which people are to be forgotten', () => {
  test('is told from that day on, board open or not, until it is done', async () => {
    const folder = await tempFolder();
    const { ask, later } = await signed('2027-01-30', folder);
    expect(await ask('people.due', {})).toEqual([]);
    later(DAY);
    const due = [{ board: BOARD, title: sampleBoard().title, eraseOn: '2027-01-31', people: 2 }];
    expect(await ask('people.due', {})).toEqual(due);
    await ask('boards.close', { board: BOARD });
    later(300 * DAY);
    expect(await ask('people.due', {})).toEqual(due);
    await ask('people.erase', { board: BOARD });
    expect(await ask('people.due', {})).toEqual([]);
  });

  test('is told for a board in the bin too', async () => {
    const folder = await tempFolder();
    const { ask } = await signed('2027-02-01', folder);
    await ask('boards.remove', { board: BOARD });
    expect(await ask('people.due', {})).toMatchObject([{ board: BOARD, people: 2 }]);
    await ask('people.erase', { board: BOARD });
    expect((await filesUnder(join(folder, 'bin'))).filter((path) => path.includes('people'))).toEqual([]);
    expect(await ask('people.due', {})).toEqual([]);
  });

  test('is not told twice for two copies of a board', async () => {
    const folder = await tempFolder();
    const { ask, services } = await signed('2027-02-01', folder);
    await services.files.writeCopy(BOARD, join(folder, 'kopie.doek'));
    const other = await services.files.openFile(join(folder, 'kopie.doek'));
    await ask('boards.open', { board: other });
    expect(await ask('people.due', {})).toHaveLength(1);
  });
});

describe('erasing people', () => {
  test('reaches every copy on this laptop: the board, one made of its file, the bin, board files, second copies, what a crash left', async () => {
    const folder = await tempFolder();
    const copies = await tempFolder();
    const { ask, services } = await signed('2027-02-01', folder);
    await ask('settings.set', { settings: { ...FIRST_SETTINGS, secondCopyFolder: copies } });
    await services.files.saveFile(BOARD, join(folder, 'Kiel.doek'));
    await services.files.writeCopy(BOARD, join(copies, 'oud van naam.doek'));
    await services.files.writeCopy(BOARD, join(folder, 'Kopie.doek'));
    const other = await services.files.openFile(join(folder, 'Kopie.doek'));
    await ask('boards.open', { board: other });
    await ask('boards.close', { board: other });
    const third = await services.files.importFile(join(folder, 'Kopie.doek'));
    await ask('boards.remove', { board: third });
    await writeFile(join(folder, 'boards', BOARD, '.people.bin.0123456789ab.tmp'), 'half');
    await writeFile(await newPrint(folder, BOARD), 'people on paper');
    await writeFile(join(copies, 'iets anders.doek'), 'no board');
    expect(other).not.toBe(BOARD);
    expect(await ask('people.erase', { board: BOARD })).toEqual({ outOfReach: [], given: [], stopped: 0 });
    const left = [...(await filesUnder(folder)), ...(await filesUnder(copies))];
    expect(left.filter((path) => path.endsWith('sheets.html'))).toEqual([]);
    expect(left.filter((path) => /people|\.key$/.test(path) && !path.endsWith('seats.key'))).toEqual([]);
    const boardFiles = left.filter((path) => path.endsWith('.doek') && !path.includes('iets anders'));
    expect(boardFiles.length).toBeGreaterThan(3);
    for (const path of boardFiles) expect((await readBoardFile(path)).people, path).toBeNull();
  });

  test('leaves a file known as the board’s own, so that the next change is written to it', async () => {
    const folder = await tempFolder();
    const { ask, services, told } = await signed('2027-02-01', folder, { pauses: { afterMs: 0, atMostMs: 0, retryMs: 60_000 } });
    const path = join(folder, 'Kiel.doek');
    await services.files.saveFile(BOARD, path);
    await ask('boards.close', { board: BOARD });
    const before = await readBoardFile(path);
    expect(before.people).not.toBeNull();
    await ask('people.erase', { board: BOARD });
    const after = await readBoardFile(path);
    expect(after).toEqual({ ...before, people: null });
    await ask('boards.open', { board: BOARD });
    await ask('board.do', { board: BOARD, opId: 'o9', command: stroke(9) });
    await ask('boards.close', { board: BOARD });
    expect((await readBoardFile(path)).seq).toBeGreaterThan(before.seq);
    expect(told['board.saved']?.some(({ trouble }) => trouble !== null)).toBe(false);
  });

  test('names a file and a stick that are not there; without their key nobody reads them', async () => {
    const folder = await tempFolder();
    const stick = join(await tempFolder(), 'stick');
    await mkdir(stick);
    const { ask, services } = await signed('2027-02-01', folder);
    const path = join(stick, 'Kiel.doek');
    await services.files.saveFile(BOARD, path);
    await ask('settings.set', { settings: { ...FIRST_SETTINGS, secondCopyFolder: join(stick, 'kopies') } });
    await ask('boards.close', { board: BOARD });
    await rename(stick, `${stick}-weg`);
    expect(await ask('people.erase', { board: BOARD })).toEqual({ outOfReach: [path, join(stick, 'kopies')], given: [], stopped: 0 });
    const copy = (await readBoardFile(join(`${stick}-weg`, 'Kiel.doek'))).people;
    await ask('boards.open', { board: BOARD });
    await writeFile(join(folder, 'boards', BOARD, 'people.bin'), copy!);
    await expect(ask('people.get', { board: BOARD })).rejects.toThrow('people.damaged');
  });

  test('a file that was away loses them when it is there again and its board is opened', async () => {
    const folder = await tempFolder();
    const { ask, services } = await signed('2027-02-01', folder, { pauses: { afterMs: 0, atMostMs: 0, retryMs: 60_000 } });
    const stick = join(await tempFolder(), 'stick');
    await mkdir(stick);
    await services.files.saveFile(BOARD, join(stick, 'Kiel.doek'));
    await ask('boards.close', { board: BOARD });
    await rename(stick, `${stick}-weg`);
    await ask('people.erase', { board: BOARD });
    await rename(`${stick}-weg`, stick);
    expect((await readBoardFile(join(stick, 'Kiel.doek'))).people).not.toBeNull();
    await ask('boards.open', { board: BOARD });
    await ask('boards.close', { board: BOARD });
    expect((await readBoardFile(join(stick, 'Kiel.doek'))).people).toBeNull();
  });

  test('goes on when a part cannot be removed, names it, and still says what went out', async () => {
    const folder = await tempFolder();
    const copies = await tempFolder();
    const { ask, services } = await signed('2027-02-01', folder, { exports: orders().exports });
    await ask('settings.set', { settings: { ...FIRST_SETTINGS, secondCopyFolder: copies } });
    const path = join(folder, 'Kiel.doek');
    await services.files.saveFile(BOARD, path);
    await services.files.writeCopy(BOARD, join(copies, 'oud van naam.doek'));
    await services.files.startExport(BOARD, request({ kind: 'charter', paper: 'a4' }), join(folder, 'Charter.pdf'));
    // A folder in the place of what a crash left: it cannot be removed as a file.
    await mkdir(join(folder, 'boards', BOARD, '.people.bin.0123456789ab.tmp'));
    expect(await ask('people.erase', { board: BOARD })).toMatchObject({ outOfReach: [join(folder, 'boards', BOARD, 'people.bin')], given: [{ kind: 'charter' }] });
    expect(await readdir(join(folder, 'keys'))).toEqual([]);
    for (const file of [path, join(copies, 'oud van naam.doek')]) expect((await readBoardFile(file)).people, file).toBeNull();
  });

  test('names a second copy that could not be read, and not what is no board', async () => {
    const folder = await tempFolder();
    const copies = await tempFolder();
    const { ask } = await signed('2027-02-01', folder);
    await ask('boards.close', { board: BOARD });
    await ask('settings.set', { settings: { ...FIRST_SETTINGS, secondCopyFolder: copies } });
    await writeFile(join(copies, 'iets anders.doek'), 'no board');
    await writeFile(join(copies, 'leeg.doek'), '');
    await mkdir(join(copies, 'onleesbaar.doek'));
    expect(await ask('people.erase', { board: BOARD })).toEqual({ outOfReach: [join(copies, 'onleesbaar.doek')], given: [], stopped: 0 });
  });

  test('leaves who signed on a copy of the board since', async () => {
    const folder = await tempFolder();
    const { ask, services } = await signed('2026-11-20', folder);
    await services.files.writeCopy(BOARD, join(folder, 'kopie.doek'));
    const other = await services.files.openFile(join(folder, 'kopie.doek'));
    await ask('boards.open', { board: other });
    await signPeople(ask, other, { ...part, people: [person('Els Maes')] });
    await ask('people.erase', { board: BOARD });
    expect((await ask('people.get', { board: other })).people.map(({ name }) => name)).toEqual(['Fatima Yildiz', 'Jef Claes', 'Els Maes']);
    await ask('people.erase', { board: other });
    expect(await readdir(join(folder, 'keys'))).toEqual([]);
  });

  test('does not touch the people of another board', async () => {
    const folder = await tempFolder();
    const { ask } = await signed('2027-02-01', folder);
    const second = asId<BoardId>('second');
    await ask('boards.create', { document: { board: { ...sampleBoard(), id: second }, inks: {} }, assets: [] });
    await ask('boards.open', { board: second });
    await signPeople(ask, second, part);
    await ask('people.erase', { board: BOARD });
    expect(await ask('people.get', { board: second })).toEqual(part);
  });
});

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
});
