import * as v from 'valibot';
import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import { tablesOf, type Board } from '../../../shared/board/board.ts';
import { countSchema, idSchema, recordSchema } from '../../../shared/board/fieldSchema.ts';
import type { Round, Tally } from '../../../shared/board/round.ts';
import { dotsSchema, roundSchema } from '../../../shared/board/roundSchema.ts';
import type { LedgerView, TableDots } from '../../../shared/contract/rounds.ts';
import { foldRound, validChoices } from '../../../shared/voting/foldRound.ts';
import { checkTableDots } from '../../../shared/voting/tableTally.ts';

/** What one table's count was before it was changed; null when it had not been counted. */
type Recount = { readonly table: TableId; readonly before: TableDots | null };

/** All that an open round has gathered. It exists in the ledger file and in memory, and nowhere once the round is closed. */
export type LedgerState = {
  readonly round: Round;
  readonly rows: { readonly [table: TableId]: TableDots };
  readonly recounts: readonly Recount[];
  readonly corrections: number;
  /** Ballots of phones by slot: the HMAC of a code, so that codes are not here. */
  readonly ballots: { readonly [slot: string]: readonly MarkId[] };
  /** Slots of codes that no longer count, since their table votes on paper. */
  readonly voided: readonly string[];
};

const slotSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const slots: v.GenericSchema<unknown, LedgerState['ballots']> = v.record(slotSchema, v.pipe(v.array(idSchema<MarkId>()), v.maxLength(200)));

export const ledgerSchema: v.GenericSchema<unknown, LedgerState> = v.object({
  round: roundSchema,
  rows: recordSchema<TableId, unknown, TableDots>(dotsSchema),
  recounts: v.array(v.object({ table: idSchema<TableId>(), before: v.nullable(dotsSchema) })),
  corrections: countSchema,
  ballots: slots,
  voided: v.array(slotSchema),
});

/** The ledger of a round that just opened. */
export function emptyLedger(round: Round): LedgerState {
  return { round, rows: {}, recounts: [], corrections: 0, ballots: {}, voided: [] };
}

/** How many recounts can be taken back. */
const RECOUNT_DEPTH = 100;

/**
 * Puts down what a table counted; candidates that are left out got no dots. A row that does not add up is kept, so
 * that it can be set right, but does not count. Changing a count that stood is a correction.
 */
export function countTable(ledger: LedgerState, table: TableId, dots: TableDots): LedgerState {
  const before = ledger.rows[table] ?? null;
  const whole = Object.fromEntries(ledger.round.candidates.map(({ id }) => [id, dots[id] ?? 0])) as TableDots;
  if (before && sameDots(before, whole)) return ledger;
  return {
    ...ledger,
    rows: { ...ledger.rows, [table]: whole },
    recounts: [...ledger.recounts.slice(1 - RECOUNT_DEPTH), { table, before }],
    corrections: ledger.corrections + (before ? 1 : 0),
  };
}

/** Takes the last count back. That changes a count that stood, so it is a correction too: the number never falls. */
export function undoCount(ledger: LedgerState): LedgerState {
  const last = ledger.recounts[ledger.recounts.length - 1];
  if (!last) return ledger;
  const rows = { ...ledger.rows };
  if (last.before) rows[last.table] = last.before;
  else delete rows[last.table];
  return { ...ledger, rows, recounts: ledger.recounts.slice(0, -1), corrections: ledger.corrections + 1 };
}

function sameDots(a: TableDots, b: TableDots): boolean {
  return Object.keys(b).every((id) => a[id as MarkId] === b[id as MarkId]);
}

export type CastOutcome = 'cast' | 'replaced' | 'voided' | 'invalid';

/**
 * Puts a ballot in its slot; a new vote replaces the old. Slots are kept in their own order, which says nothing
 * about the order in which people voted.
 */
export function castBallot(ledger: LedgerState, slot: string, choices: readonly MarkId[]): { readonly ledger: LedgerState; readonly outcome: CastOutcome } {
  if (ledger.voided.includes(slot)) return { ledger, outcome: 'voided' };
  const { candidates, rule } = ledger.round;
  if (validChoices(choices, candidates, rule).length !== choices.length) return { ledger, outcome: 'invalid' };
  const outcome = ledger.ballots[slot] ? 'replaced' : 'cast';
  // Candidates in the ballot's order on paper: the order of tapping is nobody's business.
  const kept = candidates.map(({ id }) => id).filter((id) => choices.includes(id));
  const sorted = Object.entries({ ...ledger.ballots, [slot]: kept }).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ledger: { ...ledger, ballots: Object.fromEntries(sorted) }, outcome };
}

/** Takes a code out of the round, with its ballot: its table votes on paper. */
export function voidSlot(ledger: LedgerState, slot: string): LedgerState {
  const { [slot]: _gone, ...ballots } = ledger.ballots;
  return { ...ledger, ballots, voided: ledger.voided.includes(slot) ? ledger.voided : [...ledger.voided, slot].sort() };
}

/** What the facilitator sees while the round is open: rows and turnout, no totals. Heads are those of the board now. */
export function viewLedger(ledger: LedgerState, board: Board): LedgerView {
  const rows = tablesOf(board).map(({ id, heads }) => {
    const dots = ledger.rows[id] ?? {};
    return { table: id, heads, dots, ...checkTableDots(dots, heads, ledger.round.rule) };
  });
  return {
    round: ledger.round.id,
    rows,
    cast: rows.reduce((sum, row) => sum + (row.counted ? row.heads : 0), Object.keys(ledger.ballots).length),
    heads: rows.reduce((sum, row) => sum + row.heads, 0),
    corrections: ledger.corrections,
    canUndo: ledger.recounts.length > 0,
  };
}

/** Folds the ledger to what is kept: sums over the room. @param shuffle puts ballots in an order that chance decides */
export function tallyOf(ledger: LedgerState, board: Board, shuffle: <Item>(items: readonly Item[]) => readonly Item[]): Tally {
  const { rows, heads } = viewLedger(ledger, board);
  const { candidates, rule } = ledger.round;
  return foldRound({ candidates, rule, rows, heads, corrections: ledger.corrections, ballots: shuffle(Object.values(ledger.ballots)) });
}
