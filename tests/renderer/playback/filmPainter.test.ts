import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PageId } from '../../../shared/base/ids.ts';
import { pagesOf } from '../../../shared/board/board.ts';
import type { FilmPlace } from '../../../shared/journal/timeline.ts';
import { createFilmPainter, type FilmContext } from '../../../renderer/playback/filmPainter.ts';
import { createKeptPictures } from '../../../renderer/playback/keptPictures.ts';
import type { Reel } from '../../../renderer/playback/reel.ts';
import { withNodeCanvas } from '../tiles/nodeCanvas.ts';
import { anySteps, crowdedSteps, played, reelOf } from './playedBoards.ts';

withNodeCanvas();

const W = 320, H = 226;
const newContext = (): SKRSContext2D => createCanvas(W, H).getContext('2d');
const pixels = (context: SKRSContext2D): Buffer => Buffer.from(context.getImageData(0, 0, W, H).data);
/** How many pixels differ by more than the softness of an edge: where a part that is painted anew cuts a line, that is rounded otherwise. */
function differing(a: Buffer, b: Buffer): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 4) if (Math.abs((a[i] as number) - (b[i] as number)) > 48) count++;
  return count;
}
const painterOn = (reel: Reel, context: SKRSContext2D, kept: boolean): ReturnType<typeof createFilmPainter> =>
  createFilmPainter(reel, context as unknown as FilmContext, new Map(), kept ? createKeptPictures(reel.entries.length) : null);

test.each([['without', false], ['with', true]] as const)('wherever one jumps %s kept pictures, the film shows what painting all at once would', (_, kept) => {
  fc.assert(fc.property(fc.oneof(anySteps, crowdedSteps, crowdedSteps), fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 0, 0.3, 0.8)), { maxLength: 12 }), (steps, jumps) => {
    const reel = reelOf(played(steps));
    const context = newContext();
    const painter = painterOn(reel, context, kept);
    for (const [jump, share] of [[0, 0] as const, ...jumps, [reel.entries.length, 0] as const]) {
      const done = jump % (reel.entries.length + 1);
      const place: FilmPlace = { done, share: done === reel.entries.length ? 0 : share };
      const page = pagesOf(reel.boardAt(place))[jump % pagesOf(reel.boardAt(place)).length]?.id as PageId;
      painter.show(place, page);
      const whole = newContext();
      painterOn(reel, whole, false).show(place, page);
      expect(differing(pixels(context), pixels(whole)), `at ${done}, ${share}`).toBeLessThanOrEqual(4);
    }
  }), { numRuns: 10, endOnFailure: true });
});
