import type { Point, Size } from '../../shared/geometry/box.ts';
import type { Tool, ToolName, ToolPointer } from './tool.ts';

/** Where the nib stands on the page, and whether it touches the paper. */
export type NibPlace = { readonly at: Point; readonly isDown: boolean };

/** A key as the nib hears it. */
export type NibPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/** A pointer that is moved by keys: arrows lead it over the page, Space or Enter sets it down and lifts it, Esc puts it away. */
export type KeyNib = {
  /** Null while it is put away. */
  readonly place: () => NibPlace | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes the nib out, where it was last. */
  readonly show: () => void;
  /** Whether the key was for the nib. While it is put away only arrows are, and only when nothing is chosen that they would move. */
  readonly press: (press: NibPress) => boolean;
  readonly release: (key: string) => void;
  /** Lifts it where it is; what was drawn stays. */
  readonly lift: () => void;
  readonly putAway: () => void;
};

export type KeyNibDeps = {
  /** The tool in the hand. */
  readonly tool: () => Tool;
  readonly pageSize: () => Size;
  /** Middle of what one sees of the page, where the nib stands first. */
  readonly middle: () => Point;
  /** Screen px per board unit. */
  readonly scale: () => number;
  readonly toScreen: (at: Point) => Point;
  readonly isSomethingChosen: () => boolean;
  /** The nib has moved: whoever shows the page keeps it in view. */
  readonly follow: (at: Point) => void;
  readonly onGesture: (isUnderWay: boolean) => void;
  readonly nowMs: () => number;
};

const WAYS: Readonly<Record<string, Point>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

/** One press of an arrow, held longer ever more, and with shift, screen px. */
const STEP_PX = 10, MOST_PX = 32, FINE_PX = 1;
const QUICKER = 1.12;
/** A step is drawn through places this far apart, screen px: as close as those of a slow hand. */
const SAMPLE_PX = 4;

/** Tools that a tap is all for: one press sets down and lifts. */
const TAPS: ReadonlySet<ToolName> = new Set<ToolName>(['text', 'stamp', 'select']);
/** Tools that have nothing to do with a place. */
const WITHOUT: ReadonlySet<ToolName> = new Set<ToolName>(['hand']);

/** Makes a nib that is put away. */
export function createKeyNib(deps: KeyNibDeps): KeyNib {
  const listeners = new Set<() => void>();
  const held = new Set<string>();
  let at: Point | null = null;
  let isOut = false;
  let gesture: Tool | null = null;
  let stepPx = STEP_PX;

  const tell = (): void => { for (const listener of listeners) listener(); };
  const onPage = ({ x, y }: Point): Point => {
    const { w, h } = deps.pageSize();
    return { x: Math.min(w, Math.max(0, x)), y: Math.min(h, Math.max(0, y)) };
  };
  const pointer = (places: readonly Point[]): ToolPointer => {
    const last = places[places.length - 1] as Point;
    const timeMs = deps.nowMs();
    return { device: 'keys', samples: places.map((place) => ({ at: place, pressure: 0.5, timeMs })), predicted: [], screenPx: deps.toScreen(last), shift: false, alt: false, mod: false };
  };
  const here = (): Point => (at ??= onPage(deps.middle()));
  const hover = (): void => { if (!gesture) deps.tool().hover?.(pointer([here()])); };

  const show = (): void => {
    if (isOut) return;
    isOut = true;
    at = onPage(here());
    deps.follow(at);
    hover();
    tell();
  };
  const lift = (): void => {
    const tool = gesture;
    if (!tool) return;
    gesture = null;
    tool.up(pointer([here()]));
    deps.onGesture(false);
    hover();
    tell();
  };
  const setDown = (): void => {
    const tool = deps.tool();
    deps.onGesture(true);
    gesture = tool;
    tool.down(pointer([here()]));
    if (TAPS.has(tool.name)) lift();
    else tell();
  };
  const breakOff = (): void => {
    gesture?.cancel();
    gesture = null;
    deps.onGesture(false);
    hover();
    tell();
  };
  const putAway = (): void => {
    if (!isOut) return;
    lift();
    held.clear();
    deps.tool().leave?.();
    isOut = false;
    tell();
  };
  const move = (shift: boolean, isHeld: boolean): void => {
    const from = here();
    stepPx = isHeld ? Math.min(MOST_PX, stepPx * QUICKER) : STEP_PX;
    const stepUnits = (shift ? FINE_PX : stepPx) / deps.scale();
    let x = 0, y = 0;
    for (const key of held) {
      x += WAYS[key]?.x ?? 0;
      y += WAYS[key]?.y ?? 0;
    }
    const to = onPage({ x: from.x + x * stepUnits, y: from.y + y * stepUnits });
    const count = Math.max(1, Math.ceil((Math.hypot(to.x - from.x, to.y - from.y) * deps.scale()) / SAMPLE_PX));
    at = to;
    deps.follow(to);
    if (gesture) gesture.move(pointer(Array.from({ length: count }, (_, i) => ({ x: from.x + ((to.x - from.x) * (i + 1)) / count, y: from.y + ((to.y - from.y) * (i + 1)) / count }))));
    else hover();
    tell();
  };

  return {
    place: () => (isOut ? { at: here(), isDown: gesture !== null } : null),
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    show,
    press({ key, shiftKey, ctrlKey, metaKey, altKey, repeat }) {
      if (ctrlKey || metaKey || altKey || WITHOUT.has(deps.tool().name)) return false;
      if (WAYS[key]) {
        if (!gesture && deps.isSomethingChosen()) return false;
        held.add(key);
        if (isOut) move(shiftKey, repeat); else show();
        return true;
      }
      if (!isOut) return false;
      if (key === 'Escape') {
        if (gesture) breakOff(); else putAway();
        return true;
      }
      if (key !== ' ' && key !== 'Enter') return false;
      // What is chosen is written in with Enter.
      if (key === 'Enter' && !gesture && deps.isSomethingChosen()) return false;
      if (!repeat) { if (gesture) lift(); else setDown(); }
      return true;
    },
    release: (key) => { held.delete(key); },
    lift,
    putAway,
  };
}
