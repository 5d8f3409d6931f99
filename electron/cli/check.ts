import type { Locale } from '../../shared/board/board.ts';
import { markCount } from '../../shared/board/buckets.ts';
import type { PlainDocument } from '../../shared/contract/boards.ts';
import { recountAgrees } from '../../shared/voting/foldRound.ts';
import { cliWords } from './cliWords.ts';

/** What a look at a board gave: lines for a person, and whether all is well. */
export type CheckReport = { readonly sound: boolean; readonly lines: readonly string[] };

/** Counts a board that was read and recounts every round that is closed. */
export function checkBoard({ board }: PlainDocument, locale: Locale): CheckReport {
  const words = cliWords(locale);
  const rounds = Object.values(board.rounds);
  const closed = rounds.filter(({ tally }) => tally !== null);
  const wrong = closed.filter(({ tally }) => tally && !recountAgrees(tally));
  const counts = words.counts(Object.keys(board.pages).length, markCount(board), rounds.length);
  if (wrong.length > 0) return { sound: false, lines: wrong.map(({ question }) => words.miscounted(question)) };
  return { sound: true, lines: [`${words.sound}, ${words.version(board.version)}`, counts, ...(closed.length > 0 ? [words.recounted(closed.length)] : [])] };
}
