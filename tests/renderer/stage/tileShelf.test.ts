import type { Canvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { Mark } from '../../../shared/board/marks.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { compose, translation } from '../../../shared/geometry/matrix.ts';
import { createTileShelf, type TileShelf } from '../../../renderer/stage/tileShelf.ts';
import type { SheetMove } from '../../../renderer/state/wholeSheet.ts';
import { TILE_PX, tileKey, type TileAddress } from '../../../renderer/tiles/messages.ts';
import { SceneIndex } from '../../../renderer/tiles/sceneIndex.ts';
import { paintBitmap } from '../../../renderer/tiles/tilePainter.ts';
import { sightOnBoard } from '../../../renderer/tiles/tileSight.ts';
import { at, boardWith, PAGE, shape } from '../../shared/scene/marks.ts';
import { withNodeCanvas } from '../tiles/nodeCanvas.ts';

withNodeCanvas();

/** All forms with their lines. */
const LYING: Box = { x: 110, y: 80, w: 600, h: 510 };
const LEVEL = 0;
/** Where a line crosses from tile to tile its soft edge is not the same to the last bit: a few hundred of a million values, by a quarter at most. */
const SOFT = 8, FEW = 1500;
const GRID: readonly TileAddress[] = [[0, 0], [1, 0], [0, 1], [1, 1]].map(([col = 0, row = 0]) => ({ page: PAGE, level: LEVEL, col, row }));
const FORMS: readonly Mark[] = [shape('a', 'rectangle', { ...at(120, 90), w: 300, h: 200, fill: 'munt' }), shape('b', 'ellipse', { ...at(480, 400), w: 220, h: 180, fill: 'hemel' })];
const aside = (x: number, y: number): readonly Mark[] => FORMS.map((mark) => ({ ...mark, matrix: compose(translation(x, y), mark.matrix) }));
const move = (x: number, y: number, from = LYING): SheetMove => ({ kind: 'aside', page: PAGE, by: { x, y }, from });

/** As the worker paints it: no further than the page reaches, 1200 × 849 units. */
function painted(marks: readonly Mark[], address: TileAddress): ImageBitmap {
  const board = boardWith(marks), { box, px } = sightOnBoard(address, board);
  return paintBitmap(new SceneIndex(board, new Map()).nodesIn(PAGE, box, new Set(), 1, 'desk'), box, px.w, px.h, new Map(), 'board');
}
const pixels = (bitmap: ImageBitmap | undefined): Uint8ClampedArray => (bitmap as unknown as Canvas).getContext('2d').getImageData(0, 0, TILE_PX, TILE_PX).data;

function shelfOf(addresses: readonly TileAddress[]): TileShelf {
  const shelf = createTileShelf();
  for (const address of addresses) {
    const bitmap = painted(FORMS, address);
    bitmap.close = () => undefined;
    shelf.put(address, bitmap, 1);
  }
  return shelf;
}
const stale = (shelf: TileShelf): readonly string[] => [...shelf.all()].filter((tile) => tile.stale).map(({ address: { col, row } }) => `${col}/${row}`);

test.each([[37, 0], [-64, 21], [0, -90], [150, 200]])('a sheet that is pushed %i, %i px aside looks as if it had been painted there', (x, y) => {
  const shelf = shelfOf(GRID);
  shelf.push(move(x, y), { page: PAGE, level: LEVEL }, 2);
  shelf.damage('all', 2);
  expect(stale(shelf)).toEqual([]);
  for (const address of GRID) {
    const pushed = pixels(shelf.at(tileKey(address))?.bitmap), anew = pixels(painted(aside(x, y), address));
expect(pushed.filter((value, i) => Math.abs(value - (anew[i] as number)) > SOFT).length).toBeLessThan(FEW);
  }
});

test('a grid that was laid for a view is pushed as well as one that begins at the corner of the page', () => {
  const grid = { page: PAGE, level: LEVEL, shift: { x: 200, y: 100 } }, addresses = GRID.map((address) => ({ ...address, ...grid })), shelf = shelfOf(addresses);
  shelf.push(move(37, -20), grid, 2);
  shelf.damage('all', 2);
  expect(stale(shelf)).toEqual([]);
  for (const address of addresses) {
    const pushed = pixels(shelf.at(tileKey(address))?.bitmap), anew = pixels(painted(aside(37, -20), address));
    expect(pushed.filter((value, i) => Math.abs(value - (anew[i] as number)) > SOFT).length).toBeLessThan(FEW);
  }
});

test('what lay beyond the edge of the sheet is painted when it comes in', () => {
  const shelf = shelfOf(GRID);
  shelf.push(move(37, 0, { ...LYING, x: -5, w: 715 }), { page: PAGE, level: LEVEL }, 2);
  expect(stale(shelf)).toEqual(['0/0', '0/1']);
});

test('what lies below the page is on no tile, and is painted when it comes in', () => {
  const low: Box = { ...LYING, y: 400, h: 460 };
  for (const [y, anew] of [[-5, ['0/1', '1/1']], [-400, ['0/0', '1/0']], [5, []]] as const) {
    const shelf = shelfOf(GRID);
    shelf.push(move(0, y, low), { page: PAGE, level: LEVEL }, 2);
    expect(stale(shelf), `${y} px`).toEqual(anew);
    expect([...shelf.all()].map(({ bitmap }) => bitmap.height), 'no picture grows').toEqual([512, 512, 337, 337]);
  }
});

test('a tile that comes out of one that is not there is painted anew', () => {
  const shelf = shelfOf(GRID.slice(0, 3));
  shelf.push(move(-40, 0), { page: PAGE, level: LEVEL }, 2);
  expect(stale(shelf)).toEqual(['0/1']);
});

test('half a pixel aside is painted anew, since it would be blurred otherwise', () => {
  const shelf = shelfOf(GRID);
  shelf.push(move(10.5, 0), { page: PAGE, level: LEVEL }, 2);
  expect(stale(shelf)).toHaveLength(4);
});

test.each<[string, TileAddress]>([['level', { page: PAGE, level: -2, col: 0, row: 0 }], ['grid', { page: PAGE, level: LEVEL, shift: { x: 7, y: 0 }, col: 0, row: 0 }]])('tiles of another %s are painted anew', (_, other) => {
  const shelf = shelfOf(GRID);
  shelf.put(other, painted(FORMS, other), 1);
  shelf.push(move(10, 0), { page: PAGE, level: LEVEL }, 2);
  shelf.damage('all', 2);
  expect(shelf.at(tileKey(other))?.stale).toBe(true);
});
