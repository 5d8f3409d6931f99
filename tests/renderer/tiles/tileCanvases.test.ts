import type { Canvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { AssetId } from '../../../shared/base/ids.ts';
import type { Matrix } from '../../../shared/geometry/matrix.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import { tileBox, TILE_PX } from '../../../renderer/tiles/messages.ts';
import { openTile } from '../../../renderer/tiles/tilePainter.ts';
import { giveBackTileCanvas, takeTileCanvas } from '../../../renderer/tiles/tileCanvases.ts';
import { SceneIndex } from '../../../renderer/tiles/sceneIndex.ts';
import { sightOnBoard } from '../../../renderer/tiles/tileSight.ts';
import { boardWith, PAGE, shape } from '../../shared/scene/marks.ts';
import { withNodeCanvas } from './nodeCanvas.ts';
import { wholeTile } from './wholeTile.ts';

withNodeCanvas();

const ADDRESS = { page: PAGE, level: 0, col: 0, row: 0 };
const IMAGES: ReadonlyMap<AssetId, ImageBitmap> = new Map();
const nodesOf = (matrix: Matrix) => new SceneIndex(boardWith([shape('f1', 'rectangle', { matrix, order: 'a1', w: 120, h: 90, fill: 'munt' })]), new Map()).nodesIn(PAGE, tileBox(ADDRESS), new Set(), 1, 'desk');
const pixels = (bitmap: unknown): Buffer => Buffer.from((bitmap as Canvas).getContext('2d').getImageData(0, 0, TILE_PX, TILE_PX).data);

test('a tile on a canvas that was used before shows nothing of the tile before, and that one stays as it was', async () => {
  const nodes = nodesOf([1, 0, 0, 1, 40, 40]), others = nodesOf([1.5, 0.4, -0.4, 1.5, 260, 240]);
  const first = await wholeTile(nodes, ADDRESS);
  const before = pixels(first);
  const other = await wholeTile(others, ADDRESS);
  const again = await wholeTile(nodes, ADDRESS);
  expect(Buffer.compare(pixels(first), before)).toBe(0);
  expect(Buffer.compare(pixels(again), before)).toBe(0);
  expect(Buffer.compare(pixels(other), before)).not.toBe(0);
});

test('one canvas serves one tile after another', async () => {
  const canvas = takeTileCanvas();
  giveBackTileCanvas(canvas);
  await wholeTile([], ADDRESS);
  expect(takeTileCanvas()).toBe(canvas);
});

test('a canvas on which a mark could not be painted is not used again', () => {
  const canvas = takeTileCanvas();
  giveBackTileCanvas(canvas);
  const tile = openTile(sightOnBoard(ADDRESS, undefined), IMAGES);
  const [node] = nodesOf([1, 0, 0, 1, 40, 40]) as [SceneNode];
  expect(() => tile.paint({ ...node, ops: [{ op: 'none' } as never] })).toThrow();
  tile.drop();
  expect(takeTileCanvas()).not.toBe(canvas);
});
