import type { RoundId, TableId } from '../../../shared/base/ids.ts';
import { tablesOf } from '../../../shared/board/board.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import { marksOfKind } from '../../../shared/board/marksByKind.ts';
import type { CardMark } from '../../../shared/board/marks.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { DoorState } from '../../../shared/contract/door.ts';
import type { LedgerView, TableDots, VotingWay, VotingWays } from '../../../shared/contract/rounds.ts';
import type { CallName, Calls } from '../../../shared/contract/contract.ts';
import { grow } from '../../../shared/geometry/box.ts';
import { placeCard } from '../../../shared/harvest/placement.ts';
import { outcomeOf } from '../../../shared/voting/ranking.ts';
import { planKeepBoth, planLots, planReveal, planRound, type ResultPlan } from '../../../shared/voting/roundCommands.ts';
import { runOff, runOffCandidates, type RunOffKind } from '../../../shared/voting/runOff.ts';
import { waysOf, type VoteCard, type VotePlan } from '../../panels/voting/votePlan.ts';
import { lotNumber } from '../../state/lotNumber.ts';
import { newId } from '../../state/newId.ts';
import type { DeskSession } from './deskSession.ts';
import { openRoundOf } from './followVote.ts';
import { roomOfPage } from './roomOfPage.ts';

/** Room that a result keeps from the edge of the sheet, board units. */
const EDGE_UNITS = 26;

/** The cards that a room can choose from: metaphors by place on the paper, the others most named first. */
export function voteCardsOf({ store }: DeskSession): readonly VoteCard[] {
  const byPlace = (a: CardMark, b: CardMark): number => (a.order < b.order ? -1 : 1);
  const byTimes = (a: CardMark, b: CardMark): number => b.mentions.length - a.mentions.length || byPlace(a, b);
  return [...marksOfKind(store.get().board, 'card')]
    .sort((a, b) => (a.role === 'metaphor' && b.role === 'metaphor' ? byPlace(a, b) : byTimes(a, b)))
    .flatMap(({ id, text, role, mentions }) => (role === 'point' ? [] : [{ id, label: text.replace(/\s+/g, ' '), role, times: mentions.length }]));
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

/** How tables vote about which nothing was said: by phone once the door is open. */
export const usualWay = ({ open }: DoorState): VotingWay => (open ? 'phones' : 'paper');

/**
 * Opens a round: its ledger is on the disk before the desk shows the grid. While another one is open, the desk goes to
 * that one.
 * @param minutes of the countdown, null without one
 */
export async function startRound(desk: DeskSession, round: Round, ways: VotingWays, minutes: number | null): Promise<void> {
  await desk.store.settled();
  const { id } = desk.store;
  const started = await desk.host.call('rounds.start', { board: id, round, ways, closesMs: minutes === null ? null : Date.now() + minutes * 60_000 });
  if (started.ok) {
    takeView(desk, started.value);
    desk.desk.setState({ round: round.id });
    return;
  }
  desk.notices.tell(started.trouble);
  // There is one vote at a time: the one that is open is where one wants to be.
  const open = openRoundOf(desk.store.get().board);
  if (started.trouble.code === 'round.otherOpen' && open) desk.desk.setState({ round: open.id, panel: 'vote' });
}

/** A round of the chosen cards. */
export function roundOf(desk: DeskSession, { question, candidates, rule }: VotePlan): Round {
  const { board } = desk.store.get();
  const cards = candidates.flatMap((id) => { const mark = markOf(board, id); return mark?.kind === 'card' ? [mark] : []; });
  return { ...planRound({ id: newId<RoundId>(), question, cards, dotsPerPerson: rule.dotsPerPerson, openedMs: Date.now() }), rule };
}

/** What the desk and the room are told of an open round. The ways of its tables are kept for a run-off: then the ledger is gone. */
export function takeView(desk: DeskSession, view: LedgerView): void {
  desk.desk.setState(({ voteDraft }) => ({
    turnout: { cast: view.cast, heads: view.heads },
    closesMs: view.closesMs,
    voteDraft: { ...voteDraft, ways: Object.fromEntries(view.rows.map(({ table, way }) => [table, way])) },
  }));
}

/** What is done to an open round. */
export const ledger = {
  count: (desk: DeskSession, round: RoundId, table: TableId, dots: TableDots) => ask(desk, 'rounds.count', { board: desk.store.id, round, table, dots }),
  hands: (desk: DeskSession, round: RoundId, dots: TableDots) => ask(desk, 'rounds.hands', { board: desk.store.id, round, dots }),
  way: (desk: DeskSession, round: RoundId, table: TableId, way: VotingWay) => ask(desk, 'rounds.way', { board: desk.store.id, round, table, way }),
  countdown: (desk: DeskSession, round: RoundId, closesMs: number | null) => ask(desk, 'rounds.countdown', { board: desk.store.id, round, closesMs }),
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
      const within = [grow({ x: 0, y: 0, ...room.page.size }, -EDGE_UNITS)], taken = room.taken.map(({ box }) => box);
      // Beside the areas when there is room for it: they are kept for words.
      return placeCard({ role: 'idea', within, obstacles: [...taken, ...room.areas.map(({ inner }) => inner)], kin: [], size }) ?? placeCard({ role: 'idea', within, obstacles: taken, kin: [], size });
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

/** Between whom one more round could go though somebody has won: the first two places, once. Null when it could not. */
export function topTwoOf(round: Round): Round['candidates'] | null {
  if (round.runOffOf !== null || round.lots || tieOf(round)) return null;
  const two = runOffCandidates(round, 'topTwo');
  return two.length >= 2 && two.length < round.candidates.length ? two : null;
}

/** One more round between the leaders, or between the first two places. */
export async function startRunOff(desk: DeskSession, round: Round, kind: RunOffKind = 'leaders'): Promise<void> {
  const next = runOff(round, kind, newId<RoundId>(), Date.now());
  const { voteDraft, door } = desk.desk.getState();
  if (next) await startRound(desk, next, waysOf(voteDraft, tablesOf(desk.store.get().board), usualWay(door)), voteDraft.minutes);
}

/** Draws lots in public; the number is recorded, so that anybody can draw them again. */
export function drawInPublic(desk: DeskSession, round: Round): void {
  const command = planLots(resultPlan(desk, round), lotNumber());
  if (command) desk.store.do(command);
}
