import type { PageId } from '../base/ids.ts';
import type { Locale } from '../board/board.ts';
import type { SceneContext } from '../scene/markNode.ts';
import { charterToMarkdown } from './charterToMarkdown.ts';
import { outlineOf } from './outlineOf.ts';
import { outlineToMarkdown } from './outlineToMarkdown.ts';

/** Which of a board is told; what belongs to no page (results, words that wait) only with the whole. */
export type MarkdownChoice = { readonly pages: readonly PageId[]; readonly isWhole: boolean; readonly charter: boolean; readonly locale: Locale };

/** The text twin of pages of a board, and the charter when it goes along. */
export function boardToMarkdown(context: SceneContext, { pages, isWhole, charter, locale }: MarkdownChoice): string {
  const outline = outlineOf(context, locale);
  const asked = new Set(pages);
  const agreed = charter ? charterToMarkdown(context.board.charter, locale) : '';
  const text = outlineToMarkdown({
    ...outline,
    pages: outline.pages.filter(({ page }) => asked.has(page)),
    waiting: isWhole ? outline.waiting : [],
    results: isWhole ? outline.results : [],
  }, locale);
  return agreed === '' ? text : `${text}\n${agreed}`;
}
