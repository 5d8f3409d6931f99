import type { CommandLine } from 'electron';

/**
 * Gestures of Chromium itself that would take a finger away from the board, by the switch that ends each
 * (`content/public/common/content_switches.cc`). Before the app is ready.
 * - `overscroll-history-navigation=0`: a swipe sideways goes back or forward a page.
 * - `disable-pinch`: two fingers enlarge the page itself, panels and all; the board zooms by its own reckoning.
 *
 * What the system does before a window hears of it (edge swipes, gestures with three fingers, the circle of
 * press-and-hold on Windows) no switch can end: help says where the system has its settings. The menu that
 * press-and-hold asks for is refused by the board (`contextmenu`).
 */
export function endOwnGestures(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('overscroll-history-navigation', '0');
  commandLine.appendSwitch('disable-pinch');
}
