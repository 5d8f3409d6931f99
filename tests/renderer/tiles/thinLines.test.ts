import type { Canvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { InkId } from '../../../shared/base/ids.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { scaling, translation, type Matrix } from '../../../shared/geometry/matrix.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import { TILE_PX, tileBox, type TileAddress } from '../../../renderer/tiles/messages.ts';
import { SceneIndex } from '../../../renderer/tiles/sceneIndex.ts';
import { sightOnBoard } from '../../../renderer/tiles/tileSight.ts';
import { giveBackTileCanvas, takeTileCanvas } from '../../../renderer/tiles/tileCanvases.ts';
import { openTile, paintInto } from '../../../renderer/tiles/tilePainter.ts';
import { isThinLine } from '../../../renderer/tiles/thinLines.ts';
import { createTileQueue } from '../../../renderer/tiles/tileQueue.ts';
import { createTileWork } from '../../../renderer/tiles/tileWork.ts';
import { boardWith, inkThrough, PAGE, shape, stroke } from '../../shared/scene/marks.ts';
import { withNodeCanvas } from './nodeCanvas.ts';
import { wholeTile } from './wholeTile.ts';

withNodeCanvas();

const TILE: TileAddress = { page: PAGE, level: 0, col: 0, row: 0 };
const BOX = tileBox(TILE);
const inks = new Map([['ink-s' as InkId, inkThrough([[0, 0], [60, 25], [110, 10], [130, 60], [190, 90]])]]);
const order = (i: number): string => `a${String(i).padStart(5, '0')}1`;
const strokes = (count: number, from = 0): readonly Mark[] => Array.from({ length: count }, (_, i) => stroke(`s${from + i}`, { ink: 'ink-s' as InkId, color: i % 2 ? 'rood' : 'blauw', widthUnits: 2, tool: i % 7 ? 'pen' : 'shadow', order: order(from + i), matrix: translation((i * 41) % 400 - 20, (i * 67) % 440 - 20) }));
const nodes = (marks: readonly Mark[]): readonly SceneNode[] => new SceneIndex(boardWith(marks), inks).nodesIn(PAGE, BOX, new Set(), 1, 'desk');
/** The same nodes, with nothing but their outlines. */
const outlined = (of: readonly SceneNode[]): readonly SceneNode[] => of.map(({ id, matrix, bounds, ops }) => ({ id, matrix, bounds, ops }));
const pixels = (picture: unknown): Uint8ClampedArray => (picture as Canvas).getContext('2d').getImageData(0, 0, TILE_PX, TILE_PX).data;
const painted = async (of: readonly SceneNode[]): Promise<Uint8ClampedArray> => pixels(await wholeTile(of, TILE));
/** The share of channels that differ by more than the soft edge of a line does where it is cut otherwise. */
const off = (a: Uint8ClampedArray, b: Uint8ClampedArray): number => a.reduce((count, value, i) => count + (Math.abs(value - (b[i] as number)) > 72 ? 1 : 0), 0) / a.length;

test('a tile full of thin strokes looks as if each had been filled', async () => {
  const all = nodes(strokes(300));
  expect(all.filter(isThinLine).length).toBe(300);
  const laid = await painted(all), filled = await painted(outlined(all));
  expect(off(laid, filled)).toBeLessThan(0.002);
  expect(off(laid, await painted([]))).toBeGreaterThan(0.1);
});

test('what lies among thin strokes stays over those before it and below those after it', async () => {
  const forms = [shape('f1', 'rectangle', { order: order(120), matrix: translation(60, 60), w: 200, h: 120, fill: 'munt' }), shape('f2', 'rectangle', { order: order(390), matrix: translation(200, 240), w: 200, h: 120, fill: 'munt' })];
  const all = nodes([...strokes(120), forms[0] as Mark, ...strokes(230, 121), forms[1] as Mark, ...strokes(30, 391)]);
  const laid = await painted(all), filled = await painted(outlined(all));
  expect(off(laid, filled)).toBeLessThan(0.002);
  const otherOrder = await painted([...all].reverse());
  expect(off(laid, otherOrder)).toBeGreaterThan(0.01);
});

test('a copy of an unfinished tile has all that was taken, and more can be laid after it', async () => {
  const all = nodes(strokes(200));
  const tile = openTile(sightOnBoard(TILE, undefined), new Map());
  for (const node of all.slice(0, 20)) tile.paint(node);
  const early = pixels(await tile.copy());
  for (const node of all.slice(20, 150)) tile.paint(node);
  const later = pixels(await tile.copy());
  for (const node of all.slice(150)) tile.paint(node);
  expect(off(early, await painted(all.slice(0, 20)))).toBe(0);
  expect(off(later, await painted(all.slice(0, 150)))).toBeLessThan(0.002);
  expect(off(pixels(await tile.give()), await painted(all))).toBeLessThan(0.002);
});

test('a tile after one full of strokes shows nothing of it', async () => {
  await painted(nodes(strokes(300)));
  const few = nodes([...strokes(60)]);
  expect(off(await painted(few), await painted(outlined(few)))).toBeLessThan(0.002);
});

test('a small picture of the whole page, and a part of it painted anew, look as if each stroke had been filled', () => {
  const size = { w: 480, h: 360 }, all = strokes(300), index = new SceneIndex(boardWith(all), inks);
  const pictureOf = (part: Box, how: (of: readonly SceneNode[]) => readonly SceneNode[]): Uint8ClampedArray => {
    const context = new OffscreenCanvas(384, 288).getContext('2d') as OffscreenCanvasRenderingContext2D;
    paintInto(context, (box) => how(index.nodesIn(PAGE, box, new Set(), 0.8, 'print')), { x: 0, y: 0, ...size }, size, new Map());
    paintInto(context, (box) => how(index.nodesIn(PAGE, box, new Set(), 0.8, 'print')), part, size, new Map());
    return context.getImageData(0, 0, 384, 288).data;
  };
  for (const part of [{ x: 100, y: 80, w: 220, h: 170 }, { x: -20, y: -20, w: 120, h: 500 }]) expect(off(pictureOf(part, (of) => of), pictureOf(part, outlined))).toBeLessThan(0.003);
});

test('a stroke that was stretched is painted by its outline, since its line is not as wide everywhere', () => {
  const isLaid = (matrix: Matrix): readonly boolean[] => nodes([stroke('s0', { ink: 'ink-s' as InkId, widthUnits: 2, order: order(0), matrix })]).map(isThinLine);
  expect(isLaid(scaling(2, 1))).toEqual([false]);
  expect(isLaid(scaling(1.5, 1.5))).toEqual([true]);
  expect(isLaid(scaling(-1, 1, { x: 100, y: 0 }))).toEqual([true]);
});

test('a thin line that cannot be painted fails its tile while that is painted: a pan does not ask for it again, and the next tile has a sound canvas', async () => {
  const queue = createTileQueue(), canvas = takeTileCanvas();
  giveBackTileCanvas(canvas);
  const oneBad = nodes(strokes(20)).map((node, i) => (i === 3 ? { ...node, ops: [{ op: 'none' } as never] } : node));
  const work = createTileWork({ queue, nowMs: () => 0, revision: () => 1, nodesOf: () => oneBad, open: () => openTile(sightOnBoard(TILE, undefined), new Map()) });
  queue.want([TILE], 0);
  expect(() => work.step(1)).toThrow();
  queue.want([TILE], 0);
  expect(queue.size()).toBe(0);
  expect(takeTileCanvas()).not.toBe(canvas);
});
