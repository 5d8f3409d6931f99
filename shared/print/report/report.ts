import { pagesOf, type Board, type Charter, type Locale, type Page } from '../../board/board.ts';
import { marksOfKind } from '../../board/marksByKind.ts';
import type { CardMark, CardRole } from '../../board/marks.ts';
import type { InkColor } from '../../board/palette.ts';
import type { Round } from '../../board/round.ts';
import { charterFromBoard } from '../../charter/charterFromBoard.ts';
import { dayInWords, oneLine } from '../../outline/describeMark.ts';
import type { Outline, OutlinePage } from '../../outline/outline.ts';
import { outlineOf } from '../../outline/outlineOf.ts';
import type { SceneContext } from '../../scene/markNode.ts';
import { say } from '../../strings/say.ts';
import { chosenOf } from '../../voting/ranking.ts';
import { lastWinner, type Winner } from '../winnerDrawing.ts';
import { reportVotes, type ReportVote } from './votes.ts';

/** A word that was heard, with how often; `card` is where it stands on the board. */
export type HeardWord = { readonly card: CardMark; readonly text: string; readonly times: number; readonly color: InkColor; /** The room chose it. */ readonly won: boolean };

/** A number of the session as the cover shows it. */
export type ReportFact = { readonly number: string; readonly text: string };

/** Everything a report of a session tells, in its order. Names of people and counts of single tables are never in it. */
export type Report = {
  readonly title: string;
  /** Where and when. */
  readonly place: string;
  readonly dream: string;
  readonly winner: Winner | null;
  readonly facts: readonly ReportFact[];
  readonly pages: readonly { readonly page: Page; readonly number: number; readonly outlined: OutlinePage }[];
  readonly votes: readonly ReportVote[];
  readonly traits: readonly HeardWord[];
  readonly metaphors: readonly HeardWord[];
  readonly others: readonly { readonly role: Exclude<CardRole, 'trait' | 'metaphor' | 'point'>; readonly words: readonly HeardWord[] }[];
  /** Null while nothing was agreed. */
  readonly charter: Charter | null;
  readonly carriedBy: string;
  readonly nextSteps: readonly string[];
};

/** Words of a role, the one heard most first. */
function heardWords(board: Board, role: CardRole, chosen: ReadonlySet<string>): readonly HeardWord[] {
  return marksOfKind(board, 'card').filter((card) => card.role === role && oneLine(card.text) !== '')
    .sort((a, b) => Number(chosen.has(b.id)) - Number(chosen.has(a.id)) || b.mentions.length - a.mentions.length || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map((card) => ({ card, text: oneLine(card.text), times: Math.max(1, card.mentions.length), color: card.color, won: chosen.has(card.id) }));
}

/** Whom the revealed rounds chose that no run-off came after. */
function chosenIn(rounds: readonly Round[]): ReadonlySet<string> {
  const last = rounds.filter(({ id }) => !rounds.some(({ runOffOf }) => runOffOf === id));
  return new Set(last.flatMap((round) => chosenOf(round)?.id ?? []));
}

/** The day on which the session was: of its last vote or word, since a board may be prepared long before. */
function dayOf(board: Board, rounds: readonly Round[]): number {
  const voted = rounds.at(-1)?.openedMs;
  if (voted !== undefined) return voted;
  return marksOfKind(board, 'card').reduce((last, { mentions }) => Math.max(last, mentions.at(-1)?.atMs ?? 0), 0) || board.createdMs;
}

/** The place as it was typed, with the day before it unless a year is typed already. */
const whereAndWhen = (place: string, day: string): string => (place === '' ? day : /\b20\d\d\b/.test(place) ? place : `${day} · ${place}`);

function factsOf(board: Board, rounds: readonly Round[], locale: Locale): readonly ReportFact[] {
  const cards = marksOfKind(board, 'card').filter(({ role }) => role !== 'point');
  const tables = new Set(cards.flatMap(({ mentions }) => mentions.flatMap(({ table }) => table ?? [])));
  const voted = rounds.at(-1)?.tally;
  const fact = (key: 'report.tables' | 'report.words' | 'report.voted', count: number, number = String(count)): readonly ReportFact[] => (count > 0 ? [{ number, text: say(locale, key, { count }) }] : []);
  return [...fact('report.tables', tables.size), ...fact('report.words', cards.length), ...(voted ? fact('report.voted', voted.cast, say(locale, 'report.votedOf', { cast: voted.cast, heads: voted.heads })) : [])];
}

/** Whether a page has anything to show or read. */
const isBlank = ({ title, blocks }: OutlinePage): boolean => title.marks.length === 0 && blocks.length === 0;

/**
 * Gathers the report of a session from its board.
 * @param pages the pages that go along; blank ones are left out
 */
export function reportOf(context: SceneContext, locale: Locale, pages: readonly Page[]): Report {
  const { board } = context;
  const outline: Outline = outlineOf(context, locale);
  const rounds = Object.values(board.rounds).filter(({ state, tally }) => state === 'revealed' && tally !== null).sort((a, b) => a.openedMs - b.openedMs || (a.id < b.id ? -1 : 1));
  const chosen = chosenIn(rounds);
  const winner = lastWinner(context);
  const charter = charterFromBoard(board, winner?.label ?? null);
  const points = charter.points.filter(({ text }) => oneLine(text) !== '');
  const numbers = new Map(pagesOf(board).map(({ id }, i) => [id, i + 1]));
  const shown = pages.flatMap((page) => {
    const outlined = outline.pages.find((candidate) => candidate.page === page.id);
    return outlined && !isBlank(outlined) ? [{ page, number: numbers.get(page.id) ?? 1, outlined }] : [];
  });
  const others = (['theme', 'idea'] as const).map((role) => ({ role, words: heardWords(board, role, chosen) })).filter(({ words }) => words.length > 0);
  return {
    title: oneLine(board.title) || 'Droomdoek',
    place: whereAndWhen(oneLine(board.charter.place), dayInWords(dayOf(board, rounds), locale)),
    dream: oneLine(charter.dream),
    winner,
    facts: factsOf(board, rounds, locale),
    pages: shown,
    votes: reportVotes(context, rounds, locale),
    traits: heardWords(board, 'trait', chosen),
    metaphors: heardWords(board, 'metaphor', chosen),
    others,
    charter: points.length > 0 ? { ...charter, points } : null,
    carriedBy: oneLine(charter.carriedBy),
    nextSteps: (board.nextSteps ?? []).map(oneLine).filter((step) => step !== ''),
  };
}
