import type { Canvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { InkId, MarkId } from '../../../shared/base/ids.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { translation } from '../../../shared/geometry/matrix.ts';
import { packInk } from '../../../shared/ink/ink.ts';
import { partOf, TILE_PX, tileBox, type TileAddress } from '../../../renderer/tiles/messages.ts';
import { SceneIndex } from '../../../renderer/tiles/sceneIndex.ts';
import { paintBitmap, paintPart, patched } from '../../../renderer/tiles/tilePainter.ts';
import { boardWith, inkThrough, PAGE, stroke } from '../../shared/scene/marks.ts';
import { withNodeCanvas } from './nodeCanvas.ts';

withNodeCanvas();

// As a hand leaves it: where a part cuts a long straight edge, the painter lays that a tenth of a px elsewhere.
const inks = new Map([['ink-s' as InkId, inkThrough(Array.from({ length: 61 }, (_, i) => [4 * i, 20 + 25 * Math.sin(i / 9) + i]))]]);
const strokes = Array.from({ length: 30 }, (_, i) => stroke(`s${i}`, { ink: 'ink-s' as InkId, color: i % 2 ? 'rood' : 'blauw', matrix: translation((i * 41) % 500, (i * 67) % 400) }));
const nodes = (box: Box, of = strokes) => new SceneIndex(boardWith(of), inks).nodesIn(PAGE, box, new Set(), 1, 'desk');
/** How many channels of pixels differ by more than the soft edge of a line does when its way is cut elsewhere. */
const others = (a: Uint8ClampedArray, b: Uint8ClampedArray): number => a.reduce((count, value, i) => count + (Math.abs(value - (b[i] as number)) > 32 ? 1 : 0), 0);
const pixels = (picture: unknown): Uint8ClampedArray => (picture as Canvas).getContext('2d').getImageData(0, 0, TILE_PX, TILE_PX).data;

test('a tile of which a part was painted anew is the tile as it is painted whole', async () => {
  for (const level of [0, 1.3]) {
    const address: TileAddress = { page: PAGE, level, col: 0, row: 0 };
    const box = tileBox(address);
    const tile = (of: typeof strokes) => paintBitmap(nodes(box, of), box, TILE_PX, TILE_PX, new Map(), 'board');
    // One stroke is gone: only where it lay is painted anew.
    const gone = strokes[3] as (typeof strokes)[number], left = strokes.filter((mark) => mark !== gone);
    const bounds = nodes({ x: 0, y: 0, w: 2000, h: 2000 }, [gone])[0]?.bounds as Box;
    const px = partOf(address, bounds) as Box;
    const after = patched(tile(strokes), await paintPart((part) => nodes(part, left), { address, px }, new Map()), px.x, px.y);
    expect(others(pixels(after), pixels(tile(left))), `level ${level}`).toBe(0);
    expect(others(pixels(tile(strokes)), pixels(tile(left)))).toBeGreaterThan(500);
  }
});

test('a part looks the same when long strokes are painted only near it, cut ones too, however thin or broad', async () => {
  // A hand that goes over the whole tile again and again, quick and slow.
  const long = packInk(Array.from({ length: 400 }, (_, i) => ({ x: 256 + 230 * Math.sin(i * 0.11) * Math.cos(i * 0.013), y: 250 + 210 * Math.sin(i * 0.07 + 1), pressure: 0.3 + 0.3 * Math.sin(i), timeMs: i * 8 })));
  const inkOf = new Map([['ink-l' as InkId, long]]);
  const address: TileAddress = { page: PAGE, level: 0, col: 0, row: 0 };
  for (const more of [{ widthUnits: 2 }, { widthUnits: 5, color: 'rood' as const }, { widthUnits: 14 }, { widthUnits: 20, tool: 'highlighter' as const, thinning: 0 }]) {
    const index = new SceneIndex(boardWith([stroke('l', { ink: 'ink-l' as InkId, ...more }), stroke('m', { ink: 'ink-l' as InkId, ...more, matrix: translation(15, -8) })]), inkOf);
    const cut = new Map([['l' as MarkId, { ink: 'ink-l' as InkId, spans: [[0, 90.5], [97.25, 250], [260, 399]] as const }]]);
    for (const px of [{ x: 200, y: 180, w: 60, h: 40 }, { x: 0, y: 0, w: 512, h: 512 }, { x: 300, y: 60, w: 25, h: 150 }]) {
      const picture = async (how: 'nodesNear' | 'nodesIn'): Promise<Uint8ClampedArray> => (await paintPart((box) => index[how](PAGE, box, new Set(), 1, 'desk', cut), { address, px }, new Map()) as unknown as Canvas).getContext('2d').getImageData(0, 0, px.w, px.h).data;
      const near = await picture('nodesNear'), whole = await picture('nodesIn');
      // Where corners of a coarse outline fall differs by less than a px, at single places.
      const off = near.reduce((count, value, i) => count + (Math.abs(value - (whole[i] as number)) > 90 ? 1 : 0), 0);
      expect(off / near.length, JSON.stringify({ more, px })).toBeLessThan(0.002);
    }
  }
});

test('the part of a tile that shows a box has it all, and ends at the tile', () => {
  const address: TileAddress = { page: PAGE, level: 2, col: 1, row: 0 };
  expect(partOf(address, { x: 300.2, y: 10.1, w: 20, h: 5 })).toEqual({ x: 87, y: 19, w: 43, h: 13 });
  expect(partOf(address, { x: 200, y: -50, w: 60, h: 60 })).toEqual({ x: 0, y: 0, w: 9, h: 21 });
  expect(partOf(address, { x: 600, y: 0, w: 10, h: 10 })).toBeNull();
});

test('a part in which many thin strokes lie is that part of the tile, wherever in the tile it lies', async () => {
  const many = Array.from({ length: 150 }, (_, i) => stroke(`t${i}`, { ink: 'ink-s' as InkId, widthUnits: 2, matrix: translation((i * 41) % 300, (i * 67) % 400) }));
  const address: TileAddress = { page: PAGE, level: 0, col: 0, row: 0 };
  const picture = async (px: Box): Promise<Canvas> => (await paintPart((box) => nodes(box, many), { address, px }, new Map())) as unknown as Canvas;
  const whole = await picture({ x: 0, y: 0, w: TILE_PX, h: TILE_PX });
  const px: Box = { x: 150, y: 200, w: 120, h: 90 };
  const there = whole.getContext('2d').getImageData(px.x, px.y, px.w, px.h).data, part = (await picture(px)).getContext('2d').getImageData(0, 0, px.w, px.h).data;
  expect(others(there, new Uint8ClampedArray(there.length).fill(255))).toBeGreaterThan(1000);
  expect(others(part, there)).toBe(0);
});
