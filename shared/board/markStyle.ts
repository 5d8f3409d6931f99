import { liesLow } from './buckets.ts';
import type { Style } from './commands.ts';
import type { Mark } from './marks.ts';

/** The looks of a mark that another can take over; `low` says that its width is that of a felt nib. */
export type CopiedStyle = { readonly style: Style; readonly low: boolean };

/** What of a mark's looks can be given to others. */
export function styleOf(mark: Mark): CopiedStyle {
  const low = liesLow(mark);
  switch (mark.kind) {
    case 'stroke': return { low, style: { color: mark.color, widthUnits: mark.widthUnits, thinning: mark.thinning, smoothing: mark.smoothing } };
    case 'shape': return { low, style: { color: mark.color, widthUnits: mark.widthUnits, fill: mark.fill, dashed: mark.dashed, shadow: mark.shadow } };
    case 'connector': return { low, style: { color: mark.color, widthUnits: mark.widthUnits } };
    case 'text': case 'card': return { low, style: { color: mark.color } };
    case 'stamp': return { low, style: mark.color === null ? {} : { color: mark.color } };
    case 'image': return { low, style: { opacity: mark.opacity ?? 1 } };
    case 'result': return { low, style: {} };
  }
}

/** The part of copied looks that fits marks: a felt nib's width is none for a pen, nor the other way round. */
export function fittingStyle({ style, low }: CopiedStyle, marks: readonly Mark[]): Style {
  if (marks.every((mark) => liesLow(mark) === low)) return style;
  const { widthUnits: _, thinning: __, ...rest } = style;
  return rest;
}

/** The colour by which a mark is told from others; null when it has none of its own. */
export function colorOf(mark: Mark): string | null {
  return 'color' in mark ? mark.color : null;
}

/** What a mark is to the eye: strokes of different nibs and forms of different outline are different things. */
export function kindOf(mark: Mark): string {
  return mark.kind === 'stroke' ? `stroke ${mark.tool}` : mark.kind === 'shape' ? `shape ${mark.form}` : mark.kind === 'card' ? `card ${mark.role}` : mark.kind;
}
