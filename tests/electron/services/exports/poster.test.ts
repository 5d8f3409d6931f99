import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asId, type MarkId } from '../../../../shared/base/ids.ts';
import type { PlainDocument } from '../../../../shared/contract/boards.ts';
import type { ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import { PAGE_SIZE } from '../../../../shared/board/board.ts';
import { markOf } from '../../../../shared/board/buckets.ts';
import { transformBox } from '../../../../shared/geometry/matrix.ts';
import { cutPoster, SHEET_MARGIN_MM, type Poster } from '../../../../shared/paint/poster.ts';
import { createExports, type Exports } from '../../../../electron/services/exports/createExports.ts';
import { nodeMeasure } from '../../../../electron/services/exports/measure.ts';
import { difference } from '../../../support/pictureDifference.ts';
import { pdfElements } from '../../../support/pdfTree.ts';
import { bundleCli, type BundledCli } from '../../cli/bundledCli.ts';
import { sampleDocument, textMark, withMarks } from './sampleBoard.ts';
import { testFonts } from './testFonts.ts';

const DPI = 60;
const measure = nodeMeasure(testFonts);
const sample = sampleDocument(measure);
const whole = { x: 0, y: 0, ...PAGE_SIZE };
let bundled: BundledCli;
let exports: Exports;
let folder: string;

beforeAll(async () => {
  bundled = await bundleCli();
  exports = createExports({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, version: '0' });
  folder = mkdtempSync(join(tmpdir(), 'droomdoek-poster-'));
});
afterAll(async () => {
  await exports.close();
  bundled.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function made(name: string, document: PlainDocument, more: Partial<ExportRequest>): Promise<string> {
  const target = join(folder, name);
  const request: ExportRequest = {
    format: 'pdf', content: { kind: 'board' }, pages: 'all', paper: 'a2', orientation: 'auto', margins: 'usual', background: 'paper', tile: 'a4', dpi: 300, publicVersion: false, charter: false, svgText: 'text', locale: 'nl', ...more,
  };
  const end = await exports.start({ document, readAsset: () => Promise.resolve(null), request, target, onProgress: () => undefined }).done;
  if (end.state !== 'done') throw new Error(JSON.stringify(end));
  return target;
}

const px = (mm: number): number => Math.round((mm / 25.4) * DPI);
const pages = (path: string): number => Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [path], { encoding: 'utf8' }))?.[1]);
const text = (path: string, page: number): string => execFileSync('pdftotext', ['-raw', '-f', String(page), '-l', String(page), path, '-'], { encoding: 'utf8' });
const painted = (path: string, ...how: readonly string[]): PNG => PNG.sync.read(execFileSync('pdftoppm', [...how, '-png', path], { maxBuffer: 1e8 }));

/** The sheets laid over each other as people glue them: cut at the crop marks, each over its neighbours left and above. */
function glued(path: string, poster: Poster): { readonly picture: PNG; readonly strips: number } {
  const right = Math.max(...poster.sheets.map(({ part }) => part.x + part.w)), bottom = Math.max(...poster.sheets.map(({ part }) => part.y + part.h));
  const picture = new PNG({ width: px(right), height: px(bottom) });
  picture.data.fill(255);
  let strips = 0;
  poster.sheets.forEach(({ part }, i) => {
    const sheet = painted(path, '-r', String(DPI), '-f', String(i + 1), '-l', String(i + 1));
    const [w, h] = [Math.min(px(part.w), picture.width - px(part.x)), Math.min(px(part.h), picture.height - px(part.y))];
    for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) {
      const to = ((px(part.y) + y) * picture.width + px(part.x) + x) * 4, from = ((px(SHEET_MARGIN_MM) + y) * sheet.width + px(SHEET_MARGIN_MM) + x) * 4;
      if (i > 0 && (picture.data[to] as number) < 100 && (sheet.data[from] as number) < 140) strips++;
      sheet.data.copy(picture.data, to, from, from + 4);
    }
  });
  return { picture, strips };
}

describe('a poster of sheets', () => {
  test('an A2 is four sheets of A4 with their names, and a plan of them on the last', async () => {
    const path = await made('poster.pdf', sample, {});
    expect(pages(path)).toBe(5);
    expect([1, 2, 3, 4].map((page) => /[AB][12]  ?\(2 × 2\)/.exec(text(path, page))?.[0].slice(0, 2))).toEqual(['A1', 'A2', 'B1', 'B2']);
    expect(text(path, 5)).toMatch(/Zo plak je het affiche[^]*4 vellen in 2 rijen van 2[^]*B2[^]*Begin met A1/);
  });

  test('glued together it is the drawing on one sheet, and what lies over each other is the same', async () => {
    const poster = cutPoster(PAGE_SIZE, 'a2', 'auto', 'a4', [whole]);
    const { picture, strips } = glued(await made('glued.pdf', sample, {}), poster);
    const page = transformBox(poster.toMm, whole);
    const one = painted(await made('one.pdf', sample, { paper: 'board', tile: null }), '-scale-to-x', String(px(page.w)), '-scale-to-y', String(px(page.h)));
    const cut = new PNG({ width: one.width, height: one.height });
    PNG.bitblt(picture, cut, px(page.x), px(page.y), Math.min(one.width, picture.width - px(page.x)), Math.min(one.height, picture.height - px(page.y)), 0, 0);
    expect(strips).toBeGreaterThan(50);
    expect(difference(cut, one)).toBeLessThan(0.02);
  });

  test('sheets on which nothing stands are not printed, and the plan names them', async () => {
    const corner: PlainDocument = { board: withMarks(sample.board, [textMark('t', 'alleen hier', 'hand', 40, 60, 60, measure), textMark('u', 'en daar', 'hand', 40, 1000, 60, measure)]), inks: {} };
    const path = await made('corner.pdf', corner, { paper: 'a1' });
    expect(markOf(corner.board, asId<MarkId>('t'))).toBeDefined();
    expect(pages(path)).toBe(3);
    expect(text(path, 3)).toContain('Deze vellen zijn leeg en niet afgedrukt:');
    expect(text(path, 3)).not.toMatch(/niet afgedrukt:[^]*A1[,.]/);
  });

  test('one sheet needs no plan', async () => {
    const corner: PlainDocument = { board: withMarks(sample.board, [textMark('t', 'alleen hier', 'hand', 40, 60, 60, measure)]), inks: {} };
    expect(pages(await made('single.pdf', corner, { paper: 'a1' }))).toBe(1);
  });

  test('who hears the plan hears its steps in their order', async () => {
    const said = pdfElements(await made('heard.pdf', sample, {})).filter(({ type }) => type === 'LBody').map(({ actual }) => actual?.slice(0, 2));
    expect(said).toEqual(['1.', '2.', '3.']);
  });
});
