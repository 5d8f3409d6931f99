import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asId, type PageId, type TableId } from '../../../../shared/base/ids.ts';
import type { TableSeats } from '../../../../shared/contract/door.ts';
import type { ExportContent, ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import { createExports, type ExportEnd, type Exports } from '../../../../electron/services/exports/createExports.ts';
import { nodeMeasure } from '../../../../electron/services/exports/measure.ts';
import { bundleCli, type BundledCli } from '../../cli/bundledCli.ts';
import { BOARD, sampleBoard } from '../sampleBoard.ts';
import { startServices, tempFolder } from '../startServices.ts';
import { sampleDocument } from './sampleBoard.ts';
import { testFonts } from './testFonts.ts';
import { seatCodes } from '../../../support/seatCodes.ts';

let bundled: BundledCli;
let exports: Exports;
let folder: string;
const sample = sampleDocument(nodeMeasure(testFonts));
const URL_OF_DOOR = 'http://192.168.8.20:8080/';
const CODES = ['KMR4TX', 'T7PEHN', 'HN3WCA', 'X9CAPK', 'FJ6HRM', 'R2VDWE', 'EP4KTJ', 'W4TMXF', 'C7HXNP', 'N3JRKV', 'AAAAAA'];
const SEATS: readonly TableSeats[] = [{ table: asId<TableId>('t1'), codes: CODES }, { table: asId<TableId>('t2'), codes: ['MMMMMM'] }];

beforeAll(async () => {
  bundled = await bundleCli();
  exports = createExports({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, version: '0' });
  folder = mkdtempSync(join(tmpdir(), 'droomdoek-handouts-'));
});
afterAll(async () => {
  await exports.close();
  bundled.remove();
  rmSync(folder, { recursive: true, force: true });
});

const request = (content: ExportContent): ExportRequest => ({
  format: 'pdf', content, pages: 'all', paper: 'a4', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 300, publicVersion: false, charter: false, svgText: 'text', locale: 'nl',
});

async function made(name: string, content: ExportContent, seats: readonly TableSeats[] = SEATS): Promise<{ readonly path: string; readonly end: ExportEnd }> {
  const path = join(folder, name);
  const end = await exports.start({ document: sample, seats, readAsset: () => Promise.resolve(null), request: request(content), target: path, onProgress: () => undefined }).done;
  return { path, end };
}

const text = (path: string, page: number): string => execFileSync('pdftotext', ['-f', String(page), '-l', String(page), path, '-'], { encoding: 'utf8' });
const info = (path: string): string => execFileSync('pdfinfo', [path], { encoding: 'utf8' });

/** A page as a printer without colour paints it. */
function inGrey(path: string, page: number, dpi: number): PNG {
  const grey = execFileSync('pdftoppm', ['-r', String(dpi), '-f', String(page), '-l', String(page), '-gray', '-png', path], { maxBuffer: 1e8 });
  return PNG.sync.read(grey);
}

/** What a phone reads from a part of a picture, mm. */
function scanned(picture: PNG, dpi: number, [x, y, w, h]: readonly [number, number, number, number]): string | undefined {
  const px = (mm: number): number => Math.round((mm / 25.4) * dpi);
  const cut = new PNG({ width: px(w), height: px(h) });
  PNG.bitblt(picture, cut, px(x), px(y), cut.width, cut.height, 0, 0);
  return jsQR(new Uint8ClampedArray(cut.data), cut.width, cut.height)?.data;
}

describe('seat cards on paper', () => {
  const content = { kind: 'seatCards', url: URL_OF_DOOR } as const;

  test('each table has sheets of its own: A4, ten cards', async () => {
    const { path, end } = await made('cards.pdf', content);
    expect(end.state).toBe('done');
    expect(info(path)).toMatch(/Title:\s+Stemcodes · Kiel & "dromen" <1>[^]*Pages:\s+3[^]*\(A4\)/);
    expect([text(path, 1).match(/Jouw stemcode/g)?.length, text(path, 2).match(/Jouw stemcode/g)?.length]).toEqual([10, 1]);
    expect(text(path, 3)).toContain('Stemcodes tafel 2 (huis)');
  });

  test('a phone reads address and code from every card, printed without colour', async () => {
    const { path } = await made('grey.pdf', content);
    const picture = inGrey(path, 1, 200);
    CODES.slice(0, 10).forEach((code, i) => {
      const card = [20 + (i % 2) * 85, 13.5 + Math.floor(i / 2) * 54, 85, 54] as const;
      expect(scanned(picture, 200, card), `card ${i + 1}`).toBe(`${URL_OF_DOOR}#${code}`);
      expect(text(path, 1)).toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
    });
    expect(text(path, 1)).toContain('192.168.8.20:8080');
  });

  test('without an address the card says where the code is typed, and has no QR code', async () => {
    const { path } = await made('no-address.pdf', { kind: 'seatCards', url: null });
    expect(text(path, 1)).toMatch(/Scan de code op het zaalscherm/);
    expect(scanned(inGrey(path, 1, 150), 150, [20, 13.5, 85, 54])).toBeUndefined();
  });

  test('nothing but the file that was asked for holds the codes, and only its owner reads it', async () => {
    const own = mkdtempSync(join(folder, 'alone-'));
    const target = join(own, 'cards.pdf');
    await exports.start({ document: sample, seats: SEATS, readAsset: () => Promise.resolve(null), request: request(content), target, onProgress: () => undefined }).done;
    expect(readdirSync(own)).toEqual(['cards.pdf']);
    expect(statSync(target).mode & 0o077).toBe(0);
  });

  test('what the board prints are the codes of its door, and they lie nowhere else', async () => {
    const data = await tempFolder();
    const { services, ask, told } = await startServices(data, { exports, doorPorts: [0] });
    await ask('boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
    const { board } = await ask('boards.open', { board: BOARD });
    const target = join(folder, await services.files.exportName(BOARD, request(content)));
    expect(target).toMatch(/Stemcodes .*\.pdf$/);
    await services.files.startExport(BOARD, request(content), target);
    await vi.waitFor(() => expect(told['exports.progress']?.at(-1)?.state).toBe('done'), { timeout: 15_000 });
    const seats = await seatCodes(data, board);
    const codes = seats.flatMap((table) => table.codes);
    const printed = execFileSync('pdftotext', [target, '-'], { encoding: 'utf8' });
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !printed.includes(`${code.slice(0, 3)} ${code.slice(3)}`))).toEqual([]);
    const kept = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('\n');
    expect(codes.filter((code) => kept.includes(code))).toEqual([]);
  });

  test('a room without seats has no cards to print', async () => {
    expect((await made('none.pdf', content, [])).end).toMatchObject({ state: 'failed', trouble: { code: 'export.nothing' } });
    expect(readdirSync(folder)).not.toContain('none.pdf');
  });

  test('it is read card by card: heading, code, what to do', async () => {
    const { path } = await made('tags.pdf', content);
    const tags = execFileSync('pdfinfo', ['-struct', path], { encoding: 'utf8' }).match(/\b(H1|H2|P|Figure|Sect)\b/g)?.slice(0, 14).join(' ');
    expect(tags).toBe('H1 P Sect H2 P P P Figure Sect H2 P P P Figure');
  });
});

describe('the charter on paper', () => {
  test('it goes along as the last sheet of the board, though its drawing stands on a page that does not', async () => {
    const path = join(folder, 'with-charter.pdf');
    const second = asId<PageId>('p2');
    const first = Object.values(sample.board.pages)[0];
    if (!first) throw new Error('the sample has a page');
    const board = { ...sample.board, pages: { ...sample.board.pages, [second]: { ...first, id: second, order: 'z', title: 'Nog leeg' } } };
    const end = await exports.start({ document: { ...sample, board }, readAsset: () => Promise.resolve(null), request: { ...request({ kind: 'board' }), pages: [second], charter: true }, target: path, onProgress: () => undefined }).done;
    expect(end.state).toBe('done');
    expect(info(path)).toMatch(/Pages:\s+2/);
    expect(text(path, 2)).toMatch(/Samenwerkingscharter[^]*Onze droomwijk is als een panda[^]*Dit spreken we af/);
    const picture = PNG.sync.read(execFileSync('pdftoppm', ['-r', '50', '-f', '2', '-l', '2', '-png', path], { maxBuffer: 1e8 }));
    let inked = 0;
    for (let y = 30; y < 160; y++) for (let x = 30; x < 155; x++) if ((picture.data[(y * picture.width + x) * 4] as number) < 90) inked++;
    expect(inked).toBeGreaterThan(800);
  });
});

describe('table signs on paper', () => {
  test('one A4 a table, with its questions once for a reader and twice for the eye', async () => {
    const { path } = await made('signs.pdf', { kind: 'tableSigns', questions: ['Wat heb jij met de wijk?', 'Wat drijft jou?', 'Hoe ziet je droomwijk eruit?'] });
    expect(info(path)).toMatch(/Pages:\s+7[^]*\(A4\)/);
    expect(text(path, 3).match(/Wat drijft jou\?/g)).toHaveLength(2);
    const struct = execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8' });
    expect(struct.match(/2\. Wat drijft jou\?|Wat drijft jou\?/g)?.length).toBe(7);
  });
});
