import { panned, zoomed, type Camera, type CameraView } from './camera.ts';
import { pxIn } from './readPointer.ts';

/** Height of a line for wheels that count in lines (`deltaMode` 1), px. */
const LINE_PX = 18;
/** Wheel px for a zoom by e. */
const ZOOM_PX = 220;

/** So much of a step the paper goes at once while frames are uneven; the rest follows this much later, ms: before the next frame. */
const AT_ONCE = 0.7, REST_MS = 9;
/** Frames count as uneven for so long after two steps fell into one, ms. */
const UNEVEN_MS = 1000;

/** A share of the way that a wheel asks for, from a view on. */
type Way = (from: CameraView, share: number) => CameraView;

/**
 * Moves the paper as a wheel says. That speaks once a frame, and sometimes, for seconds, now just before and now just after it is
 * painted: the paper would stand still in one frame and go twice as far in the next. Then each step is made in two, with the rest
 * in time for the frame in which the wheel may be silent.
 */
function inSteps(camera: Camera): { readonly go: (way: Way) => void; readonly finish: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the camera was put, and where it is to go from there. */
  let under: { readonly there: CameraView; readonly end: CameraView } | null = null;
  /** Whether a step was made that no frame has shown yet. */
  let isUnseen = false;
  let unevenUntilMs = -Infinity;
  /** Counts a step; whether frames are uneven. */
  const countStep = (): boolean => {
    const nowMs = performance.now();
    if (isUnseen) unevenUntilMs = nowMs + UNEVEN_MS;
    else requestAnimationFrame(() => { isUnseen = false; });
    isUnseen = true;
    return nowMs < unevenUntilMs;
  };
  // Whatever else moved the camera since knows better.
  const endNow = (): CameraView => (under && camera.get() === under.there ? under.end : camera.get());
  const finish = (): void => {
    clearTimeout(timer);
    const end = endNow();
    under = null;
    if (camera.get() !== end) camera.set(end);
  };
  return {
    go(way) {
      clearTimeout(timer);
      const from = endNow();
      if (countStep()) {
        under = { there: way(from, AT_ONCE), end: way(from, 1) };
        timer = setTimeout(finish, REST_MS);
      } else under = null;
      camera.set(under ? under.there : way(from, 1));
    },
    finish,
  };
}

/**
 * The wheel and two fingers on a touch pad: they move the paper; with Ctrl (or pinched on the pad, which browsers tell as
 * a wheel with Ctrl) it comes nearer.
 * @param onMove before the paper moves
 */
export function listenToWheel(element: HTMLElement, camera: Camera, onMove: () => void): () => void {
  const steps = inSteps(camera);
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    onMove();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    const dx = -(event.shiftKey ? event.deltaY : event.deltaX) * unit, dy = -event.deltaY * unit;
    if (event.ctrlKey || event.metaKey) {
      const at = pxIn(element.getBoundingClientRect(), event);
      steps.go((from, share) => zoomed(from, Math.exp((share * dy) / ZOOM_PX), at));
    } else steps.go((from, share) => panned(from, share * dx, event.shiftKey ? 0 : share * dy));
  };
  element.addEventListener('wheel', wheel, { passive: false });
  return () => {
    steps.finish();
    element.removeEventListener('wheel', wheel);
  };
}
