import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { base64Of } from '../../host/fileBytes.ts';
import { fetchDownload } from '../../host/fetchDownload.ts';
import type { FilmSaveProps } from '../../panels/playback/FilmSave.tsx';
import type { Film } from '../../playback/filmShow.ts';
import { FILM_SIZES, saveFilm, type FilmSize } from '../../playback/saveFilm.ts';
import type { DeskSession } from './deskSession.ts';
import { createFilmRun } from './filmRun.ts';

/** Makes a file of a film: asks where to, makes the pictures, hands the whole to the services, which write it at once or not at all. */
export function useFilmSave({ host, store }: DeskSession, film: Film | null): Omit<FilmSaveProps, 'able'> {
  const [size, onSize] = useState<FilmSize>('fullHd');
  const [run] = useState(() => createFilmRun(host, fetchDownload));
  const saving = useStore(run.saving);
  useEffect(() => {
    run.enter();
    return run.leave;
  }, [run]);
  // Another film is not the one that was saved.
  useEffect(() => run.forget(), [run, film, size]);
  const onSave = (): void => {
    if (film) run.begin(store.id, async (onShare, signal) => {
      const file = await saveFilm(film, FILM_SIZES[size], onShare, signal);
      return file && base64Of(file);
    });
  };
  return { size, onSize, saving, onSave, onStop: run.stop, onReveal: run.reveal };
}
