import { generateNKeysBetween } from 'fractional-indexing';
import { asId, type BoardId, type InkId, type MarkId, type PageId, type RoundId } from '../../shared/base/ids.ts';
import { applyCommand } from '../../shared/board/applyCommand.ts';
import type { Board, Locale } from '../../shared/board/board.ts';
import { markOf } from '../../shared/board/buckets.ts';
import type { Command } from '../../shared/board/commands.ts';
import { emptyBoard } from '../../shared/board/emptyBoard.ts';
import type { MeasureEm } from '../../shared/board/lettering.ts';
import type { CardMark, CardRole, Mark } from '../../shared/board/marks.ts';
import type { Round } from '../../shared/board/round.ts';
import type { PlainDocument } from '../../shared/contract/boards.ts';
import { planCatch } from '../../shared/harvest/catchWord.ts';
import { planNameSelection } from '../../shared/harvest/nameSelection.ts';
import { pageRoom } from '../../shared/harvest/pageRoom.ts';
import { translation } from '../../shared/geometry/matrix.ts';
import { packInk } from '../../shared/ink/ink.ts';
import { encodeInk, type InkText } from '../../shared/ink/inkCodec.ts';
import { markBox } from '../../shared/scene/markNode.ts';
import { planRound } from '../../shared/voting/roundCommands.ts';
import { closeTogether, fittedInto, penStrokes } from './penSamples.ts';

/** A candidate: its word, its dots, and what somebody drew of it: a stamp by its name, `ink` for strokes of a pen, null for nothing. */
export type VoteChoice = { readonly label: string; readonly dots: number; readonly drawn: string | null };

export type VoteBoardPlan = {
  readonly locale: Locale;
  readonly question: string;
  readonly role: CardRole;
  readonly choices: readonly VoteChoice[];
  readonly heads: number;
  readonly measure: MeasureEm;
  /** True for a round that decides a tie. */
  readonly isRunOff?: boolean;
  /** `none` leaves the board without a round. */
  readonly round?: 'closed' | 'none';
};

const PAGE = asId<PageId>('p1');
/** Where drawings stand: four beside each other, board units. */
const COLUMNS = 4, CELL = { w: 275, h: 250 }, DRAWING_UNITS = 150;

type Made = { board: Board; readonly inks: { [id: InkId]: InkText } };

function marksOf(drawn: string, i: number, order: string): { readonly marks: readonly Mark[]; readonly inks: { readonly [id: InkId]: InkText } } {
  const x = 60 + (i % COLUMNS) * CELL.w, y = 60 + Math.floor(i / COLUMNS) * CELL.h;
  const base = { page: PAGE, layer: 'harvest', locked: false } as const;
  if (drawn !== 'ink') {
    return { marks: [{ ...base, order, kind: 'stamp', id: asId<MarkId>(`d${i}`), matrix: translation(x + 30, y), stamp: drawn, sizeUnits: DRAWING_UNITS, color: null, alt: drawn, outline: null }], inks: {} };
  }
  const strokes = fittedInto(closeTogether(penStrokes(), 14), { x: x + 10, y: y + 20, w: 200, h: 130 });
  const orders = generateNKeysBetween(order, null, strokes.length);
  const inks: Record<InkId, InkText> = {};
  const marks = strokes.map((stroke, n): Mark => {
    const ink = asId<InkId>(`i${i}-${n}`);
    inks[ink] = encodeInk(packInk(stroke.map((sample, at) => ({ ...sample, timeMs: at * 8 }))));
    return { ...base, order: orders[n] as string, kind: 'stroke', id: asId<MarkId>(`d${i}-${n}`), matrix: [1, 0, 0, 1, 0, 0], ink, tool: 'pen', color: n % 5 === 0 ? 'petrol' : 'ink', widthUnits: 4, thinning: 0.5, smoothing: 0.5 };
  });
  return { marks, inks };
}

function cardOf(board: Board, id: MarkId): CardMark {
  const mark = markOf(board, id);
  if (mark?.kind !== 'card') throw new Error(`${id} is no card`);
  return mark;
}

/** A board with cards to vote on, their drawings, and a round that is counted and waits for its reveal. */
export function voteBoard(plan: VoteBoardPlan): PlainDocument {
  const { locale, choices, measure, role } = plan;
  const made: Made = { board: emptyBoard({ id: asId<BoardId>('stemming'), title: 'Droomwijk Kiel', locale, createdMs: 1_700_000_000_000 }), inks: {} };
  const act = (command: Command): void => { made.board = applyCommand(made.board, command, (ink) => ink in made.inks).board; };
  const orders = generateNKeysBetween(null, null, choices.length * 2);
  choices.forEach(({ label, drawn }, i) => {
    const newId = asId<MarkId>(`c${i}`);
    const view = { board: made.board, inks: new Map() };
    const roomOf = (page: PageId) => pageRoom(made.board, view.inks, page, (mark) => markBox(mark, view));
    const said = { board: made.board, page: PAGE, text: label, role, table: null, atMs: 1_700_000_000_000 + i, newId, order: orders[i * 2 + 1] as string, measure, roomOf };
    if (drawn === null) { const caught = planCatch(said); if (caught) act(caught); return; }
    const drawing = marksOf(drawn, i, orders[i * 2] as string);
    Object.assign(made.inks, drawing.inks);
    act({ type: 'marks.put', what: 'draw', marks: drawing.marks, inks: drawing.inks });
    const first = drawing.marks[0] as Mark;
    const boundsOf = (mark: Mark) => (mark.kind === 'stroke' ? { x: 60 + (i % COLUMNS) * CELL.w, y: 60 + Math.floor(i / COLUMNS) * CELL.h, w: 220, h: 160 } : markBox(mark, view));
    const named = planNameSelection({ ...said, board: made.board, ids: drawing.marks.map(({ id }) => id), boundsOf });
    if (!named) throw new Error(`${label} could not be named (${first.id})`);
    act(named);
  });
  if (plan.round === 'none') return { board: made.board, inks: made.inks };
  const round = closedRound(plan, choices.map((_, i) => cardOf(made.board, asId<MarkId>(`c${i}`))));
  return { board: { ...made.board, rounds: { [round.id]: round } }, inks: made.inks };
}

function closedRound({ question, choices, heads, isRunOff = false }: VoteBoardPlan, cards: readonly CardMark[]): Round {
  const opened = planRound({ id: asId<RoundId>('r1'), question, cards, dotsPerPerson: 1, openedMs: 1_700_000_100_000 });
  const totals = Object.fromEntries(cards.map(({ id }, i) => [id, choices[i]?.dots ?? 0]));
  const cast = choices.reduce((sum, { dots }) => sum + dots, 0);
  return {
    ...opened, state: 'closed', closedMs: 1_700_000_200_000, runOffOf: isRunOff ? asId<RoundId>('r0') : null,
    tally: { totals, cast, heads: Math.max(heads, cast), corrections: 0, ballots: [], byHand: totals },
  };
}
