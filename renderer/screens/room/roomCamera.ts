import type { Board } from '../../../shared/board/board.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { RoomView } from '../../../shared/contract/room.ts';
import { boxAround, contains, grow, type Box, type Point, type Size } from '../../../shared/geometry/box.ts';
import { markBox, type SceneContext } from '../../../shared/scene/markNode.ts';
import { fitted, shownBox, type CameraView } from '../../stage/camera.ts';

const NO_INSETS = { left: 0, right: 0, top: 0, bottom: 0 };
/** Paper around a frame that the room is shown, board units. */
const FRAME_AIR = 16;
/** How much nearer than the whole page the room is when it follows the pen. */
const PEN_ZOOM = 1.9;
/** While what is drawn stays in this middle part of the picture, the room's camera rests. */
const QUIET_SHARE = 0.62;

const wholePage = (board: Board, page: RoomView['page']): Box | null => {
  const size = board.pages[page]?.size;
  return size ? { x: 0, y: 0, ...size } : null;
};

/** The part of the page that a mode shows; null where the camera stays as it is. */
export function aimOf(context: SceneContext, { mode, page, frame, deskView }: Pick<RoomView, 'mode' | 'page' | 'frame' | 'deskView'>): Box | null {
  const whole = wholePage(context.board, page);
  switch (mode) {
    case 'frozen': return null;
    case 'whole': case 'pen': return whole;
    case 'follow': return deskView;
    case 'frame': {
      const mark = frame === null ? undefined : markOf(context.board, frame);
      return mark && mark.page === page ? grow(markBox(mark, context), FRAME_AIR) : whole;
    }
  }
}

/** The view of a box that fills the room's picture as far as its proportions let it. */
export function viewOf(box: Box, windowPx: Size): CameraView {
  return fitted(box, windowPx, NO_INSETS);
}

/**
 * Where the room's camera goes so that what is being drawn is in view: nowhere while it is well inside of the picture,
 * else to a place around it that does not leave the page.
 * @param drawn the last stretch of the line, board units
 */
export function penAim(drawn: readonly Point[], now: CameraView, windowPx: Size, page: Size): CameraView | null {
  if (drawn.length === 0) return null;
  const seen = shownBox(now, windowPx);
  const tip = boxAround(drawn);
  const whole = viewOf({ x: 0, y: 0, ...page }, windowPx);
  const isNear = now.scale > whole.scale * 1.2;
  const quiet: Box = { x: seen.x + (seen.w * (1 - QUIET_SHARE)) / 2, y: seen.y + (seen.h * (1 - QUIET_SHARE)) / 2, w: seen.w * QUIET_SHARE, h: seen.h * QUIET_SHARE };
  // At the edge of the page the camera cannot follow any further: what is in view there is well in view.
  const free = withEdges(quiet, seen, page);
  if (isNear && contains(free, tip)) return null;
  // A long sweep needs more room than a small letter.
  const scale = Math.min(whole.scale * PEN_ZOOM, (windowPx.w * QUIET_SHARE) / Math.max(1, tip.w), (windowPx.h * QUIET_SHARE) / Math.max(1, tip.h));
  const w = windowPx.w / scale, h = windowPx.h / scale;
  const held = (middle: number, part: number, all: number): number => (part >= all ? (all - part) / 2 : Math.min(all - part, Math.max(0, middle - part / 2)));
  return { scale, x: held(tip.x + tip.w / 2, w, page.w), y: held(tip.y + tip.h / 2, h, page.h) };
}

/** A part of the picture, drawn out to those edges of the picture at which the page ends. */
function withEdges(part: Box, seen: Box, page: Size): Box {
  const left = seen.x <= 0.5 ? seen.x : part.x, top = seen.y <= 0.5 ? seen.y : part.y;
  const right = seen.x + seen.w >= page.w - 0.5 ? seen.x + seen.w : part.x + part.w;
  const bottom = seen.y + seen.h >= page.h - 0.5 ? seen.y + seen.h : part.y + part.h;
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** The view in which a part of the page lies exactly in a box of the window, px: for the way back from a result. */
export function viewThrough(part: Box, px: Box): CameraView {
  const scale = px.w / part.w;
  return { scale, x: part.x - px.x / scale, y: part.y - px.y / scale };
}
