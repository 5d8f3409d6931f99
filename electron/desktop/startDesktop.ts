import { app, BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { BoardId } from '../../shared/base/ids.ts';
import type { EventName, Events } from '../../shared/contract/contract.ts';
import { startSettings } from '../services/askServices.ts';
import { practiseReadingSoon } from '../services/boardFile/practiseReading.ts';
import type { Services } from '../services/createServices.ts';
import type { ShellCalls } from '../services/shellCalls.ts';
import { hearersOf } from '../services/room/hearers.ts';
import { createRoomRelay, type Emit } from '../services/room/roomRelay.ts';
import type { AppFolders } from './appFolders.ts';
import { serveApp } from './appProtocol.ts';
import { createBoardOnDesk } from './boardOnDesk.ts';
import type { CommandLine } from './commandLine.ts';
import { focusDesk, openDeskWindow } from './deskWindow.ts';
import { desktopCalls } from './desktopCalls.ts';
import { createDialogs, showTrouble } from './dialogs.ts';
import { listDisplays, watchDisplays } from './displays.ts';
import { serveCalls, serveDropped, tell } from './ipcServer.ts';
import { showMenu } from './menu.ts';
import type { FileRequests } from './openFiles.ts';
import { createPrinting } from './printing.ts';
import { quitSafely } from './quitSafely.ts';
import { createRoomScreen, type RoomScreen } from './roomWindow.ts';
import { secureSession } from './security.ts';

export type DesktopOptions = {
  readonly folders: AppFolders;
  readonly commandLine: CommandLine;
  readonly fileRequests: FileRequests;
  readonly makeServices: (shellCalls: ShellCalls) => Promise<Services>;
};

/** Brings services, windows, menu and displays together. When the app is ready. */
export async function startDesktop({ folders, commandLine, fileRequests, makeServices }: DesktopOptions): Promise<void> {
  serveApp(folders.page);
  secureSession();
  const windows = createWindows();
  const exported = new Map<string, string>();
  const printing = createPrinting({
    desk: windows.desk, dataFolder: folders.data, env: process.env,
    tell: (progress) => { windows.emit('exports.progress', progress); },
    ended: (job, isPrinted) => services.files.endPrint(job, isPrinted),
  });
  // Left by an app that died; names and codes stand in it.
  const tidied = printing.tidy();
  const onDesk = createBoardOnDesk();
  const services: Services = await makeServices(desktopCalls({
    ...windows,
    dialogs: createDialogs(windows.desk, process.env),
    displays: () => listDisplays(windows.desk().getBounds()),
    openAtStart: onDesk.board,
    exported,
    printing,
    services: () => services,
  }));
  quitSafely(async () => {
    try {
      await services.close();
    } finally {
      await printing.tidy();
    }
  });
  await tidied;

  let settings = await startSettings(services, commandLine.locale);
  const showOwnMenu = (): void => { showMenu({ locale: settings.locale, platform: process.platform, choose: (choice) => { tell(windows.desk().webContents, 'menu.chosen', choice); } }); };
  services.subscribe((name, event) => {
    if (isEvent('exports.progress', name, event) && printing.takes(event)) return;
    windows.emit(name, event);
    if (isEvent('exports.progress', name, event) && event.state === 'done' && event.path !== null) exported.set(event.job, event.path);
    if (!isEvent('settings.changed', name, event)) return;
    settings = event;
    showOwnMenu();
  });
  serveCalls(onDesk.watching(services.handle));
  serveDropped(services.files.openFile);
  showOwnMenu();

  const openFile = (path: string): Promise<BoardId | null> => services.files.openFile(path).catch((error: unknown) => {
    showTrouble(windows.deskIfOpen(), settings.locale, path, error);
    return null;
  });
  if (commandLine.board !== null) onDesk.put(await openFile(commandLine.board));
  windows.openDesk(join(folders.data, 'desk-window.json'));
  practiseReadingSoon();
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
    const windows = { all: BrowserWindow.getAllWindows(), desk: [opened], room: [room.window()] };
    for (const window of windows[hearersOf(name)]) if (window && !window.isDestroyed()) tell(window.webContents, name, event);
  };
  const relay = createRoomRelay(emit);
  const room: RoomScreen = createRoomScreen(relay, { bounds: () => desk().getBounds(), focus: () => opened?.focus() });
  const openDesk = (placeFile: string): void => {
    opened = openDeskWindow(placeFile);
    // First, since the room screen leans on the desk for as long as it lives.
    opened.on('close', () => { room.close(); });
    opened.once('closed', () => {
      opened = null;
      app.quit();
    });
  };
  return { emit, relay, room, openDesk, desk, deskIfOpen: () => opened };
}

function isEvent<Name extends EventName>(wanted: Name, name: EventName, _event: Events[EventName]): _event is Events[Name] {
  return name === wanted;
}
