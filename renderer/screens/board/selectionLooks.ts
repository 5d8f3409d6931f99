import { liesLow } from '../../../shared/board/buckets.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import type { InkColor } from '../../../shared/board/palette.ts';
import { namedMarks, perList } from '../../state/namedMarks.ts';
import { nibWidth } from '../../tools/nib.ts';
import type { DeskSession } from './deskSession.ts';

/** What is the same in all that is chosen; null where it differs or nothing has it. */
export type CommonLooks = { readonly color: InkColor | null; readonly fill: InkColor | null; readonly widthUnits: number | null };

/** Colour, fill and width of marks; asked by the tray with every press of a key, of thousands of marks. */
const commonLooks = perList((ids, board): CommonLooks => {
  const color = common<InkColor>(), fill = common<InkColor | null>(), width = common<number>();
  for (const mark of namedMarks(ids, board)) {
    if ('color' in mark && mark.color !== null) color.add(mark.color);
    if (mark.kind === 'shape') fill.add(mark.fill);
    if ('widthUnits' in mark) width.add(liesLow(mark) ? mark.widthUnits / nibWidth('highlighter', { widthUnits: 1 }) : mark.widthUnits);
  }
  return { color: color.value(), fill: fill.value(), widthUnits: width.value() };
});

/** Finds out what several values have in common: the one that all are, else null. */
function common<Value>(): { readonly add: (value: Value) => void; readonly value: () => Value | null } {
  let first: Value | undefined;
  let differs = false;
  return {
    add(value) {
      if (first === undefined) first = value;
      else differs ||= value !== first;
    },
    value: () => (differs ? null : (first ?? null)),
  };
}

const marksSelected = (desk: DeskSession): readonly Mark[] => namedMarks(desk.desk.getState().selection, desk.store.get().board);

/** Colour, fill and width that the tray shows for what is chosen. */
export const looksOfSelection = (desk: DeskSession): CommonLooks => commonLooks(desk.desk.getState().selection, desk.store.get().board);

/** Gives lines and forms a width of the tray, in one step. Felt nibs among them keep theirs, unless there is nothing else. */
export function rewidth(desk: DeskSession, widthUnits: number): void {
  const marks = marksSelected(desk);
  const upper = marks.filter((mark) => !liesLow(mark));
  const ids = (upper.length > 0 ? upper : marks).map(({ id }) => id);
  if (ids.length > 0) desk.store.do({ type: 'marks.restyle', ids, style: { widthUnits: upper.length > 0 ? widthUnits : nibWidth('highlighter', { widthUnits }) } });
}
