import type { AssetId } from '../base/ids.ts';
import type { Box } from '../geometry/box.ts';
import type { Matrix } from '../geometry/matrix.ts';
import type { Path } from '../geometry/path.ts';
import type { Hand, LetteringLine } from '../board/lettering.ts';

/** What a tagged group is to someone who reads the board instead of seeing it. */
export type TagRole = 'heading1' | 'heading2' | 'paragraph' | 'list' | 'listItem' | 'figure' | 'artifact';

/** A group of painting that a reader meets as one thing. `alt` is read out for a figure. */
export type Tag = { readonly role: TagRole; readonly alt?: string };

/**
 * What a board can be painted on. The painter knows nothing else of canvas, PDF and SVG, so print and screen
 * cannot differ. Colours are `#rrggbb`, lengths board units under the current transform, opacity 0–1.
 */
export type Surface = {
  readonly push: (matrix: Matrix) => void;
  readonly pop: () => void;
  readonly clip: (box: Box) => void;
  readonly fill: (path: Path, color: string, opacity: number) => void;
  readonly stroke: (path: Path, color: string, widthUnits: number, dashUnits: readonly number[]) => void;
  /** Sets one measured line; x is the left end of its baseline. `bold` thickens the letters by that many units. */
  readonly letter: (line: LetteringLine, hand: Hand, sizeUnits: number, x: number, baseline: number, color: string) => void;
  readonly image: (asset: AssetId, w: number, h: number, opacity: number) => void;
  /** Begins a tagged group; groups nest (list > listItem). Surfaces without tags ignore it. */
  readonly begin: (tag: Tag) => void;
  readonly end: () => void;
};
