import { PAGE_SIZE } from '../board/board.ts';
import { grow, type Box, type Size } from '../geometry/box.ts';
import type { Matrix } from '../geometry/matrix.ts';

/** A page that holds foreign content, and the way there: uniform scale and a move. */
export type ImportPage = { readonly size: Size; readonly scale: number; readonly toPage: Matrix };

/** White edge around imported content, as a share of its longer side. */
const MARGIN = 0.04;
/** Proportions up to here are filled up with white to those of paper; a longer strip stays one tall page. */
const NEAR_PAPER = 1.75;

/**
 * The page for content that covers a box elsewhere: paper proportions (1 : √2) where the content is near them,
 * upright or lying as the content is, in the size of our pages, so that lines and lettering keep their weight.
 */
export function pageAround(content: Box): ImportPage {
  const longer = Math.max(content.w, content.h, 1);
  const box = grow(content, longer * MARGIN);
  const lying = box.w >= box.h;
  const ratio = lying ? box.w / box.h : box.h / box.w;
  const wanted = ratio <= NEAR_PAPER ? PAGE_SIZE.w / PAGE_SIZE.h : ratio;
  const size: Size = wanted === ratio
    ? (lying ? { w: PAGE_SIZE.h * ratio, h: PAGE_SIZE.h } : { w: PAGE_SIZE.h, h: PAGE_SIZE.h * ratio })
    : (lying ? PAGE_SIZE : { w: PAGE_SIZE.h, h: PAGE_SIZE.w });
  const scale = Math.min(size.w / box.w, size.h / box.h);
  const x = (size.w - box.w * scale) / 2 - box.x * scale;
  const y = (size.h - box.h * scale) / 2 - box.y * scale;
  return { size: { w: Math.round(size.w), h: Math.round(size.h) }, scale, toPage: [scale, 0, 0, scale, x, y] };
}
