import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportProgress, ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { fetchDownload } from '../../host/fetchDownload.ts';
import type { DeskSession } from './deskSession.ts';

/** An export as the panel follows it: what it is for, how far it is, and what can be done with it. */
export type ExportJob = {
  readonly aim: 'file' | 'paper';
  readonly progress: ExportProgress | null;
  readonly start: (request: ExportRequest) => void;
  readonly print: (request: ExportRequest) => void;
  readonly cancel: () => void;
  readonly reveal: () => void;
  /** Another choice was made: what was said about the last one is no longer of use. */
  readonly forget: () => void;
};

/** Starts exports and prints and follows the last one. */
export function useExportJob(desk: DeskSession): ExportJob {
  const [aim, setAim] = useState<'file' | 'paper'>('file');
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const job = useRef<string | null>(null);
  /** The news that came last, which may come before the name of its job is known here. */
  const latest = useRef<ExportProgress | null>(null);
  const left = useRef(false);
  /** In a browser the PDF to be printed opens in a tab, which has to be opened while the press still counts as the person's wish. */
  const tab = useRef<Window | null>(null);

  const follow = useCallback((next: ExportProgress): void => {
    latest.current = next;
    if (next.job !== job.current) return;
    setProgress(next);
    if (next.state === 'running') return;
    const opened = tab.current;
    tab.current = null;
    if (next.state !== 'done' || next.url === null) return opened?.close();
    if (opened) opened.location.replace(next.url);
    else if (!next.toPrint) fetchDownload(next.url);
  }, []);
  useEffect(() => {
    const stop = desk.host.on('exports.progress', (next) => {
      follow(next);
      if (left.current && next.job === job.current && next.state !== 'running') stop();
    });
    left.current = false;
    // Whoever goes back to the board in the meantime gets the file all the same.
    return () => {
      left.current = true;
      if (job.current === null || latest.current?.job !== job.current || latest.current.state !== 'running') stop();
    };
  }, [desk, follow]);

  const begin = useCallback(async (call: 'exports.start' | 'exports.print', request: ExportRequest): Promise<void> => {
    job.current = null;
    await desk.store.settled();
    const started = await desk.host.call(call, { board: desk.store.id, request });
    if (started.ok && started.value) {
      job.current = started.value.job;
      follow(latest.current?.job === started.value.job ? latest.current : { job: started.value.job, state: 'running', share: 0 });
      return;
    }
    tab.current?.close();
    tab.current = null;
    setProgress(started.ok ? null : { job: '', state: 'failed', trouble: started.trouble });
  }, [desk, follow]);

  return {
    aim, progress,
    start: (request) => {
      setAim('file');
      void begin('exports.start', request);
    },
    print: (request) => {
      setAim('paper');
      tab.current = window.droomdoek ? null : window.open('', '_blank');
      void begin('exports.print', request);
    },
    cancel: () => { if (job.current !== null) void desk.host.call('exports.cancel', { job: job.current }); },
    reveal: () => { if (job.current !== null) void desk.host.call('exports.reveal', { job: job.current }); },
    forget: () => {
      job.current = null;
      setProgress(null);
    },
  };
}
