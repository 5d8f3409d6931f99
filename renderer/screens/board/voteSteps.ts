import type { MarkId, RoundId, TableId } from '../../../shared/base/ids.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import { marksOfKind } from '../../../shared/board/marksByKind.ts';
import type { CardMark } from '../../../shared/board/marks.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { TableDots } from '../../../shared/contract/rounds.ts';
import type { CallName, Calls } from '../../../shared/contract/contract.ts';
import { grow } from '../../../shared/geometry/box.ts';
import { placeCard } from '../../../shared/harvest/placement.ts';
import { outcomeOf } from '../../../shared/voting/ranking.ts';
import { planKeepBoth, planLots, planReveal, planRound, type ResultPlan } from '../../../shared/voting/roundCommands.ts';
import { runOff } from '../../../shared/voting/runOff.ts';
import { lotNumber } from '../../state/lotNumber.ts';
import { newId } from '../../state/newId.ts';
import type { DeskSession } from './deskSession.ts';
import { roomOfPage } from './roomOfPage.ts';

/** Room that a result keeps from the edge of the sheet, board units. */
const EDGE_UNITS = 26;

/** The metaphors of the board, by place on the paper. */
export function metaphorsOf({ store }: DeskSession): readonly CardMark[] {
  return marksOfKind(store.get().board, 'card').filter(({ role }) => role === 'metaphor').sort((a, b) => (a.order < b.order ? -1 : 1));
}

/** The rounds of a board in the order in which they were opened. */
export function roundsOf({ store }: DeskSession): readonly Round[] {
  return Object.values(store.get().board.rounds).sort((a, b) => a.openedMs - b.openedMs);
}

async function ask<Name extends CallName>(desk: DeskSession, name: Name, input: Calls[Name]['in']): Promise<Calls[Name]['out'] | null> {
  const result = await desk.host.call(name, input);
  if (result.ok) return result.value;
  desk.notices.tell(result.trouble);
  return null;
}

/** Opens a round: its ledger is on the disk before the desk shows the grid. */
export async function startRound(desk: DeskSession, round: Round): Promise<void> {
  await desk.store.settled();
  const view = await ask(desk, 'rounds.start', { board: desk.store.id, round, ways: {}, closesMs: null });
  if (view) desk.desk.setState({ round: round.id, turnout: { cast: view.cast, heads: view.heads } });
}

/** A round of the chosen cards. */
export function roundOf(desk: DeskSession, question: string, candidates: readonly MarkId[], dotsPerPerson: number): Round {
  const { board } = desk.store.get();
  const cards = candidates.flatMap((id) => { const mark = markOf(board, id); return mark?.kind === 'card' ? [mark] : []; });
  return planRound({ id: newId<RoundId>(), question, cards, dotsPerPerson, openedMs: Date.now() });
}

/** What is done to an open round. */
export const ledger = {
  count: (desk: DeskSession, round: RoundId, table: TableId, dots: TableDots) => ask(desk, 'rounds.count', { board: desk.store.id, round, table, dots }),
  undo: (desk: DeskSession, round: RoundId) => ask(desk, 'rounds.undo', { board: desk.store.id, round }),
  close: (desk: DeskSession, round: RoundId) => ask(desk, 'rounds.close', { board: desk.store.id, round }),
  cancel: (desk: DeskSession, round: RoundId) => ask(desk, 'rounds.cancel', { board: desk.store.id, round }),
  view: (desk: DeskSession, round: RoundId) => ask(desk, 'rounds.view', { board: desk.store.id, round }),
};

/** What a result on the board needs: an id, and free room on its page. */
function resultPlan(desk: DeskSession, round: Round): ResultPlan {
  return {
    board: desk.store.get().board, round, newId: desk.context.newMarkId(), order: desk.context.topOrder(),
    place(page, size) {
      const room = roomOfPage(desk)(page);
      if (!room) return null;
      return placeCard({ role: 'idea', within: [grow({ x: 0, y: 0, ...room.page.size }, -EDGE_UNITS)], obstacles: room.taken.map(({ box }) => box), kin: [], size });
    },
  };
}

/** Shows the result to the room and, unless it is a tie, puts it on the board where there is room. */
export function reveal(desk: DeskSession, round: Round): void {
  desk.store.do(planReveal(resultPlan(desk, round)));
}

/** Leaves a tie as it is: both stand on the board. */
export function keepBoth(desk: DeskSession, round: Round): void {
  desk.store.do(planKeepBoth(resultPlan(desk, round)));
}

/** The tied candidates of a closed round, or null. */
export function tieOf(round: Round): Round['candidates'] | null {
  if (!round.tally) return null;
  const outcome = outcomeOf(round.tally, round.candidates);
  return outcome.kind === 'tie' ? outcome.candidates : null;
}

/** One more round between the leaders. */
export async function startRunOff(desk: DeskSession, round: Round): Promise<void> {
  const next = runOff(round, 'leaders', newId<RoundId>(), Date.now());
  if (next) await startRound(desk, next);
}

/** Draws lots in public; the number is recorded, so that anybody can draw them again. */
export function drawInPublic(desk: DeskSession, round: Round): void {
  const command = planLots(resultPlan(desk, round), lotNumber());
  if (command) desk.store.do(command);
}
