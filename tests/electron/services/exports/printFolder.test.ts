import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asId, type BoardId } from '../../../../shared/base/ids.ts';
import type { ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import type { ExportEnd, ExportOrder } from '../../../../electron/services/exports/createExports.ts';
import { isPrint, newPrint, removePrints } from '../../../../electron/services/exports/printFolder.ts';
import { idleExports } from '../idleExports.ts';
import { BOARD, sampleBoard } from '../sampleBoard.ts';
import { startServices, tempFolder } from '../startServices.ts';

const SEATS: ExportRequest = { format: 'pdf', content: { kind: 'seatCards', url: null }, pages: 'all', paper: 'a4', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 300, publicVersion: false, charter: false, svgText: 'text', locale: 'nl' };

/** Services whose every export leaves a page with codes and then ends like that. */
async function printing(folder: string, end: (order: ExportOrder) => ExportEnd) {
  const ended: Promise<ExportEnd>[] = [];
  const exports = idleExports((order) => {
    const done = writeFile(order.target, 'codes').then(() => end(order));
    ended.push(done);
    return { job: 'j', cancel: () => undefined, done };
  });
  const started = await startServices(folder, { exports });
  await started.ask('boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
  await started.ask('boards.open', { board: BOARD });
  return { ...started, ended };
}

const pagesIn = (folder: string): Promise<readonly string[]> => readdir(join(folder, 'print', BOARD)).catch(() => []);

test.each([
  { job: 'j', state: 'cancelled' }, { job: 'j', state: 'failed', trouble: { code: 'disk.full', detail: '' } },
] as const satisfies readonly ExportEnd[])('a page for the printer that was $state is gone with its folder', async (end) => {
  const folder = await tempFolder();
  const { services, ended } = await printing(folder, () => end);
  await services.files.startPrint(BOARD, SEATS, () => undefined);
  await ended[0];
  await expect.poll(() => pagesIn(folder)).toEqual([]);
});

test('a print that cannot begin leaves no folder', async () => {
  const folder = await tempFolder();
  const { services } = await startServices(folder);
  await expect(services.files.startPrint(BOARD, SEATS, () => undefined)).rejects.toThrow();
  expect(await pagesIn(folder)).toEqual([]);
});

test('a page that waits for its printer is known by its path, and goes when everything is tidied', async () => {
  const folder = await tempFolder();
  const orders: ExportOrder[] = [];
  const { services, ended } = await printing(folder, (order) => {
    orders.push(order);
    return { job: 'j', state: 'done', path: order.target, url: null };
  });
  await services.files.startPrint(BOARD, SEATS, () => undefined);
  await ended[0];
  const path = orders[0]!.target;
  expect(isPrint(folder, path)).toBe(true);
  expect(isPrint(folder, join(folder, 'sheets.html'))).toBe(false);
  expect(await pagesIn(folder)).toHaveLength(1);
  const other = await newPrint(folder, asId<BoardId>('other'));
  await removePrints(folder, BOARD);
  expect(await pagesIn(folder)).toEqual([]);
  await writeFile(other, 'codes');
  await removePrints(folder);
  expect((await readdir(folder)).includes('print')).toBe(false);
});
