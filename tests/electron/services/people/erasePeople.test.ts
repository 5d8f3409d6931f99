import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asId, type BoardId } from '../../../../shared/base/ids.ts';
import { FIRST_SETTINGS } from '../../../../shared/contract/settings.ts';
import { readBoardFile } from '../../../../electron/services/boardFile/readBoardFile.ts';
import { newPrint } from '../../../../electron/services/exports/printFolder.ts';
import { BOARD, sampleBoard, stroke } from '../sampleBoard.ts';
import { tempFolder } from '../startServices.ts';
import { filesUnder, orders, part, person, request, signed } from './signedBoard.ts';
import { signPeople } from './signPeople.ts';

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
