import type { Point } from '../../shared/geometry/box.ts';
import type { Tool, ToolPointer, ToolSample } from '../tools/tool.ts';
import { editsText } from '../host/nativeEditing.ts';
import { panned, toBoard, zoomed, type Camera } from './camera.ts';

export type PointerInputDeps = {
  readonly element: HTMLElement;
  readonly camera: Camera;
  /** The tool for this pointer: the active one, the eraser for a pen's other end, the hand while space is held. */
  readonly toolFor: (event: PointerEvent) => Tool;
  /** Whether the stage's own handles take this event. */
  readonly taken: (px: Point) => boolean;
  readonly onPressure: () => void;
};

/** A palm that lands this long after the pen was last seen is ignored, ms. */
const PALM_MS = 700;

/** Turns DOM pointer events into what tools understand, and keeps fingers, pen and wheel apart. */
export function listenToPointers({ element, camera, toolFor, taken, onPressure }: PointerInputDeps): () => void {
  const rect = (): DOMRect => element.getBoundingClientRect();
  const fingers = new Map<number, Point>();
  let gesture: { readonly id: number; readonly tool: Tool; readonly device: ToolPointer['device'] } | null = null;
  let penSeenMs = -Infinity;
  let hovering: Tool | null = null;
  let middleLifted = false;

  const pxOf = (event: { clientX: number; clientY: number }, frame: DOMRect): Point => ({ x: event.clientX - frame.left, y: event.clientY - frame.top });
  const sampleOf = (event: PointerEvent, frame: DOMRect): ToolSample => ({
    at: toBoard(camera.get(), pxOf(event, frame)),
    pressure: event.pointerType === 'pen' ? event.pressure : 0.5,
    timeMs: event.timeStamp,
  });
  const read = (event: PointerEvent): ToolPointer => {
    const frame = rect();
    const coalesced = event.type === 'pointermove' && event.getCoalescedEvents ? event.getCoalescedEvents() : [];
    const predicted = event.type === 'pointermove' && event.getPredictedEvents ? event.getPredictedEvents() : [];
    return {
      device: event.pointerType === 'pen' ? 'pen' : event.pointerType === 'touch' ? 'touch' : 'mouse',
      samples: (coalesced.length > 0 ? coalesced : [event]).map((one) => sampleOf(one, frame)),
      predicted: predicted.slice(0, 3).map((one) => sampleOf(one, frame)),
      screenPx: pxOf(event, frame),
      shift: event.shiftKey,
      alt: event.altKey,
      mod: event.ctrlKey || event.metaKey,
    };
  };

  const pinch = (id: number, to: Point): void => {
    const before = [...fingers.values()];
    fingers.set(id, to);
    const after = [...fingers.values()];
    const [a, b] = before, [c, d] = after;
    if (!a || !c) return;
    if (!b || !d) return camera.set(panned(camera.get(), c.x - a.x, c.y - a.y));
    const middle = { x: (c.x + d.x) / 2, y: (c.y + d.y) / 2 };
    const moved = panned(camera.get(), middle.x - (a.x + b.x) / 2, middle.y - (a.y + b.y) / 2);
    const spread = Math.hypot(a.x - b.x, a.y - b.y) || 1;
    camera.set(zoomed(moved, Math.hypot(c.x - d.x, c.y - d.y) / spread, middle));
  };

  const down = (event: PointerEvent): void => {
    const px = pxOf(event, rect());
    if (event.pointerType === 'pen') {
      penSeenMs = event.timeStamp;
      fingers.clear();
    }
    if (event.pointerType === 'touch') {
      if (gesture?.device === 'pen' || event.timeStamp - penSeenMs < PALM_MS) return;
      element.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, px);
      event.preventDefault();
      return;
    }
    if (event.button !== 0 && event.button !== 1 && event.button !== 5) return;
    if (gesture || (event.button === 0 && taken(px))) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    const pointer = read(event);
    const tool = toolFor(event);
    // Keys follow the hand: after a stroke Ctrl+Z is for the stroke, and what was being written is done. Paper can be moved meanwhile.
    if (tool.name !== 'hand' && editsText(document)) (document.activeElement as HTMLElement).blur();
    gesture = { id: event.pointerId, tool, device: pointer.device };
    gesture.tool.down(pointer);
  };

  const move = (event: PointerEvent): void => {
    if (event.pointerType === 'pen') {
      penSeenMs = event.timeStamp;
      if (event.pressure > 0 && event.pressure !== 0.5) onPressure();
    }
    if (fingers.has(event.pointerId)) return pinch(event.pointerId, pxOf(event, rect()));
    if (gesture?.id === event.pointerId) return gesture.tool.move(read(event));
    if (!gesture && event.pointerType !== 'touch') {
      const tool = toolFor(event);
      if (hovering && hovering !== tool) hovering.leave?.();
      hovering = tool;
      tool.hover?.(read(event));
    }
  };

  const up = (event: PointerEvent): void => {
    if (event.button === 1) {
      middleLifted = true;
      setTimeout(() => { middleLifted = false; });
    }
    if (fingers.delete(event.pointerId)) return;
    if (gesture?.id !== event.pointerId) return;
    const { tool } = gesture;
    gesture = null;
    tool.up(read(event));
  };
  const cancel = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    if (gesture?.id !== event.pointerId) return;
    gesture.tool.cancel();
    gesture = null;
  };
  const leave = (): void => {
    if (!gesture) hovering?.leave?.();
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 18 : 1;
    if (event.ctrlKey || event.metaKey) camera.set(zoomed(camera.get(), Math.exp((-event.deltaY * unit) / 220), pxOf(event, rect())));
    else camera.set(panned(camera.get(), -(event.shiftKey ? event.deltaY : event.deltaX) * unit, event.shiftKey ? 0 : -event.deltaY * unit));
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && gesture) {
      gesture.tool.cancel();
      gesture = null;
    }
  };
  /** On Linux the middle button pastes what is marked somewhere when it is lifted; here it has moved the paper. */
  const noPaste = (event: Event): void => {
    if (!middleLifted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const noMenu = (event: Event): void => event.preventDefault();

  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', cancel);
  element.addEventListener('pointerleave', leave);
  element.addEventListener('wheel', wheel, { passive: false });
  element.addEventListener('contextmenu', noMenu);
  window.addEventListener('keydown', key);
  window.addEventListener('paste', noPaste, { capture: true });
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', cancel);
    element.removeEventListener('pointerleave', leave);
    element.removeEventListener('wheel', wheel);
    element.removeEventListener('contextmenu', noMenu);
    window.removeEventListener('keydown', key);
    window.removeEventListener('paste', noPaste, { capture: true });
  };
}
