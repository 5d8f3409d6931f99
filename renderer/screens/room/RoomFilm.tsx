import { useEffect, useRef, useState } from 'react';
import type { Host } from '../../../shared/contract/contract.ts';
import type { RoomPlayback } from '../../../shared/contract/room.ts';
import { closePictures, filmPictures } from '../../playback/filmPictures.ts';
import { filmOf, showFilm, type Film, type FilmShow } from '../../playback/filmShow.ts';
import { runningAt } from '../../playback/playhead.ts';
import { readReel } from '../../playback/readReel.ts';
import type { BoardStore } from '../../state/boardStore.ts';
import styles from './RoomFilm.module.css';

/** How the board came about, before the room: it runs by this laptop's clock and is told only when the desk lays a hand on it. */
export function RoomFilm({ host, store, scene }: { readonly host: Host; readonly store: BoardStore; readonly scene: RoomPlayback }) {
  const target = useRef<HTMLCanvasElement>(null);
  const newest = useRef(scene);
  const show = useRef<FilmShow | null>(null);
  const [source, setSource] = useState<Pick<Film, 'reel' | 'images'> | null>(null);
  const { toSeq, wishMs, only } = scene;
  useEffect(() => { newest.current = scene; }, [scene]);
  useEffect(() => {
    const gone = new AbortController();
    void readReel({ host, board: store.id, spare: (id) => store.get().inks.get(id), toSeq, onShare: () => undefined, signal: gone.signal }).then(async (read) => {
      if (!read?.ok) return;
      const images = await filmPictures(host, store.id, read.value.assets, gone.signal);
      if (images) setSource({ reel: read.value, images });
    });
    return () => gone.abort();
  }, [host, store, toSeq]);
  // Only once the next film is there, which takes the place of this one in the same turn.
  useEffect(() => () => { if (source) closePictures(source.images); }, [source]);
  useEffect(() => {
    if (!source || !target.current) return;
    const film = filmOf(source.reel, source.images, wishMs, only);
    if (show.current) show.current.play(film);
    else {
      show.current = showFilm(target.current, film, (lengthMs) => runningAt(newest.current, Date.now(), lengthMs));
    }
  }, [source, wishMs, only]);
  useEffect(() => () => {
    show.current?.close();
    show.current = null;
  }, []);
  return <div className={styles['film']} data-shown={source !== null} data-testid="room-film"><canvas ref={target} aria-hidden="true" /></div>;
}
