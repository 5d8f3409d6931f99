import { createCanvas } from '@napi-rs/canvas';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Backdrop } from '../../../renderer/stage/backdrop.ts';
import { createBoardSurface } from '../../../renderer/stage/boardSurface.ts';
import { createCamera } from '../../../renderer/stage/camera.ts';
import type { TileView } from '../../../renderer/stage/tileView.ts';

const W = 400, H = 300;
let frames: (() => void)[] = [];
const frame = (): void => { for (const paint of frames.splice(0)) paint(); };
const known = globalThis.requestAnimationFrame;
beforeEach(() => { globalThis.requestAnimationFrame = (paint) => frames.push(() => paint(0)); });
afterEach(() => {
  globalThis.requestAnimationFrame = known;
  frames = [];
});

/** A sheet of 200 × 100 units on a desk, in pixels that can be looked at; the colour of either is told before it is painted. */
function bench() {
  const canvas = Object.assign(createCanvas(W, H), { style: {}, addEventListener: () => undefined });
  const colour = { desk: '#101010', sheet: '#ffffff' };
  let desks = 0;
  const below: Backdrop = {
    paint(context, windowPx) {
      desks++;
      context.fillStyle = colour.desk;
      context.fillRect(0, 0, windowPx.w, windowPx.h);
    },
    close: () => undefined,
  };
  const draw: TileView['draw'] = (context) => {
    context.fillStyle = colour.sheet;
    context.fillRect(0, 0, W, H);
  };
  const camera = createCamera({ x: -50, y: -50, scale: 1 });
  const surface = createBoardSurface({ below, camera, tiles: { draw } as TileView, shown: () => ({ page: 'p' as never, size: { w: 200, h: 100 } }), ratio: () => 1 });
  surface.attach(canvas as unknown as HTMLCanvasElement, { style: {} } as HTMLElement);
  surface.resize({ w: W, h: H });
  frame();
  const at = (x: number, y: number): string => Buffer.from(canvas.getContext('2d').getImageData(x, y, 1, 1).data.subarray(0, 3)).toString('hex');
  return { surface, camera, colour, at, desks: () => desks };
}

test('while tiles come the sheet is painted, and the desk around it stays as it was painted once', () => {
  const { surface, colour, at, desks } = bench();
  expect([desks(), at(10, 10), at(100, 100)]).toEqual([1, '101010', 'ffffff']);
  for (const sheet of ['#eeeeee', '#dddddd', '#cccccc']) {
    colour.sheet = sheet;
    surface.look();
    frame();
  }
  expect([desks(), at(10, 10), at(100, 100)]).toEqual([1, '101010', 'cccccc']);
});

test('the desk is painted anew where a sheet that moves has uncovered it, for a window of another size, and when it looks different', () => {
  const { surface, camera, colour, at, desks } = bench();
  camera.set({ x: -150, y: -150, scale: 1 });
  surface.look();
  frame();
  expect([desks(), at(100, 100), at(200, 200)]).toEqual([2, '101010', 'ffffff']);
  surface.resize({ w: W, h: H - 20 });
  expect([desks(), at(100, 100)]).toEqual([3, '101010']);
  colour.desk = '#abcdef';
  surface.lookBelow();
  frame();
  expect([desks(), at(100, 100)]).toEqual([4, 'abcdef']);
});
