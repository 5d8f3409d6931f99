import type { FingerDraws } from '../../shared/contract/settings.ts';

/** What is known of the pen at a moment; times as `timeStamp` of events, ms. */
export type PenPresence = {
  readonly isDown: boolean;
  /** Since the pen came near the glass and was not told to have left. */
  readonly isInRange: boolean;
  /** When it last moved, hovered, touched or lifted; −Infinity when no pen was ever there. */
  readonly seenMs: number;
};

/** No pen has been near yet. */
export const NO_PEN: PenPresence = { isDown: false, isInRange: false, seenMs: -Infinity };

/** A hand stays on the glass this long after its pen has left, ms. */
const AFTER_PEN_MS = 700;
/** A pen held still over the glass may be silent; after this long it is gone all the same, or fingers would be dead when a leaving was never told, ms. */
const SILENT_PEN_MS = 2500;
/** A palm lands at most this long before its pen, ms; fingers that were there before were meant. */
const BEFORE_PEN_MS = 600;
/** A touch wider or higher than this is no fingertip: two centimetres on the densest screens, more on others, CSS px. */
const PALM_PX = 90;

/** Whether the hand on the glass is the one that holds the pen: then touch is not listened to. */
export function isPenNear({ isDown, isInRange, seenMs }: PenPresence, nowMs: number): boolean {
  return isDown || nowMs - seenMs < (isInRange ? SILENT_PEN_MS : AFTER_PEN_MS);
}

/** Whether a touch is too large for a finger; devices that do not measure it report 1 or less. */
export function isPalm(contact: { readonly width: number; readonly height: number }): boolean {
  return Math.max(contact.width, contact.height) > PALM_PX;
}

/** Whether what a touch did so far was a palm's doing and is taken back, when the pen arrives that it belongs to. */
export function cameWithPen(touchDownMs: number, penMs: number): boolean {
  return penMs - touchDownMs <= BEFORE_PEN_MS;
}

/** The second finger of a pinch lands this soon after the first, ms … */
const PINCH_MS = 100;
/** … or while the first has gone no farther than this, px, within this time, ms: a slow hand. */
const PINCH_PX = 10, SLOW_PINCH_MS = 350;

/** Whether a second finger means that the line which the first one began is taken back: the two are to move the paper. */
export function isPinchBegun(sinceFirstMs: number, firstWentPx: number): boolean {
  return sinceFirstMs <= PINCH_MS || (sinceFirstMs <= SLOW_PINCH_MS && firstWentPx <= PINCH_PX);
}

/**
 * Whether one finger draws instead of moving the paper. By itself only on a device that has neither mouse nor pen,
 * and no longer once a pen has been near.
 * @param hasFinePointer what `(any-pointer: fine)` says: a mouse, a touch pad or a pen belongs to this machine
 */
export function fingerDrawsNow(setting: FingerDraws, hasFinePointer: boolean, penSeen: boolean): boolean {
  return setting === 'always' || (setting === 'auto' && !hasFinePointer && !penSeen);
}
