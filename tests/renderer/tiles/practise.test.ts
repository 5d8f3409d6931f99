import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { practise } from '../../../renderer/tiles/practise.ts';

/** Pictures that were painted, and how many of them were let go of. */
const given: Canvas[] = [];
let closed = 0;

beforeAll(() => {
  vi.stubGlobal('OffscreenCanvas', class { constructor(w: number, h: number) { return createCanvas(w, h); } });
  vi.stubGlobal('createImageBitmap', async (canvas: Canvas) => {
    const copy = createCanvas(canvas.width, canvas.height);
    copy.getContext('2d').drawImage(canvas, 0, 0);
    given.push(copy);
    return Object.assign(copy, { close: () => { closed += 1; } });
  });
});
afterAll(() => { vi.unstubAllGlobals(); });
beforeEach(() => {
  given.length = 0;
  closed = 0;
});

test('a worker practises on strokes, and keeps no picture of them', async () => {
  await practise(() => true);
  expect(given.length).toBeGreaterThan(6);
  expect(closed).toBe(given.length);
  const { data } = (given[0] as Canvas).getContext('2d').getImageData(0, 0, 512, 512);
  expect(data.filter((value, i) => i % 4 === 0 && value < 100).length).toBeGreaterThan(500);
});

test('practising ends when a board comes', async () => {
  await practise(() => given.length === 0);
  expect(given.length).toBe(4);
});
