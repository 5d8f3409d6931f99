import type { StampColor } from './stampColors.ts';

/**
 * One step of a stamp's drawing, painted in order. `d` is an SVG path in a box of 100 × 100 with absolute
 * M L C Q Z only.
 * - `wash`: colour that lies a little right of and below its outline, with a slightly loose edge.
 * - `fill`: an exact area, for black parts and faces; the colour `paper` covers what lies behind.
 * - `line`: hand-drawn ink of varying width; `width` 1 is the stamp's line of 2.6 in the box; `inner` lines
 *   are left out when the stamp is small.
 */
export type StampOp =
  | { readonly kind: 'wash'; readonly d: string; readonly color: StampColor }
  | { readonly kind: 'fill'; readonly d: string; readonly color: StampColor }
  | {
      readonly kind: 'line';
      readonly d: string;
      readonly width: number;
      readonly color: StampColor;
      readonly inner?: boolean;
    };

/** A drawing that can be put on the board, with its name, words to find it by, and text for who cannot see it. */
export type Stamp = {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
  /** Dutch and English search words. */
  readonly tags: readonly string[];
  readonly altNl: string;
  readonly altEn: string;
  readonly ops: readonly StampOp[];
};

/** A stamp as it is written down: with a drawing that is still to be made. */
export type UndrawnStamp = Omit<Stamp, 'ops'> & { readonly ops: () => readonly StampOp[] };

/**
 * A stamp whose drawing is made when it is looked at first, and kept. Making all of them takes as long as a desk takes
 * to be shown, and every window, worker and export would do it.
 */
export function stampOf({ ops, ...words }: UndrawnStamp): Stamp {
  let drawn: readonly StampOp[] | null = null;
  return {
    ...words,
    get ops() {
      drawn ??= ops();
      return drawn;
    },
  };
}
