import { isPalm } from './palmRule.ts';

/** What a touch can set off in a panel. */
const TOUCHES = ['pointerdown', 'pointerup', 'click', 'touchstart', 'touchend', 'mousedown', 'mouseup'] as const;

/**
 * The hand that draws lies over dock and tray too: while its pen is on the glass, and when a touch is as large as a hand,
 * nothing there hears of it. A fingertip of the other hand counts as soon as the pen is lifted.
 * @param board the element of the board, which has a rule of its own
 */
export function keepPalmOffPanels(board: HTMLElement, isPenDown: () => boolean): () => void {
  /** Touches that are not heard until the next one begins; the mouse events that follow a touch are of the last one. */
  let isDeaf = false;
  const hear = (event: Event): void => {
    if (event.target instanceof Node && board.contains(event.target)) return;
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (event.type === 'pointerdown' && event instanceof PointerEvent) isDeaf = isTouch && (isPenDown() || isPalm(event));
    const comesOfTouch = isTouch || !(event instanceof PointerEvent);
    if (!isDeaf || !comesOfTouch) return;
    if (event.cancelable) event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of TOUCHES) window.addEventListener(type, hear, { capture: true, passive: false });
  return () => {
    for (const type of TOUCHES) window.removeEventListener(type, hear, { capture: true });
  };
}
