import type { Size } from '../../shared/geometry/box.ts';
import { createFilmPainter } from './filmPainter.ts';
import { filmPage, filmPlace, type Film } from './filmShow.ts';

/** Pictures a second; every one has the same length, whatever happens in it. */
export const FRAMES_PER_SECOND = 30;
/** A picture that stands by itself so often, so that one can jump into the film, frames. */
const WHOLE_EVERY = 150;
/** So many pictures wait for the encoder at most: they are large. */
const MOST_WAITING = 4;
const BITS_PER_PIXEL = 1.9;

/** The sizes in which a film can be had, px. */
export const FILM_SIZES = { hd: { w: 1280, h: 720 }, fullHd: { w: 1920, h: 1080 } } as const satisfies { readonly [name: string]: Size };
export type FilmSize = keyof typeof FILM_SIZES;

/** Encoders that browsers bring, the one with the clearer lines first. */
const CODECS = [{ codec: 'vp09.00.40.08', name: 'V_VP9' }, { codec: 'vp8', name: 'V_VP8' }] as const;

type Chosen = { readonly config: VideoEncoderConfig; readonly name: string };

/** Whether this window can make films at all. */
export const canSaveFilms = (): boolean => typeof VideoEncoder === 'function' && typeof VideoFrame === 'function';

async function chooseEncoder({ w, h }: Size): Promise<Chosen> {
  for (const { codec, name } of CODECS) {
    const config: VideoEncoderConfig = { codec, width: w, height: h, bitrate: Math.round(w * h * BITS_PER_PIXEL), framerate: FRAMES_PER_SECOND, latencyMode: 'realtime' };
    if ((await VideoEncoder.isConfigSupported(config)).supported) return { config, name };
  }
  throw new Error('No encoder for films');
}

/** Gives the window its turn; unlike a timer this is as quick in a window that lies behind others. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Waits until the encoder has taken in most of what it was given, or has failed. */
async function untilFree(encoder: VideoEncoder): Promise<void> {
  while (encoder.state === 'configured' && encoder.encodeQueueSize > MOST_WAITING) await nextTurn();
}

/**
 * Makes a WebM file of a film, picture by picture: not as time goes by, but as fast as it can be painted, so that none is
 * missing on a slow laptop. Null when it was given up.
 * @param onShare told how far it is, 0–1
 * @throws when the browser has no encoder, or it fails
 */
export async function saveFilm(film: Film, size: Size, onShare: (share: number) => void, signal: AbortSignal): Promise<Blob | null> {
  const { Muxer, ArrayBufferTarget } = await import('webm-muxer');
  const { config, name } = await chooseEncoder(size);
  const muxer = new Muxer({ target: new ArrayBufferTarget(), video: { codec: name, width: size.w, height: size.h, frameRate: FRAMES_PER_SECOND }, firstTimestampBehavior: 'strict' });
  let fault: Error | null = null;
  const encoder = new VideoEncoder({ output: (chunk, meta) => muxer.addVideoChunk(chunk, meta), error: (error) => { fault = error; } });
  const failed = (): Error | null => fault;
  encoder.configure(config);
  const canvas = new OffscreenCanvas(size.w, size.h);
  // Every picture is read back for the encoder.
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('No 2D canvas in this window');
  const painter = createFilmPainter(film.reel, context, film.images);
  const { lengthMs } = film.timeline;
  const frames = Math.max(1, Math.ceil((lengthMs / 1000) * FRAMES_PER_SECOND));
  try {
    for (let i = 0; i < frames; i++) {
      // The last picture is the board as it is at the end, whatever the rounding.
      const atMs = i === frames - 1 ? lengthMs : (i / FRAMES_PER_SECOND) * 1000;
      const page = filmPage(film, atMs);
      if (page) painter.show(filmPlace(film, atMs), page);
      const frame = new VideoFrame(canvas, { timestamp: Math.round((i / FRAMES_PER_SECOND) * 1e6), duration: Math.round(1e6 / FRAMES_PER_SECOND) });
      encoder.encode(frame, { keyFrame: i % WHOLE_EVERY === 0 });
      frame.close();
      await untilFree(encoder);
      const error = failed();
      if (error) throw error;
      if (signal.aborted) return null;
      // Once in a while the window itself gets its turn, so that the bar moves and stop is heard.
      if (i % 6 === 0) {
        onShare(i / frames);
        await nextTurn();
        // Its pictures may be closed by now.
        if (signal.aborted) return null;
      }
    }
    await encoder.flush();
    if (signal.aborted) return null;
    muxer.finalize();
    return new Blob([muxer.target.buffer], { type: 'video/webm' });
  } finally {
    if (encoder.state !== 'closed') encoder.close();
    canvas.width = canvas.height = 0;
  }
}
