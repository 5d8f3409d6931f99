import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { practise } from '../../../renderer/tiles/practise.ts';

/** Pictures that were painted, and those that were let go of. */
const given: Canvas[] = [];
let closed = 0;

class WatchedCanvas {
  constructor(w: number, h: number) {
    const canvas = createCanvas(w, h) as Canvas & { transferToImageBitmap?: () => Canvas; close?: () => void };
    canvas.transferToImageBitmap = () => { given.push(canvas); return canvas; };
    canvas.close = () => { closed += 1; };
    return canvas as unknown as WatchedCanvas;
  }
}
beforeAll(() => { vi.stubGlobal('OffscreenCanvas', WatchedCanvas); });
afterAll(() => { vi.unstubAllGlobals(); });

test('a worker practises on strokes, and keeps no picture of them', async () => {
  await practise(() => true);
  expect(given.length).toBeGreaterThan(3);
  expect(closed).toBe(given.length);
  const context: SKRSContext2D | undefined = given[0]?.getContext('2d');
  const { data } = context?.getImageData(0, 0, 512, 512) ?? { data: new Uint8ClampedArray() };
  expect(data.filter((value, i) => i % 4 === 0 && value < 100).length).toBeGreaterThan(500);
});

test('practising ends when a board comes', async () => {
  given.length = 0;
  await practise(() => given.length < 2);
  expect(given.length).toBe(2);
});
