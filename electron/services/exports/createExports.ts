import { randomUUID } from 'node:crypto';
import { readdir, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AssetId } from '../../../shared/base/ids.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import type { ExportProgress, ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { TroubleError, type Trouble } from '../../../shared/contract/trouble.ts';
import { assetsOn, pagesAsked } from './exportJob.ts';
import { PHASE } from './exportPhase.ts';
import type { WorkerNews, WorkerOrder } from './exportWorker.ts';

/** Where the worker's bundle and the fonts are, and the app's version. */
export type ExportsSetting = { readonly workerFile: string; readonly fontsFolder: string; readonly version: string };

/** What is to be exported, where to, and who is told. */
export type ExportOrder = {
  readonly document: PlainDocument;
  /** The bytes of a picture, or null when it is missing. */
  readonly readAsset: (asset: AssetId) => Promise<Uint8Array | null>;
  readonly request: ExportRequest;
  /** Absolute path; what stands there is replaced only by a whole file. */
  readonly target: string;
  readonly onProgress: (progress: ExportProgress) => void;
};

/** How an export ended. */
export type ExportEnd = Exclude<ExportProgress, { state: 'running' }>;

/** An export under way. `done` never rejects. */
export type RunningExport = { readonly job: string; readonly cancel: () => void; readonly done: Promise<ExportEnd> };

export type Exports = {
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
  const start = `.${basename(real)}.`;
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith(start) && /^[0-9a-f]{12}\.tmp$/.test(name.slice(start.length))) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

async function gather({ document, readAsset, request }: ExportOrder): Promise<WorkerOrder['assets']> {
  const assets: [AssetId, Uint8Array][] = [];
  for (const asset of assetsOn(document.board, pagesAsked(document.board, request.pages).map(({ id }) => id))) {
    const bytes = await readAsset(asset);
    if (bytes) assets.push([asset, bytes]);
  }
  return assets;
}

/** Runs the worker to its end. @throws TroubleError for whatever went wrong */
function work(workerFile: string, order: WorkerOrder, onShare: (share: number) => void, onWorker: (worker: Worker) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: order });
    let trouble: Trouble = { code: 'export.failed', detail: 'worker ended early' };
    let whole = false;
    onWorker(worker);
    worker.on('message', (news: WorkerNews) => {
      if (news.kind === 'share') onShare(news.share);
      else if (news.kind === 'done') whole = true;
      else trouble = news.trouble;
    });
    worker.on('error', (error: unknown) => { trouble = { code: 'export.failed', detail: error instanceof Error ? error.message : String(error) }; });
    worker.on('exit', () => { if (whole) resolve(); else reject(new TroubleError(trouble.code, trouble.detail)); });
  });
}

/** Exports run in worker threads, so that drawing goes on; each can be cancelled at any moment and leaves no half file. */
export function createExports({ workerFile, fontsFolder, version }: ExportsSetting): Exports {
  const running = new Map<string, RunningExport>();

  async function run(job: string, order: ExportOrder, phase: SharedArrayBuffer, onWorker: (worker: Worker) => void): Promise<ExportEnd> {
    const cancelled = (): boolean => Atomics.load(new Int32Array(phase), 0) === PHASE.cancelled;
    try {
      const assets = await gather(order);
      if (cancelled()) return { job, state: 'cancelled' };
      const { document, request, target } = order;
      let told = 0;
      const onShare = (share: number): void => {
        // Shares come in stripes and pages; nobody sees steps below a hundredth.
        if (share - told >= 0.01) order.onProgress({ job, state: 'running', share: (told = share) });
      };
      await work(workerFile, { document, assets, request, target, fontsFolder, version, phase }, onShare, onWorker);
      return { job, state: 'done', path: target, url: null };
    } catch (error) {
      await removeLeftovers(order.target);
      if (cancelled()) return { job, state: 'cancelled' };
      return { job, state: 'failed', trouble: error instanceof TroubleError ? error.trouble : { code: 'export.failed', detail: error instanceof Error ? error.message : String(error) } };
    }
  }

  function start(order: ExportOrder): RunningExport {
    const job = randomUUID();
    const phase = new SharedArrayBuffer(4);
    let worker: Worker | undefined;
    let patience: NodeJS.Timeout | undefined;
    const cancel = (): void => {
      const before = Atomics.compareExchange(new Int32Array(phase), 0, PHASE.painting, PHASE.cancelled);
      if (before === PHASE.painting) patience = setTimeout(() => void worker?.terminate(), TIDY_MS);
    };
    order.onProgress({ job, state: 'running', share: 0 });
    const done = run(job, order, phase, (started) => { worker = started; }).then((end) => {
      clearTimeout(patience);
      running.delete(job);
      order.onProgress(end);
      return end;
    });
    const export_: RunningExport = { job, cancel, done };
    running.set(job, export_);
    return export_;
  }

  return {
    start,
    async close() {
      const all = [...running.values()];
      for (const { cancel } of all) cancel();
      await Promise.all(all.map(({ done }) => done));
    },
  };
}
