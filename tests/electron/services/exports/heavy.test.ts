import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../../../electron/launch/projectRoot.mjs';
import { bundleSupport } from '../../../support/bundled.mjs';
import type { ExportLoad, ExportLoadEnd } from '../../../support/exportLoad.ts';
import { bundleCli, type BundledCli } from '../../cli/bundledCli.ts';

const run = promisify(execFile);
let bundled: BundledCli;
let root: string;

beforeAll(async () => {
  bundled = await bundleCli();
  // Inside the project, where the recorded handwriting is found.
  root = mkdtempSync(join(projectRoot, '.cache', 'heavy-'));
  await bundleSupport('exportLoad.ts', join(root, 'load.cjs'));
});
afterAll(() => {
  bundled.remove();
  rmSync(root, { recursive: true, force: true });
});

/** Makes one export in a process of its own. */
async function load(order: Omit<ExportLoad, 'workerFile' | 'fontsFolder' | 'folder'>): Promise<ExportLoadEnd & { readonly folder: string }> {
  const folder = mkdtempSync(join(root, 'out-'));
  const { stdout } = await run(process.execPath, [join(root, 'load.cjs'), JSON.stringify({ workerFile: bundled.workerFile, fontsFolder: bundled.fontsFolder, folder, ...order } satisfies ExportLoad)]);
  return { ...JSON.parse(stdout) as ExportLoadEnd, folder };
}

describe('a full board', () => {
  test('is an A0 at 300 dpi in no more than 700 MB', async () => {
    const { state, peakMB, folder } = await load({ strokes: 5000, request: { format: 'png', paper: 'a0', dpi: 300 } });
    expect(state).toBe('done');
    const header = readFileSync(join(folder, 'out.png'));
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([14043, 9933]);
    expect(peakMB).toBeGreaterThan(100);
    expect(peakMB).toBeLessThan(700);
  }, 120_000);

  test('is a PDF of no more than 8 MB, in which handwriting is lines and no picture', async () => {
    const { state, fileMB, folder } = await load({ strokes: 5000, request: { format: 'pdf', paper: 'a4', dpi: 300 } });
    expect(state).toBe('done');
    expect(fileMB).toBeGreaterThan(1);
    expect(fileMB).toBeLessThan(8);
    expect(execFileSync('pdfimages', ['-list', join(folder, 'out.pdf')], { encoding: 'utf8' }).trim().split('\n')).toHaveLength(2);
  }, 120_000);

  test.each([
    ['in the middle of a picture', 'png', 'a1', 0.4], ['in the middle of an SVG', 'svg', 'a4', 0.4], ['before anything is painted', 'pdf', 'a4', 0],
  ] as const)('cancelled %s it leaves what was there and nothing else', async (_, format, paper, cancelAt) => {
    const { state, cancelMs, left } = await load({ strokes: 5000, request: { format, paper, dpi: 300 }, cancelAt });
    expect(cancelMs).not.toBeNull();
    expect([state, left]).toEqual(['cancelled', ['before']]);
  }, 120_000);

  test('of ten thousand cards is printed with all their words', async () => {
    const { state, folder } = await load({ cards: 10_000, request: { format: 'pdf', paper: 'a0', dpi: 300 } });
    expect(state).toBe('done');
    const words = new Set(execFileSync('pdftotext', ['-raw', join(folder, 'out.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1e8 }).match(/droom \d+/g));
    expect(words.size).toBe(10_000);
  }, 120_000);
});
