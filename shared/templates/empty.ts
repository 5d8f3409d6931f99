import { emptyBoard } from '../board/emptyBoard.ts';
import type { Template } from './template.ts';

/** One empty sheet. */
export const empty: Template = {
  id: 'empty',
  name: { nl: 'Leeg bord', en: 'Empty board' },
  about: { nl: 'teken, typ of stempel', en: 'draw, type or stamp' },
  build: ({ seed }) => ({ board: emptyBoard(seed), inks: {} }),
};
