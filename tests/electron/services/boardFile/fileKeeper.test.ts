import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markCount } from '../../../../shared/board/buckets.ts';
import { FIRST_SETTINGS } from '../../../../shared/contract/settings.ts';
import { readBoardFile, type ReadBoardFile } from '../../../../electron/services/boardFile/readBoardFile.ts';
import { safeFileName } from '../../../../electron/services/boardFile/fileName.ts';
import { readJournal } from '../../../../shared/journal/journalText.ts';
import { smallDisk } from '../../../support/smallDisk.ts';
import { greyPng } from '../pictures.ts';
import { BOARD, sampleBoard, stroke } from '../sampleBoard.ts';
import { startServices, tempFolder, type Ask } from '../startServices.ts';

const document = { board: sampleBoard(), inks: {} };
/** Short pauses, so that nobody waits; what is tested is order and outcome. */
const pauses = { afterMs: 5, atMostMs: 50, retryMs: 20 };
const draw = (ask: Ask, number: number): Promise<unknown> => ask('board.do', { board: BOARD, opId: `op${number}`, command: stroke(number) });

type Started = Awaited<ReturnType<typeof startServices>>;

async function begin(folder: string): Promise<Started> {
  const started = await startServices(folder, { pauses });
  await started.ask('boards.create', { document, assets: [] });
  await started.ask('boards.open', { board: BOARD });
  return started;
}

/** Reads a file again and again until it holds what it is to hold. */
async function untilFile(path: string, holds: (file: ReadBoardFile) => boolean): Promise<ReadBoardFile> {
  for (;;) {
    const file = await readBoardFile(path).catch(() => null);
    if (file && holds(file)) return file;
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}

async function untilTrouble({ told }: Started, holds: (where: string | null, code: string | null) => boolean): Promise<void> {
  for (;;) {
    const trouble = told['board.saved']?.slice(-1)[0]?.trouble ?? null;
    if (holds(trouble?.where ?? null, trouble?.code ?? null)) return;
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}

const strokes = (count: number) => ({ document: { board } }: ReadBoardFile): boolean => markCount(board) === count;

describe("a board's own file", () => {
  test('follows after each pause and at close, with all that led to it', async () => {
    const folder = await tempFolder();
    const { ask, services } = await begin(folder);
    await draw(ask, 1);
    const path = join(folder, 'Kiel.doek');
    await services.files.saveFile(BOARD, path);
    expect((await ask('boards.open', { board: BOARD })).filePath).toBe(path);
    await draw(ask, 2);
    await untilFile(path, strokes(2));
    await draw(ask, 3);
    await ask('boards.close', { board: BOARD });
    const file = await readBoardFile(path);
    expect(strokes(3)(file)).toBe(true);
    expect(file.playback).toMatchObject({ startSeq: 0, start: document });
    expect(readJournal(file.playback!.journal).entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test('that lies on a stick that was pulled out is told, drawing goes on, and it follows when the stick is back', async () => {
    const stick = await smallDisk(8);
    const folder = await tempFolder();
    const started = await begin(folder);
    const path = join(stick.path, 'sessies', 'Kiel.doek');
    await mkdir(join(stick.path, 'sessies'));
    await started.services.files.saveFile(BOARD, path);
    stick.unplug();
    await draw(started.ask, 1);
    await untilTrouble(started, (where, code) => where === 'file' && code !== null);
    expect(started.told['board.saved']!.slice(-1)[0]!.safeSeq).toBe(1);
    stick.plug();
    await untilTrouble(started, (where) => where === null);
    expect(strokes(1)(await readBoardFile(path))).toBe(true);
  }, 60_000);

  test('is caught up at the next start when it could not be written at close', async () => {
    const stick = await smallDisk(8);
    const folder = await tempFolder();
    const first = await begin(folder);
    const path = join(stick.path, 'sessies', 'Kiel.doek');
    await mkdir(join(stick.path, 'sessies'));
    await first.services.files.saveFile(BOARD, path);
    stick.unplug();
    await draw(first.ask, 1);
    await first.services.close();
    stick.plug();
    expect(strokes(0)(await readBoardFile(path))).toBe(true);
    const second = await startServices(folder, { pauses });
    await second.ask('boards.open', { board: BOARD });
    await untilFile(path, strokes(1));
  }, 60_000);

  test('stays the one it was when another cannot be written', async () => {
    const folder = await tempFolder();
    const { ask, services } = await begin(folder);
    const path = join(folder, 'Kiel.doek');
    await services.files.saveFile(BOARD, path);
    await expect(services.files.saveFile(BOARD, join(folder, 'nowhere', 'Kiel.doek'))).rejects.toThrow('disk.gone');
    expect((await ask('boards.open', { board: BOARD })).filePath).toBe(path);
  });

  test('that somebody else has written since is not written over', async () => {
    const folder = await tempFolder();
    const started = await begin(folder);
    const path = join(folder, 'Kiel.doek');
    await started.services.files.saveFile(BOARD, path);
    const other = await begin(await tempFolder());
    await draw(other.ask, 9);
    await other.services.files.writeCopy(BOARD, path);
    await draw(started.ask, 1);
    await untilTrouble(started, (where, code) => where === 'file' && code === 'file.openElsewhere');
    expect(Object.keys((await readBoardFile(path)).document.inks)).toEqual(['i9']);
    await started.services.files.saveFile(BOARD, join(folder, 'Kiel 2.doek'));
    await untilTrouble(started, (where) => where === null);
  });
});

describe('a second copy', () => {
  test('is written to the chosen folder, and told when the folder is not there', async () => {
    const folder = await tempFolder();
    const started = await begin(folder);
    const copies = join(folder, 'stick');
    await started.ask('settings.set', { settings: { ...FIRST_SETTINGS, secondCopyFolder: copies } });
    await draw(started.ask, 1);
    await untilTrouble(started, (where, code) => where === 'secondCopy' && code === 'disk.gone');
    await mkdir(copies);
    await untilTrouble(started, (where) => where === null);
    await untilFile(join(copies, 'Droomwijk Kiel kiel.doek'), strokes(1));
    expect(await readdir(copies)).toEqual(['Droomwijk Kiel kiel.doek']);
    await started.ask('settings.set', { settings: FIRST_SETTINGS });
  });
});

describe('opening a file', () => {
  test('that this laptop wrote leads back to its working copy', async () => {
    const folder = await tempFolder();
    const { ask, services } = await begin(folder);
    const path = join(folder, 'Kiel.doek');
    await services.files.saveFile(BOARD, path);
    await draw(ask, 1);
    await ask('boards.close', { board: BOARD });
    expect(await services.files.openFile(path)).toBe(BOARD);
    expect(await ask('boards.list', {})).toHaveLength(1);
  });

  test('of another laptop makes a board with its pictures, its history and its file', async () => {
    const there = await begin(await tempFolder());
    const { asset } = await there.ask('assets.put', { board: BOARD, mime: 'image/png', base64: greyPng(6, 4).toString('base64') });
    await there.ask('boards.setThumbnail', { board: BOARD, png: `data:image/png;base64,${greyPng(3, 2).toString('base64')}` });
    for (let number = 1; number <= 4; number++) await draw(there.ask, number);
    const path = join(await tempFolder(), 'Kiel.doek');
    await there.services.files.writeCopy(BOARD, path);

    const here = await startServices(await tempFolder(), { pauses });
    const board = await here.services.files.openFile(path);
    const opened = await here.ask('boards.open', { board });
    expect(opened).toMatchObject({ seq: 4, filePath: path, history: { undo: 'draw' }, recovered: null });
    expect(markCount(opened.board)).toBe(4);
    expect((await here.ask('assets.get', { board, asset })).base64).toBe(greyPng(6, 4).toString('base64'));
    expect((await here.ask('boards.list', {}))[0]?.picturedMs).toBeGreaterThan(0);
    expect(await here.ask('boards.thumbnail', { board })).toBe(greyPng(3, 2).toString('base64'));
    for (let n = 0; n < 4; n++) await here.ask('board.undo', { board });
    expect(markCount((await here.ask('boards.open', { board })).board)).toBe(0);
  });

  test('of a board that is here already in another state makes a second board, and changes neither', async () => {
    const there = await begin(await tempFolder());
    await draw(there.ask, 7);
    const path = join(await tempFolder(), 'Kiel.doek');
    await there.services.files.writeCopy(BOARD, path);
    const here = await begin(await tempFolder());
    await draw(here.ask, 1);
    const bytes = await readFile(path);
    const { board } = await here.ask('boards.importFile', { name: 'Kiel.doek', base64: bytes.toString('base64') });
    expect(board).not.toBe(BOARD);
    expect(Object.keys((await here.ask('boards.open', { board })).inks)).toEqual(['i7']);
    expect(Object.keys((await here.ask('boards.open', { board: BOARD })).inks)).toEqual(['i1']);
    expect(await readFile(path)).toEqual(bytes);
  });

  test('that is damaged makes nothing', async () => {
    const { services, ask } = await startServices(await tempFolder());
    expect(await services.handle('boards.importFile', { name: 'x', base64: 'AAAA' })).toEqual({ ok: false, trouble: { code: 'file.foreign', detail: '' } });
    expect(await ask('boards.list', {})).toEqual([]);
  });
});

describe('a public version', () => {
  test('holds neither the people part nor what was taken away again', async () => {
    const folder = await tempFolder();
    const { ask, services, told } = await begin(folder);
    await draw(ask, 1);
    await draw(ask, 2);
    await ask('board.undo', { board: BOARD });
    await ask('people.change', { board: BOARD, change: { kind: 'purpose', purpose: 'ondertekenen' } });
    const request = { format: 'doek', content: { kind: 'board' }, pages: 'all', paper: 'a4', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 300, publicVersion: true, charter: true, svgText: 'text', locale: 'nl' } as const;
    const path = join(folder, 'public.doek');
    const job = await services.files.startExport(BOARD, request, path);
    const file = await untilFile(path, () => true);
    expect(file).toMatchObject({ playback: null, people: null });
    expect(Object.keys(file.document.inks)).toEqual(['i1']);
    while (told['exports.progress']?.length !== 2) await new Promise((resolve) => { setTimeout(resolve, 5); });
    expect(told['exports.progress']).toEqual([{ job, state: 'running', share: 0 }, { job, state: 'done', path, url: null }]);
  });
});

test('file names are safe on every system', () => {
  expect(safeFileName('Droomwijk "Kiel": 1/2?')).toBe('Droomwijk Kiel 1 2');
  expect(safeFileName('  ...  ')).toBe('Droomdoek');
  expect(safeFileName('con')).toBe('Droomdoek con');
  expect(safeFileName('Café ë 🐼.')).toBe('Café ë 🐼');
  expect(safeFileName('👩‍🌾'.repeat(300))).toMatch(/^(👩‍🌾)+(👩)?$/u);
  for (const title of ['🐼'.repeat(300), 'é'.repeat(300), 'x'.repeat(300)]) expect(Buffer.byteLength(safeFileName(title))).toBeLessThanOrEqual(160);
});

test('a board file that was copied elsewhere and opened there is kept to from then on', async () => {
  const folder = await tempFolder();
  const { ask, services } = await begin(folder);
  await services.files.saveFile(BOARD, join(folder, 'a.doek'));
  await copyFile(join(folder, 'a.doek'), join(folder, 'b.doek'));
  expect(await services.files.openFile(join(folder, 'b.doek'))).toBe(BOARD);
  expect((await ask('boards.open', { board: BOARD })).filePath).toBe(join(folder, 'b.doek'));
});
