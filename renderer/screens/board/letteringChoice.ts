import { asList, listAt, tidyText, type ListKind } from '../../../shared/board/listText.ts';
import { relettered, type WrittenMark } from '../../../shared/scene/writtenMark.ts';
import type { LetteringProps } from '../../panels/tray/Lettering.tsx';
import { LETTER_SIZES, type DeskState } from '../../state/deskStore.ts';
import type { LetteringLooks } from '../../tools/tool.ts';
import { namedMarks, perList } from '../../state/namedMarks.ts';
import type { DeskSession } from './deskSession.ts';
import { looksOf } from './writingDraft.ts';

const lettered = perList((ids, board): readonly WrittenMark[] =>
  namedMarks(ids, board).flatMap((mark): WrittenMark[] => (mark.kind === 'text' || (mark.kind === 'shape' && mark.form !== 'line') ? [mark] : [])));

/** The chosen marks whose lettering can be changed. Empty forms count: what is written in them later follows. */
export function letteredMarks(desk: DeskSession): readonly WrittenMark[] {
  const { board } = desk.store.get();
  return lettered(desk.desk.getState().selection, board);
}

/** Changes the lettering that is being written, or else the chosen marks as one step, or else what is written next. */
export function changeLettering(desk: DeskSession, change: Partial<LetteringLooks>): void {
  const { writing, writingLooks, style, tool } = desk.desk.getState();
  const next = { ...style, lettering: { ...style.lettering, ...change } };
  if (writing) {
    desk.desk.setState({ ...(writingLooks ? { writingLooks: { ...writingLooks, ...change } } : {}), ...(writing.mark === null ? { style: next } : {}) });
    return;
  }
  const marks = letteredMarks(desk);
  if (tool === 'text' || marks.length === 0) desk.desk.setState({ style: next });
  else desk.store.do({ type: 'marks.put', what: 'edit', marks: marks.map((mark) => relettered(mark, change, desk.measure)) });
}

/** The list in which all of a mark's lettering stands. */
const listOf = ({ text }: WrittenMark): ListKind | null => listAt({ text, from: 0, to: text.length });

/** What the list button of the tray shows: of the lettering being written, of what is chosen, or of what is written next. */
function listNow(desk: DeskSession): ListKind | null {
  const { writing, writingList, nextList, tool } = desk.desk.getState();
  if (writing) return writingList?.kind ?? null;
  const [first] = letteredMarks(desk);
  return tool === 'text' || !first ? nextList : listOf(first);
}

/** Makes a list of the lines that are chosen while one writes, or of all lettering that is chosen as one step, or of what is written next. */
export function changeList(desk: DeskSession, kind: ListKind | null): void {
  const { writing, writingList, tool } = desk.desk.getState();
  if (writing) return writingList?.take(kind);
  const marks = letteredMarks(desk).filter(({ text }) => text !== '');
  if (tool === 'text' || marks.length === 0) return desk.desk.setState({ nextList: kind });
  desk.store.do({ type: 'marks.put', what: 'edit', marks: marks.map((mark) => relettered(mark, { text: tidyText(asList({ text: mark.text, from: 0, to: mark.text.length }, kind).text) }, desk.measure)) });
}

/** Makes a list, or takes it away when it is that list already. */
export const switchList = (desk: DeskSession, kind: ListKind): void => changeList(desk, listNow(desk) === kind ? null : kind);

/** What the tray shows of lettering; nothing when neither tool nor choice has any. */
export function letteringFor(desk: DeskSession, { tool, style, writing, writingLooks }: DeskState): LetteringProps | null {
  const marks = letteredMarks(desk);
  const [first] = marks;
  const value = writing ? writingLooks : tool === 'text' ? style.lettering : first ? looksOf(first) : null;
  const free = writing ? writing.mark === null || marks.some(({ kind }) => kind === 'text') : tool === 'text' || marks.some(({ kind }) => kind === 'text');
  return value && { value, sizes: LETTER_SIZES, accents: free, list: listNow(desk), onChange: (change) => changeLettering(desk, change), onList: (kind) => changeList(desk, kind) };
}
