import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createExports, type Exports } from '../../../../electron/services/exports/createExports.ts';
import type { InkId } from '../../../../shared/base/ids.ts';
import { pagesOf } from '../../../../shared/board/board.ts';
import type { PlainDocument } from '../../../../shared/contract/boards.ts';
import type { ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import type { Ink } from '../../../../shared/ink/ink.ts';
import { documentShelf } from '../../../../electron/services/exports/documentShelf.ts';
import { inksOf } from '../../../../electron/services/exports/lateInks.ts';
import { workAhead } from '../../../../electron/services/exports/workAhead.ts';
import { nodeMeasure } from '../../../../electron/services/exports/measure.ts';
import { bundleCli, type BundledCli } from '../../cli/bundledCli.ts';
import { manyStrokes, textMark, withMarks } from './sampleBoard.ts';
import { testFonts } from './testFonts.ts';

let bundled: BundledCli;
let exports: Exports;
let folder: string;

beforeAll(async () => {
  bundled = await bundleCli();
  folder = mkdtempSync(join(tmpdir(), 'droomdoek-prepared-'));
});
afterAll(() => {
  bundled.remove();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => { exports = createExports({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, version: '0', painters: 2 }); });
afterEach(() => exports.close());

const request = (more: Partial<ExportRequest>): ExportRequest => ({
  format: 'svg', content: { kind: 'board' }, pages: 'all', paper: 'a3', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 250, publicVersion: false, charter: false, svgText: 'text', locale: 'nl', ...more,
});

async function exported(document: PlainDocument, more: Partial<ExportRequest>, by: Exports = exports): Promise<Buffer> {
  const target = join(folder, 'out');
  const { state } = await by.start({ document, readAsset: () => Promise.resolve(null), request: request(more), target, onProgress: () => undefined }).done;
  expect(state).toBe('done');
  return readFileSync(target);
}

/** The file as threads make it that know nothing yet. */
async function cold(document: PlainDocument, more: Partial<ExportRequest>): Promise<Buffer> {
  const own = createExports({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, version: '0', painters: 2 });
  try {
    return await exported(document, more, own);
  } finally {
    await own.close();
  }
}

/** Longer than two threads take to read a small board; on a slow day they have read part of it, and the file is the same. */
const ready = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 300); });

const board = manyStrokes(300);
const words = (text: string): PlainDocument => ({ ...board, board: withMarks(board.board, [textMark('words', text, 'hand', 90, 40, 300, nodeMeasure(testFonts))]) });

describe('an export that was prepared', () => {
  test.each([{ format: 'svg' }, { format: 'png' }, { format: 'svg', part: { page: pagesOf(board.board)[0]!.id, box: { x: 100, y: 100, w: 300, h: 200 }, only: null } }] as const)('has the same bytes as that of a cold thread: %j', async (more) => {
    exports.prepare(more.format, { document: board, pages: 'all' });
    await ready();
    expect(Buffer.compare(await exported(board, more), await cold(board, more))).toBe(0);
  });

  test('is the same file whatever was exported before it', async () => {
    exports.prepare('png', { document: board, pages: 'all' });
    const first = await exported(board, { format: 'png' });
    const lines = await exported(board, {});
    expect(Buffer.compare(await exported(board, { format: 'png' }), first)).toBe(0);
    expect(Buffer.compare(await exported(board, {}), lines)).toBe(0);
    expect(Buffer.compare(await cold(board, {}), lines)).toBe(0);
  });

  test('shows the board as it is now when it changed after the choices were opened', async () => {
    exports.prepare('svg', { document: words('eerst zo'), pages: 'all' });
    await ready();
    const svg = (await exported(words('nu anders'), {})).toString('utf8');
    expect([svg.includes('nu anders'), svg.includes('eerst zo')]).toEqual([true, false]);
  });

  test('begins at once, whatever is being prepared: for the board itself, or for another one', async () => {
    const large = manyStrokes(1500);
    exports.prepare('svg', { document: large, pages: 'all' });
    expect(Buffer.compare(await exported(board, {}), await cold(board, {}))).toBe(0);
    exports.prepare('svg', { document: large, pages: 'all' });
    expect((await exported(large, {})).toString('utf8').match(/<path/g)?.length).toBeGreaterThanOrEqual(1500);
  });

  test('is made as ever of a board that was let go of', async () => {
    exports.prepare('svg', { document: board, pages: 'all' });
    await ready();
    exports.forget(board.board.id);
    expect(Buffer.compare(await exported(board, {}), await cold(board, {}))).toBe(0);
  });
});

describe('what is worked out ahead', () => {
  const unpackedAfter = async (breaths: number): Promise<number> => {
    const document = manyStrokes(300);
    const unpacked = new Map<InkId, Ink>();
    let left = breaths;
    const breathe = (): Promise<void> => (left-- > 0 ? Promise.resolve() : Promise.reject(new Error('Another order has come')));
    await workAhead({ document, inksOn: (pages) => inksOf(document, pages, unpacked) }, 'all', 'all', breathe).catch(() => undefined);
    return unpacked.size;
  };

  test('ends at the next stroke when an order comes', async () => {
    expect(await unpackedAfter(50)).toBeLessThanOrEqual(50);
    expect(await unpackedAfter(1e6)).toBe(300);
  });

  test('is what stands on the pages that are asked for', async () => {
    const unpacked = new Map<InkId, Ink>();
    await workAhead({ document: board, inksOn: (pages) => inksOf(board, pages, unpacked) }, [], 'all', () => Promise.resolve());
    expect(unpacked.size).toBe(0);
  });
});

describe('the document that threads read', () => {
  const wanted = (): boolean => false;

  test('is made once, as long as nothing of it changes', async () => {
    const shelf = documentShelf(60_000);
    const first = await shelf.of(board, wanted);
    expect((await shelf.of({ board: board.board, inks: { ...board.inks } }, wanted)).name).toBe(first.name);
    expect((await shelf.of({ ...board, board: { ...board.board } }, wanted)).name).not.toBe(first.name);
    shelf.clear();
  });

  test('is made anew when ink was added, and when its board was closed', async () => {
    const shelf = documentShelf(60_000);
    const first = await shelf.of(board, wanted);
    const more = await shelf.of({ ...board, inks: { ...board.inks, ['new' as InkId]: 'AQA=' } }, wanted);
    shelf.forget(board.board.id);
    const again = await shelf.of({ ...board, inks: { ...board.inks, ['new' as InkId]: 'AQA=' } }, wanted);
    expect(new Set([first.name, more.name, again.name]).size).toBe(3);
    shelf.clear();
  });

  test('is made to its end for whoever still wants it', async () => {
    const shelf = documentShelf(60_000);
    const large = manyStrokes(800);
    const [left, stays] = [shelf.of(large, () => true), shelf.of(large, wanted)];
    expect((await stays).name).toBe((await left).name);
    await expect(shelf.of({ ...large, board: { ...large.board } }, () => true)).rejects.toMatchObject({ trouble: { code: 'export.cancelled' } });
    expect(JSON.parse(Buffer.from((await shelf.of(large, wanted)).memory).toString('utf8'))).toEqual(large);
    shelf.clear();
  });
});
