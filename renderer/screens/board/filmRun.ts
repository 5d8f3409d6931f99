import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardId } from '../../../shared/base/ids.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import type { FilmSaving } from '../../panels/playback/FilmSave.tsx';

/** Makes a film, base64, and tells how far it is, 0–1; null when it was given up. */
export type MakeFilm = (onShare: (share: number) => void, signal: AbortSignal) => Promise<string | null>;

export type FilmRun = {
  readonly saving: StoreApi<FilmSaving>;
  /** Asks where to, makes the film and has it written; does nothing while another one is on its way. */
  readonly begin: (board: BoardId, make: MakeFilm) => void;
  /** Gives up what is being made. What the services write already is written. */
  readonly stop: () => void;
  readonly reveal: () => void;
  /** What was said about the last film is of no use any more; one that is on its way goes on. */
  readonly forget: () => void;
  readonly enter: () => void;
  /** Nobody looks any more: what is being made is given up, what is being written still arrives. */
  readonly leave: () => void;
};

type Job = { name: string | null; readonly gone: AbortController; isWriting: boolean };

/** Follows a film from the press of the button until its file is there. */
export function createFilmRun(host: Pick<Host, 'call' | 'on'>, fetch: (url: string) => void): FilmRun {
  const saving = createStore<FilmSaving>(() => ({ kind: 'none' }));
  let now: Job | null = null;
  let last: string | null = null;
  let left = false;
  let unlisten: (() => void) | null = null;

  const rest = (): void => {
    if (!left || now) return;
    unlisten?.();
    unlisten = null;
  };
  const end = (job: Job, said: FilmSaving): void => {
    if (now !== job) return;
    now = null;
    saving.setState(said, true);
    rest();
  };
  const run = async (job: Job, board: BoardId, make: MakeFilm): Promise<void> => {
    const started = await host.call('films.start', { board });
    if (job.gone.signal.aborted) return;
    if (!started.ok) return end(job, { kind: 'failed', trouble: started.trouble });
    if (!started.value) return end(job, { kind: 'none' });
    job.name = started.value.job;
    last = job.name;
    const tell = (share: number): void => { if (now === job) saving.setState({ kind: 'running', share }, true); };
    tell(0);
    const base64 = await make(tell, job.gone.signal);
    if (job.gone.signal.aborted) return;
    if (base64 === null) return end(job, { kind: 'stopped' });
    job.isWriting = true;
    saving.setState({ kind: 'writing' }, true);
    const written = await host.call('films.write', { job: job.name, base64 });
    if (!written.ok) end(job, { kind: 'failed', trouble: written.trouble });
    return undefined;
  };
  const stop = (): void => {
    if (!now || now.isWriting) return;
    now.gone.abort();
    end(now, saving.getState().kind === 'running' ? { kind: 'stopped' } : { kind: 'none' });
  };
  return {
    saving,
    begin: (board, make) => {
      if (now) return;
      const job: Job = { name: null, gone: new AbortController(), isWriting: false };
      now = job;
      run(job, board, make).catch((error: unknown) => {
        console.warn(error);
        end(job, { kind: 'failed', trouble: null });
      });
    },
    stop,
    reveal: () => { if (last !== null) void host.call('exports.reveal', { job: last }); },
    forget: () => { if (!now) saving.setState({ kind: 'none' }, true); },
    enter: () => {
      left = false;
      unlisten ??= host.on('exports.progress', (progress) => {
        if (!now || progress.job !== now.name || progress.state !== 'done') return;
        if (progress.url !== null) fetch(progress.url);
        end(now, { kind: 'done', path: progress.path });
      });
    },
    leave: () => {
      left = true;
      stop();
      rest();
    },
  };
}
