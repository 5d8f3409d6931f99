import type { TableId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import type { RoundRule } from '../../../shared/board/round.ts';
import type { LedgerView, VotingWay } from '../../../shared/contract/rounds.ts';
import { checkTableDots, type Dots } from '../../../shared/voting/tableTally.ts';

/** Names the row of raised hands, which belongs to no single table. */
export const HANDS = 'hands';
export type TallyLineId = TableId | typeof HANDS;

/** One line of the grid with what is being typed: a table, or the hands of all tables that vote so. */
export type TallyLine =
  | { readonly kind: 'table'; readonly id: TableId; readonly table: Table; readonly heads: number; readonly way: VotingWay; readonly dots: Dots; readonly phones: number; /** The time of the phones is over. */ readonly shut: boolean }
  | { readonly kind: 'hands'; readonly id: typeof HANDS; readonly heads: number; readonly dots: Dots };

/** The lines of an open round; the hands come last, and only when a table votes so. */
export function tallyLines(view: LedgerView, tables: readonly Table[], dotsOf: (id: TallyLineId) => Dots): readonly TallyLine[] {
  const lines = tables.map((table): TallyLine => {
    const row = view.rows.find((one) => one.table === table.id);
    return { kind: 'table', id: table.id, table, heads: row?.heads ?? table.heads, way: row?.way ?? 'paper', dots: dotsOf(table.id), phones: row?.phones ?? 0, shut: view.time === 'up' };
  });
  const raised = lines.some((line) => line.kind === 'table' && line.way === 'hands');
  return raised ? [...lines, { kind: 'hands', id: HANDS, heads: view.hands.heads, dots: dotsOf(HANDS) }] : lines;
}

/** Whether somebody counts dots into the line here; phones do it themselves, and hands have one line for all. */
export function takesDots(line: TallyLine): boolean {
  return line.kind === 'hands' || line.way === 'paper';
}

/** Whether the round still waits for somebody to count this line. */
export function isMissing(line: TallyLine, rule: RoundRule): boolean {
  return line.heads > 0 && takesDots(line) && !checkTableDots(line.dots, line.heads, rule).counted;
}

/** The letter of a candidate, the same on phones, room screen and here: A, B, C … */
export function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}

/** The candidate that a letter key names, or -1. @param key as KeyboardEvent.key, with or without shift */
export function candidateOfKey(key: string, candidates: number): number {
  const index = /^[a-z]$/i.test(key) ? key.toUpperCase().charCodeAt(0) - 65 : -1;
  return index < candidates ? index : -1;
}
