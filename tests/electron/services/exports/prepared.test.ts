import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createExports, type Exports } from '../../../../electron/services/exports/createExports.ts';
import type { InkId } from '../../../../shared/base/ids.ts';
import { pagesOf } from '../../../../shared/board/board.ts';
import type { PlainDocument } from '../../../../shared/contract/boards.ts';
import type { ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import type { Ink } from '../../../../shared/ink/ink.ts';
import { documentShelf } from '../../../../electron/services/exports/documentShelf.ts';
import { inksOf } from '../../../../electron/services/exports/lateInks.ts';
import { practisePng } from '../../../../electron/services/exports/practisePng.ts';
import { workAhead } from '../../../../electron/services/exports/workAhead.ts';
import { nodeMeasure } from '../../../../electron/services/exports/measure.ts';
import { bundleCli, type BundledCli } from '../../cli/bundledCli.ts';
import { manyStrokes, sampleDocument, textMark, withMarks } from './sampleBoard.ts';
import { testFonts } from './testFonts.ts';

let bundled: BundledCli;
let exports: Exports;
let folder: string;
let watched: string;

/** The thread as it is, and a diary of what it is told and when it reads a document: whether something was prepared is not seen in the file. */
const DIARY = `
  const { parentPort, threadId } = require('node:worker_threads');
  const { appendFileSync } = require('node:fs');
  const say = (what) => appendFileSync(__dirname + '/diary', threadId + ' ' + what + '\\n');
  const parse = JSON.parse;
  JSON.parse = (text, ...more) => {
    const value = parse(text, ...more);
    if (value?.board?.buckets) say('parsed');
    return value;
  };
  parentPort.on('message', ({ kind }) => say(kind));
  require('./exportWorker.cjs');
`;

beforeAll(async () => {
  bundled = await bundleCli();
  folder = mkdtempSync(join(tmpdir(), 'droomdoek-prepared-'));
  watched = join(dirname(bundled.workerFile), 'watched.cjs');
  writeFileSync(watched, DIARY);
});
afterAll(() => {
  bundled.remove();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  rmSync(join(dirname(watched), 'diary'), { force: true });
  exports = createExports({ workerFile: watched, fontsFolder: bundled.fontsFolder, version: '0', painters: 2 });
});
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

/** What each thread was told and has read, in its order. */
function diaries(): readonly string[] {
  const lines = existsSync(join(dirname(watched), 'diary')) ? readFileSync(join(dirname(watched), 'diary'), 'utf8').trim().split('\n').map((line) => line.split(' ')) : [];
  const threads = new Map<string, string[]>();
  for (const [thread = '', what = ''] of lines) threads.set(thread, [...(threads.get(thread) ?? []), what]);
  return [...threads.values()].map((told) => told.filter((what) => what !== 'prepare').join(' ')).sort();
}
/** Waits until so many threads have read what they were given to read ahead. */
async function ready(threads = 1): Promise<void> {
  await expect.poll(() => diaries().filter((told) => told.endsWith('read parsed')).length, { timeout: 20_000, interval: 10 }).toBe(threads);
}

const board = manyStrokes(300);
const words = (text: string): PlainDocument => ({ ...board, board: withMarks(board.board, [textMark('words', text, 'hand', 90, 40, 300, nodeMeasure(testFonts))]) });

describe('an export that was prepared', () => {
  test.each([{ format: 'svg' }, { format: 'png' }, { format: 'svg', part: { page: pagesOf(board.board)[0]!.id, box: { x: 100, y: 100, w: 300, h: 200 }, only: null } }] as const)('has the same bytes as that of a cold thread: %j', async (more) => {
    exports.prepare(more.format, { document: board, pages: 'all' });
    await ready(more.format === 'png' ? 2 : 1);
    const file = await exported(board, more);
    // What was read ahead is not read again.
    expect(diaries()).toEqual(more.format === 'png' ? ['read parsed help', 'read parsed write'] : ['read parsed write']);
    expect(Buffer.compare(file, await cold(board, more))).toBe(0);
  });

  test('is the same file whatever was exported before it', async () => {
    exports.prepare('png', { document: board, pages: 'all' });
    await ready(2);
    const first = await exported(board, { format: 'png' });
    const lines = await exported(board, {});
    expect(Buffer.compare(await exported(board, { format: 'png' }), first)).toBe(0);
    expect(Buffer.compare(await exported(board, {}), lines)).toBe(0);
    expect(diaries()).toEqual(['read parsed help help', 'read parsed write write write write']);
    expect(Buffer.compare(await cold(board, {}), lines)).toBe(0);
  });

  test('shows the board as it is now when it changed after the choices were opened', async () => {
    exports.prepare('svg', { document: words('eerst zo'), pages: 'all' });
    await ready();
    const svg = (await exported(words('nu anders'), {})).toString('utf8');
    expect([svg.includes('nu anders'), svg.includes('eerst zo')]).toEqual([true, false]);
    expect(diaries()).toEqual(['read parsed write parsed']);
  });

  test('begins at once, whatever is being prepared: for the board itself, or for another one', async () => {
    const large = manyStrokes(1500);
    exports.prepare('svg', { document: large, pages: 'all' });
    await ready();
    expect(Buffer.compare(await exported(board, {}), await cold(board, {}))).toBe(0);
    exports.prepare('svg', { document: large, pages: 'all' });
    expect((await exported(large, {})).toString('utf8').match(/<path/g)?.length).toBeGreaterThanOrEqual(1500);
  });

  test('is made as ever of a board that was let go of', async () => {
    exports.prepare('svg', { document: board, pages: 'all' });
    await ready();
    exports.forget(board.board.id);
    expect(Buffer.compare(await exported(board, {}), await cold(board, {}))).toBe(0);
    expect(diaries()).toEqual(['read parsed forget write parsed']);
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

describe('what is practised before a picture', () => {
  const practised = async (breaths: number): Promise<number> => {
    const { board: of, inks } = sampleDocument(nodeMeasure(testFonts));
    const context = { board: of, inks: inksOf({ board: of, inks }, pagesOf(of)) };
    let taken = 0;
    const breathe = (): Promise<void> => (++taken <= breaths ? Promise.resolve() : Promise.reject(new Error('Another order has come')));
    await practisePng(context, pagesOf(of)[0]!, breathe).catch((error: unknown) => { if (taken <= breaths) throw error; });
    return taken;
  };

  test('is a few stripes, also of a page with a picture that was not read, and ends at the next one when an order comes', async () => {
    expect(await practised(1e6)).toBe(3);
    expect(await practised(1)).toBe(2);
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
