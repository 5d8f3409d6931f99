import { afterAll, beforeAll, vi } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import type { ViewChange } from '../../../renderer/state/boardStore.ts';
import type { CameraView } from '../../../renderer/stage/camera.ts';
import { createTileView, type OnTop, type TileView } from '../../../renderer/stage/tileView.ts';
import { levelScale, tileKey } from '../../../renderer/tiles/messages.ts';
import { boardWith } from '../../shared/scene/marks.ts';
import { OverlayCanvas, PAGE, SlowWorker, type Picture } from './slowWorker.ts';

/** The page and the window of these tests. */
export const SIZE = { w: 1200, h: 849 };
export const WINDOW = { w: 900, h: 600 };

/** Gives the tests of a file the canvas on which strokes are laid over tiles. */
export function withOverlayCanvas(): void {
  beforeAll(() => { vi.stubGlobal('OffscreenCanvas', OverlayCanvas); });
  afterAll(() => { vi.unstubAllGlobals(); });
}

/** A view of an empty board, and the slow worker that paints for it. */
export function open(): { readonly worker: SlowWorker; readonly view: TileView } {
  const worker = new SlowWorker();
  return { worker, view: createTileView({ worker, giveBack: () => worker.terminate(), viewer: 'desk', board: boardWith([]), inks: {}, revision: 1, onFaces: () => undefined }) };
}

export const camera = (x: number, y: number, level = 0): CameraView => ({ x, y, scale: levelScale(level) });
export const want = (view: TileView, at: CameraView): void => view.want(PAGE, at, WINDOW, SIZE, 1);
export const change = (revision: number): ViewChange => ({ kind: 'change', change: { kind: 'transform', ids: [], matrix: [1, 0, 0, 1, 0, 0] }, inks: {}, revision });

/** The tiles of each wish that a worker heard. */
export const wants = (worker: SlowWorker): readonly (readonly string[])[] => worker.heard.flatMap((message) => (message.type === 'want' ? [message.tiles.map(tileKey)] : []));

/** The pictures that a view shows, in the order in which they are drawn; at these scales each is copied as it is. */
export function drawn(view: TileView, at: CameraView): readonly Picture[] {
  const all: Picture[] = [];
  const context = { drawImage: (picture: unknown) => { all.push(picture as Picture); }, fillRect: () => undefined };
  view.draw(context as unknown as CanvasRenderingContext2D, PAGE, at, WINDOW, SIZE, 1, { x: 0, y: 0, ...WINDOW });
  return all;
}

/** A stroke above all others; its colour names the revision. */
export const strokeOnTop = (revision: number, box: Box): OnTop => ({
  kind: 'onTop', page: PAGE,
  nodes: [{ id: `s${revision}` as MarkId, matrix: [1, 0, 0, 1, 0, 0], bounds: box, ops: [{ op: 'fill', path: { data: [0, 0, 0, 1, 9, 9, 4] }, color: String(revision), opacity: 1 }] }],
});
