import type { Canvas } from '@napi-rs/canvas';
import { expect, test, vi } from 'vitest';
import type { InkId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { NewInks } from '../../../shared/board/commands.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { translation } from '../../../shared/geometry/matrix.ts';
import type { Ink } from '../../../shared/ink/ink.ts';
import { encodeInk } from '../../../shared/ink/inkCodec.ts';
import { createFirstPainting, type FirstPainting } from '../../../renderer/tiles/firstPainting.ts';
import type { TileAddress } from '../../../renderer/tiles/messages.ts';
import { SceneIndex } from '../../../renderer/tiles/sceneIndex.ts';
import { paintBitmap } from '../../../renderer/tiles/tilePainter.ts';
import { sightOnBoard } from '../../../renderer/tiles/tileSight.ts';
import { withNodeCanvas } from './nodeCanvas.ts';
import { boardWith, inkThrough, PAGE, shape, stroke } from '../../shared/scene/marks.ts';

withNodeCanvas();

/** Two in the middle of the page, one that its edge goes through. */
const TILES: readonly TileAddress[] = [{ page: PAGE, level: 0, col: 0, row: 0 }, { page: PAGE, level: 0, col: 1, row: 0 }, { page: PAGE, level: 0, col: 0, row: 1 }];

/** A board of strokes and forms across the page, each partly over the one before it. */
function fullBoard(count: number): { readonly board: Board; readonly texts: NewInks } {
  const texts: Record<InkId, string> = {};
  const marks: Mark[] = [];
  for (let i = 0; i < count; i++) {
    const matrix = translation((i * 37) % 900, (i * 53) % 820);
    const order = `a${String(i).padStart(6, '0')}1`;
    if (i % 9 === 0) marks.push(shape(`f${i}`, 'rectangle', { matrix, order, w: 60, h: 40, fill: 'munt' }));
    else {
      const mark = stroke(`s${i}`, { matrix, order, color: i % 2 ? 'rood' : 'blauw', tool: i % 5 ? 'pen' : 'highlighter' });
      texts[mark.ink] = encodeInk(inkThrough([[0, 0], [20, 10 + (i % 7)], [40, 5], [60, 30], [90, i % 50]]));
      marks.push(mark);
    }
  }
  return { board: boardWith(marks), texts };
}

const start = ({ board, texts }: ReturnType<typeof fullBoard>): { readonly painting: FirstPainting; readonly inks: Map<InkId, Ink> } => {
  const inks = new Map<InkId, Ink>();
  return { painting: createFirstPainting({ board, viewer: 'desk', texts, inks, images: new Map() }), inks };
};
function pixels(picture: unknown): Buffer {
  const canvas = picture as Canvas;
  return Buffer.from(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data);
}
const finish = (painting: FirstPainting): void => { while (!painting.step()); };

/** A tile as it is painted when the board is known whole. */
function whole(board: Board, inks: Map<InkId, Ink>, address: TileAddress): Buffer {
  const { box, px } = sightOnBoard(address, board);
  return pixels(paintBitmap(new SceneIndex(board, inks).nodesIn(PAGE, box, new Set(), 1, 'desk'), box, px.w, px.h, new Map(), 'board'));
}

/** Fails unless a picture is that of a tile, and as that is painted when the board is known whole. */
async function expectWhole(picture: ReturnType<FirstPainting['finished']>, address: TileAddress, { board }: ReturnType<typeof fullBoard>, inks: Map<InkId, Ink>): Promise<void> {
  expect(picture?.address).toEqual(address);
  expect(Buffer.compare(pixels(await picture?.coming), whole(board, inks, address))).toBe(0);
}

test('a board that was painted while it was opened looks as if it had been painted at once', async () => {
  const full = fullBoard(400);
  const { painting, inks } = start(full);
  painting.want(TILES);
  finish(painting);
  for (const address of TILES) await expectWhole(painting.finished(), address, full, inks);
});

test('a tile that comes into view half-way has everything too', async () => {
  const full = fullBoard(400);
  const { painting, inks } = start(full);
  painting.want(TILES.slice(0, 1));
  painting.step();
  painting.want(TILES);
  finish(painting);
  for (const address of TILES) await expectWhole(painting.finished(), address, full, inks);
  expect(painting.finished(), 'they were given away').toBeNull();
});

test('a tile is there as soon as it has everything, while the next one is still made', async () => {
  const full = fullBoard(400);
  const { painting, inks } = start(full);
  painting.want(TILES);
  const [first, second] = TILES as [TileAddress, TileAddress];
  let tile = painting.finished();
  expect(tile, 'nothing is laid yet').toBeNull();
  while (!tile) {
    painting.step();
    tile = painting.finished();
  }
  expect(painting.isTaken()).toBe(true);
  expect(painting.finished()).toBeNull();
  await expectWhole(tile, first, full, inks);
  finish(painting);
  await expectWhole(painting.finished(), second, full, inks);
});

test('finished tiles are given one by one, though nobody asks for them just then', async () => {
  const full = fullBoard(60);
  const { painting, inks } = start(full);
  painting.want(TILES);
  expect(painting.finished()).toBeNull();
  finish(painting);
  for (const address of TILES) await expectWhole(painting.finished(), address, full, inks);
  expect(painting.finished()).toBeNull();
});

test('of a very full board something is to be seen after the first step', async () => {
  const { painting } = start(fullBoard(8_000));
  painting.want(TILES);
  expect(painting.step()).toBe(false);
  const glimpse = painting.glimpse();
  expect(glimpse?.address).toEqual(TILES[0]);
  const colours = new Set(pixels(await glimpse?.coming));
  expect(colours.size).toBeGreaterThan(10);
});

test('a stroke whose ink is damaged is left out, and nothing else', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const full = fullBoard(20);
  const [first] = Object.keys(full.texts) as InkId[];
  const { painting, inks } = start({ ...full, texts: { ...full.texts, [first as InkId]: 'AAAA' } });
  painting.want(TILES);
  finish(painting);
  expect(inks.has(first as InkId)).toBe(false);
  expect(inks.size).toBe(Object.keys(full.texts).length - 1);
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});
