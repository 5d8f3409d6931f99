import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { BoardId } from '../../shared/base/ids.ts';
import type { Locale } from '../../shared/board/board.ts';
import type { Events } from '../../shared/contract/contract.ts';
import { startSettings } from '../services/askServices.ts';
import { practiseReadingSoon } from '../services/boardFile/practiseReading.ts';
import type { Services } from '../services/createServices.ts';
import { createRoomRelay, type Emit } from '../services/room/roomRelay.ts';
import type { ShellCalls } from '../services/shellCalls.ts';
import { createDownloads } from './downloads.ts';
import { makeRunFolder } from './runFolder.ts';
import { createUpload } from './uploads.ts';
import { asDownload, pathMaker, removingDownloads, webCalls } from './webCalls.ts';
import { startWebServer, type WebServer } from './webServer.ts';

export type WebOptions = {
  readonly pageFolder: string;
  readonly version: string;
  readonly port: number;
  readonly locale: Locale | null;
  /** Absolute path of the board to open. */
  readonly board: string | null;
  readonly makeServices: (shellCalls: ShellCalls) => Promise<Services>;
  /** Is told why the board does not open; the app goes on without it. */
  readonly onTrouble: (locale: Locale, error: unknown) => void;
};

/** Large enough for a `.doek` full of pictures on its way in as base64, small enough for any laptop. */
const MAX_MESSAGE_BYTES = 192 * 1024 * 1024;

/** The running browser shell; `close` resolves when everything is on disk. */
export type RunningWeb = { readonly url: string; readonly close: () => Promise<void> };

/**
 * Starts services and server.
 * @throws the system's error when the port is taken
 */
export async function startWeb(options: WebOptions): Promise<RunningWeb> {
  const folder = await makeRunFolder(tmpdir(), process.pid);
  const downloads = createDownloads(secret);
  const toPrint = new Set<string>();
  let server: WebServer | null = null;
  let openAtStart: BoardId | null = null;
  const emit: Emit = (name, event) => {
    const told = name === 'exports.progress' ? asDownload(event as Events['exports.progress'], { toPrint }, downloads) : event;
    server?.tell(name, told as typeof event);
  };
  const services: Services = await options.makeServices(webCalls({
    version: options.version,
    relay: createRoomRelay(emit),
    downloads,
    toPrint,
    openAtStart: () => openAtStart,
    newPath: pathMaker(() => mkdtemp(join(folder, 'out-'))),
    services: () => services,
  }));
  services.subscribe(emit);
  const close = async (): Promise<void> => {
    await server?.close();
    await services.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { locale } = await startSettings(services, options.locale);
    if (options.board !== null) openAtStart = await services.files.openFile(options.board).catch((error: unknown) => { options.onTrouble(locale, error); return null; });
    server = await startWebServer({ pageFolder: options.pageFolder, token: secret(), port: options.port, maxMessageBytes: MAX_MESSAGE_BYTES, downloads, upload: createUpload({ folder, mostBytes: MAX_MESSAGE_BYTES, importFile: services.files.importFile, open: (board) => services.handle('boards.open', { board }) }), answer: removingDownloads(services.handle, downloads), windowGone: services.windowGone });
  } catch (error) {
    await close();
    throw error;
  }
  practiseReadingSoon();
  return { url: server.url, close };
}

/** 144 bits that nobody guesses, in letters that fit into addresses and header fields. */
function secret(): string {
  return randomBytes(18).toString('base64url');
}
