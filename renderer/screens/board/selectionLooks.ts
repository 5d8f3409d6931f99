import { liesLow, markOf } from '../../../shared/board/buckets.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import type { InkColor } from '../../../shared/board/palette.ts';
import { nibWidth } from '../../tools/nib.ts';
import type { DeskSession } from './deskSession.ts';

/** What is the same in all that is chosen; null where it differs or nothing has it. */
export type CommonLooks = { readonly color: InkColor | null; readonly fill: InkColor | null; readonly widthUnits: number | null };

const marksSelected = (desk: DeskSession): readonly Mark[] => desk.desk.getState().selection.flatMap((id) => markOf(desk.store.get().board, id) ?? []);

const common = <Value>(values: readonly Value[]): Value | null => (values.every((value) => value === values[0]) ? (values[0] ?? null) : null);

/** Colour, fill and width that the tray shows for what is chosen. */
export function looksOfSelection(desk: DeskSession): CommonLooks {
  const marks = marksSelected(desk);
  return {
    color: common(marks.flatMap((mark) => ('color' in mark && mark.color !== null ? [mark.color] : []))),
    fill: common(marks.flatMap((mark) => (mark.kind === 'shape' ? [mark.fill] : []))),
    widthUnits: common(marks.flatMap((mark) => ('widthUnits' in mark ? [liesLow(mark) ? mark.widthUnits / nibWidth('highlighter', { widthUnits: 1 }) : mark.widthUnits] : []))),
  };
}

/** Gives lines and forms a width of the tray, in one step. Felt nibs among them keep theirs, unless there is nothing else. */
export function rewidth(desk: DeskSession, widthUnits: number): void {
  const marks = marksSelected(desk);
  const upper = marks.filter((mark) => !liesLow(mark));
  const ids = (upper.length > 0 ? upper : marks).map(({ id }) => id);
  if (ids.length > 0) desk.store.do({ type: 'marks.restyle', ids, style: { widthUnits: upper.length > 0 ? widthUnits : nibWidth('highlighter', { widthUnits }) } });
}
