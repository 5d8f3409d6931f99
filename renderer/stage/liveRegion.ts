import { contains, grow, unionOf, type Box, type Size } from '../../shared/geometry/box.ts';

/** Air around what is painted, so that a pen that goes on needs no larger region at every frame, device px. */
const AIR_PX = 96;
/** A region begins and ends at multiples of this, device px. */
const STEP_PX = 64;

/**
 * The part of the window that a canvas of live ink has to cover, whole device px. The compositor copies and blends all of
 * such a canvas in every frame: one as large as the window costs more than the ink on it. It never shrinks while ink is
 * on it, since a canvas that changes its size is made anew.
 * @param now the region so far, null for none
 * @param wanted what is to be seen on it
 */
export function grownRegion(now: Box | null, wanted: Box, windowPx: Size): Box {
  const whole: Box = { x: 0, y: 0, ...windowPx };
  const seen = cut(wanted, whole);
  if (now && contains(now, seen)) return now;
  const { x, y, w, h } = grow(seen, AIR_PX);
  const left = Math.floor(x / STEP_PX) * STEP_PX, top = Math.floor(y / STEP_PX) * STEP_PX;
  const stepped: Box = { x: left, y: top, w: Math.ceil((x + w) / STEP_PX) * STEP_PX - left, h: Math.ceil((y + h) / STEP_PX) * STEP_PX - top };
  return cut(unionOf(now ? [now, stepped] : [stepped]) ?? stepped, whole);
}

/** What of a box lies in another; a box without extent at its edge when nothing does. */
function cut(box: Box, { x, y, w, h }: Box): Box {
  const left = Math.min(Math.max(box.x, x), x + w), top = Math.min(Math.max(box.y, y), y + h);
  const right = Math.min(Math.max(box.x + box.w, x), x + w), bottom = Math.min(Math.max(box.y + box.h, y), y + h);
  return { x: left, y: top, w: right - left, h: bottom - top };
}
