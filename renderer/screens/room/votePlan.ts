import type { MeasureEm } from '../../../shared/board/lettering.ts';
import type { Board } from '../../../shared/board/board.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { Candidate, Round } from '../../../shared/board/round.ts';
import type { RoomDoor } from '../../../shared/contract/room.ts';
import { spokenList } from '../../../shared/strings/numberWord.ts';
import { outcomeOf, resultRows } from '../../../shared/voting/ranking.ts';
import { boardWords } from './boardWords.ts';
import { drawingOf } from './choicePictures.ts';
import { wonLayout, type WonLayout } from './resultLayout.ts';
import type { RoomStage } from './roomStage.ts';
import { tieLayout, type TieLayout } from './tieLayout.ts';
import { voteLayout, type VoteLayout } from './voteLayout.ts';

/** What the layouts of a round are made from. */
export type RoundPicture = { readonly board: Board; readonly round: Round; readonly stage: RoomStage; readonly measure: MeasureEm };

/** Whether somebody drew the card. */
export const isDrawn = (board: Board, { id }: Pick<Candidate, 'id'>): boolean => drawingOf(board, id).length > 0;

/** The rule of a round as the room is told it, with the ways to vote that there are. */
function ruleText({ board, round }: RoundPicture, door: RoomDoor | null): string {
  const { t, n } = boardWords(board.locale);
  if (round.state !== 'open') return t('room.closed');
  const { dotsPerPerson, atMostPerCandidate } = round.rule;
  const choose = t(atMostPerCandidate > 1 ? 'room.spreadDots' : 'room.chooseDots', { count: dotsPerPerson, n: n(dotsPerPerson) });
  return door === null ? choose : `${choose} ${t(door.joining === 'codes' ? 'room.waysWithCode' : 'room.ways')}`;
}

/** What one types into a phone: the address without what every browser adds by itself. */
export function typedAddress(url: string): string {
  return url.replace(/^http:\/\//, '').replace(/\/$/, '');
}

/** An open or closed round, before its reveal. */
export function planVote(picture: RoundPicture, turnout: { readonly cast: number; readonly heads: number }, door: RoomDoor | null, hasClock: boolean): VoteLayout {
  const { board, round, stage, measure } = picture;
  const { t } = boardWords(board.locale);
  return voteLayout({
    stage, measure, heads: turnout.heads, address: door ? typedAddress(door.url) : null, hasClock,
    words: {
      question: round.question, rule: ruleText(picture, door), cast: String(turnout.cast),
      castWords: t('room.castOf', { heads: turnout.heads }), hidden: t('room.hidden'), scan: t('room.scan'),
    },
    names: round.candidates.map(({ label }) => label), drawn: round.candidates.map((candidate) => isDrawn(board, candidate)),
  });
}

/** How a revealed round ended. `drawn` is the place, among the leaders of a tie, of the one that lots chose. */
export type RoundEnd =
  | { readonly kind: 'won'; readonly winner: Candidate | null }
  | { readonly kind: 'tie'; readonly leaders: readonly Candidate[] }
  | { readonly kind: 'lots'; readonly leaders: readonly Candidate[]; readonly winner: Candidate; readonly drawn: number };

/** Who won, or who has to go on. */
export function endOf(round: Round): RoundEnd {
  if (!round.tally) return { kind: 'won', winner: null };
  const outcome = outcomeOf(round.tally, round.candidates);
  if (outcome.kind !== 'tie') return { kind: 'won', winner: outcome.kind === 'winner' ? outcome.candidate : null };
  const leaders = outcome.candidates;
  const drawn = leaders.findIndex(({ id }) => id === round.lots?.drawn);
  const winner = leaders[drawn];
  return winner ? { kind: 'lots', leaders, winner, drawn } : { kind: 'tie', leaders };
}

/** Whether a candidate is a picture of the neighbourhood, and not a trait of it or a plan. */
function isMetaphor(board: Board, { id }: Candidate): boolean {
  const card = markOf(board, id);
  return card?.kind === 'card' && card.role === 'metaphor';
}

/** The result with whoever won, or with nobody when not a single dot was given. */
export function planWon({ board, round, stage, measure }: RoundPicture, winner: Candidate | null, byLots: boolean): WonLayout {
  const { t, n } = boardWords(board.locale);
  const rows = resultRows(round);
  const { dotsPerPerson } = round.rule;
  return wonLayout({
    stage, rows, measure, hasWinner: winner !== null, title: winner?.label ?? round.question,
    pictured: winner !== null && isDrawn(board, winner), drawn: rows.map((row) => isDrawn(board, row)),
    saying: t(byLots ? 'room.byLots' : winner && isMetaphor(board, winner) ? 'room.thatIsOur' : 'room.mostDots'),
    foot: t('room.votes', { cast: round.tally?.cast ?? 0, heads: round.tally?.heads ?? 0, dots: t('voting.dotsOf', { count: dotsPerPerson, n: n(dotsPerPerson) }) }),
  });
}

/** A tie: before lots, what happens next; with `seed`, what the lots are drawn from. */
export function planTie({ board, round, stage, measure }: RoundPicture, leaders: readonly Candidate[], seed: string | null): TieLayout {
  const { t } = boardWords(board.locale);
  const rows = resultRows(round);
  const dotsOf = (candidate: Candidate): number => rows.find(({ id }) => id === candidate.id)?.dots ?? 0;
  const again = round.runOffOf !== null;
  const names = leaders.map(({ label }) => label);
  return tieLayout({
    stage, measure, title: seed === null ? t('room.tie') : t('room.drawing'),
    leaders: leaders.map((leader) => ({ label: leader.label, dots: dotsOf(leader), drawn: isDrawn(board, leader) })),
    others: rows.filter(({ id }) => leaders.every((leader) => leader.id !== id)).map(({ label, dots }) => `${label} ${dots}`).join(' · '),
    next: seed !== null ? t('room.lotsFrom', { seed }) : again ? t('room.lotsNow') : t('room.runOff', { names: spokenList(names, t('voting.or')) }),
    nextRule: seed !== null ? t('room.lotsCheck') : again ? t('room.lotsRule') : t('room.runOffRule'),
  });
}
