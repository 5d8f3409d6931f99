import { asId, type MarkId, type PageId, type RoundId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import type { StampMark } from '../../shared/board/marks.ts';
import type { Round } from '../../shared/board/round.ts';
import type { PlainDocument } from '../../shared/contract/boards.ts';
import { grow } from '../../shared/geometry/box.ts';
import { planNameSelection } from '../../shared/harvest/nameSelection.ts';
import { placeCard } from '../../shared/harvest/placement.ts';
import { foldRound } from '../../shared/voting/foldRound.ts';
import { planRound, planReveal } from '../../shared/voting/roundCommands.ts';
import { runOff } from '../../shared/voting/runOff.ts';
import { after, boundsOn, cardOf, HARVEST, kielBoard, name, roomOn, tableId } from '../shared/harvest/kielDay.ts';
import { measureEm } from './measureEm.ts';

/** Invented for tests and pictures: who said what, how often, how the room voted, when it was, and what comes next. The words are those of the day. */
const TRAITS: readonly (readonly [table: number, word: string])[] = [
  [2, 'bruisend'], [4, 'bruisend'], [5, 'bruisend'], [7, 'bruisend'], [6, 'verbinding'], [1, 'verbinding'], [3, 'verbinding'],
  [5, 'samen'], [2, 'samen'], [1, 'eigenheid'], [6, 'eigenheid'], [7, 'potentie'],
];
const DRAWINGS = [
  { stamp: 'panda', word: 'panda', table: 5, units: 176, x: 640, y: 292 },
  { stamp: 'kraam', word: 'braderie', table: 2, units: 112, x: 880, y: 262 },
  { stamp: 'jungle', word: 'jungle', table: 3, units: 96, x: 1028, y: 272 },
  { stamp: 'mierennest', word: 'mierennest', table: 6, units: 92, x: 880, y: 440 },
] as const;
const THEMES = ['elkaar persoonlijk kennen', 'warm contact, gewoon informeel', 'gsm-nummers uitwisselen'];
const IDEAS: readonly (readonly [table: number, words: string])[] = [
  [1, 'ik woon hier graag'], [2, 'mijn school staat hier'], [3, 'de markt op zaterdag'], [4, 'elk kind telt mee'], [5, 'deuren openen'], [6, 'trots op het Kiel'],
];
const POINTS = [
  { text: 'We zien elkaar ook zomaar.', more: 'Samen eten in het park, een koffie op café.' },
  { text: 'We spreken elkaar aan, en zijn zelf aanspreekbaar.', more: 'Een open deur is niet genoeg: we gaan naar de ander toe.' },
  { text: 'We delen vragen en successen in één WhatsAppgroep.', more: 'Over de grenzen van onze diensten heen.' },
  { text: 'We zeggen veel meer mensen in de wijk goeiendag.', more: '' },
  { text: 'De wijk is ons grotere geheel.', more: 'Dat onthouden we, en we brengen het in onze eigen organisatie.' },
];
const NEXT = ['De WhatsAppgroep start vandaag; de stadsmarinier nodigt iedereen uit.', 'Eerste lunch in het park: vrijdag 4 december, wie kan brengt iets mee.', 'In maart komen we opnieuw samen en hangen we het charter naast wat er gebeurd is.'];
/** Friday 20 November 2026, 14:30 in Antwerp. */
const VOTED_MS = Date.UTC(2026, 10, 20, 13, 30);

function stamped(board: Board, { stamp, units, x, y }: (typeof DRAWINGS)[number], turn: number): Board {
  const mark: StampMark = { id: asId<MarkId>(`stamp-${stamp}`), page: HARVEST, layer: 'harvest', order: `c${String(turn).padStart(5, '0')}1`, matrix: [1, 0, 0, 1, x, y], locked: false, kind: 'stamp', stamp, sizeUnits: units, color: null, alt: '', outline: null };
  return after(board, { type: 'marks.put', what: 'stamp', marks: [mark] });
}

function drawn(board: Board, drawing: (typeof DRAWINGS)[number], turn: number): Board {
  const withStamp = stamped(board, drawing, turn);
  return after(withStamp, planNameSelection({
    board: withStamp, page: HARVEST, ids: [asId<MarkId>(`stamp-${drawing.stamp}`)], text: drawing.word, role: 'metaphor', table: tableId(drawing.table), atMs: turn,
    newId: asId<MarkId>(`w${turn}`), order: `b${String(turn).padStart(5, '0')}1`, measure: measureEm, roomOf: roomOn(withStamp), boundsOf: boundsOn(withStamp),
  }));
}

type Dots = Readonly<Record<string, readonly number[]>>;
/** Dots of tables 1–7: 45 people of 49. */
const DOTS: Dots = { panda: [3, 2, 3, 3, 2, 3, 3], braderie: [2, 2, 2, 2, 1, 2, 2], mierennest: [1, 1, 1, 1, 1, 1, 2], jungle: [1, 0, 1, 1, 1, 1, 0] };
const TIED: Dots = { panda: [3, 2, 2, 2, 3, 2, 2], braderie: [2, 3, 2, 2, 2, 3, 2], mierennest: [1, 1, 1, 1, 1, 1, 2], jungle: [1, 0, 1, 1, 1, 1, 0] };
const AGAIN: Dots = { panda: [4, 3, 4, 4, 3, 4, 3], braderie: [3, 3, 3, 2, 3, 3, 3] };

/** A round counted on paper at seven tables, revealed; its result takes its room on the board when there is any. */
function voted(board: Board, open: Round, dots: Dots): Board {
  const rows = Array.from({ length: 7 }, (_, table) => ({ heads: 7, tables: 1, dots: Object.fromEntries(open.candidates.map(({ id, label }) => [id, dots[label]?.[table] ?? 0])) }));
  const tally = foldRound({ candidates: open.candidates, rule: open.rule, rows: rows.map((row) => ({ ...row, heads: Object.values(row.dots).reduce((sum, n) => sum + n, 0) })), ballots: [], ballotTables: 0, corrections: 1, heads: 49 });
  const round: Round = { ...open, state: 'closed', closedMs: open.openedMs + 6 * 60_000, tally };
  return after(board, planReveal({
    board, round, newId: asId<MarkId>(`result-${open.id}`), order: 'd000001',
    place: (page, size) => {
      const room = roomOn(board)(page);
      return room && placeCard({ role: 'idea', within: [grow({ x: 0, y: 0, ...room.page.size }, -30)], obstacles: room.taken.map(({ box }) => box), kin: [], size });
    },
  }));
}

const question = (board: Board): Round => planRound({
  id: asId<RoundId>('round-1'), question: 'Welk beeld past bij onze droomwijk?', cards: DRAWINGS.map(({ word }) => cardOf(board, word)), openedMs: VOTED_MS,
});

/** The board of the day before anybody voted: words, named drawings, themes, and nothing agreed yet. */
export function harvestedKiel(): Board {
  let turn = 0;
  let board = kielBoard();
  for (const drawing of DRAWINGS) board = drawn(board, drawing, ++turn);
  for (const [table, word] of TRAITS) board = name(board, word, 'trait', table, ++turn);
  for (const theme of THEMES) board = name(board, theme, 'theme', 0, ++turn, asId<PageId>('p4'));
  for (const [table, idea] of IDEAS) board = name(board, idea, 'idea', table, ++turn, asId<PageId>('p2'));
  return board;
}

/** The board at the end of the day: voted, with its charter and what comes next. */
export function finishedKiel(): Board {
  const harvested = harvestedKiel();
  const named = POINTS.reduce((board, { text }, i) => name(board, text, 'point', 0, 80 + i, asId<PageId>('p5')), harvested);
  const board = voted(named, question(named), DOTS);
  const charter = { ...board.charter, place: '20 november 2026 · wijk Kiel, Antwerpen', dream: 'Onze droomwijk is als een panda: lief en vol tegenstellingen, het waard om voor te vechten.', points: POINTS, carriedBy: 'de stadsmarinier' };
  return after(after(board, { type: 'charter.set', charter }), { type: 'nextSteps.set', steps: NEXT });
}

/** The same day with two leaders in the first round, and a second one between them. */
export function tiedKiel(): Board {
  const harvested = harvestedKiel();
  const first = question(harvested);
  const tied = voted(harvested, first, TIED);
  const again = runOff(tied.rounds[first.id] as Round, 'leaders', asId<RoundId>('round-2'), VOTED_MS + 10 * 60_000);
  if (!again) throw new Error('The first round has no tie');
  return voted(tied, again, AGAIN);
}

/** A board as a document without drawn lines. */
export const documentOf = (board: Board): PlainDocument => ({ board, inks: {} });
