import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../shared/board/board.ts';
import type { MeasureEm } from '../../shared/board/lettering.ts';
import { TroubleError, type TroubleCode } from '../../shared/contract/trouble.ts';
import { createExports } from '../services/exports/createExports.ts';
import { fontFilesIn } from '../services/exports/fontFiles.ts';
import { nodeMeasure } from '../services/exports/measure.ts';
import { readArguments, type CheckOrder, type ConvertOrder } from './arguments.ts';
import { checkBoard } from './check.ts';
import { cliWords, troubleLine } from './cliWords.ts';
import { convert, UsageError } from './convert.ts';
import { readInput, type Input } from './readInput.ts';

const EXIT = { done: 0, usage: 2, input: 3, output: 4, cancelled: 130 } as const;
type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Everything lies beside the bundle, which lies in `dist/` of the package. */
const fontsFolder = join(__dirname, 'resources', 'fonts');
const workerFile = join(__dirname, 'exportWorker.cjs');

const appVersion = (): string => String((JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version?: unknown }).version);

const say = (line: string): void => { process.stderr.write(`${line}\n`); };

const localeOfSystem = (): Locale => (/^en/i.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '') ? 'en' : 'nl');

/** How far a conversion is, on one line that is overwritten; nothing where nobody watches. */
function progressLine(): { readonly show: (share: number) => void; readonly clear: () => void } {
  if (!process.stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (share) => { process.stderr.write(`\r${Math.round(share * 100)} %\u001b[K`); },
    clear: () => { process.stderr.write('\r\u001b[K'); },
  };
}

/** Lettering is measured only where a file brings bare words; until then no font is opened. */
function lateMeasure(): MeasureEm {
  let measure: MeasureEm | undefined;
  return (text, hand) => (measure ??= nodeMeasure(fontFilesIn(fontsFolder)))(text, hand);
}

/** Reads the input; a failure is told in one line and becomes the exit code. */
async function readOr(order: Pick<ConvertOrder | CheckOrder, 'input' | 'inputKind'>, locale: Locale): Promise<Input | Exit> {
  try {
    return await readInput(order.input, order.inputKind, locale, lateMeasure());
  } catch (error) {
    say(troubleLine(locale, order.input, error instanceof TroubleError ? error.trouble : { code: 'file.unreadable', detail: String(error) }));
    return EXIT.input;
  }
}

async function runCheck(order: CheckOrder, locale: Locale): Promise<Exit> {
  const input = await readOr(order, locale);
  if (typeof input === 'number') return input;
  const { sound, lines } = checkBoard(input.content.document, locale);
  if (sound) process.stdout.write(`${lines.map((line) => `${order.input}: ${line}`).join('\n')}\n`);
  else say(lines.map((line) => `${order.input}: ${line}`).join('\n'));
  return sound ? EXIT.done : EXIT.input;
}

const exitOf = (code: TroubleCode): Exit => (code === 'export.cancelled' ? EXIT.cancelled : EXIT.output);

async function runConvert(order: ConvertOrder, locale: Locale): Promise<Exit> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop.abort());
  const progress = progressLine();
  const version = appVersion();
  const exports = createExports({ workerFile, fontsFolder, version });
  // Its thread starts while the board is read.
  exports.prepare(order.format);
  const input = await readOr(order, locale);
  if (typeof input === 'number') return input;
  const others: Input[] = [];
  for (const other of order.sideBySide?.others ?? []) {
    const read = await readOr(other, locale);
    if (typeof read === 'number') return read;
    others.push(read);
  }
  const skipped = Object.entries(input.skipped).map(([kind, count]) => `${count} × ${kind}`);
  if (skipped.length > 0) say(`${order.input}: ${cliWords(locale).skipped(skipped.join(', '))}`);
  try {
    await convert(order, input, others, { exports, version, locale, note: say, onShare: progress.show, signal: stop.signal });
    progress.clear();
    return EXIT.done;
  } catch (error) {
    progress.clear();
    if (error instanceof UsageError) {
      say(error.message);
      return EXIT.usage;
    }
    const trouble = error instanceof TroubleError ? error.trouble : { code: 'export.failed' as const, detail: String(error) };
    say(trouble.code === 'export.cancelled' ? cliWords(locale).cancelled : troubleLine(locale, order.output, trouble));
    return exitOf(trouble.code);
  }
}

async function run(): Promise<Exit> {
  const order = readArguments(process.argv.slice(2));
  const locale = order.locale ?? localeOfSystem();
  const words = cliWords(locale);
  switch (order.command) {
    case 'help':
      process.stdout.write(`${words.usage}\n`);
      return EXIT.done;
    case 'fault':
      say(words.fault(order.fault, order.what));
      return EXIT.usage;
    case 'check': return runCheck(order, locale);
    case 'convert': return runConvert(order, locale);
  }
}

void run().then((exit) => { process.exitCode = exit; });
