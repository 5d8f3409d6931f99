import { randomUUID } from 'node:crypto';
import { readdir, realpath, rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { AssetId, BoardId } from '../../../shared/base/ids.ts';
import type { ContactList, Signer } from '../../../shared/charter/signer.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import type { TableSeats } from '../../../shared/contract/door.ts';
import type { ExportFormat, ExportProgress, ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { tempStart } from '../files/writeSafely.ts';
import { documentShelf, MOST_KEPT_BYTES, shareDocument } from './documentShelf.ts';
import { assetsOn, pagesAsked } from './exportJob.ts';
import { PHASE } from './exportPhase.ts';
import { exportWorkers, KEEP_MS, type WorkerRun } from './exportWorkers.ts';
import { stackPages } from './stackedPages.ts';
import type { ExportWork } from './workerOrder.ts';

/** Where the worker's bundle and the fonts are, and the app's version. */
export type ExportsSetting = {
  readonly workerFile: string;
  readonly fontsFolder: string;
  readonly version: string;
  /** How many threads paint a large picture, 1 or 2; as many as there are processors when it is left out. */
  readonly painters?: 1 | 2;
};

/** What is to be exported, where to, and who is told. */
export type ExportOrder = {
  readonly document: PlainDocument;
  /** The bytes of a picture, or null when it is missing. */
  readonly readAsset: (asset: AssetId) => Promise<Uint8Array | null>;
  readonly request: ExportRequest;
  /** The voting codes of each table, when cards with them are asked for. */
  readonly seats?: readonly TableSeats[];
  /** Who stands under the charter; left out: nobody yet. A public version names nobody whatever is given. */
  readonly signers?: readonly Signer[] | null;
  /** Whom to call, for the sheet that is made for it. */
  readonly contacts?: ContactList | null;
  /** Other boards that go on the same poster. */
  readonly others?: readonly Pick<ExportOrder, 'document' | 'readAsset'>[];
  /** Absolute path; what stands there is replaced only by a whole file. */
  readonly target: string;
  /** Writes the sheets of a PDF as a page that a window prints, see `printPages.ts`. */
  readonly forPrinter?: boolean;
  readonly onProgress: (progress: ExportProgress) => void;
};

/** How an export ended. */
export type ExportEnd = Exclude<ExportProgress, { state: 'running' }>;

/** An export under way. `done` never rejects. */
export type RunningExport = { readonly job: string; readonly cancel: () => void; readonly done: Promise<ExportEnd> };

/** What somebody who looks at the choices of an export will probably ask for. */
export type LikelyExport = { readonly document: PlainDocument; readonly pages: ExportRequest['pages'] };

export type Exports = {
  /**
   * Gets ready for an export of that format, which then need not wait for a thread to start.
   * @param likely what would be exported, if that is known: the threads read it and work out what they can. An export of
   * the same document is then quicker and otherwise the same; if it has changed meanwhile, the export begins anew
   */
  prepare(format: ExportFormat, likely?: LikelyExport): void;
  /** Nobody looks at the choices any more: threads leave off what they get ready. */
  rest(): void;
  /** Lets go of a board that was read ahead or exported last, and of one under way when it is done: it is closed. */
  forget(board: BoardId): void;
  start(order: ExportOrder): RunningExport;
  /** Cancels what is under way and waits until it has ended. */
  close(): Promise<void>;
};

/** How long a cancelled worker may take to tidy up by itself, before it is killed and tidied up after. */
const TIDY_MS = 100;

/** Removes temp files that a worker which was killed left beside its target. */
async function removeLeftovers(target: string): Promise<void> {
  const real = await realpath(target).catch(() => target);
  const folder = dirname(real);
  const start = tempStart(real);
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith(start) && /^[0-9a-f]{12}\.tmp$/.test(name.slice(start.length))) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

async function gather({ document, readAsset, request, others = [] }: ExportOrder): Promise<ExportWork['assets']> {
  const assets: [AssetId, Uint8Array][] = [];
  if (request.content.kind === 'seatCards' || request.content.kind === 'tableSigns' || request.content.kind === 'contacts') return assets;
  for (const asset of assetsOn(document.board, pagesAsked(document.board, request.part ? [request.part.page] : request.pages).map(({ id }) => id))) {
    const bytes = await readAsset(asset);
    if (bytes) assets.push([asset, bytes]);
  }
  for (const { document: other, readAsset: read } of others) {
    for (const asset of assetsOn(other.board, pagesAsked(other.board, 'all').map(({ id }) => id))) {
      const bytes = assets.some(([known]) => known === asset) ? null : await read(asset);
      if (bytes) assets.push([asset, bytes]);
    }
  }
  return assets;
}

/** Below this a second thread costs more than it gives. */
const LARGE_PIXELS = 6_000_000;

/** Whether a request is for a picture that two threads paint sooner than one. */
function isLargePicture({ document: { board }, request }: ExportOrder): boolean {
  if (request.format !== 'png') return false;
  const { wPx, hPx } = stackPages(pagesAsked(board, request.part ? [request.part.page] : request.pages), request, request.dpi / 25.4);
  return wPx * hPx >= LARGE_PIXELS;
}

const isCancelled = (phase: SharedArrayBuffer): boolean => Atomics.load(new Int32Array(phase), 0) === PHASE.cancelled;

/** A window draws its panel anew at each step it is told, on the same processor: more often than this nobody sees, and the export has to wait for it. */
const TOLD_MS = 100;
const TOLD_SHARE = 1 / 3;

/** Tells some of the shares that come: large steps, and small ones a few times a second. */
function toldAtTimes(tell: (share: number) => void): (share: number) => void {
  let told = 0, sinceMs = performance.now();
  return (share) => {
    const nowMs = performance.now();
    if (share - told < 0.01 || (share - told < TOLD_SHARE && nowMs - sinceMs < TOLD_MS)) return;
    told = share;
    sinceMs = nowMs;
    tell(share);
  };
}

/** Exports run in worker threads, so that drawing goes on; each can be cancelled at any moment and leaves no half file. */
export function createExports({ workerFile, fontsFolder, version, painters = cpus().length > 1 ? 2 : 1 }: ExportsSetting): Exports {
  /** What is under way; `isClosed` once its board is. */
  const running = new Map<string, RunningExport & { readonly board: BoardId; isClosed: boolean }>();
  const workers = exportWorkers(workerFile);
  const shelf = documentShelf(KEEP_MS);
  /** How many orders and preparations there have been: only the newest one is prepared for. */
  let wishes = 0;

  /** Writes the file in a thread; for a large picture a second one helps. */
  async function work(order: ExportOrder, assets: ExportWork['assets'], phase: SharedArrayBuffer, onShare: (share: number) => void, onRun: (run: WorkerRun) => void): Promise<void> {
    const { document, request, seats = [], signers = [], contacts = null, others = [], target, forPrinter = false } = order;
    const cancelled = (): boolean => isCancelled(phase);
    const given: ExportWork = { document: await shelf.of(document, cancelled), assets, request, seats, signers: request.publicVersion ? null : signers, contacts: request.publicVersion ? null : contacts, others: await Promise.all(others.map((other) => shareDocument(other.document, cancelled))), target, forPrinter, version, phase };
    if (painters === 1 || !isLargePicture(order)) {
      const run = workers.run({ kind: 'write', work: given, team: null, fontsFolder }, onShare);
      onRun(run);
      return run.ended;
    }
    const { port1, port2 } = new MessageChannel();
    const taken = new SharedArrayBuffer(4);
    const writing = workers.run({ kind: 'write', work: given, team: { taken, port: port1 }, fontsFolder }, onShare);
    onRun(writing);
    const helping = workers.run({ kind: 'help', work: given, team: { taken, port: port2 }, fontsFolder }, () => undefined);
    onRun(helping);
    // A helper that dies would be waited for in vain, and whoever writes no more needs no help.
    helping.ended.catch(writing.kill);
    writing.ended.catch(() => { if (!cancelled()) helping.kill(); });
    try {
      await writing.ended;
    } finally {
      // One that fell behind must not go on painting for a file that is there, or will never be.
      await helping.ended.catch(() => undefined);
    }
  }

  /** Has the threads read what they will probably be asked for, unless something else comes first. */
  async function readAhead({ document, pages }: LikelyExport, isShared: boolean): Promise<void> {
    const mine = ++wishes;
    const inkLength = Object.values(document.inks).reduce((sum, text) => sum + text.length, 0);
    if (running.size > 0 || inkLength > MOST_KEPT_BYTES) return;
    const shared = await shelf.of(document, () => wishes !== mine);
    // Neither threads nor shelf would keep a larger one.
    if (wishes !== mine || shared.memory.byteLength > MOST_KEPT_BYTES) return;
    workers.prepare('write', { kind: 'read', document: shared, pages, first: isShared ? 'fromTop' : 'all' });
    if (isShared) workers.prepare('help', { kind: 'read', document: shared, pages, first: 'fromBottom' });
  }

  async function run(job: string, order: ExportOrder, phase: SharedArrayBuffer, onRun: (run: WorkerRun) => void): Promise<ExportEnd> {
    const cancelled = (): boolean => isCancelled(phase);
    try {
      const assets = await gather(order);
      if (cancelled()) return { job, state: 'cancelled' };
      await work(order, assets, phase, toldAtTimes((share) => order.onProgress({ job, state: 'running', share })), onRun);
      return { job, state: 'done', path: order.target, url: null };
    } catch (error) {
      await removeLeftovers(order.target);
      if (cancelled()) return { job, state: 'cancelled' };
      return { job, state: 'failed', trouble: error instanceof TroubleError ? error.trouble : { code: 'export.failed', detail: error instanceof Error ? error.message : String(error) } };
    }
  }

  /** Neither shelf nor threads keep a board. */
  function letGo(board: BoardId): void {
    shelf.forget(board);
    workers.tell({ kind: 'forget' });
  }

  function start(order: ExportOrder): RunningExport {
    wishes++;
    const job = randomUUID();
    const phase = new SharedArrayBuffer(4);
    const runs: WorkerRun[] = [];
    let patience: NodeJS.Timeout | undefined;
    let isOver = false;
    const end = (): void => {
      isOver = true;
      for (const { kill } of runs) kill();
    };
    const cancel = (): void => {
      const before = Atomics.compareExchange(new Int32Array(phase), 0, PHASE.painting, PHASE.cancelled);
      if (before === PHASE.painting) patience = setTimeout(end, TIDY_MS);
    };
    const onRun = (started: WorkerRun): void => {
      runs.push(started);
      if (isOver) started.kill();
    };
    order.onProgress({ job, state: 'running', share: 0 });
    const { board } = order.document;
    const done = run(job, order, phase, onRun).then((ended) => {
      clearTimeout(patience);
      const isClosed = running.get(job)?.isClosed;
      running.delete(job);
      if (isClosed) letGo(board.id);
      order.onProgress(ended);
      return ended;
    });
    const export_: RunningExport = { job, cancel, done };
    running.set(job, { ...export_, board: board.id, isClosed: false });
    return export_;
  }

  return {
    start,
    prepare(format, likely) {
      // A board file is written by its own services.
      if (format === 'doek') return;
      const isShared = format === 'png' && painters > 1;
      workers.prepare('write', { kind: 'prepare', format, fontsFolder });
      if (isShared) workers.prepare('help', { kind: 'prepare', format, fontsFolder });
      if (likely) readAhead(likely, isShared).catch(() => undefined);
    },
    rest() {
      wishes++;
      workers.tell({ kind: 'rest' });
    },
    forget(board) {
      wishes++;
      for (const one of running.values()) if (one.board === board) one.isClosed = true;
      letGo(board);
    },
    async close() {
      const all = [...running.values()];
      for (const { cancel } of all) cancel();
      await Promise.all(all.map(({ done }) => done));
      wishes++;
      shelf.clear();
      await workers.close();
    },
  };
}
