import { panned, zoomed, type Camera } from './camera.ts';
import { pxIn } from './readPointer.ts';

/** Height of a line for wheels that count in lines (`deltaMode` 1), px. */
const LINE_PX = 18;
/** Wheel px for a zoom by e. */
const ZOOM_PX = 220;

/**
 * The wheel and two fingers on a touch pad: they move the paper; with Ctrl (or pinched on the pad, which browsers tell as
 * a wheel with Ctrl) it comes nearer.
 * @param onMove before the paper moves
 */
export function listenToWheel(element: HTMLElement, camera: Camera, onMove: () => void): () => void {
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    onMove();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    if (event.ctrlKey || event.metaKey) camera.set(zoomed(camera.get(), Math.exp((-event.deltaY * unit) / ZOOM_PX), pxIn(element.getBoundingClientRect(), event)));
    else camera.set(panned(camera.get(), -(event.shiftKey ? event.deltaY : event.deltaX) * unit, event.shiftKey ? 0 : -event.deltaY * unit));
  };
  element.addEventListener('wheel', wheel, { passive: false });
  return () => element.removeEventListener('wheel', wheel);
}
