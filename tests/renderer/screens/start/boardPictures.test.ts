import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBoardPictures } from '../../../../renderer/screens/start/boardPictures.ts';
import type { Host } from '../../../../shared/contract/contract.ts';
import type { BoardCard } from '../../../../shared/contract/boards.ts';
import { greyPng } from '../../../electron/services/pictures.ts';
import { BOARD, sampleBoard } from '../../../electron/services/sampleBoard.ts';
import { startServices, tempFolder } from '../../../electron/services/startServices.ts';

const HOUR_AGO = new Date(Date.now() - 3_600_000);

/** The shelf of a laptop with one board; `fetched` counts the pictures that the services gave. */
async function shelfOfOne() {
  const folder = await tempFolder();
  const { ask, services } = await startServices(folder);
  await ask('boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
  await ask('boards.open', { board: BOARD });
  const fetched = { count: 0 };
  const call = ((name, input) => {
    if (name === 'boards.thumbnail') fetched.count++;
    return services.handle(name, input);
  }) as Host['call'];
  const draw = (widthPx: number): Promise<null> => ask('boards.setThumbnail', { board: BOARD, png: greyPng(widthPx, 3).toString('base64') });
  const card = async (): Promise<BoardCard> => (await ask('boards.list', {}))[0] as BoardCard;
  /** A file system may tell times in steps in which both pictures were made. */
  const anHourPasses = (): Promise<void> => utimes(join(folder, 'boards', BOARD, 'thumbnail.png'), HOUR_AGO, HOUR_AGO);
  return { pictures: createBoardPictures({ call }), fetched, draw, anHourPasses, card };
}

/** The bytes behind an address, as an `img` reads them. */
const bytesAt = async (url: string | null): Promise<Buffer> => Buffer.from(await (await fetch(url ?? '')).arrayBuffer());

test('the picture of a board is fetched once, however often the start screen is shown', async () => {
  const { pictures, fetched, draw, card } = await shelfOfOne();
  await draw(2);
  expect(pictures.kept(await card())).toBeNull();
  const [url, same] = await Promise.all([pictures.fetch(await card()), pictures.fetch(await card())]);
  expect(same).toBe(url);
  const before = fetched.count;
  expect(await bytesAt(url)).toEqual(greyPng(2, 3));
  expect(await pictures.fetch(await card())).toBe(url);
  expect(pictures.kept(await card())).toBe(url);
  expect(fetched.count).toBe(before);
});

test('a board that was drawn on since shows its new picture, and the old one is let go of', async () => {
  const { pictures, draw, anHourPasses, card } = await shelfOfOne();
  await draw(2);
  await anHourPasses();
  const old = await pictures.fetch(await card());
  await draw(4);
  const now = await card();
  expect(pictures.kept(now)).toBeNull();
  expect(await bytesAt(await pictures.fetch(now))).toEqual(greyPng(4, 3));
  await expect(bytesAt(old)).rejects.toThrow();
});

test('a board without a picture asks for none', async () => {
  const { pictures, fetched, card } = await shelfOfOne();
  expect(await pictures.fetch(await card())).toBeNull();
  expect(fetched.count).toBe(0);
});
