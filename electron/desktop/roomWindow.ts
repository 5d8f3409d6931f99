import { powerSaveBlocker, type BrowserWindow, type BrowserWindowConstructorOptions, type Display, type Rectangle } from 'electron';
import type { RoomState, RoomView } from '../../shared/contract/room.ts';
import type { RoomRelay } from '../services/room/roomRelay.ts';
import type { WindowName } from '../services/windowCalls.ts';
import { chooseDisplay, displayName, keepDisplay } from './displayChoice.ts';
import { deskDisplay, knownDisplays, type KnownDisplay } from './displays.ts';
import { openPageWindow } from './pageWindow.ts';

/** `--paper` of the design: nothing dark is ever on the room screen. */
const PAPER_COLOR = '#FFFBF2';
/** The mouse that strays onto the projector says nothing to the room; the laser pointer is drawn. */
const NO_POINTER = 'html, html * { cursor: none !important }';

/** The window that the room sees, and what it needs of the machine while it is open. */
export type RoomScreen = {
  /**
   * @param wanted name of a display; null lets the app take the projector, or a plain window when there is none
   * @param by the window that leads the room from now on
   */
  readonly open: (wanted: string | null, view: RoomView, by: WindowName) => RoomState;
  readonly close: () => RoomState;
  /** To be called when displays came, went or changed. */
  readonly displaysChanged: () => void;
  readonly window: () => BrowserWindow | null;
};

/** The window that the keyboard belongs to. */
export type Desk = { readonly bounds: () => Rectangle; readonly focus: () => void };

/** @param desk where the desk is, since the room screen goes elsewhere */
export function createRoomScreen(relay: RoomRelay, desk: Desk): RoomScreen {
  let room: { readonly window: BrowserWindow; readonly plain: boolean } | null = null;
  let wanted: string | null = null;
  /** The display that is filled, by the system's number; null for a plain window and while the display is gone. */
  let filled: number | null = null;

  const create = (display: Display | null): void => {
    const window = openPageWindow('?room', { ...windowOptions(display, desk.bounds()), backgroundColor: PAPER_COLOR, title: 'Droomdoek' });
    window.removeMenu();
    window.webContents.on('did-finish-load', () => { if (filled !== null) void window.webContents.insertCSS(NO_POINTER); });
    // Window managers give the keyboard to whatever fills a screen; the oogster goes on typing at the desk.
    window.on('focus', () => { if (filled !== null && filled !== deskDisplay(desk.bounds())) desk.focus(); });
    window.once('ready-to-show', () => {
      const now = knownDisplays().find(({ id }) => id === filled);
      if (now) fill(window, now.display);
      else if (wanted === null) window.showInactive();
    });
    const awake = powerSaveBlocker.start('prevent-display-sleep');
    window.once('closed', () => {
      powerSaveBlocker.stop(awake);
      room = null;
      relay.closed();
    });
    room = { window, plain: display === null };
  };

  const open = (display: string | null, view: RoomView, by: WindowName): RoomState => {
    const chosen = chooseDisplay(knownDisplays(), display, deskDisplay(desk.bounds()));
    // A window with a frame cannot become one without; the view is kept by the relay.
    if (room && room.plain !== (chosen === null)) room.window.destroy();
    // What was asked for and is not there now has its place again when it comes.
    wanted = chosen && (display ?? displayName(chosen));
    filled = chosen && chosen.id;
    if (!room) create(chosen?.display ?? null);
    else if (chosen) fill(room.window, chosen.display);
    return relay.opened(nameOf(chosen), view, by);
  };

  const displaysChanged = (): void => {
    if (!room || wanted === null) return;
    const chosen = keepDisplay(knownDisplays(), wanted, filled, deskDisplay(desk.bounds()));
    filled = chosen && chosen.id;
    // The window manager would move it over the desk.
    if (chosen) fill(room.window, chosen.display);
    else room.window.hide();
    relay.moved(nameOf(chosen));
  };

  const close = (): RoomState => {
    room?.window.destroy();
    return relay.state();
  };
  return { open, close, displaysChanged, window: () => room?.window ?? null };
}

const nameOf = (known: KnownDisplay | null): string | null => known && displayName(known);

function windowOptions(display: Display | null, desk: Rectangle): BrowserWindowConstructorOptions {
  if (display) return { ...display.bounds, frame: false, skipTaskbar: true, enableLargerThanScreen: true };
  // One display only: a window beside the tools, in the shape of a projector's picture.
  const width = Math.round(Math.min(960, desk.width * 0.6));
  return { width, height: Math.round((width * 9) / 16), useContentSize: true, x: desk.x + 40, y: desk.y + 40 };
}

/** Puts the window over the whole display, whatever it did before, and leaves the keyboard with the desk. */
function fill(window: BrowserWindow, display: Display): void {
  const { x, y, width, height } = window.getBounds();
  const there = display.bounds;
  const inPlace = x === there.x && y === there.y && width === there.width && height === there.height;
  if (inPlace && window.isVisible() && window.isFullScreen()) return;
  if (!inPlace && window.isFullScreen()) window.setFullScreen(false);
  window.setBounds(there);
  window.showInactive();
  window.setFullScreen(true);
}
