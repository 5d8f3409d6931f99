import { app, shell } from 'electron';
import type { BoardId } from '../../shared/base/ids.ts';
import type { DisplayInfo } from '../../shared/contract/room.ts';
import { askServices } from '../services/askServices.ts';
import type { Services } from '../services/createServices.ts';
import type { RoomRelay } from '../services/room/roomRelay.ts';
import type { ShellCalls } from '../services/shellCalls.ts';
import { STAMPS_NAME } from '../services/stampLibrary/stampsFile.ts';
import type { Dialogs } from './dialogs.ts';
import type { Printing } from './printing.ts';
import type { RoomScreen } from './roomWindow.ts';

export type DesktopParts = {
  readonly dialogs: Dialogs;
  readonly relay: RoomRelay;
  readonly room: RoomScreen;
  readonly displays: () => readonly DisplayInfo[];
  readonly openAtStart: () => BoardId | null;
  /** Where finished exports lie, by job. */
  readonly exported: ReadonlyMap<string, string>;
  readonly printing: Pick<Printing, 'cancel'>;
  /** Known only when the services run; calls come later still. */
  readonly services: () => Pick<Services, 'handle' | 'files'>;
};

/** The calls that need the desktop: its dialogs, its displays and its second window. */
export function desktopCalls(parts: DesktopParts): ShellCalls {
  return { ...appCalls(parts), ...fileCalls(parts), ...exportCalls(parts), ...roomCalls(parts) };
}

function appCalls({ openAtStart }: DesktopParts): ShellCalls {
  return { 'app.info': () => Promise.resolve({ shell: 'desktop', platform: process.platform, version: app.getVersion(), openAtStart: openAtStart() }) };
}

function fileCalls({ dialogs, services }: DesktopParts): ShellCalls {
  return {
    'boards.chooseFile': async ({ opens }) => {
      const path = await dialogs.chooseBoard();
      const { files } = services();
      return path === null ? null : { board: await (opens ? files.openFile(path) : files.importFile(path)) };
    },
    'boards.saveAs': async ({ board }) => {
      const { files } = services();
      const path = await dialogs.chooseSave(`${await files.fileName(board)}.doek`);
      if (path === null) return null;
      await files.saveFile(board, path);
      return { path, url: null };
    },
    'stamps.saveAs': async () => {
      const path = await dialogs.chooseSave(STAMPS_NAME);
      if (path === null) return null;
      await services().files.writeStamps(path);
      return { path, url: null };
    },
    'boards.chooseSecondCopy': async ({ off }) => {
      const folder = off ? null : await dialogs.chooseFolder();
      const settings = await askServices(services(), 'settings.get', {});
      // A person who cancels changes nothing.
      return off || folder !== null ? askServices(services(), 'settings.set', { settings: { ...settings, secondCopyFolder: folder } }) : settings;
    },
  };
}

function exportCalls({ dialogs, services, exported, printing }: DesktopParts): ShellCalls {
  return {
    'exports.start': async ({ board, request }) => {
      const { files } = services();
      const path = await dialogs.chooseSave(await files.exportName(board, request));
      return path === null ? null : { job: await files.startExport(board, request, path) };
    },
    'exports.print': async ({ board, request }) => ({ job: await services().files.startPrint(board, request, printing.cancel) }),
    'films.start': async ({ board }) => {
      const { files } = services();
      const path = await dialogs.chooseSave(`${await files.fileName(board)}.webm`);
      return path === null ? null : { job: files.startFilm(path) };
    },
    'exports.reveal': ({ job }) => {
      const path = exported.get(job);
      if (path !== undefined) shell.showItemInFolder(path);
      return Promise.resolve(null);
    },
  };
}

function roomCalls({ relay, room, displays }: DesktopParts): ShellCalls {
  return {
    'room.displays': () => Promise.resolve(displays()),
    'room.open': ({ display, view }, from) => Promise.resolve(room.open(display, view, from)),
    'room.close': () => Promise.resolve(room.close()),
    'room.state': () => Promise.resolve(relay.state()),
    'room.show': ({ view }, from) => { relay.show(view, from); return Promise.resolve(null); },
    'room.live': ({ message }) => { relay.live(message); return Promise.resolve(null); },
  };
}
