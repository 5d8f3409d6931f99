import type { BoardId, TableId } from '../base/ids.ts';
import { pagesOf, tablesOf, type Board, type Inks, type Locale, type Page } from '../board/board.ts';
import type { MeasureEm } from '../board/lettering.ts';
import type { ContactList, Signer } from '../charter/signer.ts';
import { charterSheets } from './charterSheet.ts';
import { contactSheets } from './contactSheet.ts';
import { reportSheets } from './report/reportSheets.ts';
import type { PrintedSheet } from './printedSheet.ts';
import { seatCardSheets } from './seatCards.ts';
import type { SceneContext } from '../scene/markNode.ts';
import { sideBySideSheets } from './sideBySide.ts';
import { tableSignSheets } from './tableSigns.ts';

/**
 * What is printed of a session besides its board. `url` is what phones open, null when it is not known yet; `questions`
 * are what the signs ask the table, three at most.
 */
export type Handout =
  | { readonly kind: 'seatCards'; readonly url: string | null }
  | { readonly kind: 'tableSigns'; readonly questions: readonly string[] }
  | { readonly kind: 'charter'; readonly paper: 'a4' | 'a3' }
  /** Names and telephone numbers: the only thing that ever has them. */
  | { readonly kind: 'contacts' }
  /** The whole session in one document. */
  | { readonly kind: 'report' }
  /** Pages or boards on one poster; `boards` are other boards of this laptop. */
  | { readonly kind: 'sideBySide'; readonly heading: string; readonly paper: 'a1' | 'a0'; readonly boards: readonly BoardId[] };

/** What handouts are made from. `seats` are only needed for cards with codes, people only for what names them. */
export type HandoutSource = {
  readonly board: Board;
  /** The pages that go into a report; all of them when they are left out. */
  readonly pages?: readonly Page[];
  /** The ink of what may be drawn on them. */
  readonly inks: Inks;
  readonly locale: Locale;
  readonly seats: readonly { readonly table: TableId; readonly codes: readonly string[] }[];
  /** Who stands under the charter; null for a public version, which names nobody. */
  readonly signers: readonly Signer[] | null;
  readonly contacts: ContactList | null;
  /** The other boards of a poster. */
  readonly others?: readonly SceneContext[];
};

/** The sheets of a handout; none when the board has nothing to put on them. */
export function handoutSheets(handout: Handout, { board, inks, locale, seats, signers, contacts, pages = pagesOf(board), others = [] }: HandoutSource, measure: MeasureEm): readonly PrintedSheet[] {
  const title = board.title.trim();
  const tables = tablesOf(board);
  switch (handout.kind) {
    case 'seatCards': {
      const withCodes = tables.flatMap((table) => seats.filter((seat) => seat.table === table.id).map(({ codes }) => ({ table, codes })));
      return seatCardSheets(withCodes, { title, url: handout.url, locale }, measure);
    }
    case 'charter': return charterSheets({ board, inks }, locale, measure, { paper: handout.paper, signers });
    case 'contacts': return contacts === null ? [] : contactSheets(contacts, title, locale, measure);
    case 'sideBySide': return sideBySideSheets({ board, inks }, pages, others, { heading: handout.heading, paper: handout.paper, locale }, measure);
    case 'report': return reportSheets({ board, inks }, locale, measure, pages);
    case 'tableSigns': return tableSignSheets(tables, { title, questions: handout.questions.map((question) => question.trim()).filter((question) => question !== ''), locale }, measure);
  }
}
