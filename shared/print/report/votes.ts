import { markOf } from '../../board/buckets.ts';
import type { Locale } from '../../board/board.ts';
import type { CardMark } from '../../board/marks.ts';
import type { InkName } from '../../board/palette.ts';
import type { Round } from '../../board/round.ts';
import { describeCounting, oneLine } from '../../outline/describeMark.ts';
import { outlineWords } from '../../outline/outlineWords.ts';
import type { SceneContext } from '../../scene/markNode.ts';
import { BAR_INKS } from '../../scene/sketchResult.ts';
import { say } from '../../strings/say.ts';
import { outcomeOf, resultRows } from '../../voting/ranking.ts';

/** One choice of a vote: its dots, its bar (0–1, of the longest) in the colour that it has on the board, and its card if there still is one. */
export type VoteRow = { readonly label: string; readonly dots: number; readonly share: number; readonly ink: InkName; readonly won: boolean; readonly card: CardMark | null };

/** A revealed vote as the report tells it: what was asked, what came of it in a sentence, the dots, and how it was counted. */
export type ReportVote = { readonly question: string; readonly outcome: string; readonly rows: readonly VoteRow[]; readonly facts: readonly string[] };

/** Names in a row: "panda, jungle en braderie". */
function listed(names: readonly string[], locale: Locale): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : say(locale, 'report.and', { some: names.slice(0, -1).join(', '), last });
}

/** What a round decided, in one sentence. `hasRunOff` says that a second round came after it. */
function outcomeInWords(round: Round, hasRunOff: boolean, locale: Locale): string {
  const { tally, lots, candidates } = round;
  if (!tally) return '';
  const drawn = candidates.find(({ id }) => id === lots?.drawn);
  if (drawn) return say(locale, 'report.chosenByLots', { name: oneLine(drawn.label) });
  const outcome = outcomeOf(tally, candidates);
  switch (outcome.kind) {
    case 'none': return say(locale, 'report.chosenNone');
    case 'winner': return say(locale, hasRunOff ? 'report.ledFirst' : 'report.chosen', { name: oneLine(outcome.candidate.label) });
    case 'tie': return say(locale, hasRunOff ? 'report.tiedThenRunOff' : 'report.tied', { names: listed(outcome.candidates.map(({ label }) => oneLine(label)), locale) });
  }
}

function voteOf(round: Round, rounds: readonly Round[], { board }: SceneContext, locale: Locale): ReportVote {
  const words = outlineWords(locale);
  const { tally } = round;
  const rows = resultRows(round).map(({ id, label, dots, share, winner }): VoteRow => {
    const mark = markOf(board, id);
    const at = round.candidates.findIndex((candidate) => candidate.id === id);
    return { label: oneLine(label), dots, share, ink: BAR_INKS[at % BAR_INKS.length] ?? 'groen', won: round.lots ? round.lots.drawn === id : winner, card: mark?.kind === 'card' ? mark : null };
  });
  return {
    question: oneLine(round.question) || say(locale, 'report.voteWithoutQuestion'),
    outcome: outcomeInWords(round, rounds.some(({ runOffOf }) => runOffOf === round.id), locale),
    rows,
    facts: [
      ...(tally ? [words.turnout(tally.cast, tally.heads)] : []),
      words.rule(round.rule),
      ...(round.lots ? [words.lots(oneLine(round.candidates.find(({ id }) => id === round.lots?.drawn)?.label ?? ''), round.lots.seed)] : []),
      ...describeCounting(round, rounds, words, locale),
    ],
  };
}

/** The revealed rounds of a session, in the order in which they were held. */
export function reportVotes(context: SceneContext, rounds: readonly Round[], locale: Locale): readonly ReportVote[] {
  return rounds.map((round) => voteOf(round, rounds, context, locale));
}
