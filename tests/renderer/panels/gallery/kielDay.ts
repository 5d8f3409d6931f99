import { asId, type MarkId, type PageId, type RoundId, type TableId } from '../../../../shared/base/ids.ts';
import type { Charter, Table } from '../../../../shared/board/board.ts';
import { TABLE_INKS } from '../../../../shared/board/palette.ts';
import type { Candidate } from '../../../../shared/board/round.ts';
import type { LedgerRow, LedgerView } from '../../../../shared/contract/rounds.ts';

/** 20 November 2026, 14.32 in the zone of whoever looks. */
export const NOW_MS = new Date(2026, 10, 20, 14, 32).getTime();

export const tableId = (number: number): TableId => asId<TableId>(`t${number}`);
export const markId = (name: string): MarkId => asId<MarkId>(name);
export const pageId = (number: number): PageId => asId<PageId>(`p${number}`);

/** Heads per table are invented; the source names seven groups. */
const HEADS = [7, 6, 7, 7, 6, 7, 7] as const;

export const TABLES: readonly Table[] = TABLE_INKS.map((color, i) => ({ id: tableId(i + 1), number: i + 1, name: '', color, heads: HEADS[i] ?? 7 }));

export const PAGES = [{ id: pageId(1), title: 'Droomwijk' }, { id: pageId(2), title: 'Thema’s' }, { id: pageId(3), title: 'Charter' }] as const;

export const CANDIDATES: readonly Candidate[] = ['panda', 'braderie', 'jungle', 'mierennest'].map((label) => ({ id: markId(label), label }));

/** Invented votes: the source names none. Table 4 has one dot too many, tables 6 and 7 are still to be counted. */
const VOTES: readonly (readonly number[])[] = [[3, 2, 1, 1], [2, 2, 0, 1], [3, 2, 1, 1], [3, 3, 1, 1], [2, 2, 1, 1], [], []];

const ROWS: readonly LedgerRow[] = TABLES.map((table, i) => {
  const votes = VOTES[i] ?? [];
  const sum = votes.reduce((a, b) => a + b, 0);
  return {
    table: table.id,
    heads: table.heads,
    way: 'paper',
    phones: 0,
    dots: Object.fromEntries(votes.map((dots, k) => [CANDIDATES[k]?.id, dots])),
    counted: votes.length > 0 && sum <= table.heads,
    tooMany: Math.max(0, sum - table.heads),
  };
});

export const LEDGER: LedgerView = {
  round: asId<RoundId>('r1'), rows: ROWS, hands: { heads: 0, dots: {}, counted: false, tooMany: 0 },
  cast: 26, heads: 47, corrections: 1, canUndo: true, closesMs: null, time: 'open',
};

/** Three tables on their phones, two with their hands, two on paper. */
export const MIXED: LedgerView = {
  ...LEDGER,
  rows: ROWS.map((row, i) => {
    const phones = [5, 6, 0][i];
    if (phones !== undefined) return { ...row, way: 'phones', dots: {}, phones, counted: phones > 0, tooMany: 0 };
    return i === 4 || i === 5 ? { ...row, way: 'hands', dots: {}, counted: true, tooMany: 0 } : row;
  }),
  hands: { heads: 13, dots: Object.fromEntries(CANDIDATES.map(({ id }, i) => [id, [6, 4, 2, 1][i] ?? 0])), counted: true, tooMany: 0 },
  cast: 24,
};

export const CHARTER: Charter = {
  heading: 'Samenwerkingscharter Kiel',
  place: '20 november 2026, wijk Kiel, Antwerpen',
  dream: 'Onze droomwijk is als een panda: lief en vol tegenstellingen, het waard om voor te vechten.',
  points: [
    { text: 'We zien elkaar ook zomaar.', more: 'Samen eten in het park, een koffie op café.' },
    { text: 'We spreken elkaar aan, en zijn zelf aanspreekbaar.', more: 'Een open deur is niet genoeg.' },
    { text: 'We delen vragen en successen in één WhatsAppgroep.', more: '' },
    { text: 'We zeggen veel meer mensen in de wijk goeiendag.', more: '' },
    { text: 'De wijk is ons grotere geheel.', more: 'Dat brengen we in onze eigen organisatie.' },
  ],
  carriedBy: 'de stadsmarinier',
  roles: ['stadsmarinier', 'jeugdwerk', 'cultuur', 'politie', 'medewerkers stad', 'begeleider'],
};

/** Words of the board that the word catcher completes. */
export const WORDS_HEARD: readonly { readonly text: string; readonly times: number }[] = [
  { text: 'bruisend', times: 4 }, { text: 'verbinding', times: 3 }, { text: 'samen', times: 3 }, { text: 'eigenheid', times: 2 }, { text: 'potentie', times: 1 },
];
