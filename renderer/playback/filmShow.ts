import type { AssetId, PageId } from '../../shared/base/ids.ts';
import { pagesOf } from '../../shared/board/board.ts';
import { pageAt, placeAt, timelineOf, type FilmPlace, type Timeline } from '../../shared/journal/timeline.ts';
import { createFilmPainter } from './filmPainter.ts';
import { createKeptPictures, type KeptPictures } from './keptPictures.ts';
import type { Reel } from './reel.ts';

/** What is played: a reel, as long as it is wished, of all pages or of one. */
export type Film = {
  readonly reel: Reel;
  readonly images: ReadonlyMap<AssetId, ImageBitmap>;
  readonly timeline: Timeline;
  /** Null follows the hand from page to page. */
  readonly only: PageId | null;
};

/** Cuts a film from a reel. */
export function filmOf(reel: Reel, images: Film['images'], wishMs: number, only: PageId | null): Film {
  return { reel, images, only, timeline: timelineOf(reel.gestures, wishMs, only) };
}

/** The page that a film shows at a moment. */
export function filmPage({ reel, timeline, only }: Film, atMs: number): PageId | null {
  const { done } = placeAt(timeline, atMs);
  return only ?? pageAt(timeline, atMs) ?? pagesOf(reel.boardAt({ done, share: 0 }))[0]?.id ?? null;
}

/** A gesture that takes less of the film than this is done at once: nobody could follow it. */
const LEAST_SEEN_MS = 45;

/** Where a film is at a moment, as it is painted. */
export function filmPlace({ timeline }: Film, atMs: number): FilmPlace {
  const place = placeAt(timeline, atMs);
  const tookMs = (timeline.toMs[place.done] ?? 0) - (timeline.fromMs[place.done] ?? 0);
  return tookMs < LEAST_SEEN_MS ? { done: place.done, share: 0 } : place;
}

/** A film on a canvas of the window. */
export type FilmShow = { readonly play: (film: Film) => void; readonly close: () => void };

/** So many gestures are painted ahead at once while the window has nothing else to do. */
const AHEAD_AT_ONCE = 24;

/** Paints the film once through in idle moments, so that pictures of all its parts are kept. The returned function stops it. */
function windAhead(film: Film, { width, height }: HTMLCanvasElement, kept: KeptPictures): () => void {
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false });
  if (!context) return () => undefined;
  const painter = createFilmPainter(film.reel, context, film.images, kept);
  const { toMs } = film.timeline;
  let done = 0, idle = 0;
  const step = (deadline: IdleDeadline): void => {
    do {
      const page = filmPage(film, toMs[done] ?? 0);
      if (page) painter.show({ done, share: 0 }, page);
      done = done === toMs.length ? toMs.length + 1 : Math.min(toMs.length, done + AHEAD_AT_ONCE);
    } while (done <= toMs.length && deadline.timeRemaining() > 8);
    if (done <= toMs.length) idle = requestIdleCallback(step);
  };
  idle = requestIdleCallback(step);
  return () => {
    cancelIdleCallback(idle);
    context.canvas.width = context.canvas.height = 0;
  };
}

/**
 * Shows a film on a canvas that fills its parent, frame by frame as long as it is there.
 * @param atMs where a film of that length is now
 */
export function showFilm(canvas: HTMLCanvasElement, first: Film, atMs: (lengthMs: number) => number): FilmShow {
  const context = canvas.getContext('2d', { alpha: false });
  const place = canvas.parentElement;
  if (!context || !place) throw new Error('No canvas for the film');
  let film = first;
  let kept = createKeptPictures(film.reel.entries.length);
  let painter = createFilmPainter(film.reel, context, film.images, kept);
  let frame = 0;
  let stopWinding = (): void => undefined;
  const rewind = (): void => {
    stopWinding();
    kept.clear();
    kept = createKeptPictures(film.reel.entries.length);
    painter = createFilmPainter(film.reel, context, film.images, kept);
    stopWinding = windAhead(film, canvas, kept);
  };
  const resize = (): void => {
    const ratio = window.devicePixelRatio || 1;
    const width = Math.max(1, Math.round(place.clientWidth * ratio)), height = Math.max(1, Math.round(place.clientHeight * ratio));
    if (canvas.width === width && canvas.height === height) return;
    canvas.width = width;
    canvas.height = height;
    rewind();
  };
  const paint = (): void => {
    const at = atMs(film.timeline.lengthMs);
    const page = filmPage(film, at);
    if (page) painter.show(filmPlace(film, at), page);
    frame = requestAnimationFrame(paint);
  };
  const observer = new ResizeObserver(resize);
  observer.observe(place);
  resize();
  paint();
  return {
    play(next) {
      const isSame = next.reel === film.reel && next.images === film.images && next.only === film.only;
      film = next;
      // A film of another length has the same pictures.
      if (!isSame) rewind();
    },
    close() {
      cancelAnimationFrame(frame);
      observer.disconnect();
      stopWinding();
      kept.clear();
      // Its pixels go now, and not when the garbage is collected some day.
      canvas.width = canvas.height = 0;
    },
  };
}
