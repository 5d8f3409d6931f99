import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { BoardId } from '../../shared/base/ids.ts';
import type { Locale } from '../../shared/board/board.ts';
import type { CallName, Calls, Events } from '../../shared/contract/contract.ts';
import { TroubleError, type Result } from '../../shared/contract/trouble.ts';
import { createRoomRelay, type Emit } from '../services/room/roomRelay.ts';
import type { ShellCalls, ShellFiles } from '../services/shellCalls.ts';
import { createDownloads } from './downloads.ts';
import { asDownload, pathMaker, webCalls } from './webCalls.ts';
import { startWebServer, type WebServer } from './webServer.ts';

/** What the browser shell needs of the services. */
export type WebServices = {
  readonly handle: (name: CallName, input: unknown) => Promise<Result<unknown>>;
  readonly subscribe: (listener: Emit) => () => void;
  readonly files: ShellFiles;
  readonly close: () => Promise<void>;
};

export type WebOptions = {
  readonly pageFolder: string;
  readonly version: string;
  readonly port: number;
  readonly locale: Locale | null;
  /** Absolute path of the board to open. */
  readonly board: string | null;
  readonly makeServices: (shellCalls: ShellCalls) => Promise<WebServices>;
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
  const folder = await mkdtemp(join(tmpdir(), 'droomdoek-'));
  const downloads = createDownloads(secret);
  let server: WebServer | null = null;
  let openAtStart: BoardId | null = null;
  const emit: Emit = (name, event) => {
    const told = name === 'exports.progress' ? asDownload(event as Events['exports.progress'], (path) => downloads.offer(path, basename(path))) : event;
    server?.tell(name, told as typeof event);
  };
  const services: WebServices = await options.makeServices(webCalls({
    version: options.version,
    relay: createRoomRelay(emit),
    downloads,
    openAtStart: () => openAtStart,
    newPath: pathMaker(() => mkdtemp(join(folder, 'out-'))),
    services: () => ({ files: services.files, settings: () => ask(services, 'settings.get', {}), keepSettings: (settings) => ask(services, 'settings.set', { settings }) }),
  }));
  services.subscribe(emit);
  const close = async (): Promise<void> => {
    await server?.close();
    await services.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const locale = await settleLocale(services, options.locale);
    if (options.board !== null) openAtStart = await services.files.openFile(options.board).catch((error: unknown) => { options.onTrouble(locale, error); return null; });
    server = await startWebServer({ pageFolder: options.pageFolder, token: secret(), port: options.port, maxMessageBytes: MAX_MESSAGE_BYTES, downloads, answer: services.handle });
  } catch (error) {
    await close();
    throw error;
  }
  return { url: server.url, close };
}

/** 144 bits that nobody guesses, in letters that fit into addresses and header fields. */
function secret(): string {
  return randomBytes(18).toString('base64url');
}

/** The language of the app; one from the command line is kept as if it had been chosen in the app. */
async function settleLocale(services: WebServices, wanted: Locale | null): Promise<Locale> {
  const settings = await ask(services, 'settings.get', {});
  if (wanted === null || wanted === settings.locale) return settings.locale;
  return (await ask(services, 'settings.set', { settings: { ...settings, locale: wanted } })).locale;
}

async function ask<Name extends CallName>(services: WebServices, name: Name, input: Calls[Name]['in']): Promise<Calls[Name]['out']> {
  const result = (await services.handle(name, input)) as Result<Calls[Name]['out']>;
  if (!result.ok) throw new TroubleError(result.trouble.code, result.trouble.detail);
  return result.value;
}
