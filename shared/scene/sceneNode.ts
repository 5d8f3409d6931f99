import type { AssetId, MarkId } from '../base/ids.ts';
import type { Box } from '../geometry/box.ts';
import type { Matrix } from '../geometry/matrix.ts';
import type { Path } from '../geometry/path.ts';
import type { Hand, LetteringLine } from '../board/lettering.ts';
import type { Ink } from '../ink/ink.ts';
import type { Nib } from '../ink/outline.ts';

/**
 * One thing to paint, in the coordinates of its node. Colours are `#rrggbb`; `turn` turns lettering about the left end
 * of its baseline, radians clockwise; `part` tells to which part of its mark's text it belongs.
 */
export type PaintOp =
  | { readonly op: 'fill'; readonly path: Path; readonly color: string; readonly opacity: number; readonly part?: number }
  | { readonly op: 'stroke'; readonly path: Path; readonly color: string; readonly widthUnits: number; readonly dashUnits: readonly number[] }
  | { readonly op: 'letter'; readonly line: LetteringLine; readonly hand: Hand; readonly sizeUnits: number; readonly x: number; readonly baseline: number; readonly color: string; readonly turn?: number; readonly part?: number }
  | { readonly op: 'image'; readonly asset: AssetId; readonly w: number; readonly h: number; readonly opacity: number };

/** A stroke that is thin at the scale at which it is to be seen: the line of a nib through samples. */
export type ThinLine = { readonly ink: Ink; readonly nib: Nib; readonly color: string; readonly opacity: number };

/**
 * A mark ready to be painted: its ops under its matrix, and the box that they cover on the page. What is a `thin` line may be laid
 * as such instead of its ops, which are worked out when they are asked for.
 */
export type SceneNode = { readonly id: MarkId; readonly matrix: Matrix; readonly bounds: Box; readonly ops: readonly PaintOp[]; readonly thin?: ThinLine };
