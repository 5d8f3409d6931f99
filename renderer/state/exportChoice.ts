import type { PageId } from '../../shared/base/ids.ts';
import type { ExportRequest } from '../../shared/contract/exportRequest.ts';
import type { ExportHabits } from '../../shared/contract/settings.ts';
import type { ExportStart } from './deskStore.ts';

/** What is chosen for an export; its language is the window's. */
export type ExportChoice = Omit<ExportRequest, 'locale'>;

/** Whether a format is a picture of one page; every other is a document. */
export const isOfOnePage = (format: ExportChoice['format']): boolean => format === 'png' || format === 'svg';

/** The pages that a format begins with: a picture has the page in view, a document all. */
export function firstPages(format: ExportChoice['format'], inView: PageId): ExportChoice['pages'] {
  return isOfOnePage(format) ? [inView] : 'all';
}

/** What an export begins with: what this laptop chose last, of the page in view or of all. What others may see of people is asked anew each time. */
export function firstChoice(habits: ExportHabits, start: ExportStart | null, inView: PageId): ExportChoice {
  const { content, toPrint } = start ?? { content: { kind: 'board' } as const, toPrint: false };
  const format = content.kind === 'board' && !toPrint ? habits.format : 'pdf';
  return { ...habits, format, content, pages: firstPages(format, inView), publicVersion: false, charter: false };
}

/** What of a choice is remembered; the questions of this board, its pages and its frames are not those of the next. */
export function habitsOf({ content, format, paper, orientation, margins, background, tile, dpi, svgText }: ExportChoice, before: ExportHabits): ExportHabits {
  if (content.kind !== 'board') return before;
  return { format, paper, orientation, margins, background, tile, dpi, svgText };
}
