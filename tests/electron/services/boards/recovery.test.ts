import { appendFile, cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markCount, marksOf } from '../../../../shared/board/buckets.ts';
import type { OpenedBoard } from '../../../../shared/contract/boards.ts';
import { BOARD, sampleBoard, stroke } from '../sampleBoard.ts';
import { startServices, tempFolder, type Ask } from '../startServices.ts';

const document = { board: sampleBoard(), inks: {} };

async function drawStrokes(ask: Ask, from: number, to: number): Promise<void> {
  await Promise.all(Array.from({ length: to - from + 1 }, (_, i) => ask('board.do', { board: BOARD, opId: `op${from + i}`, command: stroke(from + i) })));
}

/** A data folder as a crash leaves it: the board is open and has `count` strokes. */
async function crashedFolder(count: number): Promise<string> {
  const folder = await tempFolder();
  const { ask } = await startServices(folder);
  await ask('boards.create', { document, assets: [] });
  await ask('boards.open', { board: BOARD });
  await drawStrokes(ask, 1, count);
  const crashed = await tempFolder();
  await cp(folder, crashed, { recursive: true });
  // The lock names a process that is gone; this one is alive and holds the original.
  await rm(join(crashed, 'boards', BOARD, 'lock'));
  return crashed;
}

const inBoard = (folder: string, name: string): string => join(folder, 'boards', BOARD, name);
const opened = async (folder: string): Promise<OpenedBoard> => (await startServices(folder)).ask('boards.open', { board: BOARD });
const strokesOf = ({ board }: OpenedBoard): readonly string[] => [...marksOf(board)].map(({ id }) => id).sort();
const first = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `m${i + 1}`).sort();

describe('after a crash', () => {
  test('everything is there, and the start screen offers it', async () => {
    const folder = await crashedFolder(4);
    const { ask } = await startServices(folder);
    expect((await ask('boards.list', {}))[0]).toMatchObject({ id: BOARD, unfinished: true });
    const board = await ask('boards.open', { board: BOARD });
    expect(strokesOf(board)).toEqual(first(4));
    expect(board.recovered).toEqual({ entries: 4, cutBytes: 0, fromSnapshot: true });
    expect((await ask('boards.list', {}))[0]).toMatchObject({ unfinished: false });
  });

  test('a journal cut at any byte gives the strokes before the cut, says what was cut and keeps it', async () => {
    const folder = await crashedFolder(3);
    const text = await readFile(inBoard(folder, 'journal-0.log'), 'latin1');
    const ends = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
    // Every fourth byte of the last stroke's line, and the bytes around the ends of all; a text is cut at every byte elsewhere.
    const cuts = new Set([0, 1, ...ends.flatMap((end) => [end - 1, end, end + 1]), ...Array.from({ length: (ends[3]! - ends[2]!) >> 2 }, (_, i) => ends[2]! + 4 * i)]);
    for (const cut of [...cuts].filter((at) => at < text.length)) {
      const copy = await tempFolder();
      await cp(folder, copy, { recursive: true });
      await truncate(inBoard(copy, 'journal-0.log'), cut);
      const { ask, services } = await startServices(copy);
      const board = await ask('boards.open', { board: BOARD });
      const whole = ends.filter((end) => end <= cut).length;
      expect(strokesOf(board)).toEqual(first(Math.max(0, whole - 1)));
      const cutBytes = cut - (ends[whole - 1] ?? 0);
      expect(board.recovered).toMatchObject({ entries: Math.max(0, whole - 1), cutBytes });
      if (cutBytes > 0) {
        const [kept] = await readdir(inBoard(copy, 'cut'));
        expect(await readFile(inBoard(copy, `cut/${kept}`), 'latin1')).toBe(text.slice(0, cut));
      }
      await services.close();
    }
  }, 120_000);

  test('a line that was damaged in the middle ends the good part there', async () => {
    const folder = await crashedFolder(5);
    const path = inBoard(folder, 'journal-0.log');
    const text = await readFile(path, 'latin1');
    const lines = text.split('\n');
    lines[3] = lines[3]!.replace('draw', 'drew');
    await writeFile(path, lines.join('\n'), 'latin1');
    const board = await opened(folder);
    expect(strokesOf(board)).toEqual(first(2));
    expect(board.recovered?.cutBytes).toBe(lines.slice(3).join('\n').length);
  });

  test('work goes on after a cut, and is there at the next start', async () => {
    const folder = await crashedFolder(3);
    await appendFile(inBoard(folder, 'journal-0.log'), 'deadbeef {"torn');
    const { ask, services } = await startServices(folder);
    expect((await ask('boards.open', { board: BOARD })).recovered?.cutBytes).toBe(15);
    await drawStrokes(ask, 4, 6);
    await services.close();
    const board = await opened(folder);
    expect(strokesOf(board)).toEqual(first(6));
    expect(board.recovered).toBeNull();
  });

  test('a damaged snapshot is made up for by the one before it and all journals since', async () => {
    const folder = await tempFolder();
    const { ask, services } = await startServices(folder);
    await ask('boards.create', { document, assets: [] });
    for (let session = 0; session < 3; session++) {
      await ask('boards.open', { board: BOARD });
      await drawStrokes(ask, session * 4 + 1, session * 4 + 4);
      await ask('boards.close', { board: BOARD });
    }
    await services.close();
    const snapshots = (await readdir(join(folder, 'boards', BOARD))).filter((name) => name.startsWith('snapshot-')).sort();
    expect(snapshots.length).toBeGreaterThanOrEqual(4);
    for (const newest of snapshots.slice(-2)) {
      const bytes = await readFile(inBoard(folder, newest));
      bytes[bytes.length >> 1]! ^= 1;
      await writeFile(inBoard(folder, newest), bytes);
    }
    const board = await opened(folder);
    expect(strokesOf(board)).toEqual(first(12));
    expect(board.recovered).toMatchObject({ cutBytes: 0, fromSnapshot: false });
  });

  test('without any snapshot the board is said to be damaged, and nothing is removed', async () => {
    const folder = await crashedFolder(2);
    await writeFile(inBoard(folder, 'snapshot-0.json'), '{}');
    const { services } = await startServices(folder);
    expect(await services.handle('boards.open', { board: BOARD })).toMatchObject({ ok: false, trouble: { code: 'file.damaged' } });
    expect(await readdir(join(folder, 'boards', BOARD))).toContain('journal-0.log');
  });

  test('a working copy of a newer version is refused by its version and left as it is', async () => {
    const folder = await tempFolder();
    const newer = { board: { ...document.board, version: 7 }, inks: {} };
    const { services, ask } = await startServices(folder);
    expect(await services.handle('boards.create', { document: newer, assets: [] })).toEqual({ ok: false, trouble: { code: 'file.tooNew', detail: '7' } });
    await ask('boards.create', { document, assets: [] });
    const { writeSnapshotPieces } = await import('../../../../electron/services/boards/snapshotFile.ts');
    await writeSnapshotPieces(inBoard(folder, 'snapshot-1.json'), [JSON.stringify(newer)], 3);
    expect(await services.handle('boards.open', { board: BOARD })).toEqual({ ok: false, trouble: { code: 'file.tooNew', detail: '7' } });
    expect(await readdir(join(folder, 'boards', BOARD))).toContain('snapshot-1.json');
  });
});

describe('a long session', () => {
  test('is written whole now and then, keeps some generations, and every stroke is there at the next start', async () => {
    const folder = await tempFolder();
    const { ask, services } = await startServices(folder);
    await ask('boards.create', { document, assets: [] });
    await ask('boards.open', { board: BOARD });
    for (let from = 1; from <= 3000; from += 100) await drawStrokes(ask, from, from + 99);
    await services.close();
    const names = await readdir(join(folder, 'boards', BOARD));
    expect(names.filter((name) => name.startsWith('snapshot-')).length).toBe(5);
    expect(names).toContain('snapshot-0.json');
    const board = await opened(folder);
    expect(markCount(board.board)).toBe(3000);
    expect(board.history.undo).toBe('draw');
  }, 60_000);

  test('lets a hundred gestures be taken back after a new start', async () => {
    const folder = await tempFolder();
    const first = await startServices(folder);
    await first.ask('boards.create', { document, assets: [] });
    await first.ask('boards.open', { board: BOARD });
    await drawStrokes(first.ask, 1, 450);
    await first.services.close();
    const { ask } = await startServices(folder);
    await ask('boards.open', { board: BOARD });
    for (let n = 0; n < 100; n++) await ask('board.undo', { board: BOARD });
    expect(markCount((await ask('boards.open', { board: BOARD })).board)).toBe(350);
  });
});

describe('a window that comes back', () => {
  test('gets the board as it is, and what it sends again is not done again', async () => {
    const folder = await crashedFolder(3);
    const { ask } = await startServices(folder);
    await ask('boards.open', { board: BOARD });
    await drawStrokes(ask, 3, 4);
    const board = await ask('boards.open', { board: BOARD });
    expect(board.seq).toBe(4);
    expect(strokesOf(board)).toEqual(first(4));
  });
});
