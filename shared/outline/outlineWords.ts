import type { Locale } from '../board/board.ts';
import type { CardRole } from '../board/marks.ts';
import type { RoundRule } from '../board/round.ts';

/** The words with which the text twin tells what a picture shows. */
export type OutlineWords = {
  readonly page: (number: number) => string;
  readonly role: Readonly<Record<CardRole, string>>;
  readonly times: (count: number) => string;
  readonly tables: (numbers: readonly number[]) => string;
  readonly stamp: (name: string) => string;
  /** `written` is what somebody wrote about it, or nothing. */
  readonly drawing: (name: string, role: string, won: boolean, written: string) => string;
  readonly lines: (count: number, written: string) => string;
  readonly image: (alt: string) => string;
  readonly link: (from: string, to: string, arrow: boolean) => string;
  readonly result: (question: string) => string;
  readonly dots: (label: string, count: number) => string;
  readonly turnout: (cast: number, heads: number) => string;
  readonly rule: (rule: RoundRule) => string;
  readonly runOff: (number: number) => string;
  /** From when to when people voted. */
  readonly voted: (day: string, from: string, to: string) => string;
  readonly corrections: (count: number) => string;
  readonly lots: (label: string, seed: string) => string;
  readonly waiting: string;
  readonly results: string;
  readonly empty: string;
};

const nl: OutlineWords = {
  page: (number) => `Blad ${number}`,
  role: { trait: 'kenmerk', metaphor: 'metafoor', theme: 'thema', idea: 'idee', point: 'afspraak' },
  times: (count) => `${count} keer`,
  tables: (numbers) => (numbers.length === 1 ? `tafel ${numbers[0]}` : `tafels ${numbers.join(', ')}`),
  stamp: (name) => `Stempel: ${name}`,
  drawing: (name, role, won, written) => `Tekening: ${name} (${role}${won ? ', winnaar van de stemming' : ''})${written === '' ? '' : `: ${written}`}`,
  lines: (count, written) => (written !== '' ? `Tekening: ${written}` : count === 1 ? 'Tekening van 1 lijn' : `Tekening van ${count} lijnen`),
  image: (alt) => (alt === '' ? 'Afbeelding zonder beschrijving' : `Afbeelding: ${alt}`),
  link: (from, to, arrow) => (arrow ? `Pijl van ${from} naar ${to}` : `Verbindingslijn tussen ${from} en ${to}`),
  result: (question) => `Uitslag: ${question}`,
  dots: (label, count) => `${label}: ${count} ${count === 1 ? 'stip' : 'stippen'}`,
  turnout: (cast, heads) => `Uitgebracht: ${cast} van ${heads}`,
  rule: ({ dotsPerPerson: dots, atMostPerCandidate: most }) => {
    if (dots === 1) return 'Eén stip per persoon';
    return `${dots} stippen per persoon, ${most >= dots ? 'vrij te verdelen' : `hoogstens ${most === 1 ? 'één' : most} per keuze`}`;
  },
  runOff: (number) => `Tweede ronde na ronde ${number}`,
  voted: (day, from, to) => `Gestemd op ${day} van ${from} tot ${to}`,
  corrections: (count) => (count === 0 ? 'Geen correcties' : `${count} ${count === 1 ? 'correctie' : 'correcties'} voor het sluiten`),
  lots: (label, seed) => `Loting na gelijke stand: ${label} (getal ${seed})`,
  waiting: 'Nog te plaatsen',
  results: 'Uitslagen',
  empty: 'Dit blad is leeg.',
};

const en: OutlineWords = {
  page: (number) => `Page ${number}`,
  role: { trait: 'trait', metaphor: 'metaphor', theme: 'theme', idea: 'idea', point: 'agreement' },
  times: (count) => `${count} times`,
  tables: (numbers) => (numbers.length === 1 ? `table ${numbers[0]}` : `tables ${numbers.join(', ')}`),
  stamp: (name) => `Stamp: ${name}`,
  drawing: (name, role, won, written) => `Drawing: ${name} (${role}${won ? ', winner of the vote' : ''})${written === '' ? '' : `: ${written}`}`,
  lines: (count, written) => (written !== '' ? `Drawing: ${written}` : count === 1 ? 'Drawing of 1 line' : `Drawing of ${count} lines`),
  image: (alt) => (alt === '' ? 'Picture without a description' : `Picture: ${alt}`),
  link: (from, to, arrow) => (arrow ? `Arrow from ${from} to ${to}` : `Line between ${from} and ${to}`),
  result: (question) => `Result: ${question}`,
  dots: (label, count) => `${label}: ${count} ${count === 1 ? 'dot' : 'dots'}`,
  turnout: (cast, heads) => `Votes cast: ${cast} of ${heads}`,
  rule: ({ dotsPerPerson: dots, atMostPerCandidate: most }) => {
    if (dots === 1) return 'One dot per person';
    return `${dots} dots per person, ${most >= dots ? 'shared out as one likes' : `at most ${most === 1 ? 'one' : most} per choice`}`;
  },
  runOff: (number) => `Run-off after round ${number}`,
  voted: (day, from, to) => `Voted on ${day} from ${from} to ${to}`,
  corrections: (count) => (count === 0 ? 'No corrections' : `${count} ${count === 1 ? 'correction' : 'corrections'} before closing`),
  lots: (label, seed) => `Lots drawn after a tie: ${label} (seed ${seed})`,
  waiting: 'Waiting for a place',
  results: 'Results',
  empty: 'This page is empty.',
};

/** The words of the text twin in a language. */
export function outlineWords(locale: Locale): OutlineWords {
  return locale === 'nl' ? nl : en;
}
