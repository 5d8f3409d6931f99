import type { Point } from '../../shared/geometry/box.ts';
import type { ToolPointer, ToolSample } from '../tools/tool.ts';
import { toBoard, type Camera } from './camera.ts';

/** As much of the future as is drawn: more of it swings about. */
const MOST_PREDICTED = 3;

/** Where an event lies in an element, px. */
export function pxIn(frame: DOMRect, event: { readonly clientX: number; readonly clientY: number }): Point {
  return { x: event.clientX - frame.left, y: event.clientY - frame.top };
}

/** The device of a pointer event; what is neither pen nor finger counts as a mouse. */
export function deviceOf({ pointerType }: Pick<PointerEvent, 'pointerType'>): ToolPointer['device'] {
  return pointerType === 'pen' || pointerType === 'touch' ? pointerType : 'mouse';
}

/** A DOM event as tools see it, with every sample that the browser gathered since the last one (`getCoalescedEvents`). */
export function readPointer(event: PointerEvent, element: HTMLElement, camera: Camera): ToolPointer {
  const frame = element.getBoundingClientRect();
  const view = camera.get();
  const device = deviceOf(event);
  const sampleOf = (one: PointerEvent): ToolSample => ({
    at: toBoard(view, pxIn(frame, one)),
    pressure: device === 'pen' ? one.pressure : 0.5,
    timeMs: one.timeStamp,
  });
  const moves = event.type === 'pointermove';
  const coalesced = moves ? event.getCoalescedEvents() : [];
  const predicted = moves ? event.getPredictedEvents().slice(0, MOST_PREDICTED) : [];
  return {
    device,
    samples: (coalesced.length > 0 ? coalesced : [event]).map(sampleOf),
    predicted: predicted.map(sampleOf),
    screenPx: pxIn(frame, event),
    shift: event.shiftKey,
    alt: event.altKey,
    mod: event.ctrlKey || event.metaKey,
  };
}
