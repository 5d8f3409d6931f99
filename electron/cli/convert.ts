import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { BOARD_VERSION, pagesOf, type Locale } from '../../shared/board/board.ts';
import type { ExportRequest } from '../../shared/contract/exportRequest.ts';
import { TroubleError } from '../../shared/contract/trouble.ts';
import type { BoardFile } from '../services/boardFile/container.ts';
import { containerPieces } from '../services/boardFile/writeBoardFile.ts';
import type { Exports } from '../services/exports/createExports.ts';
import { makeShareable } from '../services/exports/shareable.ts';
import { withFileTrouble } from '../services/files/fileTrouble.ts';
import { writeSafely } from '../services/files/writeSafely.ts';
import type { ConvertOrder } from './arguments.ts';
import { cliWords } from './cliWords.ts';
import { assetReader, type Input } from './readInput.ts';

/** A command line that asks for what the board does not have. */
export class UsageError extends Error {}

/** Whom the conversion tells and asks. */
export type ConvertTools = {
  readonly exports: Exports;
  readonly version: string;
  readonly locale: Locale;
  /** Told a line for a person. */
  readonly note: (line: string) => void;
  readonly onShare: (share: number) => void;
  /** Ends when the user wants to stop. */
  readonly signal: AbortSignal;
};

/** Pictures have one page unless all are asked for; everything else takes all. @throws UsageError */
function pagesFor(order: ConvertOrder, content: BoardFile, { locale, note }: ConvertTools): ExportRequest['pages'] {
  const pages = pagesOf(content.document.board);
  // Of several boards one page each, unless all are asked for; a single one stands side by side with itself, page by page.
  const onePage = order.format === 'png' || order.format === 'svg' || (order.sideBySide?.others.length ?? 0) > 0;
  if (order.page === 'all' || (order.page === null && (!onePage || pages.length === 1))) return 'all';
  const page = pages[(order.page ?? 1) - 1];
  if (!page) throw new UsageError(cliWords(locale).noSuchPage(order.page ?? 1, pages.length));
  if (order.page === null) note(cliWords(locale).firstPageOnly(pages.length));
  return [page.id];
}

/** What the order asks for besides the board itself. */
function contentFor({ report, sideBySide, paper }: ConvertOrder): ExportRequest['content'] {
  if (sideBySide) return { kind: 'sideBySide', heading: sideBySide.heading, paper: paper === 'a0' ? 'a0' : 'a1', boards: [] };
  return { kind: report ? 'report' : 'board' };
}

function requestFor(order: ConvertOrder, content: BoardFile, tools: ConvertTools): ExportRequest {
  const { format, orientation, margins, background, tile, dpi, publicVersion, charter, svgText } = order;
  return {
    format, content: contentFor(order), orientation, margins, background, tile, dpi, publicVersion, charter, svgText,
    pages: pagesFor(order, content, tools),
    // What is printed at home fits an office printer; a picture is the board itself; a poster is worth gluing from A1 on.
    paper: order.paper ?? (tile ? 'a1' : format === 'pdf' ? 'a4' : 'board'),
    locale: order.locale ?? content.document.board.locale,
  };
}

/** Writes a board file; a public one without the names that were kept with it and without how it came about. */
async function writeDoek(target: string, content: BoardFile, publicVersion: boolean, { version, signal }: ConvertTools): Promise<void> {
  const given: BoardFile = publicVersion ? { ...content, people: null, playback: null } : content;
  const manifest = {
    board: given.document.board.id, documentVersion: BOARD_VERSION, savedMs: Date.now(), mark: randomBytes(16).toString('hex'),
    seq: given.seq, startSeq: given.playback?.startSeq ?? null, app: version,
  };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of containerPieces(given, manifest)) {
      if (signal.aborted) throw new TroubleError('export.cancelled', '');
      yield piece;
    }
    if (signal.aborted) throw new TroubleError('export.cancelled', '');
  }
  await withFileTrouble(() => writeSafely(target, pieces()));
  await makeShareable(target);
}

/**
 * Writes a board that was read, with `others` beside it, to the file that the order names.
 * @throws UsageError for a page that is not there, TroubleError export.cancelled, disk.* or export.* otherwise
 */
export async function convert(order: ConvertOrder, { content }: Input, others: readonly Input[], tools: ConvertTools): Promise<void> {
  const target = resolve(order.output);
  const request = requestFor(order, content, tools);
  if (order.charter && (order.format === 'png' || order.format === 'svg')) tools.note(cliWords(tools.locale).charterOnBoardOnly);
  // Their key is the app's: there is no way to people, and so none to their numbers, from here.
  else if ((order.charter || order.report) && content.people) tools.note(cliWords(tools.locale).peopleStayBehind);
  if (tools.signal.aborted) throw new TroubleError('export.cancelled', '');
  if (order.format === 'doek') return writeDoek(target, content, order.publicVersion, tools);
  const running = tools.exports.start({
    document: content.document, readAsset: assetReader(content), request, target,
    others: others.map((other) => ({ document: other.content.document, readAsset: assetReader(other.content) })),
    onProgress: (progress) => { if (progress.state === 'running') tools.onShare(progress.share); },
  });
  tools.signal.addEventListener('abort', running.cancel);
  const end = await running.done;
  switch (end.state) {
    case 'done': return;
    case 'cancelled': throw new TroubleError('export.cancelled', '');
    case 'failed': throw new TroubleError(end.trouble.code, end.trouble.detail);
  }
}
