import type { Mark } from '../../shared/board/marks.ts';
import type { Sweep } from '../../shared/ink/rub.ts';

/** One gesture of the eraser: what it has taken so far, and what becomes of it. */
export type Rubbing = {
  /** Takes of one mark, which is neither locked nor hidden, what a ring has passed over. */
  readonly rub: (mark: Mark, way: readonly Sweep[]) => void;
  /** Shows what was taken since the last time. */
  readonly show: () => void;
  /** Puts it on the board as one step; works it out until then, ms. @returns whether it is on the board */
  readonly finish: (untilMs: number) => boolean;
  /** Shows the board as it is. */
  readonly letGo: () => void;
};
