import type { Charter, Locale } from '../board/board.ts';
import type { MeasureEm } from '../board/lettering.ts';
import type { Size } from '../geometry/box.ts';

/** An A4 upright; an A3 is the same, larger. */
export const SHEET: Size = { w: 210, h: 297 };
export const LEFT = 14;
export const RIGHT = SHEET.w - LEFT;
export const WIDTH = RIGHT - LEFT;

/** What each part of a charter needs. */
export type Composer = { readonly charter: Charter; readonly measure: MeasureEm; readonly locale: Locale };
