import type { Locale } from '../board/board.ts';
import { hexOf, numeralOn, type InkColor } from '../board/palette.ts';
import { drawnStamp } from '../stamps/drawn.ts';

/**
 * The drawn stamps that stand for tables beside their number, for who cannot tell the colours apart and for prints
 * without colour. Each has an outline of its own, also when it is small.
 */
const TABLE_SIGNS = ['zon', 'huis', 'ster', 'boom', 'hart', 'fiets', 'vogel', 'bloem', 'sleutel', 'klok', 'wolk', 'koffie'] as const;

/** The id of the stamp that stands for a table; after twelve tables they come again. */
export const tableSign = (number: number): string => TABLE_SIGNS[(Math.max(1, number) - 1) % TABLE_SIGNS.length] ?? TABLE_SIGNS[0];

/** How the sign of a table is called: "ster". */
export function tableSignName(number: number, locale: Locale): string {
  const stamp = drawnStamp(tableSign(number));
  return stamp?.[locale] ?? '';
}

/** A table's colour and that of the numeral on it, both `#rrggbb`. */
export const tableColors = (color: InkColor): { readonly fill: string; readonly numeral: string } => ({ fill: hexOf(color), numeral: hexOf(numeralOn(color)) });
