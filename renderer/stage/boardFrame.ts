import type { Size } from '../../shared/geometry/box.ts';
import type { BoardCanvas } from './boardCanvas.ts';
import { onPixelRatio } from './pixelRatio.ts';
import styles from './BoardStage.module.css';

/** The elements that show a board and get its pointer events. They are made without React: a board can be drawn on before its screen has come. */
export type BoardFrame = {
  readonly element: HTMLElement;
  /** Where handles lie: over the board, below the live ink. */
  readonly handles: HTMLElement;
  /** Puts the frame into another element, the keyboard with it, and takes away what only stood in for that element. */
  readonly moveTo: (place: HTMLElement) => void;
  /** Calls at once, or as soon as no pen, finger or button is down on it: whatever moves the frame ends what they do. The returned function stops that. */
  readonly whenUntouched: (then: () => void) => () => void;
  /** Gives it the board's name, for whoever hears the page. */
  readonly name: (title: string) => void;
  /** Called when the canvas has got another size. */
  readonly onResize: (listener: (windowPx: Size) => void) => () => void;
  readonly close: () => void;
};

/** Sizes that differ by less than this, px, are the same. */
const LEAST_PX = 0.05;

/** Marks an element that holds a frame only until its screen has come. */
export const STAND_IN = 'data-stand-in';

function layer<Name extends 'div' | 'canvas'>(name: Name, className: string | undefined): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className ?? '';
  element.setAttribute('aria-hidden', 'true');
  return element;
}

/**
 * Makes the frame of a canvas: the board's own, the handles' place, and the live ink's above them.
 * @param title the board's name
 */
export function createBoardFrame(canvas: BoardCanvas, title: string): BoardFrame {
  const element = document.createElement('div');
  element.className = styles['frame'] ?? '';
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', title);
  element.tabIndex = 0;
  element.dataset['testid'] = 'board-stage';
  const sheet = layer('div', styles['sheet']);
  sheet.dataset['testid'] = 'sheet';
  const boardCanvas = layer('canvas', styles['board']), liveCanvas = layer('canvas', styles['live']);
  const handles = document.createElement('div');
  handles.className = styles['handlesPlace'] ?? '';
  element.append(sheet, boardCanvas, handles, liveCanvas);
  canvas.attach(boardCanvas, liveCanvas, sheet);

  const listeners = new Set<(windowPx: Size) => void>();
  let now: Size = { w: 0, h: 0 };
  const resize = (next: Size): void => {
    // An element that is in no window has no size; a rounding is no other size.
    if ((Math.abs(next.w - now.w) < LEAST_PX && Math.abs(next.h - now.h) < LEAST_PX) || !element.isConnected) return;
    now = next;
    canvas.resize(next);
    for (const listener of listeners) listener(next);
  };
  const observer = new ResizeObserver(([entry]) => { if (entry) resize({ w: entry.contentRect.width, h: entry.contentRect.height }); });
  observer.observe(element);
  const stopRatio = onPixelRatio(window, () => { if (now.w > 0) canvas.resize(now); });

  /** Pointers that are down on the frame, by their ids. */
  const down = new Set<number>();
  const waiting = new Set<() => void>();
  const press = ({ pointerId }: PointerEvent): void => { down.add(pointerId); };
  const lift = ({ pointerId }: PointerEvent): void => {
    if (!down.delete(pointerId) || down.size > 0) return;
    for (const then of waiting) then();
    waiting.clear();
  };
  const stops = ([[element, 'pointerdown', press], [window, 'pointerup', lift], [window, 'pointercancel', lift]] as const).map(([target, type, listener]) => {
    target.addEventListener(type, listener as EventListener);
    return () => target.removeEventListener(type, listener as EventListener);
  });

  return {
    element,
    handles,
    moveTo(place) {
      const before = element.parentElement;
      if (before === place) return;
      const hasKeys = element.contains(document.activeElement);
      place.append(element);
      // Whoever watches its size is told with the next frame: the first tiles would be asked for a frame later.
      const { width, height } = element.getBoundingClientRect();
      resize({ w: width, h: height });
      if (hasKeys) element.focus({ preventScroll: true });
      if (before?.hasAttribute(STAND_IN)) before.remove();
    },
    whenUntouched(then) {
      if (down.size === 0) then(); else waiting.add(then);
      return () => waiting.delete(then);
    },
    name: (title) => element.setAttribute('aria-label', title),
    onResize(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      observer.disconnect();
      stopRatio();
      for (const stop of stops) stop();
      const place = element.parentElement;
      element.remove();
      if (place?.hasAttribute(STAND_IN)) place.remove();
    },
  };
}
