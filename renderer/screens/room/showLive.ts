import type { MarkId, PageId } from '../../../shared/base/ids.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import type { LiveMessage } from '../../../shared/contract/room.ts';
import type { Point } from '../../../shared/geometry/box.ts';
import type { NibPoint } from '../../../shared/ink/outline.ts';
import { isBlunt } from '../../../shared/scene/sketchStroke.ts';
import type { BoardCanvas } from '../../stage/boardCanvas.ts';
import { LASER_MS } from '../../stage/liveLayer.ts';
import type { BoardStore } from '../../state/boardStore.ts';

export type LiveDeps = {
  readonly canvas: BoardCanvas;
  readonly host: Host;
  readonly store: BoardStore;
  /** The page that the room sees now. */
  readonly page: () => PageId;
  /** Told the newest stretch of what is being drawn, board units. */
  readonly onPen: (tip: readonly Point[]) => void;
};

/** So many of the last points of a stroke say where the pen is. */
const TIP_POINTS = 24;

/** Draws what the desk sends while it is drawn, until the board itself has it. The returned function stops it. */
export function showLive({ canvas, host, store, page, onPen }: LiveDeps): () => void {
  const strokes = new Map<string, NibPoint[]>();
  const ended = new Set<string>();
  let trail: { x: number; y: number; atMs: number }[] = [];
  const end = (name: string): void => {
    strokes.delete(name);
    ended.delete(name);
    canvas.live()?.setStroke(name, null);
  };
  /** The live ink goes when the finished stroke is on the board, and not a frame before. */
  const handOver = (): void => {
    for (const name of ended) {
      const mark = markOf(store.get().board, name as MarkId);
      if (!mark) continue;
      canvas.keep(mark);
      end(name);
    }
  };
  const draw = (message: Extract<LiveMessage, { readonly kind: 'stroke' }>): void => {
    const points = strokes.get(message.stroke) ?? [];
    if (message.from !== points.length) points.length = Math.min(points.length, message.from);
    for (let i = 0; i + 2 < message.points.length; i += 3) points.push([message.points[i] as number, message.points[i + 1] as number, message.points[i + 2] as number]);
    strokes.set(message.stroke, points);
    // A hand that draws on another page than the room sees leaves the room's page alone.
    if (message.page !== page()) return;
    const { widthUnits, thinning, smoothing, tool, color } = message;
    canvas.live()?.setStroke(message.stroke, { tool, nib: { widthUnits, thinning, smoothing, blunt: isBlunt(tool) }, color: color as 'ink', points, predicted: [] });
    onPen(points.slice(-TIP_POINTS).map(([x, y]) => ({ x, y })));
  };
  const take = (message: LiveMessage): void => {
    switch (message.kind) {
      case 'stroke': draw(message); return;
      case 'strokeEnd':
        if (message.kept) { ended.add(message.stroke); handOver(); } else end(message.stroke);
        return;
      case 'laser': {
        const atMs = performance.now();
        trail = message.at ? [...trail.filter((point) => atMs - point.atMs < LASER_MS), { ...message.at, atMs }] : [];
        canvas.live()?.setOverlay(trail.length > 0 ? { kind: 'laser', points: trail } : null);
        return;
      }
    }
  };
  const stops = [host.on('room.live', take), store.subscribe(handOver)];
  return () => {
    for (const stop of stops) stop();
  };
}
