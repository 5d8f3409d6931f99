import { runInNewContext } from 'node:vm';
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { sweep } from '../../../../electron/services/exports/sweep.ts';

const STRIPES = 24, W_PX = 6000, H_PX = 250, STRIPE_BYTES = 4 * W_PX * H_PX;

/** How much memory outside of the engine's heap the pixels of stripes took at most, bytes. */
async function mostBytes(between: () => Promise<void>): Promise<number> {
  const canvas = createCanvas(W_PX, H_PX);
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  let most = 0;
  for (let i = 0; i < STRIPES; i++) {
    if (canvas.data().length !== STRIPE_BYTES) throw new Error('Another stripe');
    most = Math.max(most, process.memoryUsage().arrayBuffers + process.memoryUsage().external - before);
    await between();
  }
  return most;
}

test('a stripe is painted where the one before it lay: no more than a few are ever there', async () => {
  // Each is counted twice.
  expect(await mostBytes(sweep)).toBeLessThan(2 * 4 * STRIPE_BYTES);
});

test('nobody else gets the collector', async () => {
  await sweep();
  expect(runInNewContext('typeof gc')).toBe('undefined');
});
