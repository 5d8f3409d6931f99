import { pagesOf, type Board, type Page } from '../board/board.ts';
import { marksOfKind } from '../board/marksByKind.ts';

/** More would not be read on a table. */
const MOST_QUESTIONS = 3;

type Asked = { readonly text: string; readonly x: number; readonly y: number; readonly isHeading: boolean };

/** What is asked on a page in prepared lettering: whatever ends with a question mark; hints under headings are no questions. */
function askedOn(board: Board, page: Page): readonly Asked[] {
  const lettered = [...marksOfKind(board, 'text'), ...marksOfKind(board, 'shape')];
  const asked = lettered.flatMap((mark): readonly Asked[] => {
    const text = mark.text.replace(/\s+/g, ' ').trim();
    if (mark.page !== page.id || mark.layer !== 'prepared' || !text.endsWith('?')) return [];
    return [{ text, x: mark.matrix[4], y: mark.matrix[5], isHeading: mark.kind === 'shape' || mark.heading }];
  });
  const headings = asked.filter(({ isHeading }) => isHeading);
  return headings.length > 0 ? headings : asked;
}

/** How far apart (board units) two lines may begin and still be read from left to right. */
const ROW_UNITS = 60;

/**
 * The questions of the session as its prepared sheets ask them: those of the page that asks most, three at most, rows
 * from the top and from left to right. Empty when nothing is asked.
 */
export function questionsOf(board: Board): readonly string[] {
  const pages = pagesOf(board).map((page) => askedOn(board, page));
  const most = pages.reduce((best, asked) => (asked.length > best.length ? asked : best), [] as readonly Asked[]);
  const row = ({ y }: Asked): number => Math.round(y / ROW_UNITS);
  return [...most].sort((a, b) => row(a) - row(b) || a.x - b.x).slice(0, MOST_QUESTIONS).map(({ text }) => text);
}
