import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { roomOf } from '../../../shared/contract/room.ts';
import type { PageId } from '../../../shared/base/ids.ts';
import { pagesOf } from '../../../shared/board/board.ts';
import { isSeenAtAll, placeAt } from '../../../shared/journal/timeline.ts';
import { openRoom } from '../../actions/roomActions.ts';
import { PlaybackPanel, type FilmLength } from '../../panels/playback/PlaybackPanel.tsx';
import { whenText } from '../../panels/parts/whenText.ts';
import { closePictures, filmPictures } from '../../playback/filmPictures.ts';
import { filmOf, showFilm, type Film, type FilmShow } from '../../playback/filmShow.ts';
import { createPlayhead, type Playhead } from '../../playback/playhead.ts';
import { readReel } from '../../playback/readReel.ts';
import { canSaveFilms } from '../../playback/saveFilm.ts';
import { useWords } from '../../words.ts';
import styles from './DeskPlayback.module.css';
import type { DeskSession } from './deskSession.ts';
import { momentText } from './momentText.ts';
import { useFilmSave } from './useFilmSave.ts';

type Source = Pick<Film, 'reel' | 'images'>;

/** Reads how the board came about, once; null while that goes on. */
function useSource({ host, store, notices }: DeskSession, onGone: () => void): { readonly source: Source | null; readonly share: number } {
  const [source, setSource] = useState<Source | null>(null);
  const [share, setShare] = useState(0);
  const gone = useRef(onGone);
  useEffect(() => { gone.current = onGone; });
  useEffect(() => {
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      await store.settled();
      const reel = await readReel({ host, board: store.id, spare: (id) => store.get().inks.get(id), toSeq: null, onShare: setShare, signal: stop.signal });
      if (!reel || stop.signal.aborted) return;
      if (!reel.ok) {
        notices.tell(reel.trouble);
        gone.current();
        return;
      }
      const images = await filmPictures(host, store.id, reel.value.assets, stop.signal);
      if (images) setSource({ reel: reel.value, images });
    };
    void read();
    return () => stop.abort();
  }, [host, store, notices]);
  useEffect(() => () => { if (source) closePictures(source.images); }, [source]);
  return { source, share };
}

/** Tells the room where the film is, whenever somebody lays a hand on it; nothing while the room does not see it. */
function useFilmInRoom({ desk }: DeskSession, playhead: Playhead, film: Film | null, wishMs: number, inRoom: boolean): void {
  useEffect(() => {
    if (!inRoom || !film) {
      desk.setState({ film: null });
      return undefined;
    }
    const tell = (): void => desk.setState({ film: { kind: 'playback', toSeq: film.reel.toSeq, wishMs, only: film.only, ...playhead.running() } });
    tell();
    const stop = playhead.subscribe(tell);
    return () => {
      stop();
      desk.setState({ film: null });
    };
  }, [desk, playhead, film, wishMs, inRoom]);
}

/** The film on its sheet. */
function FilmPicture({ film, playhead }: { readonly film: Film; readonly playhead: Playhead }) {
  const target = useRef<HTMLCanvasElement>(null);
  const show = useRef<FilmShow | null>(null);
  const newest = useRef(film);
  useEffect(() => {
    newest.current = film;
    show.current?.play(film);
  }, [film]);
  useEffect(() => {
    if (!target.current) return undefined;
    const made = showFilm(target.current, newest.current, () => playhead.atMs());
    show.current = made;
    return () => {
      made.close();
      show.current = null;
    };
  }, [playhead]);
  const board = film.reel.boardAt({ done: film.reel.entries.length, share: 0 });
  const { w, h } = (film.only === null ? undefined : board.pages[film.only])?.size ?? pagesOf(board)[0]?.size ?? { w: 1, h: 1 };
  return (
    <div className={styles['sheet']}>
      <div ref={(element) => element?.style.setProperty('--ratio', String(w / h))} className={styles['paper']} onClick={playhead.toggle}>
        <canvas ref={target} aria-hidden="true" data-testid="film" />
      </div>
    </div>
  );
}

/** Wires the time-lapse: reading the journal, playing it here and in the room, and saving it as a film. The board itself is left alone. */
export function DeskPlayback({ desk, onBack }: { readonly desk: DeskSession; readonly onBack: () => void }) {
  const { t, locale } = useWords();
  const { source, share } = useSource(desk, onBack);
  const [length, setLength] = useState<FilmLength>('60');
  const [page, setPage] = useState<PageId | null>(null);
  const [inRoom, setInRoom] = useState(false);
  const [playhead] = useState(() => createPlayhead(0, Date.now));
  useEffect(() => () => playhead.close(), [playhead]);
  const wishMs = Number(length) * 1000;
  const film = useMemo(() => source && filmOf(source.reel, source.images, wishMs, page), [source, wishMs, page]);
  useEffect(() => { if (film) playhead.setLength(film.timeline.lengthMs); }, [film, playhead]);
  useFilmInRoom(desk, playhead, film, wishMs, inRoom);
  const save = useFilmSave(desk, film);

  const [nowMs] = useState(Date.now);
  const momentOf = useCallback((atMs: number): string => {
    if (!film) return '';
    const { entries } = film.reel;
    const entry = entries[Math.min(entries.length - 1, placeAt(film.timeline, atMs).done)];
    return entry ? momentText(t, locale, nowMs, entry.atMs) : '';
  }, [film, t, locale, nowMs]);
  const pages = useMemo(() => {
    if (!film) return [];
    const board = film.reel.boardAt({ done: film.reel.entries.length, share: 0 });
    return pagesOf(board).map(({ id, title }, i) => ({ id, title, number: i + 1 }));
  }, [film]);
  const showInRoom = (next: boolean): void => {
    setInRoom(next);
    if (!next) return;
    void desk.host.call('room.state', {}).then((state) => { if (state.ok && roomOf(desk.store.id, state.value) !== 'here') void openRoom(desk); });
  };
  const first = source?.reel.entries[0];
  return (
    <PlaybackPanel
      boardTitle={desk.store.get().board.title}
      state={!film ? { kind: 'winding', share } : film.reel.gestures.some(isSeenAtAll) ? { kind: 'film' } : { kind: 'empty' }}
      picture={film && <FilmPicture film={film} playhead={playhead} />}
      playhead={playhead}
      momentOf={momentOf}
      cutAt={source && !source.reel.whole && first ? whenText(t, locale, nowMs, first.atMs) : null}
      length={length}
      onLength={setLength}
      pages={pages}
      page={page}
      onPage={setPage}
      inRoom={inRoom}
      onRoom={showInRoom}
      save={{ ...save, able: canSaveFilms() }}
      onBack={onBack}
    />
  );
}
