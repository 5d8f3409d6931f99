import { tablesOf } from '../../../shared/board/board.ts';
import type { HelperWish } from '../../../shared/contract/helper.ts';
import { say } from '../../../shared/strings/say.ts';
import { chosenOf, roleOf, ruleOf, waysOf } from '../../panels/voting/votePlan.ts';
import type { DeskSession } from './deskSession.ts';
import { openRoundOf } from './followVote.ts';
import { reveal, roundOf, startRound, usualWay, voteCardsOf } from './voteSteps.ts';

/** Opens the round that the desk proposes or has been set up so far; with too few cards the desk shows what is missing. */
async function openProposed(desk: DeskSession): Promise<void> {
  const { board } = desk.store.get();
  if (openRoundOf(board)) return;
  desk.desk.setState({ panel: 'vote' });
  const { voteDraft, door } = desk.desk.getState();
  const cards = voteCardsOf(desk);
  const role = roleOf(voteDraft, cards);
  const chosen = chosenOf(voteDraft, cards.filter((card) => card.role === role));
  if (chosen.length < 2) return;
  const question = voteDraft.question?.trim() || say(board.locale, `round.question.${role}`);
  const ways = waysOf(voteDraft, tablesOf(board), usualWay(door));
  const plan = { question, candidates: chosen.map(({ id }) => id), rule: ruleOf(voteDraft, chosen.length), ways, minutes: voteDraft.minutes };
  await startRound(desk, roundOf(desk, plan), ways, voteDraft.minutes);
}

/** Does what a helper asked of the desk, as if the facilitator had pressed it here. */
export async function grantWish(desk: DeskSession, wish: HelperWish): Promise<void> {
  if (wish.kind === 'open') return openProposed(desk);
  const round = desk.store.get().board.rounds[wish.round];
  if (round?.state !== 'closed') return undefined;
  desk.desk.setState({ panel: 'vote', round: round.id });
  return reveal(desk, round);
}
