import type { MarkId } from '../../../shared/base/ids.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import { areaAfter } from '../../../shared/harvest/areaNamed.ts';
import { tidyText } from '../../../shared/board/listText.ts';
import type { TextMark } from '../../../shared/board/marks.ts';
import { PLAIN_TEXT } from '../../../shared/board/plainMarks.ts';
import { translation } from '../../../shared/geometry/matrix.ts';
import { relettered, type WrittenMark } from '../../../shared/scene/writtenMark.ts';
import type { Writing } from '../../state/deskStore.ts';
import type { LetteringLooks } from '../../tools/tool.ts';
import type { DeskSession } from './deskSession.ts';

/** How far new lettering keeps from the right edge of the sheet, and the least room it takes before it is broken, board units. */
const EDGE_UNITS = 30;
const LEAST_UNITS = 180;

/** New lettering at a place, still empty: its first line stands where one tapped, and is broken before the edge of the sheet. */
function newText(desk: DeskSession, at: { readonly x: number; readonly y: number }, id: MarkId): TextMark {
  const { context } = desk;
  const { lettering, color } = context.style();
  const page = desk.store.get().board.pages[context.page()];
  return {
    kind: 'text', id, page: context.page(), layer: 'harvest', order: context.topOrder(), locked: false,
    matrix: translation(at.x, at.y - lettering.sizeUnits * 0.6), text: '', lines: [], color, align: 'left', heading: false, ...PLAIN_TEXT, ...lettering,
    breakUnits: Math.max(LEAST_UNITS, (page?.size.w ?? 1200) - at.x - EDGE_UNITS),
  };
}

/** What is being written, before anything is typed; null when it is gone, or no lettering that stands on the board by itself. */
export function draftOf(desk: DeskSession, writing: Writing, id: MarkId): WrittenMark | null {
  if (writing.mark === null) return newText(desk, writing.at, id);
  const mark = markOf(desk.store.get().board, writing.mark);
  return mark && (mark.kind === 'text' || (mark.kind === 'shape' && mark.form !== 'line')) ? mark : null;
}

/** The looks of lettering that a mark has. */
export function looksOf(mark: WrittenMark): LetteringLooks {
  const { hand, caps } = mark;
  return mark.kind === 'text'
    ? { hand, caps, sizeUnits: mark.sizeUnits, accent: mark.accent, accentColor: mark.accentColor }
    : { hand, caps, sizeUnits: mark.textSizeUnits, accent: 'none', accentColor: null };
}

/** A mark as it looks with a text in it while it is typed: nothing is tidied, so that the caret stays where it is. */
export const withText = (desk: DeskSession, mark: WrittenMark, text: string, looks: LetteringLooks): WrittenMark => relettered(mark, { ...looks, text }, desk.measure);

/** A frame gathers what its new heading says. */
function gathering(before: WrittenMark, written: WrittenMark): WrittenMark {
  return written.kind === 'shape' && written.form === 'frame' && before.kind === 'shape' && before.text !== written.text ? { ...written, area: areaAfter(before, written.text) } : written;
}

/** Puts what was written on the board as one command; lettering without a letter leaves nothing, and goes when it was there. */
export function commitDraft(desk: DeskSession, writing: Writing, mark: WrittenMark, text: string, looks: LetteringLooks): void {
  const { store, context } = desk;
  const lettered = withText(desk, mark, tidyText(text), looks);
  const written = gathering(mark, lettered);
  if (written.kind === 'text' && written.text === '') {
    if (writing.mark !== null) store.do({ type: 'marks.remove', ids: [mark.id] });
    return;
  }
  const before = looksOf(mark);
  const same = written.text === mark.text && (Object.keys(before) as (keyof LetteringLooks)[]).every((key) => before[key] === looks[key]);
  if (writing.mark !== null && same) return;
  if (store.do({ type: 'marks.put', what: writing.mark === null ? 'write' : 'edit', marks: [written] })) context.keep(written);
}
