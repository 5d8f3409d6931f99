import { expect, test } from 'vitest';
import { asId, type AssetId, type BoardId } from '../../../shared/base/ids.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import { createBoardOnDesk } from '../../../electron/desktop/boardOnDesk.ts';
import { assetOfBoards } from '../../../renderer/screens/board/assetOfBoards.ts';
import { createBoardReader } from '../../../renderer/screens/board/boardReader.ts';
import { BOARD, sampleBoard, stroke } from '../../electron/services/sampleBoard.ts';
import { startServices, tempFolder } from '../../electron/services/startServices.ts';

const OTHER = asId<BoardId>('linkeroever');
const ASSET = asId<AssetId>('foto');
/** The smallest GIF: one pixel. */
const PICTURE = 'R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=';

/** A desk with a board before it and another that is closed, has a stroke and a picture; `calls` gathers what the services are asked. */
async function deskBesideOther() {
  const { ask, services } = await startServices(await tempFolder());
  await ask('boards.create', { document: { board: sampleBoard(OTHER), inks: {} }, assets: [{ asset: ASSET, mime: 'image/gif', base64: PICTURE }] });
  await ask('boards.open', { board: OTHER });
  await ask('board.do', { board: OTHER, opId: 'op1', command: stroke(1) });
  await ask('boards.close', { board: OTHER });
  await ask('boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
  const calls: string[] = [];
  const onDesk = createBoardOnDesk();
  const answer = onDesk.watching((name, input) => { calls.push(name); return services.handle(name, input); });
  const host = { call: answer as Host['call'] };
  await host.call('boards.open', { board: BOARD });
  return { ask, onDesk, host, calls };
}

test('who looks at another board keeps the own one on the desk, and one that is open in another window stays open there', async () => {
  const { ask, onDesk, host } = await deskBesideOther();
  await ask('boards.open', { board: OTHER });
  const read = await createBoardReader(host, () => undefined)(OTHER);
  expect([...(read?.inks.keys() ?? [])]).toEqual(['i1']);
  expect(onDesk.board()).toBe(BOARD);
  await ask('board.do', { board: OTHER, opId: 'op2', command: stroke(2) });
});

test('a board that is on its way is not read again when it is asked for again', async () => {
  const { host, calls } = await deskBesideOther();
  const reader = createBoardReader(host, () => undefined);
  const [first, again] = await Promise.all([reader(OTHER), reader(OTHER)]);
  expect(again).toBe(first);
  expect(await reader(OTHER)).toBe(first);
  expect(calls.filter((name) => name === 'boards.read')).toHaveLength(1);
});

test('a board that cannot be read is told, and tried anew the next time', async () => {
  const { host, calls } = await deskBesideOther();
  const told: string[] = [];
  const reader = createBoardReader(host, ({ code }) => { told.push(code); });
  const gone = asId<BoardId>('weg');
  expect([await reader(gone), await reader(gone)]).toEqual([null, null]);
  expect(told).toEqual(['board.unknown', 'board.unknown']);
  expect(calls.filter((name) => name === 'boards.read')).toHaveLength(2);
});

test('a picture that only the board beside has is found there, and one that nobody has is not', async () => {
  const { host } = await deskBesideOther();
  expect(await assetOfBoards(host, [BOARD], ASSET)).toBeNull();
  expect(await assetOfBoards(host, [BOARD, OTHER], ASSET)).toMatchObject({ asset: ASSET, mime: 'image/gif' });
  expect(await assetOfBoards(host, [BOARD, OTHER], asId<AssetId>('geen'))).toBeNull();
});
