import type { Point } from '../../shared/geometry/box.ts';
import type { ToolContext } from './tool.ts';

/** A pen that stays this long … */
const REST_MS = 500;
/** … within this distance has come to rest, screen px. A hand that holds still trembles. */
const REST_PX = 4;

/** Waits for a pen to come to rest while it is down. */
export type RestWatch = { readonly moved: (at: Point) => void; readonly stop: () => void };

/** @param onRest once each time that the pen rests after having moved */
export function restWatch({ wait, units }: Pick<ToolContext, 'wait' | 'units'>, onRest: () => void): RestWatch {
  let anchor: Point | null = null;
  let cancel = (): void => undefined;
  return {
    moved(at) {
      if (anchor && Math.hypot(at.x - anchor.x, at.y - anchor.y) <= units(REST_PX)) return;
      anchor = at;
      cancel();
      cancel = wait(REST_MS, onRest);
    },
    stop() {
      anchor = null;
      cancel();
    },
  };
}
