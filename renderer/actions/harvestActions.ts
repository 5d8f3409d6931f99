import { generateNKeysBetween } from 'fractional-indexing';
import type { MarkId, TableId } from '../../shared/base/ids.ts';
import { tablesOf } from '../../shared/board/board.ts';
import { markOf } from '../../shared/board/buckets.ts';
import { planCatchAll } from '../../shared/harvest/catchAll.ts';
import { planMergeWord } from '../../shared/harvest/mergeWord.ts';
import { planCatch, planReattribute } from '../../shared/harvest/catchWord.ts';
import type { CardRole } from '../../shared/board/marks.ts';
import { planNameSelection } from '../../shared/harvest/nameSelection.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { cardOf } from '../screens/board/placeWaiting.ts';
import { roomOfPage, roomOnBoard } from '../screens/board/roomOfPage.ts';
import { always, type Action } from './action.ts';
import { findSame } from '../../shared/harvest/sameness.ts';
import { markBox } from '../../shared/scene/markNode.ts';

/** Catches a word for the table that is speaking; it stands on the board, grows, or waits. */
export function catchWord(desk: DeskSession, text: string, role: CardRole, apart = false): void {
  catchWordOf(desk, { text, role, table: desk.desk.getState().table, apart });
}

/** A word and who said it; `apart` when it is not the one that stands there already. */
type Said = { readonly text: string; readonly role: CardRole; readonly table: TableId | null; readonly apart?: boolean };

/** Catches a word for any table. False when nothing came of it. */
export function catchWordOf(desk: DeskSession, { text, role, table, apart = false }: Said): boolean {
  const { page } = desk.desk.getState();
  const newId = desk.context.newMarkId();
  const isDone = desk.store.do(({ board }) => planCatch({ board, page, text, role, table, atMs: desk.context.nowMs(), newId, order: desk.context.topOrder(), measure: desk.measure, roomOf: roomOfPage(desk), apart }));
  if (!isDone) return false;
  const card = findSame(desk.store.get().board, role, text);
  desk.desk.setState({ lastWord: card?.id ?? newId });
  return true;
}

/** Catches several words as one step, sent under that name. Gives the places of those that are on the board then. */
export function catchWordsOf(desk: DeskSession, said: readonly Omit<Said, 'apart'>[], opId: string): readonly number[] {
  let places: readonly number[] = [];
  const isDone = desk.store.do(({ board }) => {
    const orders = generateNKeysBetween(desk.context.topOrder(), null, said.length);
    const words = said.map((word, i) => ({ ...word, newId: desk.context.newMarkId(), order: orders[i] as string }));
    const { command, caught } = planCatchAll({ board, page: desk.desk.getState().page, words, atMs: desk.context.nowMs(), measure: desk.measure, roomOn: (on) => roomOnBoard(desk, on) });
    places = caught;
    return command;
  }, opId);
  return isDone ? places : [];
}

/** Lets a word go up in a card that says the same; `tables` said it; sent under that name. False when nothing came of it. */
export function mergeWordInto(desk: DeskSession, into: MarkId, text: string, tables: readonly (TableId | null)[], opId: string): boolean {
  const atMs = desk.context.nowMs();
  return desk.store.do(({ board }) => {
    const card = cardOf(desk, into);
    return card && planMergeWord(board, card, text, tables.map((table) => ({ table, atMs })), roomOfPage(desk));
  }, opId);
}

/** Gives the last word to another table: it was not the one that spoke. */
function reattributeLast(desk: DeskSession, table: TableId): void {
  const { lastWord } = desk.desk.getState();
  if (lastWord === null || !cardOf(desk, lastWord)) return;
  desk.store.do(({ board }) => {
    const card = cardOf(desk, lastWord);
    return card && planReattribute(board, card, card.mentions.length - 1, table, roomOfPage(desk));
  });
  desk.desk.setState({ table });
}

/** Names what is selected: the drawing becomes the picture of a trait or metaphor. */
export function nameSelection(desk: DeskSession, text: string, role: CardRole): void {
  desk.store.do((view) => {
    const { page, table, selection } = desk.desk.getState();
    return planNameSelection({ board: view.board, page, ids: selection, text, role, table, atMs: desk.context.nowMs(), newId: desk.context.newMarkId(), order: desk.context.topOrder(), measure: desk.measure, roomOf: roomOfPage(desk), boundsOf: (mark) => markBox(mark, view) });
  });
}

/** A table by its number, as people call it. */
function tableNumbered(desk: DeskSession, number: number): TableId | null {
  return tablesOf(desk.store.get().board).find((table) => table.number === number)?.id ?? null;
}

const numbers = [1, 2, 3, 4, 5, 6, 7] as const;

/** Who is speaking, and words. */
export const harvestActions: readonly Action[] = [
  ...numbers.map((number): Action => ({
    id: `table.set.${number}`, label: 'actions.table.set', values: { number }, shortcuts: [{ key: String(number) }], enabled: always,
    run: (desk) => desk.desk.setState({ table: tableNumbered(desk, number) }),
  })),
  { id: 'table.none', label: 'actions.table.none', shortcuts: [{ key: '0' }], enabled: always, run: (desk) => desk.desk.setState({ table: null }) },
  ...numbers.map((number): Action => ({
    id: `table.reattribute.${number}`, label: 'actions.table.reattribute', values: { number }, shortcuts: [{ key: String(number), alt: true }], enabled: (desk) => desk.desk.getState().lastWord !== null,
    run(desk) {
      const table = tableNumbered(desk, number);
      if (table) reattributeLast(desk, table);
    },
  })),
  { id: 'catcher.focus', label: 'actions.catcher.focus', shortcuts: [{ key: 'w' }], enabled: always, run: (desk) => desk.focusCatcher() },
  {
    id: 'catcher.role', label: 'actions.catcher.role', shortcuts: [{ key: 'q' }], enabled: always,
    run: (desk) => desk.desk.setState((state) => ({ role: state.role === 'trait' ? 'metaphor' : 'trait' })),
  },
];

/** The marks of a card that is jumped to from a list. */
export function showMark(desk: DeskSession, id: MarkId): void {
  const mark = markOf(desk.store.get().board, id);
  if (!mark) return;
  desk.desk.setState({ page: mark.page, tool: 'select', selection: [id] });
}
