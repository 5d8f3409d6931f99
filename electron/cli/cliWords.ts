import type { Locale } from '../../shared/board/board.ts';
import type { Trouble, TroubleCode } from '../../shared/contract/trouble.ts';
import { say } from '../../shared/strings/say.ts';
import type { RecountRow } from '../../shared/voting/recount.ts';
import type { UsageFault } from './arguments.ts';

/** What the command line says besides what the app says too. */
type CliWords = {
  readonly usage: string;
  readonly fault: (fault: UsageFault['fault'], what: string) => string;
  readonly noSuchPage: (page: number, pages: number) => string;
  readonly firstPageOnly: (pages: number) => string;
  readonly charterOnBoardOnly: string;
  readonly peopleStayBehind: string;
  readonly skipped: (counts: string) => string;
  readonly cancelled: string;
  readonly trouble: Partial<Record<TroubleCode, string>>;
  readonly sound: string;
  readonly version: (version: number) => string;
  readonly counts: (pages: number, marks: number, rounds: number) => string;
  readonly recounted: (rounds: number) => string;
  readonly miscounted: (question: string) => string;
  /** The recount of one round on one line. */
  readonly recount: (number: number, question: string, rows: readonly RecountRow[], agrees: boolean) => string;
  /** The lots of a round, drawn again. */
  readonly lots: (number: number, seed: string, drawn: string, agrees: boolean) => string;
};

/** Words of the room on one line, without signs that a terminal would obey. */
const printable = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** Candidates with their dots as they were counted again; beside them what is kept, where that is another number. */
function recountRows(rows: readonly RecountRow[], kept: string): string {
  return rows.map((row) => `${printable(row.label)} ${row.again}${row.kept === row.again ? '' : ` (${kept}: ${row.kept})`}`).join(', ');
}

const nl: CliWords = {
  usage: `droomdoek convert IN UIT [--page N|all] [--paper a4|a3|a2|a1|a0|board] [--orientation auto|landscape|portrait]
                         [--margins usual|none|bleed] [--tile a4|a3] [--dpi 300] [--transparent] [--public] [--charter]
                         [--report] [--svg-text text|outlines] [--lang nl|en]
    IN:  .doek .excalidraw .json .csv .txt
    UIT: .doek .pdf .html .png .svg .csv .md .json
droomdoek convert IN IN … UIT.pdf --side-by-side [--heading TEKST] [--page N|all] [--paper a1|a0]
droomdoek check BESTAND`,
  fault: (fault, what) => {
    switch (fault) {
      case 'command': return what === '' ? 'Zeg wat er moet gebeuren: convert of check.' : `“${what}” ken ik niet. Wel: convert, check.`;
      case 'files': return what === 'check' ? 'check vraagt één bestand.' : 'convert vraagt twee bestanden: IN en UIT.';
      case 'option': return `Deze keuze bestaat niet: ${what}`;
      case 'input': return `Dit soort bestand kan ik niet lezen: ${what}`;
      case 'output': return `Dit soort bestand kan ik niet maken: ${what}`;
      case 'tile': return '--tile gaat alleen naar een .pdf.';
      case 'beside': return '--side-by-side maakt één .pdf op a1 of a0, zonder --tile, --charter of --report.';
      case 'report': return '--report gaat naar een .pdf of .html, zonder --tile en zonder --charter: het charter zit er al in.';
    }
  },
  noSuchPage: (page, pages) => `Blad ${page} is er niet: het bord heeft ${pages === 1 ? '1 blad' : `${pages} bladen`}.`,
  firstPageOnly: (pages) => `Alleen blad 1 van ${pages}; kies met --page N of --page all.`,
  charterOnBoardOnly: 'In een beeld komt het charter mee zoals het op het bord staat; een eigen blad is het in een PDF.',
  peopleStayBehind: 'Het charter komt zonder namen en handtekeningen: die geeft alleen de app, op de laptop waar getekend is. De contactlijst ook.',
  skipped: (counts) => `Niet overgenomen: ${counts}`,
  cancelled: 'Gestopt. Er is niets geschreven.',
  trouble: { 'file.foreign': 'Dit is geen bestand van de soort die de naam belooft.', 'disk.full': 'De schijf is vol.', 'disk.gone': 'De map bestaat niet (meer).', 'disk.readOnly': 'Hier mag niet geschreven worden.' },
  sound: 'in orde',
  version: (version) => `versie ${version}`,
  counts: (pages, marks, rounds) => `${pages} ${pages === 1 ? 'blad' : 'bladen'}, ${marks} ${marks === 1 ? 'onderdeel' : 'onderdelen'}, ${rounds} ${rounds === 1 ? 'stemronde' : 'stemrondes'}`,
  recounted: (rounds) => (rounds === 1 ? '1 gesloten stemronde hertelde gelijk' : `${rounds} gesloten stemrondes hertelden gelijk`),
  miscounted: (question) => `De hertelling klopt niet: ${printable(question)}`,
  recount: (number, question, rows, agrees) => `ronde ${number}, ${printable(question)}: ${recountRows(rows, 'bewaard')}; ${agrees ? 'de hertelling klopt' : 'de hertelling klopt NIET'}`,
  lots: (number, seed, drawn, agrees) => `ronde ${number}, loting met ${printable(seed)}: ${printable(drawn)}; ${agrees ? 'de loting klopt' : 'de loting klopt NIET'}`,
};

const en: CliWords = {
  usage: `droomdoek convert IN OUT [--page N|all] [--paper a4|a3|a2|a1|a0|board] [--orientation auto|landscape|portrait]
                         [--margins usual|none|bleed] [--tile a4|a3] [--dpi 300] [--transparent] [--public] [--charter]
                         [--report] [--svg-text text|outlines] [--lang nl|en]
    IN:  .doek .excalidraw .json .csv .txt
    OUT: .doek .pdf .html .png .svg .csv .md .json
droomdoek convert IN IN … OUT.pdf --side-by-side [--heading TEXT] [--page N|all] [--paper a1|a0]
droomdoek check FILE`,
  fault: (fault, what) => {
    switch (fault) {
      case 'command': return what === '' ? 'Say what to do: convert or check.' : `Unknown command “${what}”. There are convert and check.`;
      case 'files': return what === 'check' ? 'check takes one file.' : 'convert takes two files: IN and OUT.';
      case 'option': return `No such choice: ${what}`;
      case 'input': return `Cannot read this kind of file: ${what}`;
      case 'output': return `Cannot make this kind of file: ${what}`;
      case 'tile': return '--tile makes a .pdf only.';
      case 'beside': return '--side-by-side makes one .pdf on a1 or a0, without --tile, --charter or --report.';
      case 'report': return '--report makes a .pdf or .html, without --tile and without --charter: the charter is in it.';
    }
  },
  noSuchPage: (page, pages) => `There is no page ${page}: the board has ${pages === 1 ? '1 page' : `${pages} pages`}.`,
  firstPageOnly: (pages) => `Only page 1 of ${pages}; choose with --page N or --page all.`,
  charterOnBoardOnly: 'In a picture the charter comes along as it stands on the board; in a PDF it is a sheet of its own.',
  peopleStayBehind: 'The charter comes without names and signatures: only the app gives those, on the laptop where people signed. The contact list too.',
  skipped: (counts) => `Not taken over: ${counts}`,
  cancelled: 'Stopped. Nothing was written.',
  trouble: { 'file.foreign': 'This is not the kind of file that its name promises.', 'disk.full': 'The disk is full.', 'disk.gone': 'The folder does not exist (any more).', 'disk.readOnly': 'Writing is not allowed here.' },
  sound: 'sound',
  version: (version) => `version ${version}`,
  counts: (pages, marks, rounds) => `${pages} ${pages === 1 ? 'page' : 'pages'}, ${marks} ${marks === 1 ? 'mark' : 'marks'}, ${rounds} ${rounds === 1 ? 'voting round' : 'voting rounds'}`,
  recounted: (rounds) => (rounds === 1 ? '1 closed round recounts the same' : `${rounds} closed rounds recount the same`),
  miscounted: (question) => `The recount differs: ${printable(question)}`,
  recount: (number, question, rows, agrees) => `round ${number}, ${printable(question)}: ${recountRows(rows, 'kept')}; ${agrees ? 'the recount agrees' : 'the recount DIFFERS'}`,
  lots: (number, seed, drawn, agrees) => `round ${number}, lots drawn with ${printable(seed)}: ${printable(drawn)}; ${agrees ? 'drawn again the same' : 'drawn again it DIFFERS'}`,
};

/** The words of the command line in a language. */
export function cliWords(locale: Locale): CliWords {
  return locale === 'nl' ? nl : en;
}

/** A trouble in one line: the file, what is the matter, and where. */
export function troubleLine(locale: Locale, file: string, { code, detail }: Trouble): string {
  const what = cliWords(locale).trouble[code] ?? say(locale, `notices.trouble.${code}.what`);
  const where = detail === '' ? '' : ` (${detail.replace(/\s+/g, ' ').slice(0, 160)})`;
  return `${file}: ${what}${where}`;
}
