import type { Size } from '../../shared/geometry/box.ts';
import type { BoardCanvas } from './boardCanvas.ts';
import styles from './BoardStage.module.css';

/** The elements that show a board and get its pointer events. They are made without React: a board can be drawn on before its screen has come. */
export type BoardFrame = {
  readonly element: HTMLElement;
  /** Where handles lie: over the board, below the live ink. */
  readonly handles: HTMLElement;
  /** Puts the frame into another element, the keyboard with it, and takes away what only stood in for that element. */
  readonly moveTo: (place: HTMLElement) => void;
  /** Called when the canvas has got another size. */
  readonly onResize: (listener: (windowPx: Size) => void) => () => void;
  readonly close: () => void;
};

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
 * @param label the board's name, for whoever hears the page
 */
export function createBoardFrame(canvas: BoardCanvas, label: string): BoardFrame {
  const element = document.createElement('div');
  element.className = styles['frame'] ?? '';
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', label);
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
    // An element that is in no window has no size.
    if ((next.w === now.w && next.h === now.h) || !element.isConnected) return;
    now = next;
    canvas.resize(next);
    for (const listener of listeners) listener(next);
  };
  const observer = new ResizeObserver(([entry]) => { if (entry) resize({ w: entry.contentRect.width, h: entry.contentRect.height }); });
  observer.observe(element);

  return {
    element,
    handles,
    moveTo(place) {
      const before = element.parentElement;
      if (before === place) return;
      const hasKeys = element.contains(document.activeElement);
      place.append(element);
      // Whoever watches its size is told with the next frame: the first tiles would be asked for a frame later.
      resize({ w: element.clientWidth, h: element.clientHeight });
      if (hasKeys) element.focus({ preventScroll: true });
      if (before?.hasAttribute(STAND_IN)) before.remove();
    },
    onResize(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      observer.disconnect();
      element.remove();
    },
  };
}
