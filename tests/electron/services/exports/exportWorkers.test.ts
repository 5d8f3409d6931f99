import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createExports, type Exports, type RunningExport } from '../../../../electron/services/exports/createExports.ts';
import type { ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import { manyStrokes } from './sampleBoard.ts';

/**
 * A thread that writes down what it is told. What it is to write it takes from the name of the file: it ends by itself at
 * `dies`, waits for the test at `waits`, and helps for ever.
 */
const THREAD = `
  const { parentPort } = require('node:worker_threads');
  const { appendFileSync, existsSync } = require('node:fs');
  parentPort.on('message', ({ kind, work }) => {
    appendFileSync(__dirname + '/told', kind + '\\n');
    if (kind !== 'write') return;
    if (work.target.endsWith('dies')) process.exit(1);
    const timer = setInterval(() => {
      if (!existsSync(__dirname + '/go')) return;
      clearInterval(timer);
      parentPort.postMessage({ kind: 'done' });
    }, 5);
  });
`;

let folder: string;
let exports: Exports;
const document = manyStrokes(3);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'droomdoek-threads-'));
  writeFileSync(join(folder, 'thread.cjs'), THREAD);
  exports = createExports({ workerFile: join(folder, 'thread.cjs'), fontsFolder: folder, version: '0', painters: 2 });
});
afterEach(async () => {
  writeFileSync(join(folder, 'go'), '');
  await exports.close();
  rmSync(folder, { recursive: true, force: true });
});

const request: ExportRequest = { format: 'png', content: { kind: 'board' }, pages: 'all', paper: 'a3', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 250, publicVersion: false, charter: false, svgText: 'text', locale: 'nl' };
const start = (name: string, format: ExportRequest['format']): RunningExport => exports.start({ document, readAsset: () => Promise.resolve(null), request: { ...request, format }, target: join(folder, name), onProgress: () => undefined });
const told = (): string => (existsSync(join(folder, 'told')) ? readFileSync(join(folder, 'told'), 'utf8').trim().split('\n').join(' ') : '');

describe('the threads that export', () => {
  test('leave off what they get ready when nobody looks at the choices any more', async () => {
    exports.prepare('svg', { document, pages: 'all' });
    await expect.poll(told).toBe('prepare read');
    exports.rest();
    await expect.poll(told).toBe('prepare read rest');
  });

  test('are not told to read any more when the choices are gone before the document is made', async () => {
    exports.prepare('svg', { document, pages: 'all' });
    exports.rest();
    exports.prepare('svg');
    await expect.poll(told).toBe('prepare rest prepare');
  });

  test('let go of a board that was closed while it was exported, once they are done', async () => {
    const { done } = start('waits', 'svg');
    await expect.poll(told).toBe('write');
    exports.forget(document.board.id);
    writeFileSync(join(folder, 'go'), '');
    expect(await done).toMatchObject({ state: 'done' });
    await expect.poll(told).toBe('write forget');
  });

  test('keep a board that is open still', async () => {
    const { done } = start('waits', 'svg');
    await expect.poll(told).toBe('write');
    exports.forget('another' as never);
    writeFileSync(join(folder, 'go'), '');
    await done;
    exports.prepare('svg');
    await expect.poll(told).toBe('write prepare');
  });

  test('say at once that the one that writes has died, though its helper goes on', async () => {
    expect(await start('dies', 'png').done).toMatchObject({ state: 'failed', trouble: { code: 'export.broke' } });
  });

  test('begin anew after one of them has died', async () => {
    await start('dies', 'svg').done;
    writeFileSync(join(folder, 'go'), '');
    expect(await start('waits', 'svg').done).toMatchObject({ state: 'done' });
  });
});
