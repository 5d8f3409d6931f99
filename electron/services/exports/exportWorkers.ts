import { Worker } from 'node:worker_threads';
import { TroubleError, type Trouble } from '../../../shared/contract/trouble.ts';
import type { AheadOrder, WorkerNews, WorkerOrder } from './workerOrder.ts';

/** How long a worker waits for another export: starting one takes a quarter of a second, keeping one some memory. */
export const KEEP_MS = 60_000;

/** An order under way. `ended` rejects with a TroubleError for whatever went wrong. */
export type WorkerRun = { readonly ended: Promise<void>; readonly kill: () => void };

/** An order to export, and so what a worker is good for: each keeps what its part of a picture needed. */
type Part = Exclude<WorkerOrder, AheadOrder>;

export type ExportWorkers = {
  /** Has a worker for that part at hand, and has it do something first. */
  prepare(part: Part['kind'], order: AheadOrder): void;
  /** Tells all workers that wait. */
  tell(order: AheadOrder): void;
  /** Gives an order to a worker that waits, or to a new one. */
  run(order: Part, onShare: (share: number) => void): WorkerRun;
  /** Ends the workers that wait. */
  close(): Promise<void>;
};

/** A worker that waits, what it did last or gets ready for, and the end of its patience. */
type Waiting = { readonly worker: Worker; readonly part: Part['kind']; readonly patience: NodeJS.Timeout };

/** Takes our listeners away by their names: the thread has some of its own, without which no message comes any more. */
const forget = (worker: Worker): Worker => worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit');

/** Threads for exports. They are kept for a while, so that the next export need not wait for one to start. */
export function exportWorkers(workerFile: string): ExportWorkers {
  const waiting: Waiting[] = [];

  function keep(worker: Worker, part: Part['kind']): void {
    const patience = setTimeout(() => {
      drop(worker);
      void worker.terminate();
    }, KEEP_MS);
    // Neither a worker that waits nor its clock keeps the app from ending.
    patience.unref();
    worker.unref();
    forget(worker).on('error', () => drop(worker)).on('exit', () => drop(worker));
    waiting.push({ worker, part, patience });
  }

  function drop(worker: Worker): void {
    const at = waiting.findIndex((one) => one.worker === worker);
    if (at >= 0) clearTimeout(waiting.splice(at, 1)[0]?.patience);
  }

  /** The one that was last given something to do for that part: it has the most ready. */
  const newest = (part: Part['kind']): Waiting | undefined => waiting.filter((one) => one.part === part).pop();

  function take(part: Part['kind']): Worker {
    const ready = newest(part) ?? waiting[0];
    if (!ready) return new Worker(workerFile);
    drop(ready.worker);
    forget(ready.worker);
    ready.worker.ref();
    return ready.worker;
  }

  return {
    prepare(part, order) {
      const worker = newest(part)?.worker ?? new Worker(workerFile);
      drop(worker);
      keep(worker, part);
      worker.postMessage(order);
    },

    tell(order) {
      for (const { worker } of waiting) worker.postMessage(order);
    },

    run(order, onShare) {
      const worker = take(order.kind);
      let isOver = false;
      const ended = new Promise<void>((resolve, reject) => {
        let trouble: Trouble = { code: 'export.broke', detail: 'worker ended early' };
        const fail = ({ code, detail }: Trouble): void => reject(new TroubleError(code, detail));
        worker.on('message', (news: WorkerNews) => {
          switch (news.kind) {
            case 'share': onShare(news.share); return;
            case 'done': isOver = true; keep(worker, order.kind); resolve(); return;
            case 'failed': isOver = true; keep(worker, order.kind); fail(news.trouble);
          }
        });
        worker.on('error', (error: unknown) => { trouble = { code: 'export.broke', detail: error instanceof Error ? error.message : String(error) }; });
        worker.on('exit', () => fail(trouble));
      });
      worker.postMessage(order, order.team ? [order.team.port] : []);
      // Once it is over the thread may be at work for somebody else.
      return { ended, kill: () => { if (!isOver) void worker.terminate(); } };
    },

    async close() {
      await Promise.all(waiting.splice(0).map(({ worker, patience }) => {
        clearTimeout(patience);
        return worker.terminate();
      }));
    },
  };
}
