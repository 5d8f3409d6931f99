import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { fetchDownload } from '../../host/fetchDownload.ts';
import type { DeskSession } from './deskSession.ts';
import { createExportRun, type ExportRun, type ExportShown, type PrintTab } from './exportRun.ts';

/** An export as the panel follows it: what it is for, how far it is, and what can be done with it. */
export type ExportJob = ExportShown & Pick<ExportRun, 'cancel' | 'reveal' | 'forget'> & {
  /** False when one is on its way already: nothing new begins. */
  readonly start: (request: ExportRequest) => boolean;
  readonly print: (request: ExportRequest) => boolean;
};

/** In a browser the PDF to be printed opens in a tab, which has to be opened while the press still counts as the person's wish. */
function openTab(): PrintTab | null {
  const tab = window.droomdoek ? null : window.open('', '_blank');
  return tab && { go: (url) => tab.location.replace(url), close: () => tab.close() };
}

/** Starts exports and prints, one at a time, and follows the last one. */
export function useExportJob({ host, store }: DeskSession): ExportJob {
  const [run] = useState(() => createExportRun({ host, board: store.id, settled: () => store.settled(), fetch: fetchDownload, openTab }));
  const shown = useStore(run.shown);
  useEffect(() => {
    run.enter();
    return run.leave;
  }, [run]);
  return { ...shown, start: (request) => run.begin('file', request), print: (request) => run.begin('paper', request), cancel: run.cancel, reveal: run.reveal, forget: run.forget };
}
