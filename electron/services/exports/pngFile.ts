import { TroubleError } from '../../../shared/contract/trouble.ts';
import { goOn, type ExportJob, type ExportPieces } from './exportJob.ts';
import { pngPieces } from './pngStream.ts';
import { stripeCount, stripePainter } from './pngStripes.ts';
import { stackPages, type Stack } from './stackedPages.ts';
import { helpWithStripes, stripesInOrder, type StripeTeam } from './stripeTeam.ts';

/** Skia paints no surface that is wider; and no viewer opens a picture of more pixels. */
const WIDEST_PX = 32_767;
const MOST_PX = 1_500_000_000;

/** The picture that a request asks for. @throws TroubleError file.tooLarge when no viewer could open it */
function pictureOf({ pages, request }: ExportJob): Stack {
  const stack = stackPages(pages, request, request.dpi / 25.4);
  if (stack.wPx > WIDEST_PX || stack.wPx * stack.hPx > MOST_PX) throw new TroubleError('file.tooLarge', `${stack.wPx} × ${stack.hPx} px`);
  return stack;
}

/**
 * Pages as one PNG at print resolution, painted in stripes so that an A0 fits in the memory of an old laptop.
 * @param team how a second thread takes part, or null
 * @throws TroubleError file.tooLarge when no viewer could open it
 */
export async function* pngFilePieces(job: ExportJob, team: StripeTeam | null): ExportPieces {
  const stack = pictureOf(job);
  const count = stripeCount(stack);
  goOn(job);
  const stripes = stripesInOrder(stripePainter(stack, job), count, team, (painted) => job.onShare((0.98 * painted) / count));
  yield* pngPieces({ wPx: stack.wPx, hPx: stack.hPx, dpi: job.request.dpi, covering: job.request.background === 'none' }, stripes);
}

/** The second thread's part in `pngFilePieces`. */
export async function helpWithPng(job: ExportJob, team: StripeTeam): Promise<void> {
  const stack = pictureOf(job);
  await helpWithStripes(stripePainter(stack, job), stripeCount(stack), team);
}
