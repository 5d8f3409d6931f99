import { TILE_PX } from './messages.ts';

/** So many rest between two tiles, a megabyte each; a usual window shows about as many tiles. */
const MOST_SPARE = 6;
const spare: OffscreenCanvasRenderingContext2D[] = [];

/**
 * A canvas for a tile, with whatever was on it last. In a worker a new canvas waits for the window's main thread before it
 * can be painted on (Chromium without a GPU: a millisecond while that rests, and a whole task of it while a board opens
 * or is panned), and so does one whose picture was transferred. So they are used again and again, and pictures are copied off them.
 */
export function takeTileCanvas(): OffscreenCanvasRenderingContext2D {
  const context = spare.pop() ?? new OffscreenCanvas(TILE_PX, TILE_PX).getContext('2d', { alpha: false });
  if (!context) throw new Error('No 2D canvas in this worker');
  return context;
}

/** Takes a canvas back on which nothing failed: its state must be as a new one's but for transform and styles. */
export function giveBackTileCanvas(context: OffscreenCanvasRenderingContext2D): void {
  if (spare.length < MOST_SPARE) spare.push(context);
}
