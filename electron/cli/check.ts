import type { Locale } from '../../shared/board/board.ts';
import { markCount } from '../../shared/board/buckets.ts';
import type { PlainDocument } from '../../shared/contract/boards.ts';
import { recountRound } from '../../shared/voting/recount.ts';
import { cliWords } from './cliWords.ts';

/** What a look at a board gave: lines for a person, and whether all is well. */
export type CheckReport = { readonly sound: boolean; readonly lines: readonly string[] };

/**
 * Counts a board that was read and recounts every round that is closed, in the order in which they were opened. Lots that
 * come out otherwise when they are drawn again are told, but the file is sound all the same: nothing was lost.
 */
export function checkBoard({ board }: PlainDocument, locale: Locale): CheckReport {
  const words = cliWords(locale);
  const rounds = Object.values(board.rounds).sort((a, b) => a.openedMs - b.openedMs);
  const closed = rounds.flatMap((round) => {
    const again = recountRound(round);
    return again ? [{ ...again, question: round.question }] : [];
  });
  const recounts = closed.flatMap(({ rows, agrees, lots, question }, i) => [
    words.recount(i + 1, question, rows, agrees), ...(lots ? [words.lots(i + 1, lots.seed, lots.label, lots.agrees)] : []),
  ]);
  const wrong = closed.filter(({ agrees }) => !agrees);
  if (wrong.length > 0) return { sound: false, lines: [...wrong.map(({ question }) => words.miscounted(question)), ...recounts] };
  const counts = words.counts(Object.keys(board.pages).length, markCount(board), rounds.length);
  return { sound: true, lines: [`${words.sound}, ${words.version(board.version)}`, counts, ...recounts, ...(closed.length > 0 ? [words.recounted(closed.length)] : [])] };
}
