import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asId, type BoardId } from '../../../../shared/base/ids.ts';
import { marksOf } from '../../../../shared/board/buckets.ts';
import type { PlainDocument } from '../../../../shared/contract/boards.ts';
import type { ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import type { ExportEnd, ExportOrder, Exports } from '../../../../electron/services/exports/createExports.ts';
import { idleExports } from '../idleExports.ts';
import { BOARD, sampleBoard, stroke } from '../sampleBoard.ts';
import { startServices, tempFolder, type Ask } from '../startServices.ts';

const OTHER = asId<BoardId>('linkeroever');
const REQUEST: ExportRequest = {
  format: 'pdf', content: { kind: 'sideBySide', heading: '', paper: 'a1', boards: [OTHER] }, pages: 'all', paper: 'a4', orientation: 'auto', margins: 'usual', background: 'paper',
  tile: null, dpi: 300, publicVersion: false, charter: false, svgText: 'text', locale: 'nl',
};

const strokesOf = ({ board }: PlainDocument): readonly string[] => [...marksOf(board)].map(({ id }) => id).sort();

/** A board with a stroke that was closed, in a journal whose end is torn. */
async function closedBoard(folder: string, ask: Ask): Promise<string> {
  await ask('boards.create', { document: { board: sampleBoard(OTHER), inks: {} }, assets: [] });
  await ask('boards.open', { board: OTHER });
  await ask('board.do', { board: OTHER, opId: 'op1', command: stroke(1) });
  await ask('boards.close', { board: OTHER });
  const root = join(folder, 'boards', OTHER);
  const journal = (await readdir(root)).filter((name) => name.startsWith('journal')).sort().pop();
  await appendFile(join(root, journal ?? ''), '{"torn');
  return root;
}

/** Every file of a folder with what is in it. */
const filesOf = async (root: string): Promise<readonly (readonly [string, string])[]> =>
  Promise.all((await readdir(root, { withFileTypes: true })).filter((entry) => entry.isFile()).map(async ({ name }) => [name, await readFile(join(root, name), 'latin1')] as const));

/** Exports that go on until the test says how they end. */
function heldExports(): { readonly exports: Exports; readonly order: () => ExportOrder | undefined; readonly end: (end: ExportEnd) => void } {
  let given: ExportOrder | undefined;
  let end: (end: ExportEnd) => void = () => undefined;
  const done = new Promise<ExportEnd>((resolve) => { end = resolve; });
  return {
    exports: idleExports((order) => { given = order; return { job: 'job', cancel: () => undefined, done }; }),
    order: () => given,
    end,
  };
}

test('a file that is taken in to be read is read, and stays closed', async () => {
  const there = await startServices(await tempFolder());
  await there.ask('boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
  await there.ask('boards.open', { board: BOARD });
  await there.ask('board.do', { board: BOARD, opId: 'op1', command: stroke(1) });
  const path = join(await tempFolder(), 'Kiel.doek');
  await there.services.files.writeCopy(BOARD, path);

  const folder = await tempFolder();
  const { ask, services, told } = await startServices(folder);
  const marksOfOpen = async (board: BoardId): Promise<readonly string[]> => (await readdir(join(folder, 'boards', board))).filter((name) => name === 'open');
  const read = await services.files.importFile(path);
  expect(strokesOf(await ask('boards.read', { board: read }))).toEqual(['m1']);
  expect(await marksOfOpen(read)).toEqual([]);
  expect(told['boards.firstMarks']).toBeUndefined();
  // One that is sent to be opened is on its way there before anybody asks.
  const opened = await services.files.importFile(path, 'sent');
  await expect.poll(() => marksOfOpen(opened), { timeout: 10_000 }).toEqual(['open']);
});

test('a closed board is read with its journal, and nothing of it is opened or changed', async () => {
  const folder = await tempFolder();
  const { ask, services } = await startServices(folder);
  const root = await closedBoard(folder, ask);
  const before = await filesOf(root);
  const read = await ask('boards.read', { board: OTHER });
  expect(strokesOf(read)).toEqual(['m1']);
  expect(Object.keys(read.inks)).toEqual(['i1']);
  expect(await filesOf(root)).toEqual(before);
  expect(await services.handle('board.do', { board: OTHER, opId: 'op2', command: stroke(2) })).toMatchObject({ ok: false, trouble: { code: 'board.notOpen' } });
});

test('an open board is read as it is now, and one that nobody has is unknown', async () => {
  const { ask, services } = await startServices(await tempFolder());
  await ask('boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
  await ask('boards.open', { board: BOARD });
  await ask('board.do', { board: BOARD, opId: 'op1', command: stroke(1) });
  expect(strokesOf(await ask('boards.read', { board: BOARD }))).toEqual(['m1']);
  expect(await services.handle('boards.read', { board: OTHER })).toMatchObject({ ok: false, trouble: { code: 'board.unknown' } });
});

test('a board on the poster of another can be opened and drawn on while the poster is made, and after', async () => {
  const folder = await tempFolder();
  const { exports, order, end } = heldExports();
  const { ask, services } = await startServices(folder, { exports });
  const root = await closedBoard(folder, ask);
  await ask('boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
  await ask('boards.open', { board: BOARD });
  const before = await filesOf(root);
  await services.files.startExport(BOARD, REQUEST, join(folder, 'poster.pdf'));
  expect(order()?.others?.map(({ document }) => strokesOf(document))).toEqual([['m1']]);
  // Held by nobody: there is nothing that the end of the poster could close.
  expect(await filesOf(root)).toEqual(before);
  await ask('boards.open', { board: OTHER });
  end({ job: 'job', state: 'done', path: '', url: null });
  await ask('boards.list', {});
  await ask('board.do', { board: OTHER, opId: 'op2', command: stroke(2) });
  expect(strokesOf(await ask('boards.read', { board: OTHER }))).toEqual(['m1', 'm2']);
});
