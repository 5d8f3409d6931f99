import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { shrunk } from '../../../renderer/tiles/shrunk.ts';
import { withNodeCanvas } from './nodeCanvas.ts';

withNodeCanvas();

test('a thin line stays a line, wherever it lies', () => {
  for (let at = 0; at < 9; at++) {
    const large = createCanvas(960, 680);
    const context = large.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 960, 680);
    context.fillStyle = '#000';
    context.fillRect(400 + at, 0, 3, 680);
    const small = shrunk(large as unknown as OffscreenCanvas, 112, 79) as unknown as Canvas;
    expect([small.width, small.height]).toEqual([112, 79]);
    const { data } = small.getContext('2d').getImageData(0, 40, 112, 1);
    const ink = Array.from({ length: 112 }, (_, x) => 255 - (data[4 * x] as number)).reduce((sum, value) => sum + value, 0);
    // Three of 960 columns black: the same share of ink in the small row, as near as eight bits say.
    expect(ink / (255 * 112)).toBeGreaterThan(0.7 * (3 / 960));
    expect(ink / (255 * 112)).toBeLessThan(1.3 * (3 / 960));
  }
});

test('a picture that gets larger, or hardly smaller, is drawn in one step', () => {
  const large = createCanvas(100, 100) as unknown as OffscreenCanvas;
  expect([shrunk(large, 90, 90).width, shrunk(large, 200, 200).width, shrunk(large, 0.2, 0.2).width]).toEqual([90, 200, 1]);
});
