import type { Point } from '../../shared/geometry/box.ts';
import type { Tool, ToolName, ToolPointer } from '../tools/tool.ts';
import type { Camera } from './camera.ts';
import { createFingers } from './fingers.ts';
import { preventMiddlePaste } from './middlePaste.ts';
import { keepPalmOffPanels } from './palmOverPanels.ts';
import { cameWithPen, isPalm, isPenNear, isPinchBegun, NO_PEN, type PenPresence } from './palmRule.ts';
import { deviceOf, pxIn, readPointer } from './readPointer.ts';
import { takeKeys } from './takeKeys.ts';
import { beginsGesture } from './toolOfButtons.ts';
import { listenToWheel } from './wheelInput.ts';

export type PointerInputDeps = {
  readonly element: HTMLElement;
  readonly camera: Camera;
  /** The tool for this pointer: the active one, or what its button calls for. */
  readonly toolFor: (event: PointerEvent) => Tool;
  /** Whether the stage's own handles take this event. */
  readonly taken: (px: Point) => boolean;
  /** Whether one finger draws; else it moves the paper. */
  readonly fingerDraws: (penSeen: boolean) => boolean;
  /** Two or more fingers tapped at once. */
  readonly onFingerTap: (fingers: number) => void;
  readonly onPressure: () => void;
  /** A tool has begun or ended a gesture: until it ends the paper must lie still under the hand. */
  readonly onGesture: (isUnderWay: boolean) => void;
};

/** A tool at work under one pointer; `last` is where it was when it was last heard of. */
type Gesture = { readonly id: number; readonly tool: Tool; readonly startMs: number; readonly startPx: Point; last: ToolPointer };

/** A finger that moves the paper can tap with these: they do nothing that a palm could spoil. */
const TAPPED: ReadonlySet<ToolName> = new Set<ToolName>(['select', 'lasso', 'text', 'stamp']);

/** Turns DOM pointer events into what tools understand, and keeps fingers, palm, pen and wheel apart. */
export function listenToPointers({ element, camera, toolFor, taken, fingerDraws, onFingerTap, onPressure, onGesture }: PointerInputDeps): () => void {
  const fingers = createFingers(camera);
  let gesture: Gesture | null = null;
  let pen: PenPresence = NO_PEN;
  let hovering: Tool | null = null;

  const read = (event: PointerEvent): ToolPointer => readPointer(event, element, camera);
  const stopHovering = (): void => {
    hovering?.leave?.();
    hovering = null;
  };
  /** The tool has the last word while the paper still lies where it was. */
  const letGo = (end: (tool: Tool) => void): void => {
    const tool = gesture?.tool;
    gesture = null;
    if (!tool) return;
    try {
      end(tool);
    } finally {
      onGesture(false);
    }
  };
  /** Ends the gesture where it was last heard of: what was drawn stays drawn. */
  const finish = (): void => {
    const last = gesture?.last;
    if (last) letGo((tool) => tool.up({ ...last, samples: last.samples.slice(-1), predicted: [] }));
  };
  const cancelGesture = (): void => letGo((tool) => tool.cancel());
  const begin = (event: PointerEvent, tool: Tool): void => {
    event.preventDefault();
    capture(element, event.pointerId);
    if (hovering !== tool) stopHovering();
    const last = read(event);
    gesture = { id: event.pointerId, tool, startMs: event.timeStamp, startPx: last.screenPx, last };
    onGesture(true);
    tool.down(last);
  };

  /** What the hand that holds the pen did on the glass just before is not meant. */
  const penCame = (atMs: number): void => {
    fingers.giveWay(atMs);
    if (gesture?.last.device !== 'touch') return;
    if (cameWithPen(gesture.startMs, atMs)) cancelGesture(); else finish();
  };
  const seePen = (event: PointerEvent): void => {
    if (event.pointerType !== 'pen') return;
    const isGone = event.type === 'pointerout' && event.relatedTarget === null;
    pen = { isDown: event.type === 'pointerdown' || (pen.isDown && event.type !== 'pointerup' && event.type !== 'pointercancel'), isInRange: !isGone, seenMs: event.timeStamp };
    if (event.pressure > 0 && event.pressure !== 0.5) onPressure();
    penCame(event.timeStamp);
  };

  const touchDown = (event: PointerEvent, px: Point): void => {
    if (isPenNear(pen, event.timeStamp) || isPalm(event)) return;
    if (gesture) {
      const { id, last, startMs, startPx } = gesture;
      const wentPx = Math.hypot(last.screenPx.x - startPx.x, last.screenPx.y - startPx.y);
      if (last.device !== 'touch' || !isPinchBegun(event.timeStamp - startMs, wentPx)) return;
      cancelGesture();
      fingers.down(id, last.screenPx, startMs);
    } else if (fingers.count() === 0) {
      if (taken(px)) return;
      const draws = fingerDraws(pen.seenMs > -Infinity);
      takeKeys(element, !draws);
      if (draws) return begin(event, toolFor(event));
    }
    event.preventDefault();
    capture(element, event.pointerId);
    stopHovering();
    fingers.down(event.pointerId, px, event.timeStamp);
  };
  const down = (event: PointerEvent): void => {
    const px = pxIn(element.getBoundingClientRect(), event);
    if (event.pointerType === 'touch') return touchDown(event, px);
    if (!beginsGesture(event)) return;
    // The lift of the gesture before never came: it ended where it was.
    if (gesture?.last.device === deviceOf(event)) finish();
    if (gesture || (event.button === 0 && taken(px))) return;
    const tool = toolFor(event);
    takeKeys(element, tool.name === 'hand');
    begin(event, tool);
  };

  /** What began as a fingertip was the edge of a hand. */
  const growToPalm = ({ pointerId, timeStamp }: PointerEvent): void => {
    if (fingers.has(pointerId)) fingers.giveWay(timeStamp);
    if (gesture?.id === pointerId) cancelGesture();
  };
  const move = (event: PointerEvent): void => {
    const isTouch = event.pointerType === 'touch';
    if (isTouch && isPalm(event)) return growToPalm(event);
    if (isTouch && fingers.move(event.pointerId, pxIn(element.getBoundingClientRect(), event))) return;
    if (gesture?.id === event.pointerId) {
      gesture.last = read(event);
      return gesture.tool.move(gesture.last);
    }
    if (gesture || isTouch) return;
    const tool = toolFor(event);
    if (hovering !== tool) stopHovering();
    hovering = tool;
    tool.hover?.(read(event));
  };

  /** Fingers that tapped together, or one that tapped with a tool. */
  const tap = (count: number, event: PointerEvent): void => {
    if (count > 1) return onFingerTap(count);
    const tool = toolFor(event);
    if (count === 0 || !TAPPED.has(tool.name)) return;
    const at = read(event);
    tool.down(at);
    tool.up(at);
  };
  const up = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') tap(fingers.up(event.pointerId, event.timeStamp), event);
    if (gesture?.id !== event.pointerId) return;
    const { tool } = gesture;
    const at = read(event);
    letGo(() => tool.up(at));
    // A ring that shows where the tool is goes with the finger; a pen or mouse is still there.
    if (event.pointerType === 'touch') tool.leave?.();
    else if (tool.hover) hovering = tool;
  };
  /** The system took the pointer away. A finger was then a palm or an edge gesture of its own; ink of a pen is kept. The event has no place. */
  const cancel = (event: PointerEvent): void => {
    if (fingers.has(event.pointerId)) fingers.giveWay(event.timeStamp);
    if (gesture?.id !== event.pointerId) return;
    if (event.pointerType === 'touch') cancelGesture(); else finish();
  };
  const leave = (): void => {
    if (!gesture) stopHovering();
  };
  const key = (event: KeyboardEvent): void => {
    if (!gesture) return;
    if (event.key === 'Escape' && event.type === 'keydown') return cancelGesture();
    if (event.key !== 'Shift' || event.repeat) return;
    gesture.last = { ...gesture.last, samples: gesture.last.samples.slice(-1), predicted: [], shift: event.type === 'keydown' };
    gesture.tool.move(gesture.last);
  };
  const noMenu = (event: Event): void => event.preventDefault();

  const stops = [
    preventMiddlePaste(element),
    keepPalmOffPanels(element, () => pen.isDown),
    listenToWheel(element, camera, stopHovering),
    // A pen is near wherever it is in the window.
    ...(['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerout'] as const).map((type) => listen(window, type, seePen, true)),
    listen(element, 'pointerdown', down),
    listen(element, 'pointermove', move),
    listen(element, 'pointerup', up),
    listen(element, 'pointercancel', cancel),
    listen(element, 'pointerleave', leave),
    // Press-and-hold of a finger or a pen asks for a menu on Windows.
    listen(element, 'contextmenu', noMenu),
    listen(window, 'keydown', key),
    listen(window, 'keyup', key),
  ];
  return () => {
    // What was drawn stays drawn, also when the board is closed under the hand.
    finish();
    for (const stop of stops) stop();
  };
}

/** Hears the pointer outside of the element too. It may be gone already: then there is nothing to hear. */
function capture(element: HTMLElement, pointerId: number): void {
  try {
    element.setPointerCapture(pointerId);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function listen<Type extends keyof HTMLElementEventMap>(target: HTMLElement | Window, type: Type, listener: (event: HTMLElementEventMap[Type]) => void, early = false): () => void {
  const heard = listener as EventListener;
  target.addEventListener(type, heard, { capture: early });
  return () => target.removeEventListener(type, heard, { capture: early });
}
