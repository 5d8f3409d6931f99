import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Locale } from '../../shared/board/board.ts';
import type { ExportFormat, ExportRequest } from '../../shared/contract/exportRequest.ts';
import type { Margins, Orientation, PaperName } from '../../shared/paint/sheet.ts';

/** What files a board can come from. */
export type InputKind = 'doek' | 'excalidraw' | 'json' | 'csv' | 'txt';

/** `droomdoek convert IN OUT …` as it was asked for; null where the default depends on the board. */
export type ConvertOrder = Pick<ExportRequest, 'format' | 'orientation' | 'margins' | 'background' | 'tile' | 'dpi' | 'publicVersion' | 'charter' | 'svgText'> & {
  readonly command: 'convert';
  readonly input: string;
  readonly inputKind: InputKind;
  readonly output: string;
  /** Counted from 1. */
  readonly page: number | 'all' | null;
  readonly paper: PaperName | null;
  /** More boards for one poster with the first; null when no such poster was asked for. */
  readonly sideBySide: { readonly heading: string; readonly others: readonly { readonly input: string; readonly inputKind: InputKind }[] } | null;
  /** The report of the session instead of the board alone. */
  readonly report: boolean;
  readonly locale: Locale | null;
};

export type CheckOrder = { readonly command: 'check'; readonly input: string; readonly inputKind: InputKind; readonly locale: Locale | null };
export type HelpOrder = { readonly command: 'help'; readonly locale: Locale | null };

/** Why a command line cannot be carried out; `what` is the part that does not fit. */
export type UsageFault = { readonly command: 'fault'; readonly fault: 'command' | 'files' | 'option' | 'input' | 'output' | 'tile' | 'report' | 'beside'; readonly what: string; readonly locale: Locale | null };

export type Order = ConvertOrder | CheckOrder | HelpOrder | UsageFault;

const INPUTS = ['doek', 'excalidraw', 'json', 'csv', 'txt'] as const satisfies readonly InputKind[];
const OUTPUTS = ['doek', 'pdf', 'html', 'png', 'svg', 'csv', 'md', 'json'] as const satisfies readonly ExportFormat[];
const PAPERS = ['a4', 'a3', 'a2', 'a1', 'a0', 'board'] as const satisfies readonly PaperName[];
const ORIENTATIONS = ['auto', 'landscape', 'portrait'] as const satisfies readonly Orientation[];
const MARGINS = ['usual', 'none', 'bleed'] as const satisfies readonly Margins[];
const TILES = ['a4', 'a3'] as const;
const SVG_TEXTS = ['text', 'outlines'] as const;
const LOCALES = ['nl', 'en'] as const satisfies readonly Locale[];
/** Finer than any printer, coarser than any screen. */
const DPI = { least: 10, most: 1200 };

const OPTIONS = {
  page: { type: 'string' }, paper: { type: 'string' }, orientation: { type: 'string' }, margins: { type: 'string' }, transparent: { type: 'boolean' }, tile: { type: 'string' }, dpi: { type: 'string' },
  public: { type: 'boolean' }, charter: { type: 'boolean' }, report: { type: 'boolean' }, 'side-by-side': { type: 'boolean' }, heading: { type: 'string' }, 'svg-text': { type: 'string' }, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' },
} as const;

class NotAllowed extends Error {}

/** One of the words that an option takes, or the default when it was not given. */
function choice<Word extends string, Otherwise>(option: string, given: string | undefined, words: readonly Word[], otherwise: Otherwise): Word | Otherwise {
  if (given === undefined) return otherwise;
  const word = words.find((candidate) => candidate === given.toLowerCase());
  if (!word) throw new NotAllowed(`--${option} ${given}`);
  return word;
}

function wholeNumber(option: string, given: string, least: number, most: number): number {
  const number = /^\d{1,6}$/.test(given) ? Number(given) : NaN;
  if (!(number >= least && number <= most)) throw new NotAllowed(`--${option} ${given}`);
  return number;
}

const kindOf = <Kind extends string>(path: string, kinds: readonly Kind[]): Kind | undefined =>
  kinds.find((kind) => kind === extname(path).slice(1).toLowerCase());

/** Reads the words after `droomdoek`. Never throws: what does not fit is told as a fault. */
export function readArguments(words: readonly string[]): Order {
  let locale: Locale | null = null;
  const fault = (kind: UsageFault['fault'], what: string): UsageFault => ({ command: 'fault', fault: kind, what, locale });
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
    locale = choice('lang', values.lang, LOCALES, null);
    const beside = values['side-by-side'] ?? false;
    const [command, input, ...rest] = positionals;
    // Of several boards the last file is the one that is written.
    const output = beside ? rest[rest.length - 1] : rest[0];
    const more = beside ? rest.slice(0, -1) : rest.slice(1);
    if (values.help || (command === 'help' && input === undefined)) return { command: 'help', locale };
    if (command !== 'convert' && command !== 'check') return fault('command', command ?? '');
    const surplus = command === 'check' ? rest.length > 0 : !beside && more.length > 0;
    if (input === undefined || surplus || (command === 'convert' && output === undefined)) return fault('files', command);
    const inputKind = kindOf(input, INPUTS);
    if (!inputKind) return fault('input', input);
    if (command === 'check') return { command, input, inputKind, locale };
    const format = kindOf(output as string, OUTPUTS);
    if (!format) return fault('output', output as string);
    const tile = choice('tile', values.tile, TILES, null);
    if (tile && format !== 'pdf') return fault('tile', output as string);
    const others = more.map((path) => ({ input: path, inputKind: kindOf(path, INPUTS) }));
    const strange = others.find((other) => other.inputKind === undefined);
    if (strange) return fault('input', strange.input);
    if (beside && (format !== 'pdf' || tile || values.charter || values.report || (values.paper !== undefined && !/^a[01]$/i.test(values.paper)))) return fault('beside', output as string);
    if (values.heading !== undefined && !beside) return fault('option', '--heading');
    const report = (values.report ?? false) || format === 'html';
    if (report && ((format !== 'pdf' && format !== 'html') || tile || values.charter)) return fault('report', output as string);
    return {
      command, input, inputKind, output: output as string, format, tile, locale,
      page: values.page === undefined ? null : values.page === 'all' ? 'all' : wholeNumber('page', values.page, 1, 100_000),
      paper: choice('paper', values.paper, PAPERS, null),
      margins: choice('margins', values.margins, MARGINS, 'usual' as const),
      background: values.transparent ? 'none' : 'paper',
      orientation: choice('orientation', values.orientation, ORIENTATIONS, 'auto' as const),
      dpi: values.dpi === undefined ? 300 : wholeNumber('dpi', values.dpi, DPI.least, DPI.most),
      publicVersion: values.public ?? false,
      charter: values.charter ?? false,
      sideBySide: beside ? { heading: values.heading ?? '', others: others as { input: string; inputKind: InputKind }[] } : null,
      report,
      svgText: choice('svg-text', values['svg-text'], SVG_TEXTS, 'text' as const),
    };
  } catch (error) {
    if (error instanceof NotAllowed) return fault('option', error.message);
    // parseArgs names the option in quotes.
    return fault('option', error instanceof Error ? /'([^']*)'/.exec(error.message)?.[1] ?? error.message : String(error));
  }
}
