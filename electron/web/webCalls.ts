import { basename, join } from 'node:path';
import type { BoardId } from '../../shared/base/ids.ts';
import type { ExportProgress } from '../../shared/contract/exportRequest.ts';
import { askServices } from '../services/askServices.ts';
import type { Services } from '../services/createServices.ts';
import type { RoomRelay } from '../services/room/roomRelay.ts';
import type { ShellCalls } from '../services/shellCalls.ts';
import { STAMPS_NAME } from '../services/stampLibrary/stampsFile.ts';
import type { Downloads } from './downloads.ts';

export type WebParts = {
  readonly version: string;
  readonly relay: RoomRelay;
  readonly downloads: Downloads;
  readonly openAtStart: () => BoardId | null;
  /** A new path for a file on its way to the browser; its last part is the given name. */
  readonly newPath: (name: string) => Promise<string>;
  /** Files that open in a tab to be printed instead of being downloaded. */
  readonly toPrint: Set<string>;
  /** Known only when the services run; calls come later still. */
  readonly services: () => Pick<Services, 'handle' | 'files'>;
};

/** The calls that a shell answers, as far as a browser can: it has no dialogs, no folders and no displays of its own. */
export function webCalls(parts: WebParts): ShellCalls {
  return { ...appCalls(parts), ...fileCalls(parts), ...roomCalls(parts) };
}

function appCalls({ version, openAtStart }: WebParts): ShellCalls {
  return { 'app.info': () => Promise.resolve({ shell: 'web', platform: process.platform, version, openAtStart: openAtStart() }) };
}

function fileCalls({ downloads, newPath, toPrint, services }: WebParts): ShellCalls {
  return {
    // The page has a file field of its own and sends the file with `boards.importFile`.
    'boards.chooseFile': () => Promise.resolve(null),
    'boards.saveAs': async ({ board }) => {
      const { files } = services();
      const name = `${await files.fileName(board)}.doek`;
      const path = await newPath(name);
      await files.writeCopy(board, path);
      return { path: null, url: downloads.offer(path, name) };
    },
    'stamps.saveAs': async () => {
      const path = await newPath(STAMPS_NAME);
      await services().files.writeStamps(path);
      return { path: null, url: downloads.offer(path, STAMPS_NAME) };
    },
    // No page may name a folder of this machine: the second copy can only be switched off here.
    'boards.chooseSecondCopy': async ({ off }) => {
      const settings = await askServices(services(), 'settings.get', {});
      return off ? askServices(services(), 'settings.set', { settings: { ...settings, secondCopyFolder: null } }) : settings;
    },
    'exports.start': async ({ board, request }) => {
      const { files } = services();
      const name = await files.exportName(board, request);
      return { job: await files.startExport(board, request, await newPath(name), name) };
    },
    // A browser prints a PDF best: it opens, and the person prints it there.
    'exports.print': async ({ board, request }) => {
      const { files } = services();
      const name = await files.exportName(board, { ...request, format: 'pdf' });
      const path = await newPath(name);
      toPrint.add(path);
      return { job: await files.startExport(board, { ...request, format: 'pdf' }, path, name) };
    },
    'films.start': async ({ board }) => {
      const { files } = services();
      return { job: files.startFilm(await newPath(`${await files.fileName(board)}.webm`)) };
    },
    'exports.reveal': () => Promise.resolve(null),
  };
}

function roomCalls({ relay }: WebParts): ShellCalls {
  return {
    'room.displays': () => Promise.resolve([]),
    // The page opens the window itself; what is kept here is that it is open and what it shows.
    'room.open': ({ view }, from) => Promise.resolve(relay.opened(null, view, from)),
    'room.close': () => Promise.resolve(relay.closed()),
    'room.state': () => Promise.resolve(relay.state()),
    'room.show': ({ view }, from) => { relay.show(view, from); return Promise.resolve(null); },
    'room.live': ({ message }) => { relay.live(message); return Promise.resolve(null); },
  };
}

/** Answers calls, and removes what was made for the browser when people are erased, also while they are: their names may stand in it. */
export function removingDownloads(handle: Services['handle'], { removeAll }: Pick<Downloads, 'removeAll'>): Services['handle'] {
  return async (name, input, from) => {
    if (name !== 'people.erase') return handle(name, input, from);
    // What cannot be removed now goes when the app ends; erasing itself must not wait for it.
    await removeAll().catch(() => undefined);
    const erased = await handle(name, input, from);
    await removeAll().catch(() => undefined);
    return erased;
  };
}

/** A finished export as the browser gets it: an address to fetch it once, or to look at and print it, and no path of this machine. */
export function asDownload(progress: ExportProgress, { toPrint }: Pick<WebParts, 'toPrint'>, { offer, show }: Downloads): ExportProgress {
  if (progress.state !== 'done' || progress.path === null) return progress;
  const { path } = progress;
  return toPrint.delete(path) ? { ...progress, path: null, url: show(path, basename(path)), toPrint: true } : { ...progress, path: null, url: offer(path, basename(path)) };
}

/** A function that makes a folder of its own for each file, so that every file keeps the name that it was proposed under. */
export function pathMaker(makeFolder: () => Promise<string>): WebParts['newPath'] {
  return async (name) => join(await makeFolder(), name);
}
