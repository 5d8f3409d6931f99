import { ipcMain, type IpcMainInvokeEvent, type WebContents, type WebFrameMain } from 'electron';
import type { BoardId } from '../../shared/base/ids.ts';
import { CALL_NAMES, type CallName, type Events } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import { CALL_CHANNEL, DROPPED_CHANNEL, EVENT_CHANNEL } from '../../shared/contract/channels.ts';
import { fileTrouble } from '../services/files/fileTrouble.ts';
import type { Answerer } from '../services/windowCalls.ts';
import { droppedPath } from './droppedPath.ts';
import { isAppPage } from './security.ts';

const NAMES: ReadonlySet<string> = new Set(CALL_NAMES);

/**
 * Answers the calls of the app's own pages. What goes wrong in the services comes back as data; a caller
 * that is not one of the app's pages, or a name that is not in the contract, is refused with an error.
 */
export function serveCalls(answer: Answerer): void {
  ipcMain.handle(CALL_CHANNEL, (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
    if (!isOwnPage(event.senderFrame)) throw new Error('Refused: not a page of the app');
    if (typeof name !== 'string' || !NAMES.has(name)) throw new Error('Refused: no such call');
    return answer(name as CallName, input, String(event.sender.id));
  });
}

/**
 * Opens the board files that a person drops on one of the app's own pages, where they lie. The answer is null for a file
 * that is to come through the page: one of a server, for instance.
 */
export function serveDropped(openFile: (path: string) => Promise<BoardId>): void {
  ipcMain.handle(DROPPED_CHANNEL, async (event: IpcMainInvokeEvent, said: unknown): Promise<Result<{ readonly board: BoardId }> | null> => {
    if (!isOwnPage(event.senderFrame)) throw new Error('Refused: not a page of the app');
    const path = droppedPath(said, process.platform);
    if (path === null) return null;
    return openFile(path).then((board) => ({ ok: true, value: { board } }), (error: unknown) => ({ ok: false, trouble: fileTrouble(error) }));
  });
}

function isOwnPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isAppPage(frame.url);
}

/** Tells an event to one window; a window that is gone or crashed hears it no more. */
export function tell<Name extends keyof Events>(contents: WebContents, name: Name, event: Events[Name]): void {
  if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(EVENT_CHANNEL, name, event);
}
