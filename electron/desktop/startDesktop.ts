import { app, BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { BoardId } from '../../shared/base/ids.ts';
import type { Locale } from '../../shared/board/board.ts';
import type { CallName, Calls, EventName, Events } from '../../shared/contract/contract.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { TroubleError, type Result } from '../../shared/contract/trouble.ts';
import type { ShellCalls, ShellFiles } from '../services/shellCalls.ts';
import { createRoomRelay, type Emit } from '../services/room/roomRelay.ts';
import type { AppFolders } from './appFolders.ts';
import { serveApp } from './appProtocol.ts';
import type { CommandLine } from './commandLine.ts';
import { focusDesk, openDeskWindow } from './deskWindow.ts';
import { desktopCalls } from './desktopCalls.ts';
import { createDialogs, showTrouble } from './dialogs.ts';
import { listDisplays, watchDisplays } from './displays.ts';
import { serveCalls, tell } from './ipcServer.ts';
import { showMenu } from './menu.ts';
import type { FileRequests } from './openFiles.ts';
import { quitSafely } from './quitSafely.ts';
import { createRoomScreen, type RoomScreen } from './roomWindow.ts';
import { secureSession } from './security.ts';

/** What the desktop needs of the services. */
export type DesktopServices = {
  readonly handle: (name: CallName, input: unknown) => Promise<Result<unknown>>;
  readonly subscribe: (listener: Emit) => () => void;
  readonly files: ShellFiles;
  readonly close: () => Promise<void>;
};

export type DesktopOptions = {
  readonly folders: AppFolders;
  readonly commandLine: CommandLine;
  readonly fileRequests: FileRequests;
  readonly makeServices: (shellCalls: ShellCalls) => Promise<DesktopServices>;
};

/** Brings services, windows, menu and displays together. When the app is ready. */
export async function startDesktop({ folders, commandLine, fileRequests, makeServices }: DesktopOptions): Promise<void> {
  serveApp(folders.page);
  secureSession();
  const windows = createWindows();
  const exported = new Map<string, string>();
  let openAtStart: BoardId | null = null;
  const services: DesktopServices = await makeServices(desktopCalls({
    ...windows,
    dialogs: createDialogs(windows.desk, process.env),
    displays: () => listDisplays(windows.desk().getBounds()),
    openAtStart: () => openAtStart,
    exported,
    services: () => ({ files: services.files, settings: () => ask(services, 'settings.get', {}), keepSettings: (settings) => ask(services, 'settings.set', { settings }) }),
  }));
  quitSafely(services.close);

  let settings = await startSettings(services, commandLine.locale);
  const showOwnMenu = (): void => { showMenu({ locale: settings.locale, platform: process.platform, choose: (choice) => { tell(windows.desk().webContents, 'menu.chosen', choice); } }); };
  services.subscribe((name, event) => {
    windows.emit(name, event);
    if (isEvent('exports.progress', name, event) && event.state === 'done' && event.path !== null) exported.set(event.job, event.path);
    if (!isEvent('settings.changed', name, event)) return;
    settings = event;
    showOwnMenu();
  });
  serveCalls(services.handle);
  showOwnMenu();

  const openFile = (path: string): Promise<BoardId | null> => services.files.openFile(path).catch((error: unknown) => {
    showTrouble(windows.deskIfOpen(), settings.locale, path, error);
    return null;
  });
  if (commandLine.board !== null) openAtStart = await openFile(commandLine.board);
  windows.openDesk(join(folders.data, 'desk-window.json'));
  fileRequests.answer((path) => {
    const desk = windows.deskIfOpen();
    if (!desk) return;
    focusDesk(desk);
    if (path !== null) void openFile(path).then((board) => { if (board !== null) windows.emit('boards.openRequested', { board }); });
  });
  watchDisplays(() => {
    const desk = windows.deskIfOpen();
    if (!desk) return;
    windows.room.displaysChanged();
    windows.emit('room.displays', listDisplays(desk.getBounds()));
  });
}

type Windows = {
  readonly emit: Emit;
  readonly relay: ReturnType<typeof createRoomRelay>;
  readonly room: RoomScreen;
  readonly openDesk: (placeFile: string) => void;
  /** @throws Error before the desk is opened */
  readonly desk: () => BrowserWindow;
  readonly deskIfOpen: () => BrowserWindow | null;
};

/** The desk and the room screen, and how to tell them something. The app ends with the desk. */
function createWindows(): Windows {
  let opened: BrowserWindow | null = null;
  const desk = (): BrowserWindow => {
    if (!opened) throw new Error('The desk is not open');
    return opened;
  };
  const emit: Emit = (name, event) => {
    // Live ink comes from the desk and is many messages a second: only the room screen needs it back.
    const hearers = name === 'room.live' ? [room.window()] : BrowserWindow.getAllWindows();
    for (const window of hearers) if (window && !window.isDestroyed()) tell(window.webContents, name, event);
  };
  const relay = createRoomRelay(emit);
  const room: RoomScreen = createRoomScreen(relay, { bounds: () => desk().getBounds(), focus: () => opened?.focus() });
  const openDesk = (placeFile: string): void => {
    opened = openDeskWindow(placeFile);
    opened.once('closed', () => {
      opened = null;
      app.quit();
    });
  };
  return { emit, relay, room, openDesk, desk, deskIfOpen: () => opened };
}

async function ask<Name extends CallName>(services: DesktopServices, name: Name, input: Calls[Name]['in']): Promise<Calls[Name]['out']> {
  const result = (await services.handle(name, input)) as Result<Calls[Name]['out']>;
  if (!result.ok) throw new TroubleError(result.trouble.code, result.trouble.detail);
  return result.value;
}

/** The settings to begin with; a language on the command line is kept as if it had been chosen in the app. */
async function startSettings(services: DesktopServices, locale: Locale | null): Promise<Settings> {
  const settings = await ask(services, 'settings.get', {});
  return locale === null || locale === settings.locale ? settings : ask(services, 'settings.set', { settings: { ...settings, locale } });
}

function isEvent<Name extends EventName>(wanted: Name, name: EventName, event: Events[EventName]): event is Events[Name] {
  return name === wanted;
}
