import type { ShapeMark, TextMark } from './marks.ts';

/** Lettering as it is when nothing special was asked for: what version 1 of the document knew. */
export const PLAIN_TEXT: Pick<TextMark, 'caps' | 'accent' | 'accentColor' | 'breakUnits'> = { caps: false, accent: 'none', accentColor: null, breakUnits: null };

/** A form that is as large as a hand made it, with its tail where it usually is. */
export const PLAIN_SHAPE: Pick<ShapeMark, 'caps' | 'least' | 'tail'> = { caps: false, least: null, tail: null };
