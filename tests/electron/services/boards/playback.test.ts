import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../../shared/board/change.ts';
import type { PlaybackStart } from '../../../../shared/contract/playback.ts';
import type { PlayedEntry } from '../../../../shared/journal/playedEntry.ts';
import { packInk } from '../../../../shared/ink/ink.ts';
import { encodeInk } from '../../../../shared/ink/inkCodec.ts';
import { BOARD, sampleBoard, stroke } from '../sampleBoard.ts';
import { startServices, tempFolder, type Ask } from '../startServices.ts';

const document = { board: sampleBoard(), inks: {} };
const drawStrokes = async (ask: Ask, from: number, to: number): Promise<void> => {
  await Promise.all(Array.from({ length: to - from + 1 }, (_, i) => ask('board.do', { board: BOARD, opId: `op${from + i}`, command: stroke(from + i) })));
};
const inBoard = (folder: string, name: string): string => join(folder, 'boards', BOARD, name);

type Read = { readonly start: PlaybackStart; readonly entries: readonly PlayedEntry[]; readonly pieces: number };

/** Reads all that can be played back, as a window does. */
async function readAll(ask: Ask): Promise<Read> {
  const start = await ask('playback.open', { board: BOARD });
  const entries: PlayedEntry[] = [];
  let pieces = 0;
  for (let from = start.next; from !== null; pieces++) {
    const piece = await ask('playback.read', { board: BOARD, from, toSeq: start.toSeq });
    entries.push(...piece.entries.filter(({ seq }) => seq > start.afterSeq + entries.length));
    from = piece.next;
  }
  return { start, entries, pieces };
}
const lastBoard = ({ start, entries }: Read): unknown => entries.reduce((board, { change }) => applyChange(board, change).board, start.document.board);

/** A data folder in which a board was opened and closed several times: a journal for each. */
async function workedFolder(strokes: readonly (readonly [number, number])[]): Promise<string> {
  const folder = await tempFolder();
  for (const [i, [from, to]] of strokes.entries()) {
    const { ask, services } = await startServices(folder);
    if (i === 0) await ask('boards.create', { document, assets: [] });
    await ask('boards.open', { board: BOARD });
    await drawStrokes(ask, from, to);
    await services.close();
  }
  return folder;
}

const reopened = async (folder: string): Promise<Ask> => {
  const { ask } = await startServices(folder);
  await ask('boards.open', { board: BOARD });
  return ask;
};

describe('what is played back', () => {
  test('leads from the empty board to the one of now, through undo and redo and several days', async () => {
    const ask = await reopened(await workedFolder([[1, 5], [6, 9], [10, 12]]));
    await ask('board.undo', { board: BOARD });
    await ask('board.redo', { board: BOARD });
    const read = await readAll(ask);
    expect(read.start).toMatchObject({ whole: true, afterSeq: 0, toSeq: 14 });
    expect(read.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1));
    expect(read.entries.slice(-2).map(({ kind }) => kind)).toEqual(['undo', 'redo']);
    expect(lastBoard(read)).toEqual((await ask('boards.open', { board: BOARD })).board);
    expect(Object.keys(read.entries[0]?.inks ?? {})).toEqual(['i1']);
    expect(JSON.stringify(read.entries), 'nothing about who sent it').not.toContain('op1');
  });

  test('comes in pieces of bounded size', async () => {
    const ask = await reopened(await workedFolder([[1, 1]]));
    const long = encodeInk(packInk(Array.from({ length: 40_000 }, (_, i) => ({ x: (i * 7919) % 1200, y: (i * 104_729) % 800, pressure: (i % 97) / 97, timeMs: i * 8 }))));
    for (let i = 0; i < 8; i++) await ask('board.do', { board: BOARD, opId: `long${i}`, command: { ...stroke(100 + i), inks: { [`i${100 + i}`]: long } } });
    const read = await readAll(ask);
    expect(read.pieces).toBeGreaterThan(2);
    expect(read.entries).toHaveLength(9);
    expect(lastBoard(read)).toEqual((await ask('boards.open', { board: BOARD })).board);
  });

  test('travels with the board file', async () => {
    const folder = await tempFolder();
    const { services } = await startServices(await workedFolder([[1, 6]]));
    await services.handle('boards.open', { board: BOARD });
    await services.files.writeCopy(BOARD, join(folder, 'kiel.doek'));
    const far = await startServices(await tempFolder());
    await far.services.files.importFile(join(folder, 'kiel.doek'));
    await far.ask('boards.open', { board: BOARD });
    const read = await readAll(far.ask);
    expect([read.start.whole, read.entries.length]).toEqual([true, 6]);
  });

  test('of a board on which nothing was done is nothing', async () => {
    const { ask } = await startServices(await tempFolder());
    await ask('boards.create', { document, assets: [] });
    await ask('boards.open', { board: BOARD });
    expect(await ask('playback.open', { board: BOARD })).toMatchObject({ whole: true, afterSeq: 0, toSeq: 0, next: null });
  });
});

describe('where the beginning is lost', () => {
  test('it begins at the oldest snapshot after the damage, and says so', async () => {
    const folder = await workedFolder([[1, 5], [6, 9], [10, 12]]);
    const damaged = inBoard(folder, 'journal-0.log');
    const text = await readFile(damaged, 'latin1');
    await writeFile(damaged, text.replace('"m3"', '"m4"'), 'latin1');
    const ask = await reopened(folder);
    const read = await readAll(ask);
    expect(read.start).toMatchObject({ whole: false, afterSeq: 5, toSeq: 12 });
    expect(read.entries.map(({ seq }) => seq)).toEqual([6, 7, 8, 9, 10, 11, 12]);
    expect(lastBoard(read)).toEqual((await ask('boards.open', { board: BOARD })).board);
  });

  test('it begins where the first snapshot that is left stands', async () => {
    const folder = await workedFolder([[1, 5], [6, 9]]);
    await rm(inBoard(folder, 'snapshot-0.json'));
    const read = await readAll(await reopened(folder));
    expect(read.start.whole).toBe(false);
    expect(read.start.afterSeq).toBeGreaterThan(0);
    expect(read.entries.at(-1)?.seq ?? read.start.afterSeq).toBe(9);
  });

  test('a torn end or another board’s journal is not played', async () => {
    const folder = await workedFolder([[1, 3]]);
    const copy = await tempFolder();
    await cp(folder, copy, { recursive: true });
    await appendFile(inBoard(copy, 'journal-0.log'), '00000000 {"seq":4');
    const read = await readAll(await reopened(copy));
    expect(read.entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });
});

test('places that no journal has give nothing, and no other file is ever read', async () => {
  const { ask } = await startServices(await tempFolder());
  await ask('boards.create', { document, assets: [] });
  await ask('boards.open', { board: BOARD });
  await drawStrokes(ask, 1, 2);
  expect(await ask('playback.read', { board: BOARD, from: { generation: 99, byte: 0, afterSeq: 0 }, toSeq: 2 })).toEqual({ entries: [], next: null });
  expect(await ask('playback.read', { board: BOARD, from: { generation: 0, byte: 17, afterSeq: 0 }, toSeq: 2 })).toEqual({ entries: [], next: null });
  await expect(ask('playback.read', { board: BOARD, from: { generation: '../../x' as never, byte: 0, afterSeq: 0 }, toSeq: 2 })).rejects.toThrow('call.invalid');
});

test('a film is written where it was asked for, once, and only if it is one', async () => {
  const folder = await tempFolder();
  const { services, ask, told } = await startServices(await tempFolder());
  const path = join(folder, 'film.webm');
  const job = services.files.startFilm(path);
  await expect(ask('films.write', { job, base64: Buffer.from('no film').toString('base64') })).rejects.toThrow('call.invalid');
  const film = Buffer.from('1a45dfa301020304', 'hex');
  await ask('films.write', { job, base64: film.toString('base64') });
  expect(await readFile(path)).toEqual(film);
  expect(told['exports.progress']).toEqual([{ job, state: 'done', path, url: null }]);
  await expect(ask('films.write', { job, base64: film.toString('base64') })).rejects.toThrow('call.invalid');
});
