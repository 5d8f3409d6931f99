import { useCallback, useEffect, useState } from 'react';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import { fetchDownload } from '../../host/fetchDownload.ts';
import { createExportRun } from './exportRun.ts';
import type { DeskSession } from './deskSession.ts';

/** How far a printed sheet is that is made with one press, beside the export panel. */
export type HandoutMade = 'no' | 'busy' | 'done';

/** Makes such a sheet as a file and says how far it is; what goes wrong is told, and one that is left alone still arrives. */
export function useHandout(desk: DeskSession): readonly [HandoutMade, (request: ExportRequest) => void] {
  const [made, setMade] = useState<HandoutMade>('no');
  const [run] = useState(() => createExportRun({ host: desk.host, board: desk.store.id, settled: () => desk.store.settled(), fetch: fetchDownload, openTab: () => null }));
  useEffect(() => {
    run.enter();
    return () => run.leave();
  }, [run]);
  useEffect(() => run.shown.subscribe(({ progress }) => {
    setMade(progress === null ? 'no' : progress.state === 'running' ? 'busy' : progress.state === 'done' ? 'done' : 'no');
    if (progress?.state === 'failed') desk.notices.tell(progress.trouble);
  }), [desk, run]);
  const make = useCallback((request: ExportRequest): void => { if (run.begin('file', request)) setMade('busy'); }, [run]);
  return [made, make];
}
