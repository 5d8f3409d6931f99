import { useCallback, useEffect, useRef, useState } from 'react';
import { base64Of } from '../../host/fileBytes.ts';
import { fetchDownload } from '../../host/fetchDownload.ts';
import type { FilmSaveProps, FilmSaving } from '../../panels/playback/FilmSave.tsx';
import type { Film } from '../../playback/filmShow.ts';
import { FILM_SIZES, saveFilm, type FilmSize } from '../../playback/saveFilm.ts';
import type { DeskSession } from './deskSession.ts';

/** A film on its way to a file. */
type Job = { readonly name: string; readonly gone: AbortController };

/** Makes a file of a film: asks where to, makes the pictures, hands the whole to the services, which write it at once or not at all. */
export function useFilmSave({ host }: DeskSession, film: Film | null): { readonly save: Omit<FilmSaveProps, 'able'>; readonly stop: () => void } {
  const [size, setSize] = useState<FilmSize>('fullHd');
  const [saving, setSaving] = useState<FilmSaving>({ kind: 'none' });
  const job = useRef<Job | null>(null);
  useEffect(() => host.on('exports.progress', (progress) => {
    if (progress.job !== job.current?.name || progress.state !== 'done') return;
    if (progress.url !== null) fetchDownload(progress.url);
    setSaving({ kind: 'done', path: progress.path });
  }), [host]);
  // Another film is not the one that was saved.
  useEffect(() => { setSaving((state) => (state.kind === 'running' ? state : { kind: 'none' })); }, [film, size]);

  const make = async (shown: Film): Promise<void> => {
    const started = await host.call('films.start', { board: shown.reel.boardAt({ done: 0, share: 0 }).id });
    if (!started.ok) return setSaving({ kind: 'failed', trouble: started.trouble });
    if (!started.value) return undefined;
    const own: Job = { name: started.value.job, gone: new AbortController() };
    job.current = own;
    setSaving({ kind: 'running', share: 0 });
    const file = await saveFilm(shown, FILM_SIZES[size], (share) => { if (!own.gone.signal.aborted) setSaving({ kind: 'running', share }); }, own.gone.signal).catch((error: unknown) => {
      console.warn(error);
      return 'failed' as const;
    });
    if (own.gone.signal.aborted || file === null) return undefined;
    if (file === 'failed') return setSaving({ kind: 'failed', trouble: null });
    const written = await host.call('films.write', { job: own.name, base64: await base64Of(file) });
    if (!written.ok) setSaving({ kind: 'failed', trouble: written.trouble });
    return undefined;
  };
  const stop = useCallback(() => {
    job.current?.gone.abort();
    setSaving((state) => (state.kind === 'running' ? { kind: 'stopped' } : state));
  }, []);
  return {
    stop,
    save: {
      size, onSize: setSize, saving, onStop: stop,
      onSave: () => { if (film) void make(film); },
      onReveal: () => { if (job.current) void host.call('exports.reveal', { job: job.current.name }); },
    },
  };
}
