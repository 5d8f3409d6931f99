import '../../../shared/stamps/allDrawings.ts';
import { parentPort } from 'node:worker_threads';
import { pagesOf, type Board, type Inks } from '../../../shared/board/board.ts';
import type { ExportFormat } from '../../../shared/contract/exportRequest.ts';
import { TroubleError, type Trouble } from '../../../shared/contract/trouble.ts';
import { boardPart } from '../../../shared/scene/boardPart.ts';
import { markNode, type SceneContext } from '../../../shared/scene/markNode.ts';
import { assertNever } from '../../../shared/base/assertNever.ts';
import { errnoOf, fileTrouble } from '../files/fileTrouble.ts';
import { breathing, type Breath } from '../files/inTurns.ts';
import { writeSafely } from '../files/writeSafely.ts';
import { registerFonts } from './canvasFonts.ts';
import { pagesAsked, type ExportJob, type ExportPieces } from './exportJob.ts';
import { PHASE } from './exportPhase.ts';
import { exportPieces } from './exportPieces.ts';
import { fontFilesIn } from './fontFiles.ts';
import { forgetDocument, keptDocument, readAhead, readOnce } from './keptDocument.ts';
import { latePdfKit } from './latePackages.ts';
import { makeShareable } from './shareable.ts';
import { readPictures } from './pictures.ts';
import { practisePng } from './practisePng.ts';
import { printedMarks } from './printedMarks.ts';
import { printPieces } from './printPages.ts';
import { helpWithPng } from './pngFile.ts';
import type { HelperNews, StripeTeam } from './stripeTeam.ts';
import { workAhead } from './workAhead.ts';
import type { AheadOrder, ExportWork, WorkerNews, WorkerOrder } from './workerOrder.ts';

const tell = (news: WorkerNews): void => parentPort?.postMessage(news);

function troubleOf(error: unknown): Trouble {
  if (error instanceof TroubleError) return error.trouble;
  if (errnoOf(error).startsWith('E')) return fileTrouble(error);
  return { code: 'export.failed', detail: error instanceof Error ? error.message : String(error) };
}

/** Loads what a format needs. */
function prepare(format: ExportFormat, fontsFolder: string): void {
  if (format === 'png' || format === 'pdf') registerFonts(fontFilesIn(fontsFolder));
  if (format === 'pdf') latePdfKit();
}

/** How many orders have come. */
let orders = 0;

/** A breath for work that nobody waits for: whatever comes next ends it. @throws then */
function untilNextOrder(): Breath {
  const mine = orders;
  const breathe = breathing();
  return async () => {
    await breathe();
    if (orders !== mine) throw new Error('Another order has come');
  };
}

/** Whether this thread has painted stripes before. */
let hasPractised = false;

async function read({ document, pages, first }: Extract<AheadOrder, { kind: 'read' }>): Promise<void> {
  const breathe = untilNextOrder();
  const { context, page } = await workAhead(await readAhead(document, breathe), pages, first, breathe);
  if (first === 'all' || hasPractised || !page) return;
  hasPractised = true;
  await practisePng(context, page, breathe);
}

async function openJob(work: ExportWork, fontsFolder: string): Promise<ExportJob> {
  const phase = new Int32Array(work.phase);
  const { document: given, inksOn } = keptDocument(work.document);
  const { part } = work.request;
  const asked = pagesAsked(given.board, part ? [part.page] : work.request.pages);
  const inks: Inks = inksOn(work.request.charter || work.request.content.kind !== 'board' ? pagesOf(given.board) : asked);
  const board: Board = part ? boardPart({ board: given.board, inks }, part) : given.board;
  return {
    document: { ...given, board },
    pages: part ? pagesOf(board) : asked,
    // A part has no charter: what it would be made from is not on it.
    request: part ? { ...work.request, charter: false } : work.request,
    seats: work.seats,
    signers: work.signers,
    contacts: work.contacts,
    others: work.others.map((shared): SceneContext => {
      const { document: { board: other }, inksOn: inksOnOther } = readOnce(shared);
      return { board: other, inks: inksOnOther(pagesOf(other)) };
    }),
    context: { board, inks },
    pictures: await readPictures(new Map(work.assets)),
    fonts: fontFilesIn(fontsFolder),
    version: work.version,
    cancelled: () => Atomics.load(phase, 0) === PHASE.cancelled,
    onShare: (share) => tell({ kind: 'share', share }),
  };
}

/**
 * Refuses a picture of the board on which nothing would stand: whoever chose the wrong board or page finds out before the
 * printer does.
 * @throws TroubleError export.nothing
 */
function refuseEmpty({ context, pages, request }: ExportJob): void {
  const isPicture = request.content.kind === 'board' && (request.format === 'pdf' || request.format === 'png' || request.format === 'svg');
  if (!isPicture || (request.charter && request.format === 'pdf')) return;
  const isPainted = pages.some(({ id }) => printedMarks(context.board, id).some((mark) => markNode(mark, context).ops.length > 0));
  if (!isPainted) throw new TroubleError('export.nothing', context.board.title);
}

async function write(work: ExportWork, team: StripeTeam | null, fontsFolder: string): Promise<void> {
  const job = await openJob(work, fontsFolder);
  refuseEmpty(job);
  async function* pieces(): ExportPieces {
    yield* work.forPrinter ? printPieces(job) : exportPieces(job, team);
    const before = Atomics.compareExchange(new Int32Array(work.phase), 0, PHASE.painting, PHASE.closing);
    if (before === PHASE.cancelled) throw new TroubleError('export.cancelled', '');
  }
  // Whoever reads the codes can vote, and numbers are for those who were given them: such files stay their owner's.
  const isSecret = work.forPrinter || work.request.content.kind === 'seatCards' || work.request.content.kind === 'contacts';
  await writeSafely(work.target, pieces(), isSecret ? 0o600 : undefined);
  if (!isSecret) await makeShareable(work.target);
}

/** Helps the worker that writes, and tells it when that fails: it is the one that knows what follows from it. */
async function help(work: ExportWork, team: StripeTeam, fontsFolder: string): Promise<void> {
  try {
    await helpWithPng(await openJob(work, fontsFolder), team);
  } catch (error) {
    team.port.postMessage({ kind: 'failed', trouble: troubleOf(error) } satisfies HelperNews);
  } finally {
    team.port.close();
  }
}

async function carryOut(order: WorkerOrder): Promise<void> {
  switch (order.kind) {
    case 'prepare': return prepare(order.format, order.fontsFolder);
    case 'read': return read(order);
    // That it has come was all: nothing goes on that was begun before.
    case 'rest': return;
    case 'forget': return forgetDocument();
    case 'write': return write(order.work, order.team, order.fontsFolder);
    case 'help': return help(order.work, order.team, order.fontsFolder);
    default: return assertNever(order);
  }
}

parentPort?.on('message', (order: WorkerOrder) => {
  orders++;
  // What was done ahead nobody waits for; if it failed, the export itself will tell.
  const isAwaited = order.kind === 'write' || order.kind === 'help';
  carryOut(order).then(
    () => { if (isAwaited) tell({ kind: 'done' }); },
    (error: unknown) => { if (isAwaited) tell({ kind: 'failed', trouble: troubleOf(error) }); },
  );
});
