import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import { createExports, type Exports } from '../../../../electron/services/exports/createExports.ts';
import { nodeMeasure } from '../../../../electron/services/exports/measure.ts';
import { librsvg } from '../../../support/librsvg.ts';
import { inkMissed } from '../../../support/inkMissed.ts';
import { bundleCli, type BundledCli } from '../../cli/bundledCli.ts';
import { RESIDENTS_WORDS, residentsWords, WORDS_LINE_UNITS } from './sampleBoard.ts';
import { testFonts } from './testFonts.ts';

const measure = nodeMeasure(testFonts);

const words = residentsWords(measure);

let bundled: BundledCli;
let exports: Exports;
let folder: string;
const DPI = 150;

beforeAll(async () => {
  bundled = await bundleCli();
  exports = createExports({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, version: '0' });
  folder = mkdtempSync(join(tmpdir(), 'droomdoek-scripts-'));
});
afterAll(async () => {
  await exports.close();
  bundled.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function made(name: string, more: Partial<ExportRequest>): Promise<string> {
  const request: ExportRequest = {
    format: 'pdf', content: { kind: 'board' }, pages: 'all', paper: 'a4', orientation: 'auto', margins: 'none', background: 'paper', tile: null, dpi: DPI, publicVersion: false, charter: false, svgText: 'text', locale: 'nl', ...more,
  };
  const target = join(folder, name);
  const end = await exports.start({ document: words, readAsset: () => Promise.resolve(null), request, target, onProgress: () => undefined }).done;
  if (end.state !== 'done') throw new Error(JSON.stringify(end));
  return target;
}

/** The picture of the app, made once: by Skia, with HarfBuzz for its letters. */
let kept: Promise<PNG> | undefined;
const picture = () => (kept ??= made('words.png', { format: 'png' }).then((path) => PNG.sync.read(readFileSync(path))));

/** The part of a picture in which a line of the words stands. */
function lineOf(whole: PNG, i: number): PNG {
  const perUnit = whole.width / 1200;
  const [top, height] = [Math.round((20 + i * WORDS_LINE_UNITS) * perUnit), Math.floor(WORDS_LINE_UNITS * perUnit)];
  const part = new PNG({ width: whole.width, height });
  PNG.bitblt(whole, part, 0, top, whole.width, Math.min(height, whole.height - top), 0, 0);
  return part;
}

/** The SVG as a browser shows it, with the fonts that are in the file. */
async function seenInChromium(path: string): Promise<PNG> {
  const { width, height } = await picture();
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(pathToFileURL(path).href);
  await page.evaluate(`document.documentElement.setAttribute('width', ${width}); document.documentElement.setAttribute('height', ${height}); document.fonts.ready.then(() => undefined)`);
  const seen = PNG.sync.read(await page.screenshot());
  await browser.close();
  return seen;
}

/** The SVG as librsvg draws it, which knows no fonts but the app's. */
async function drawnByLibrsvg(path: string): Promise<PNG> {
  const { width, height } = await picture();
  return PNG.sync.read(librsvg(path, { w: width, h: height }, bundled.fontsFolder, folder));
}

/** @param reach how far a letter may be from its place, px of 150 to the inch; @param most which share of a line may be farther */
async function expectSameLetters(drawn: PNG, reach: number, most: number): Promise<void> {
  const png = await picture();
  expect([drawn.width, drawn.height]).toEqual([png.width, png.height]);
  const off = RESIDENTS_WORDS.flatMap(([name], i) => {
    const missed = inkMissed(lineOf(drawn, i), lineOf(png, i), reach);
    return missed > most ? [`${name}: ${(missed * 100).toFixed(1)} %`] : [];
  });
  expect(off).toEqual([]);
}

describe('what residents write, in their own letters', () => {
  test('stands on the print as in the picture', async () => {
    const pdf = await made('words.pdf', {});
    const { width, height } = await picture();
    const printed = PNG.sync.read(execFileSync('pdftoppm', ['-scale-to-x', String(width), '-scale-to-y', String(height), '-singlefile', '-png', pdf], { maxBuffer: 1e8 }));
    await expectSameLetters(printed, 2, 0.003);
  });

  test('stands in an SVG of outlines as in the picture, whoever renders it', async () => {
    await expectSameLetters(await drawnByLibrsvg(await made('lines.svg', { format: 'svg', svgText: 'outlines' })), 1, 0.01);
  });

  test('stands in an SVG of text as in the picture, whoever renders it', async () => {
    const path = await made('text.svg', { format: 'svg' });
    await expectSameLetters(await seenInChromium(path), 1, 0.01);
    // Pango sets each face of a line for itself, with advances in whole steps of its own.
    await expectSameLetters(await drawnByLibrsvg(path), 6, 0.02);
  });

  test('is found and copied from the print, word for word', async () => {
    // Readers have their own ways with vowel signs and the edges between two directions: what counts are letters and their order.
    const bare = (text: string): string => text.normalize('NFD').replace(/[\p{M}\p{Cf}\p{EMod}]/gu, '').normalize('NFC');
    const text = bare(execFileSync('pdftotext', [await made('read.pdf', {}), '-'], { encoding: 'utf8' }));
    const words = RESIDENTS_WORDS.flatMap(([, line]) => bare(line).match(/[\p{L}\p{N}\p{So}]+/gu) ?? []);
    expect(words.length).toBeGreaterThan(50);
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
    expect(text).toContain(bare('مرحبا بكم (في الحي) مع الجيران'));
  });

  test('has its faces in the print, each with the letters that are used and no more', async () => {
    const pdf = await made('fonts.pdf', {});
    const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(6);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+.* yes yes yes +\d+ +\d+$/);
    expect(execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' }).trim().split('\n')).toHaveLength(2);
  });
});
