import type { ExportRequest } from '../../shared/contract/exportRequest.ts';
import type { ExportHabits } from '../../shared/contract/settings.ts';
import type { ExportStart } from './deskStore.ts';

/** What is chosen for an export; its language is the window's. */
export type ExportChoice = Omit<ExportRequest, 'locale'>;

/** What an export begins with: what this laptop chose last, all pages of the board. What others may see of people is asked anew each time. */
export function firstChoice(habits: ExportHabits, start: ExportStart | null): ExportChoice {
  const { content, toPrint } = start ?? { content: { kind: 'board' } as const, toPrint: false };
  return { ...habits, ...(content.kind === 'board' && !toPrint ? {} : { format: 'pdf' as const }), content, pages: 'all', publicVersion: false, charter: false };
}

/** What of a choice is remembered; the questions of this board, its pages and its frames are not those of the next. */
export function habitsOf({ content, format, paper, orientation, margins, background, tile, dpi, svgText }: ExportChoice, before: ExportHabits): ExportHabits {
  if (content.kind !== 'board') return before;
  return { format, paper, orientation, margins, background, tile, dpi, svgText };
}
