import type { MarkId } from '../base/ids.ts';
import type { Board, Locale } from '../board/board.ts';
import { markOf } from '../board/buckets.ts';
import { spokenDescription } from '../board/describeMarks.ts';
import type { CardMark, ConnectorEnd, ConnectorMark, Mark, ResultMark, StampMark } from '../board/marks.ts';
import type { Round } from '../board/round.ts';
import { drawnStamps } from '../stamps/drawn.ts';
import { outlineWords, type OutlineWords } from './outlineWords.ts';

/** Lettering on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The distinct numbers of the tables that named a card, lowest first. */
function tableNumbers(card: CardMark, board: Board): readonly number[] {
  const numbers = new Set<number>();
  for (const { table } of card.mentions) {
    const record = table === null ? undefined : board.tables[table];
    if (record) numbers.add(record.number);
  }
  return [...numbers].sort((a, b) => a - b);
}

/**
 * A card as it is read out: "bruisend (4 keer, tafels 2, 4, 5, 7)".
 * @param withRole also says what the card stands for, where no area around it does
 */
export function describeCard(card: CardMark, board: Board, words: OutlineWords, withRole: boolean): string {
  const numbers = tableNumbers(card, board);
  const parts = [
    ...(withRole ? [words.role[card.role]] : []),
    ...(card.mentions.length > 1 ? [words.times(card.mentions.length)] : []),
    ...(numbers.length > 0 ? [words.tables(numbers)] : []),
  ];
  const text = oneLine(card.text);
  return parts.length > 0 ? `${text} (${parts.join(', ')})` : text;
}

/** What a stamp shows: what the oogster wrote, else its name. */
export function describeStamp(mark: StampMark, words: OutlineWords, locale: Locale): string {
  const drawn = drawnStamps.find(({ id }) => id === mark.stamp);
  const name = spokenDescription(mark.alt) || (drawn ? drawn[locale] : mark.stamp.replace(/^noto:.*/, ''));
  return words.stamp(name).replace(/: $/, '');
}

/** The words that a mark shows, or what it is the picture of; empty for anything else. */
function nameOf(mark: Mark | undefined, words: OutlineWords, locale: Locale): string {
  if (!mark) return '';
  switch (mark.kind) {
    case 'text': case 'card': case 'shape': return oneLine(mark.text);
    case 'stamp': return describeStamp(mark, words, locale).replace(/^[^:]*: /, '');
    case 'image': return spokenDescription(mark.alt);
    case 'stroke': case 'connector': case 'result': return '';
  }
}

/** What marks show in words, each once, in reading order of the list; drawn strokes have none. */
export function namesOf(ids: readonly MarkId[], board: Board, locale: Locale): readonly string[] {
  const names = ids.map((id) => nameOf(markOf(board, id), outlineWords(locale), locale)).filter((name) => name !== '');
  return [...new Set(names)].slice(0, MOST_NAMES);
}

/** More are not listened to. */
const MOST_NAMES = 8;

/** What a connector joins, or undefined when an end of it has no name: it is then decoration. */
export function describeConnector(mark: ConnectorMark, board: Board, words: OutlineWords, locale: Locale): string | undefined {
  const name = (end: ConnectorEnd): string => nameOf(end.mark === null ? undefined : markOf(board, end.mark), words, locale);
  const from = name(mark.from), to = name(mark.to);
  return from === '' || to === '' ? undefined : words.link(from, to, mark.head === 'arrow');
}

/** The lines of a revealed result: dots per candidate from most to least, turnout, rule; undefined while it is hidden. */
export function describeResult(round: Round | undefined, words: OutlineWords): readonly string[] | undefined {
  const tally = round?.tally;
  if (!round || !tally || round.state !== 'revealed') return undefined;
  const rows = round.candidates.map(({ id, label }) => ({ label: oneLine(label), dots: tally.totals[id] ?? 0 }));
  const drawn = round.candidates.find(({ id }) => id === round.lots?.drawn);
  return [
    ...rows.sort((a, b) => b.dots - a.dots).map(({ label, dots }) => words.dots(label, dots)),
    ...(drawn && round.lots ? [words.lots(oneLine(drawn.label), round.lots.seed)] : []),
    words.turnout(tally.cast, tally.heads),
    words.rule(round.rule),
  ];
}

/**
 * Clock and calendar of Flanders and the Netherlands, which are the same everywhere there: the text twin of a board does
 * not depend on the laptop that writes it.
 */
const ROOM_ZONE = 'Europe/Brussels';

function clockTime(atMs: number, locale: Locale): string {
  const text = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-BE' : 'en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ROOM_ZONE }).format(atMs);
  return locale === 'nl' ? text.replace(':', '.') : text;
}

/** A day of the calendar in words: "20 november 2026". */
export function dayInWords(atMs: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'nl' ? 'nl-BE' : 'en-GB', { dateStyle: 'long', timeZone: ROOM_ZONE }).format(atMs);
}

/** How a revealed round came about: what it decided, from when to when people voted, corrections. Never a table's part. */
export function describeCounting(round: Round, rounds: readonly Round[], words: OutlineWords, locale: Locale): readonly string[] {
  if (!round.tally || round.closedMs === null) return [];
  const decided = rounds.findIndex(({ id }) => id === round.runOffOf);
  return [
    ...(decided >= 0 ? [words.runOff(decided + 1)] : []),
    words.voted(dayInWords(round.openedMs, locale), clockTime(round.openedMs, locale), clockTime(round.closedMs, locale)),
    words.corrections(round.tally.corrections),
  ];
}

/** A result on the sheet as one sentence, or undefined while it is hidden. */
export function describeResultMark(mark: ResultMark, board: Board, words: OutlineWords): string | undefined {
  const round = board.rounds[mark.round];
  const lines = describeResult(round, words);
  return lines && round ? [words.result(oneLine(round.question)), ...lines].join('; ') : undefined;
}
