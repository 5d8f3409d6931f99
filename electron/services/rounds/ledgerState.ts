import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import { tablesOf, type Board } from '../../../shared/board/board.ts';
import type { Round, Tally } from '../../../shared/board/round.ts';
import type { HandsRow, LedgerRow, LedgerView, RoundTime, TableDots, VotingWay, VotingWays } from '../../../shared/contract/rounds.ts';
import { foldRound, validChoices } from '../../../shared/voting/foldRound.ts';
import { checkTableDots } from '../../../shared/voting/tableTally.ts';

/** What a row was before it was counted; no table means the raised hands, null that it had not been counted. */
type Recount = { readonly table: TableId | null; readonly before: TableDots | null };

/**
 * One phone's ballot: the number of its table, a candidate's place in the round as often as it got dots, and the number
 * that the phone gave it, higher for each new one.
 */
export type Ballot = { readonly table: number; readonly choices: readonly number[]; readonly count: number };

/** All that an open round has gathered. It exists in the ledger file and in memory, and nowhere once the round is closed. */
export type LedgerState = {
  readonly round: Round;
  readonly ways: VotingWays;
  readonly rows: { readonly [table: TableId]: TableDots };
  readonly hands: TableDots | null;
  readonly recounts: readonly Recount[];
  readonly corrections: number;
  /** Ballots of phones by slot: the HMAC of who votes, so that codes are not here. */
  readonly ballots: { readonly [slot: string]: Ballot };
  readonly closesMs: number | null;
  readonly time: RoundTime;
};

/** The ledger of a round that just opened. */
export function emptyLedger(round: Round, ways: VotingWays, closesMs: number | null): LedgerState {
  return { round, ways, rows: {}, hands: null, recounts: [], corrections: 0, ballots: {}, closesMs, time: 'open' };
}

/** How a table votes. */
export function wayOf(ledger: LedgerState, table: TableId): VotingWay {
  return ledger.ways[table] ?? 'paper';
}

/** The table with a number on the board, as seats and passes know it. */
export function tableWithNumber(board: Board, number: number): TableId | null {
  return tablesOf(board).find((table) => table.number === number)?.id ?? null;
}

/** How many recounts can be taken back. */
const RECOUNT_DEPTH = 100;

/**
 * Puts down what a table counted, or without table the raised hands; candidates that are left out got no dots. A row
 * that does not add up is kept, so that it can be set right, but does not count. Changing a count that stood is a correction.
 */
export function countRow(ledger: LedgerState, table: TableId | null, dots: TableDots): LedgerState {
  const before = (table === null ? ledger.hands : ledger.rows[table]) ?? null;
  const whole = Object.fromEntries(ledger.round.candidates.map(({ id }) => [id, dots[id] ?? 0])) as TableDots;
  if (before && sameDots(before, whole)) return ledger;
  return {
    ...withRow(ledger, table, whole),
    recounts: [...ledger.recounts.slice(1 - RECOUNT_DEPTH), { table, before }],
    corrections: ledger.corrections + (before ? 1 : 0),
  };
}

/** Takes the last count back. That changes a count that stood, so it is a correction too: the number never falls. */
export function undoCount(ledger: LedgerState): LedgerState {
  const last = ledger.recounts[ledger.recounts.length - 1];
  if (!last) return ledger;
  return { ...withRow(ledger, last.table, last.before), recounts: ledger.recounts.slice(0, -1), corrections: ledger.corrections + 1 };
}

function withRow(ledger: LedgerState, table: TableId | null, dots: TableDots | null): LedgerState {
  if (table === null) return { ...ledger, hands: dots };
  const { [table]: _before, ...rows } = ledger.rows;
  return { ...ledger, rows: dots ? { ...rows, [table]: dots } : rows };
}

function sameDots(a: TableDots, b: TableDots): boolean {
  return Object.keys(b).every((id) => a[id as MarkId] === b[id as MarkId]);
}

/**
 * Changes how a table votes. Leaving the phones takes their ballots out; a row on paper waits until the table comes
 * back to it; the raised hands are counted anew, since other people raise them now. Votes that counted and no longer do
 * are a correction.
 */
export function setWay(ledger: LedgerState, board: Board, table: TableId, way: VotingWay): LedgerState {
  if (wayOf(ledger, table) === way) return ledger;
  const number = board.tables[table]?.number;
  const left = Object.entries(ledger.ballots).filter(([, ballot]) => ballot.table !== number || way === 'phones');
  const { rows, hands } = viewLedger(ledger, board);
  const row = rows.find((one) => one.table === table);
  const otherHands = way === 'hands' || wayOf(ledger, table) === 'hands';
  const counted = (otherHands && hands.counted) || (row !== undefined && row.counted && row.way !== 'hands');
  return {
    ...(otherHands ? withoutHands(ledger) : ledger),
    ways: { ...ledger.ways, [table]: way }, ballots: Object.fromEntries(left), corrections: ledger.corrections + (counted ? 1 : 0),
  };
}

/** Without the raised hands; nor does undo bring back what other people raised. */
function withoutHands(ledger: LedgerState): LedgerState {
  return { ...ledger, hands: null, recounts: ledger.recounts.filter(({ table }) => table !== null) };
}

/** Starts, moves or stops the countdown; whoever may vote can do so again. */
export function setCountdown(ledger: LedgerState, closesMs: number | null): LedgerState {
  return { ...ledger, closesMs, time: 'open' };
}

/** Later than this after its time, a countdown ended while the laptop slept. */
const SLEPT_MS = 5000;

/**
 * The ledger as it is at a moment: with a countdown that ended by now. Whose end came while the laptop was off or
 * asleep is taken off, since nobody could vote then: hidden as all votes are, going on harms nobody, while closing
 * would take a vote from some and drop tables whose paper was not counted yet.
 * @param awake false just after a start: the countdown then ended before it
 */
export function atMoment(ledger: LedgerState, nowMs: number, awake: boolean): LedgerState {
  const { closesMs, time } = ledger;
  if (closesMs === null || time !== 'open' || nowMs < closesMs) return ledger;
  return awake && nowMs - closesMs <= SLEPT_MS ? { ...ledger, time: 'up' } : { ...ledger, closesMs: null, time: 'missed' };
}

/**
 * `elsewhere`: the table votes on paper or with hands, or is not there any more. `closed`: the countdown ended.
 * `invalid`: dots that the rule does not allow. `newer`: this voter sent another one later, which counts.
 */
export type CastOutcome = 'cast' | 'replaced' | 'newer' | 'elsewhere' | 'closed' | 'invalid';

/** What a phone asks to be put in its slot; `table` is a number, `count` higher than that of every ballot that it sent before. */
export type CastBallot = { readonly slot: string; readonly table: number; readonly choices: readonly MarkId[]; readonly count: number };

/**
 * Puts a ballot in its slot. A newer one replaces an older one, whichever comes first; the same once more changes
 * nothing.
 */
export function castBallot(ledger: LedgerState, board: Board, { slot, table, choices, count }: CastBallot): { readonly ledger: LedgerState; readonly outcome: CastOutcome } {
  const { candidates, rule } = ledger.round;
  if (ledger.time === 'up') return { ledger, outcome: 'closed' };
  const id = tableWithNumber(board, table);
  if (id === null || wayOf(ledger, id) !== 'phones') return { ledger, outcome: 'elsewhere' };
  // In the order of the candidates: the order of tapping is nobody's business.
  const valid = validChoices(choices, candidates, rule);
  if (valid.length !== choices.length) return { ledger, outcome: 'invalid' };
  const before = ledger.ballots[slot];
  const ballot = { table, choices: valid.map((choice) => candidates.findIndex((candidate) => candidate.id === choice)), count };
  if (before && before.count >= count) {
    const same = before.count === count && before.table === table && before.choices.join() === ballot.choices.join();
    return { ledger, outcome: same ? 'replaced' : 'newer' };
  }
  return { ledger: { ...ledger, ballots: { ...ledger.ballots, [slot]: ballot } }, outcome: before ? 'replaced' : 'cast' };
}

/** Takes a ballot out, of a seat that was given to another device; that is a correction where there was one. */
export function voidBallot(ledger: LedgerState, slot: string): LedgerState {
  const { [slot]: voided, ...ballots } = ledger.ballots;
  return voided ? { ...ledger, ballots, corrections: ledger.corrections + 1 } : ledger;
}

/** The candidates on a ballot, each as often as it got dots. */
export function choicesOf(ledger: LedgerState, { choices }: Ballot): readonly MarkId[] {
  return choices.flatMap((place) => ledger.round.candidates[place]?.id ?? []);
}

/** The ballots that count, by the number of their table: those of tables that vote on phones. */
function ballotsByTable(ledger: LedgerState, board: Board): ReadonlyMap<number, readonly Ballot[]> {
  const byTable = new Map<number, Ballot[]>();
  for (const { id, number } of tablesOf(board)) if (wayOf(ledger, id) === 'phones') byTable.set(number, []);
  for (const ballot of Object.values(ledger.ballots)) byTable.get(ballot.table)?.push(ballot);
  return byTable;
}

function handsRow(ledger: LedgerState, board: Board): HandsRow {
  const heads = tablesOf(board).reduce((sum, table) => sum + (wayOf(ledger, table.id) === 'hands' ? table.heads : 0), 0);
  const dots = ledger.hands ?? {};
  return { heads, dots, ...checkTableDots(dots, heads, ledger.round.rule) };
}

/**
 * What the facilitator sees while the round is open: rows and turnout, no totals. Heads are those of the board now; a
 * table from whose phones more ballots came than it has heads raises the number of people in the room.
 */
export function viewLedger(ledger: LedgerState, board: Board): LedgerView {
  const ballots = ballotsByTable(ledger, board);
  const hands = handsRow(ledger, board);
  const rows = tablesOf(board).map(({ id, number, heads }): LedgerRow => {
    const way = wayOf(ledger, id);
    const dots = ledger.rows[id] ?? {};
    const phones = ballots.get(number)?.length ?? 0;
    const row = { table: id, heads, way, dots, phones };
    switch (way) {
      case 'paper': return { ...row, ...checkTableDots(dots, heads, ledger.round.rule) };
      case 'phones': return { ...row, counted: phones > 0, tooMany: Math.max(0, phones - heads) };
      case 'hands': return { ...row, counted: hands.counted, tooMany: 0 };
    }
  });
  const onPaper = rows.reduce((sum, row) => sum + (row.way === 'paper' && row.counted ? row.heads : 0), 0);
  return {
    round: ledger.round.id,
    rows,
    hands,
    cast: onPaper + rows.reduce((sum, { phones }) => sum + phones, 0) + (hands.counted ? hands.heads : 0),
    heads: rows.reduce((sum, row) => sum + Math.max(row.heads, row.phones), 0),
    corrections: ledger.corrections,
    canUndo: ledger.recounts.length > 0,
    closesMs: ledger.closesMs,
    time: ledger.time,
  };
}

/**
 * Whether a countdown may close the round by itself: only while nobody votes on paper or with hands. A row that adds up
 * may be half typed, and closing is for good, so that whoever counts says when it is done.
 */
export function closesByItself({ rows }: LedgerView): boolean {
  return rows.every(({ way, heads }) => way === 'phones' || heads === 0);
}

/** Whether anything was counted or voted yet. */
export function hasVotes({ rows, hands, ballots }: LedgerState): boolean {
  return hands !== null || Object.keys(rows).length > 0 || Object.keys(ballots).length > 0;
}

/** A view with ways and turnout, but without what any table gave. */
export function withoutCounts(view: LedgerView): LedgerView {
  const none = { dots: {}, counted: false, tooMany: 0 };
  return { ...view, rows: view.rows.map((row) => ({ ...row, ...none, phones: 0 })), hands: { ...view.hands, ...none }, canUndo: false };
}

/** Folds the ledger to what is kept: sums over the room. @param shuffle puts ballots in an order that chance decides */
export function tallyOf(ledger: LedgerState, board: Board, shuffle: <Item>(items: readonly Item[]) => readonly Item[]): Tally {
  const view = viewLedger(ledger, board);
  const byTable = [...ballotsByTable(ledger, board).values()];
  const handTables = view.rows.filter(({ way, heads }) => way === 'hands' && heads > 0).length;
  const { candidates, rule } = ledger.round;
  return foldRound({
    candidates, rule,
    rows: [...view.rows.filter(({ way }) => way === 'paper').map((row) => ({ ...row, tables: 1 })), { ...view.hands, tables: handTables }],
    ballots: shuffle(byTable.flat().map((ballot) => choicesOf(ledger, ballot))),
    ballotTables: byTable.filter(({ length }) => length > 0).length,
    corrections: ledger.corrections, heads: view.heads,
  });
}
