import { MARKER_SET } from '../ink/markerSet.ts';

/** The colours of the marker set by their names. */
export const PALETTE = MARKER_SET;

/** A colour of the marker set by its name. */
export type InkName = keyof typeof PALETTE;

/** A colour on a mark: a name of the marker set, or `#rrggbb` (of imported boards). */
export type InkColor = InkName | `#${string}`;

/** The inks of the tray in their order: outliner first, then the colours of tables 1–7, then the free one. */
export const TRAY_INKS = ['ink', 'rood', 'oranje', 'oker', 'groen', 'petrol', 'blauw', 'violet', 'roze'] as const satisfies readonly InkName[];

/** The washes for areas. */
export const WASHES = ['perzik', 'munt', 'hemel'] as const satisfies readonly InkName[];

/** The greys of shadows: a light one, and one for under a table. */
export const SHADOW_GREYS = ['grijs1', 'grijs2'] as const satisfies readonly InkName[];

/** The inks of tables 1–7. */
export const TABLE_INKS = ['rood', 'oranje', 'oker', 'groen', 'petrol', 'blauw', 'violet'] as const satisfies readonly InkName[];

/** The `#rrggbb` of a colour. */
export function hexOf(color: InkColor): string {
  return color.startsWith('#') ? color : PALETTE[color as InkName];
}

/** The ink of the numeral on a disk of this colour, so that it keeps at least 4.5 : 1. */
export function numeralOn(color: InkColor): InkName {
  return color === 'oranje' || color === 'oker' || color === 'groen' || color === 'violet' || color === 'roze' ? 'ink' : 'paper';
}
