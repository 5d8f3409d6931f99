import '../../shared/stamps/allDrawings.ts';
import { randomBytes } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { idFromBytes, type BoardId, type StampId } from '../../shared/base/ids.ts';
import type { CallName, Calls } from '../../shared/contract/contract.ts';
import { DOOR_PORTS } from '../../shared/contract/door.ts';
import { TroubleError, type Result, type Trouble } from '../../shared/contract/trouble.ts';
import { FileKeeper, KEEPER_PAUSES, type KeeperPauses } from './boardFile/fileKeeper.ts';
import { BoardHolders } from './boards/boardHolders.ts';
import { BoardDesk } from './boards/boardDesk.ts';
import { BoardStore } from './boards/boardStore.ts';
import { checkCall, isCallName } from './calls/checkCall.ts';
import { boardCalls } from './calls/boardCalls.ts';
import { doorCalls } from './calls/doorCalls.ts';
import { exportCalls } from './calls/exportCalls.ts';
import { ideaCalls } from './calls/ideaCalls.ts';
import { keptCalls } from './calls/keptCalls.ts';
import { roundCalls } from './calls/roundCalls.ts';
import { stampCalls } from './calls/stampCalls.ts';
import { shellFiles } from './calls/shellFiles.ts';
import type { Interfaces } from './door/addresses.ts';
import { RoomDoor } from './door/roomDoor.ts';
import { IdeaBoxes } from './ideas/ideaBoxes.ts';
import type { Exports } from './exports/createExports.ts';
import { errnoOf, fileTrouble } from './files/fileTrouble.ts';
import { loggable, openLog, type Log } from './log/logFile.ts';
import { PeopleKeeper } from './people/peopleKeeper.ts';
import type { Emit } from './room/roomRelay.ts';
import type { Answers, ServiceParts } from './serviceParts.ts';
import { openSettings, type SettingsFile } from './settings/settingsFile.ts';
import type { ShellCalls, ShellFiles } from './shellCalls.ts';
import { openStampLibrary } from './stampLibrary/stampLibrary.ts';
import type { WindowName } from './windowCalls.ts';

export type ServicesOptions = {
  /** Absolute; see `dataFolder.ts`. It is made when it is not there. */
  readonly dataFolder: string;
  readonly version: string;
  readonly shellCalls: ShellCalls;
  /** Null where exporting is not offered. */
  readonly exports: Exports | null;
  /** The built phone page, absolute; left out where no room door is offered. */
  readonly phonePage?: string | null;
  /** Ports of the room door and what the network looks like, when they are not the usual ones. */
  readonly doorPorts?: readonly number[];
  readonly interfaces?: () => Interfaces;
  /** Clock, process and pauses, when they are not the real ones. */
  readonly now?: () => number;
  readonly pid?: number;
  readonly pauses?: KeeperPauses;
};


/** Everything behind a shell. */
export type Services = {
  /**
   * Checks and answers a call; whatever goes wrong comes back as data.
   * @param from the window that asks; left out: none
   */
  readonly handle: <Name extends CallName>(name: Name, input: unknown, from?: WindowName) => Promise<Result<Calls[Name]['out']>>;
  /** Listens to all events; the returned function stops it. */
  readonly subscribe: (listener: Emit) => () => void;
  readonly files: ShellFiles;
  /** A window is gone, or its line was lost. */
  readonly windowGone: (window: WindowName) => void;
  /**
   * Writes everything and closes all boards.
   * @throws TroubleError when something could not be saved, after everything else was
   */
  readonly close: () => Promise<void>;
};

/** Puts the services together; the only place that does. */
export async function createServices(options: ServicesOptions): Promise<Services> {
  const { dataFolder, version, shellCalls, now = Date.now } = options;
  const log = openLog(dataFolder, now);
  const settings = await openSettings(dataFolder);
  const listeners = new Set<Emit>();
  const emit: Emit = (name, event) => { for (const listener of listeners) listener(name, event); };
  const parts = makeParts(options, { log, settings, emit, now, version });
  const answers: Partial<Answers<CallName>> = { ...shellCalls, ...boardCalls(parts), ...roundCalls(parts), ...keptCalls(parts), ...exportCalls(parts), ...stampCalls(parts), ...doorCalls(parts), ...ideaCalls(parts) };
  listeners.add((name, event) => { parts.door.heard(name, event); });
  return {
    handle: (name, input, from = '') => answer(answers, name, input, from, log),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    files: shellFiles(parts),
    windowGone: (window) => { parts.holders.gone(window); },
    close: () => closeAll(parts, log),
  };
}

/** The list of boards is told so long after it changed, ms: each board's card is read for it, and whoever opens a board goes first. */
const LIST_REST_MS = 400;

type World = { readonly log: Log; readonly settings: SettingsFile; readonly emit: Emit; readonly now: () => number; readonly version: string };

function makeParts({ dataFolder, exports, pid = process.pid, pauses = KEEPER_PAUSES, phonePage = null, doorPorts = DOOR_PORTS, interfaces = networkInterfaces }: ServicesOptions, { log, settings, emit, now, version }: World): ServiceParts {
  const store: BoardStore = new BoardStore({
    dataFolder, pid, now,
    listener: {
      changed: (event) => {
        emit('board.changed', event);
        desk.boardChanged(event.board);
        ideas.boardChanged(event.board);
      },
      saved: (event) => {
        emit('board.saved', event);
        if (store.openBoards.includes(event.board)) keeper.touchIfBehind(event.board);
      },
      failed: (what, error) => { log.write(what, loggable(error)); },
    },
  });
  const keeper: FileKeeper = new FileKeeper({ store, app: version, now, pauses, secondCopyFolder: () => settings.get().secondCopyFolder });
  const desk: BoardDesk = new BoardDesk({ store, keeper, now, tellRound: (board, view) => { emit('rounds.view', { board, view }); }, leaving: async (board) => { await door.leave(board); ideas.leave(board); exports?.forget(board); } });
  const ideas = new IdeaBoxes((board) => store.get(board).folder.ideas, (board) => store.get(board).open.steps, (board, view) => { emit('ideas.listed', { board, view }); });
  const door = new RoomDoor({
    emit, now, interfaces, ports: doorPorts, pageFolder: phonePage, ideasOf: (board) => ideas.of(board),
    boardOf: (board) => ({ open: store.get(board).open, rounds: desk.rounds(board) }),
    failed: (error) => { log.write('door', loggable(error)); },
  });
  let telling: NodeJS.Timeout | null = null;
  const tellBoards = (): void => {
    telling ??= setTimeout(() => {
      telling = null;
      listBoards();
    }, LIST_REST_MS).unref();
  };
  const listBoards = (): void => {
    store.list().then((cards) => { emit('boards.listed', cards); }, (error: unknown) => { log.write('list', loggable(error)); });
  };
  const stamps = openStampLibrary({ folder: join(dataFolder, 'stamps'), now, newId: () => idFromBytes<StampId>(randomBytes(16)) });
  const people = new PeopleKeeper({ dataFolder, store, keeper, settings, now });
  return { dataFolder, store, desk, holders: new BoardHolders(), keeper, settings, people, stamps, door, ideas, exports, emit, tellBoards, cancels: new Map(), films: new Map(), newBoardId: () => idFromBytes<BoardId>(randomBytes(16)) };
}

async function answer<Name extends CallName>(answers: Partial<Answers<CallName>>, name: Name, input: unknown, from: WindowName, log: Log): Promise<Result<Calls[Name]['out']>> {
  try {
    if (!isCallName(name)) throw new TroubleError('call.invalid', 'name');
    const checked = checkCall(name, input);
    const answering = answers[name] as ((input: Calls[Name]['in'], from: WindowName) => Promise<Calls[Name]['out']>) | undefined;
    if (!answering) throw new TroubleError('call.invalid', name);
    return { ok: true, value: await answering(checked, from) };
  } catch (error) {
    const trouble = troubleOf(error);
    log.write(name, trouble.code === 'internal' ? loggable(error) : trouble.code);
    return { ok: false, trouble };
  }
}

function troubleOf(error: unknown): Trouble {
  return error instanceof TroubleError || errnoOf(error) !== '' ? fileTrouble(error) : { code: 'internal', detail: error instanceof Error ? error.name : '' };
}

async function closeAll({ store, desk, exports }: ServiceParts, log: Log): Promise<void> {
  await exports?.close();
  let trouble: unknown = null;
  for (const board of store.openBoards) {
    try {
      await desk.close(board);
    } catch (error) {
      trouble = error;
      log.write('close', loggable(error));
      store.get(board).open.abandon();
    }
  }
  await log.close();
  if (trouble) throw new TroubleError(troubleOf(trouble).code, troubleOf(trouble).detail);
}
