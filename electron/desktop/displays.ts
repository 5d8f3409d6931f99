import { screen, type Display, type Rectangle } from 'electron';
import type { DisplayInfo } from '../../shared/contract/room.ts';

/** The displays as the desk offers them for the room screen. */
export function listDisplays(deskBounds: Rectangle): readonly DisplayInfo[] {
  const deskDisplay = screen.getDisplayMatching(deskBounds).id;
  return screen.getAllDisplays().map((display, index) => ({
    id: displayId(display),
    // The oldest supported version has no labels yet.
    label: (display.label as string | undefined) || String(index + 1),
    widthPx: display.size.width,
    heightPx: display.size.height,
    holdsDesk: display.id === deskDisplay,
  }));
}

/** The id by which settings and calls name a display. */
export function displayId(display: Display): string {
  return String(display.id);
}

/**
 * The display for the room screen: the one that was asked for when it is there, else the only one without
 * the desk, since a projector in another socket often gets another id; null when there is no such one.
 */
export function chooseRoomDisplay(wanted: string | null, deskBounds: Rectangle): Display | null {
  const displays = screen.getAllDisplays();
  const asked = displays.find((display) => displayId(display) === wanted);
  if (asked) return asked;
  const deskDisplay = screen.getDisplayMatching(deskBounds).id;
  return displays.find(({ id }) => id !== deskDisplay) ?? null;
}

/** Calls back whenever a display comes, goes or changes; the returned function stops it. */
export function watchDisplays(changed: () => void): () => void {
  const names = ['display-added', 'display-removed', 'display-metrics-changed'] as const;
  screen.on('display-added', changed);
  screen.on('display-removed', changed);
  screen.on('display-metrics-changed', changed);
  return () => { for (const name of names) screen.off(name as 'display-added', changed); };
}
