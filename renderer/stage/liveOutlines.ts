import type { Path } from '../../shared/geometry/path.ts';
import { nibOutline, type NibPoint } from '../../shared/ink/outline.ts';
import type { LiveStroke } from './liveLayer.ts';

/** Once so many points lie between the settled part and the pen, all but the last of them are settled. */
const SETTLE_AT = 160;
/** So many points near the pen stay loose: smoothing may still move them. */
const LOOSE = 48;
/** Parts overlap by so many points, so that each begins inside the line of the one before it. */
const OVERLAP = 8;

type Settled = { readonly points: readonly NibPoint[]; upTo: number; readonly paths: Path[] };

/**
 * Outlines of strokes while they are drawn. Someone who hatches a whole field in one go makes a stroke of thousands of
 * points: its older part is worked out once and kept, so that every frame costs the same.
 */
export type LiveOutlines = {
  /** The paths that together fill the stroke as far as it is drawn. */
  readonly of: (name: string, stroke: LiveStroke) => readonly Path[];
  readonly forget: (name: string) => void;
};

/** Nothing is drawn yet. */
export function createLiveOutlines(): LiveOutlines {
  const settled = new Map<string, Settled>();
  return {
    of(name, { tool, points, predicted, nib }) {
      const whole = (from: number): Path => nibOutline([...points.slice(from), ...predicted], nib, false);
      // Where parts overlap, ink that lets through would be darker.
      if (tool !== 'pen' || points.length < SETTLE_AT) return [whole(0)];
      let entry = settled.get(name);
      if (!entry || entry.points !== points) settled.set(name, (entry = { points, upTo: 0, paths: [] }));
      if (points.length - entry.upTo >= SETTLE_AT) {
        const end = points.length - LOOSE;
        entry.paths.push(nibOutline(points.slice(Math.max(0, entry.upTo - OVERLAP), end), nib, false));
        entry.upTo = end;
      }
      return [...entry.paths, whole(entry.upTo - OVERLAP)];
    },
    forget: (name) => { settled.delete(name); },
  };
}
