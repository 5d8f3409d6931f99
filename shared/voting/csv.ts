import type { Locale } from '../board/board.ts';
import type { Round, RoundState } from '../board/round.ts';
import { outcomeOf, resultRows } from './ranking.ts';

type Cell = string | number;

const HEADER: { readonly [locale in Locale]: readonly string[] } = {
  nl: ['ronde', 'vraag', 'kandidaat', 'stippen', 'plaats', 'uitslag', 'uitgebracht', 'in de zaal', 'stippen per persoon', 'hoogstens per kandidaat', 'geopend', 'gesloten', 'correcties', 'status', 'tweede ronde van'],
  en: ['round', 'question', 'candidate', 'dots', 'place', 'result', 'cast', 'in the room', 'dots per person', 'at most per candidate', 'opened', 'closed', 'corrections', 'state', 'run-off of'],
};

const WON: { readonly [locale in Locale]: { readonly winner: string; readonly tie: string; readonly lots: (seed: string) => string } } = {
  nl: { winner: 'winnaar', tie: 'gelijke stand', lots: (seed) => `winnaar na loting (${seed})` },
  en: { winner: 'winner', tie: 'tie', lots: (seed) => `winner by lots (${seed})` },
};

const STATE: { readonly [locale in Locale]: { readonly [state in RoundState]: string } } = {
  nl: { open: 'open', closed: 'gesloten', revealed: 'onthuld', cancelled: 'geannuleerd' },
  en: { open: 'open', closed: 'closed', revealed: 'revealed', cancelled: 'cancelled' },
};

/**
 * One cell after RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe before it
 * (OWASP, "CSV injection"): words come from anybody in the room.
 */
export function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = /^\s*[=+\-@\t\r|%]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const isoOf = (atMs: number | null): string => (atMs === null ? '' : new Date(atMs).toISOString());

function rowsOf(round: Round, number: number, numbers: ReadonlyMap<string, number>, locale: Locale): Cell[][] {
  const { tally } = round;
  if (!tally) return [];
  const outcome = outcomeOf(tally, round.candidates);
  const said = (id: string): string => {
    if (round.lots?.drawn === id) return WON[locale].lots(round.lots.seed);
    if (outcome.kind === 'winner') return outcome.candidate.id === id ? WON[locale].winner : '';
    return outcome.kind === 'tie' && outcome.candidates.some((candidate) => candidate.id === id) ? WON[locale].tie : '';
  };
  return resultRows(round).map((row) => [
    number, round.question, row.label, row.dots, row.place, said(row.id), tally.cast, tally.heads,
    round.rule.dotsPerPerson, round.rule.atMostPerCandidate, isoOf(round.openedMs), isoOf(round.closedMs), tally.corrections,
    STATE[locale][round.state], round.runOffOf === null ? '' : (numbers.get(round.runOffOf) ?? ''),
  ]);
}

/**
 * The results that the room has seen, of all revealed rounds, as CSV after RFC 4180: UTF-8 without a byte order mark,
 * lines ended by CRLF, a row for each candidate with totals, turnout, rule, ISO times and the number of corrections.
 * Never a table's count, and nothing of a round that is closed but still to be revealed.
 */
export function roundsToCsv(rounds: Iterable<Round>, locale: Locale): string {
  const revealed = [...rounds]
    .filter((round) => round.state === 'revealed')
    .sort((a, b) => a.openedMs - b.openedMs || (a.id < b.id ? -1 : 1));
  const numbers = new Map(revealed.map((round, i) => [round.id as string, i + 1]));
  const rows = revealed.flatMap((round, i) => rowsOf(round, i + 1, numbers, locale));
  return [HEADER[locale], ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
