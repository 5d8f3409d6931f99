import type { Hit } from '../../shared/outline/findMarks.ts';
import { boxOfHit } from '../../shared/scene/boxOfHit.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { toScreen, type CameraView } from '../stage/camera.ts';
import { always, type Action } from './action.ts';

/** How long the sheet takes to a hit, ms. */
const GLIDE_MS = 320;
/** A hit keeps this far from the edges of what the panels leave free, px. */
const EDGE_PX = 28;
/** What is smaller on the screen than this, px, is brought nearer, to that. */
const LEGIBLE_PX = 22, NEARER_PX = 56;
/** A hit never fills more of the view than this. */
const MOST_SHARE = 0.7;

const glideMs = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : GLIDE_MS);

/** The view in which a box can be read; the same when it can be now. */
function viewOn({ canvas, insets }: DeskSession, box: Box): CameraView {
  const now = canvas.camera.get();
  const { left, right, top, bottom } = insets();
  const { w, h } = canvas.windowPx();
  const free = { w: w - left - right, h: h - top - bottom };
  const from = toScreen(now, box), to = toScreen(now, { x: box.x + box.w, y: box.y + box.h });
  const inside = from.x >= left + EDGE_PX && from.y >= top + EDGE_PX && to.x <= w - right - EDGE_PX && to.y <= h - bottom - EDGE_PX;
  const low = Math.min(to.x - from.x, to.y - from.y);
  if (inside && low >= LEGIBLE_PX) return now;
  const nearer = low >= LEGIBLE_PX ? now.scale : now.scale * (NEARER_PX / Math.max(1, low));
  const scale = Math.min(nearer, (free.w * MOST_SHARE) / Math.max(1, box.w), (free.h * MOST_SHARE) / Math.max(1, box.h));
  return { scale, x: box.x + box.w / 2 - (left + free.w / 2) / scale, y: box.y + box.h / 2 - (top + free.h / 2) / scale };
}

/** Brings a hit into view, on another page if need be, and puts a ring around it. What waits for a place is shown in its list. */
export function showHit(desk: DeskSession, hit: Pick<Hit, 'mark' | 'page' | 'waits'>): void {
  if (!hit.waits && hit.page !== desk.desk.getState().page) desk.desk.setState({ page: hit.page });
  desk.desk.setState({ found: hit.mark, selection: [] });
  const box = hit.waits ? undefined : boxOfHit(hit.mark, desk.store.get());
  if (!box) return;
  const view = viewOn(desk, box);
  if (view !== desk.canvas.camera.get()) desk.canvas.camera.glide(view, glideMs());
}

/**
 * Ends the search.
 * @param back gives page and view back as they were before; else the desk stays where it is
 */
export function closeSearch(desk: DeskSession, back: boolean): void {
  const { search, page } = desk.desk.getState();
  if (!search) return;
  const { from } = search;
  if (back && desk.store.get().board.pages[from.page]) {
    if (from.page !== page) desk.desk.setState({ page: from.page });
    desk.canvas.camera.glide(from.camera, from.page === page ? glideMs() : 0);
  }
  desk.desk.setState({ search: null, found: null });
}

/** Looking for words on the board. */
export const searchActions: readonly Action[] = [
  {
    id: 'view.find', label: 'actions.view.find', shortcuts: [{ key: 'f', mod: true }], enabled: always,
    run: (desk) => desk.desk.setState(({ search, page }) => ({ search: { asked: (search?.asked ?? 0) + 1, from: search?.from ?? { page, camera: desk.canvas.camera.get() } } })),
  },
];
