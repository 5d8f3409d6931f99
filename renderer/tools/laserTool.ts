import type { Point } from '../../shared/geometry/box.ts';
import { LASER_MS } from '../stage/liveLayer.ts';
import type { Tool, ToolContext, ToolPointer } from './tool.ts';

/** A pointer that the room sees, with a fading trail; it leaves nothing on the board. */
export function laserTool(context: ToolContext): Tool {
  let trail: (Point & { readonly atMs: number })[] = [];
  const point = (pointer: ToolPointer): void => {
    const atMs = performance.now();
    trail = [...trail.filter((p) => atMs - p.atMs < LASER_MS), ...pointer.samples.map(({ at }) => ({ ...at, atMs }))];
    context.overlay({ kind: 'laser', points: trail });
    const last = pointer.samples[pointer.samples.length - 1];
    if (last) context.broadcast({ kind: 'laser', at: last.at });
  };
  const gone = (): void => {
    trail = [];
    context.overlay(null);
    context.broadcast({ kind: 'laser', at: null });
  };
  return { name: 'laser', cursor: 'none', down: point, move: point, up: point, hover: point, cancel: gone, leave: gone };
}
