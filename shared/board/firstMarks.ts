import type { InkId, MarkId } from '../base/ids.ts';
import type { InkText } from '../ink/inkCodec.ts';
import { pagesOf, type Charter } from './board.ts';
import { bucketOf, marksOnPage } from './buckets.ts';
import type { Mark } from './marks.ts';
import type { Document } from './readDocument.ts';
import { showsLayer } from './viewer.ts';

/** A board with fewer marks is opened at once. */
const FEWEST_MARKS = 2000;
/** So many are painted within a few frames, and read and checked in a few ms. */
const MOST_MARKS = 400;
const MOST_INK_LENGTH = 400_000;

const NO_CHARTER: Charter = { heading: '', place: '', dream: '', points: [], carriedBy: '', roles: [] };

/**
 * The marks of a large board that are painted first, as a document of its own: the lowest of what the desk shows of its first
 * page, in painting order. Whoever opens the board sees them while the rest is read. Rounds and charter are left out.
 * @returns null for a board that needs no such thing
 */
export function firstMarksOf({ board, inks }: Document): Document | null {
  const [page] = pagesOf(board);
  if (!page) return null;
  const onPage = marksOnPage(board, page.id);
  if (onPage.length < FEWEST_MARKS) return null;
  const buckets: Record<string, Record<MarkId, Mark>> = {};
  const used: Record<InkId, InkText> = {};
  let count = 0, inkLength = 0;
  for (const mark of onPage) {
    // A picture is not there yet, and an arrow may hang on a mark that is left out.
    if (mark.kind === 'image' || mark.kind === 'connector' || !showsLayer(board, mark.layer, 'desk')) continue;
    const text = mark.kind === 'stroke' ? inks[mark.ink] : '';
    inkLength += text?.length ?? 0;
    if (text === undefined || inkLength > MOST_INK_LENGTH || count === MOST_MARKS) break;
    if (mark.kind === 'stroke') used[mark.ink] = text;
    (buckets[bucketOf(mark.id)] ??= {})[mark.id] = mark;
    count += 1;
  }
  return { board: { ...board, buckets, rounds: {}, charter: NO_CHARTER }, inks: used };
}
