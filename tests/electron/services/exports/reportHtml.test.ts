import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDocument } from '../../../../shared/contract/boards.ts';
import { createExports, type Exports } from '../../../../electron/services/exports/createExports.ts';
import { nodeMeasure } from '../../../../electron/services/exports/measure.ts';
import { bundleCli, runCli, type BundledCli } from '../../cli/bundledCli.ts';
import { testSwitches } from '../../../support/electronApp.ts';
import { documentOf, finishedKiel } from '../../../support/kielHarvest.ts';
import { sampleDocument, samplePicture } from './sampleBoard.ts';
import { testFonts } from './testFonts.ts';

let bundled: BundledCli;
let exports: Exports;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  bundled = await bundleCli();
  exports = createExports({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, version: '0' });
  folder = mkdtempSync(join(tmpdir(), 'droomdoek-report-'));
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...testSwitches] });
});
afterAll(async () => {
  await browser.close();
  await exports.close();
  bundled.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function made(name: string, document: PlainDocument): Promise<string> {
  const target = join(folder, `${name}.html`);
  const end = await exports.start({
    document, target, readAsset: () => Promise.resolve(samplePicture()), onProgress: () => undefined,
    request: { format: 'html', content: { kind: 'report' }, pages: 'all', paper: 'a4', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 300, publicVersion: true, charter: false, svgText: 'text', locale: 'nl' },
  }).done;
  if (end.state !== 'done') throw new Error(JSON.stringify(end));
  return target;
}

describe('a report as a page that a public body may publish', () => {
  test.each([['a whole day', () => documentOf(finishedKiel())], ['a board with everything on it', () => sampleDocument(nodeMeasure(testFonts))]] as const)('%s: axe finds nothing, every picture is painted, nothing is asked for, and it fits a phone', async (name, given) => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => { if (!request.url().startsWith('data:')) asked.push(request.url()); });
    const url = pathToFileURL(await made(name.replace(/\W+/g, '-'), given())).href;
    await page.goto(url);
    expect(asked).toEqual([url]);
    expect(await page.evaluate(() => [...document.images].filter((image) => image.naturalWidth === 0).length)).toBe(0);
    expect(await page.evaluate(() => document.images.length)).toBeGreaterThan(1);
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run(document)')) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.close();
  }, 60_000);

  test('the command line makes it by the name of the file', async () => {
    const file = join(folder, 'kiel.json');

    writeFileSync(file, JSON.stringify(documentOf(finishedKiel())));
    expect(await runCli(bundled.cli, 'convert', file, join(folder, 'cli.html'), '--public')).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(join(folder, 'cli.html'), 'utf8')).toMatch(/^<!DOCTYPE html>[^]*Zo koos de zaal[^]*<\/html>\n$/);
  }, 60_000);
});
