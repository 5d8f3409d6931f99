import { generateKeyBetween } from 'fractional-indexing';
import { asId, type BoardId, type PageId, type TableId } from '../base/ids.ts';
import { BOARD_VERSION, PAGE_SIZE, type Board, type Locale, type Table } from './board.ts';
import { TABLE_INKS } from './palette.ts';

/** What the clock and chance decide about a new board. */
export type BoardSeed = { readonly id: BoardId; readonly title: string; readonly locale: Locale; readonly createdMs: number };

/** The seven tables of a new board, seven people each, in the colours of the marker set. */
export function sevenTables(): { readonly [id: TableId]: Table } {
  const entries = TABLE_INKS.map((color, i): [TableId, Table] => {
    const id = asId<TableId>(`t${i + 1}`);
    return [id, { id, number: i + 1, name: '', color, heads: 7 }];
  });
  return Object.fromEntries(entries);
}

/** A board with one empty page and seven tables. */
export function emptyBoard(seed: BoardSeed): Board {
  const page = asId<PageId>('p1');
  return {
    version: BOARD_VERSION,
    ...seed,
    template: 'empty',
    pages: { [page]: { id: page, title: '', order: generateKeyBetween(null, null), size: PAGE_SIZE, step: '' } },
    layers: {
      tracing: { locked: true, visible: true },
      prepared: { locked: true, visible: true },
      harvest: { locked: false, visible: true },
    },
    buckets: {},
    tables: sevenTables(),
    rounds: {},
    charter: { heading: '', place: '', dream: '', points: [], carriedBy: '', roles: [] },
    sameness: [],
  };
}
