import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';

/** Where a window was when it was last used; px of the desktop. */
export type WindowPlace = { readonly bounds: Rectangle; readonly maximized: boolean };

/** A window of which less than this is on a display cannot be taken hold of. */
const HOLD_PX = 120;

/**
 * A place for the desk window on the displays as they are now: the remembered one when enough of it can be
 * seen, else as large as the main display allows.
 * @param workAreas the displays without their bars, the main one first
 */
export function fitPlace(remembered: WindowPlace | null, workAreas: readonly Rectangle[]): WindowPlace {
  const main = workAreas[0] ?? { x: 0, y: 0, width: 1280, height: 800 };
  if (remembered && workAreas.some((area) => canBeHeld(remembered.bounds, area))) return remembered;
  return { bounds: main, maximized: true };
}

function canBeHeld(window: Rectangle, area: Rectangle): boolean {
  const seenWidth = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const titleShown = window.y >= area.y - 8 && window.y + 40 <= area.y + area.height;
  return seenWidth >= HOLD_PX && titleShown;
}

/** The remembered place, or null when there is none that can be read. */
export function readPlace(file: string): WindowPlace | null {
  try {
    const { bounds, maximized } = JSON.parse(readFileSync(file, 'utf8')) as { bounds?: Partial<Rectangle>; maximized?: unknown };
    const { x, y, width, height } = bounds ?? {};
    if (![x, y, width, height].every(Number.isInteger) || (width as number) < 200 || (height as number) < 200) return null;
    return { bounds: { x, y, width, height } as Rectangle, maximized: maximized === true };
  } catch {
    return null;
  }
}

/** Remembers a place; not being able to is no reason to bother anybody. */
export function writePlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, `${JSON.stringify(place)}\n`);
  } catch {
    // The window opens at its usual place next time.
  }
}
