import type { Page } from '../../../shared/board/board.ts';
import type { SceneContext } from '../../../shared/scene/markNode.ts';
import type { Breath } from '../files/inTurns.ts';
import { stripeCount, stripePainter } from './pngStripes.ts';
import { stackPages } from './stackedPages.ts';
import { sweep } from './sweep.ts';

/** After so many stripes most of what makes a thread slow at first is done: code is compiled, faces are read, memory is there. */
const STRIPES = 3;
const DPI = 300;

/**
 * Paints and packs a little of a page and throws it away. The first stripes of a thread take two to three times as long as
 * those that follow, and a picture of the usual size has eight for each of two threads.
 * @param breathe asked after each stripe; ends the work when it throws
 */
export async function practisePng(context: SceneContext, page: Page, breathe: Breath): Promise<void> {
  const stack = stackPages([page], { paper: 'board', orientation: 'auto', margins: 'usual' }, DPI / 25.4);
  const paint = stripePainter(stack, { context, request: { background: 'paper' }, pictures: new Map(), fonts: new Map(), cancelled: () => false });
  const count = stripeCount(stack), middle = Math.floor(count / 2);
  for (let i = 0; i < Math.min(STRIPES, count); i++) {
    paint((middle + i) % count);
    await sweep();
    await breathe();
  }
}
