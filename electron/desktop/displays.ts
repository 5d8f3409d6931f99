import { powerMonitor, screen, type Display, type Rectangle } from 'electron';
import type { DisplayInfo } from '../../shared/contract/room.ts';
import { displayName, type SeenDisplay } from './displayChoice.ts';

/** A display with what it is told from others by. */
export type KnownDisplay = SeenDisplay & { readonly display: Display };

/** The displays that are there now. */
export function knownDisplays(): readonly KnownDisplay[] {
  return screen.getAllDisplays().map((display) => {
    const { x, y, width, height } = display.bounds;
    // The oldest supported version has no labels yet.
    return { id: display.id, label: (display.label as string | undefined) ?? '', x, y, width, height, display };
  });
}

/** The displays as the desk offers them for the room screen. */
export function listDisplays(deskBounds: Rectangle): readonly DisplayInfo[] {
  const desk = deskDisplay(deskBounds);
  return knownDisplays().map((known, index) => ({
    id: displayName(known), label: known.label || String(index + 1),
    widthPx: known.display.size.width, heightPx: known.display.size.height, holdsDesk: known.id === desk,
  }));
}

/** The system's number of the display that the desk is on. */
export function deskDisplay(deskBounds: Rectangle): number {
  return screen.getDisplayMatching(deskBounds).id;
}

/** Calls back whenever a display comes, goes or changes, and when the laptop wakes up; the returned function stops it. */
export function watchDisplays(changed: () => void): () => void {
  const names = ['display-added', 'display-removed', 'display-metrics-changed'] as const;
  for (const name of names) screen.on(name as 'display-added', changed);
  // Some systems tell of no change when a projector slept along with the laptop.
  powerMonitor.on('resume', changed);
  powerMonitor.on('unlock-screen', changed);
  return () => {
    for (const name of names) screen.off(name as 'display-added', changed);
    powerMonitor.off('resume', changed);
    powerMonitor.off('unlock-screen', changed);
  };
}
