import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardId } from '../../../shared/base/ids.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import type { ExportProgress, ExportRequest } from '../../../shared/contract/exportRequest.ts';

/** What an export is for, and how far the last one is. */
export type ExportShown = { readonly aim: 'file' | 'paper'; readonly progress: ExportProgress | null };

/** A tab of the browser that waits for the PDF to be printed. */
export type PrintTab = { readonly go: (url: string) => void; readonly close: () => void };

export type ExportRunParts = {
  readonly host: Pick<Host, 'call' | 'on'>;
  readonly board: BoardId;
  /** Waits until the services have what was drawn. */
  readonly settled: () => Promise<unknown>;
  readonly fetch: (url: string) => void;
  /** Null on the desktop, or where the browser lets no tab open. */
  readonly openTab: () => PrintTab | null;
};

export type ExportRun = {
  readonly shown: StoreApi<ExportShown>;
  /** Starts one; does nothing and returns false from the press until the last one has ended. */
  readonly begin: (aim: ExportShown['aim'], request: ExportRequest) => boolean;
  readonly cancel: () => void;
  readonly reveal: () => void;
  /** Takes away what was said about an export that has ended; one that is on its way goes on. */
  readonly forget: () => void;
  readonly enter: () => void;
  /** Nobody looks any more: what is on its way still arrives, then nothing is listened to. */
  readonly leave: () => void;
};

/** Follows exports one after the other from the press of the button, before they have a name, until the file is fetched. */
export function createExportRun({ host, board, settled, fetch, openTab }: ExportRunParts): ExportRun {
  const shown = createStore<ExportShown>(() => ({ aim: 'file', progress: null }));
  let now: { job: string | null; readonly tab: PrintTab | null } | null = null;
  let last: string | null = null;
  /** News of jobs that came before it was known which of them is ours. */
  const early = new Map<string, ExportProgress>();
  let left = false;
  let stop: (() => void) | null = null;

  const rest = (): void => {
    if (!left || now) return;
    stop?.();
    stop = null;
  };
  const end = (progress: ExportProgress | null): void => {
    const tab = now?.tab ?? null;
    now = null;
    shown.setState({ progress });
    rest();
    if (progress?.state !== 'done' || progress.url === null) tab?.close();
    else if (tab) tab.go(progress.url);
    else if (!progress.toPrint) fetch(progress.url);
  };
  const follow = (next: ExportProgress): void => {
    if (now?.job === null) early.set(next.job, next);
    else if (next.job === now?.job && next.state === 'running') shown.setState({ progress: next });
    else if (next.job === now?.job) end(next);
  };
  const start = async (aim: ExportShown['aim'], request: ExportRequest): Promise<void> => {
    await settled();
    const started = await host.call(aim === 'file' ? 'exports.start' : 'exports.print', { board, request });
    if (!started.ok) return end({ job: '', state: 'failed', trouble: started.trouble });
    if (!started.value || !now) return end(null);
    const { job } = started.value;
    now.job = job;
    last = job;
    follow(early.get(job) ?? { job, state: 'running', share: 0 });
    return undefined;
  };
  return {
    shown,
    begin: (aim, request) => {
      if (now) return false;
      early.clear();
      now = { job: null, tab: aim === 'paper' ? openTab() : null };
      shown.setState({ aim, progress: null });
      start(aim, request).catch((error: unknown) => {
        end(null);
        throw error;
      });
      return true;
    },
    cancel: () => { if (now?.job) void host.call('exports.cancel', { job: now.job }); },
    reveal: () => { if (last !== null) void host.call('exports.reveal', { job: last }); },
    forget: () => { if (!now) shown.setState({ progress: null }); },
    enter: () => {
      left = false;
      stop ??= host.on('exports.progress', follow);
    },
    leave: () => {
      left = true;
      rest();
    },
  };
}
