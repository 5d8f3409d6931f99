import { ipcMain, type IpcMainInvokeEvent, type WebContents, type WebFrameMain } from 'electron';
import { CALL_NAMES, type CallName, type Events } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../shared/contract/channels.ts';
import { isAppPage } from './security.ts';

/** Whoever answers the calls of windows; arguments are checked there. */
export type Answerer = (name: CallName, input: unknown, from?: string) => Promise<Result<unknown>>;

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

function isOwnPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isAppPage(frame.url);
}

/** Tells an event to one window; a window that is gone or crashed hears it no more. */
export function tell<Name extends keyof Events>(contents: WebContents, name: Name, event: Events[Name]): void {
  if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(EVENT_CHANNEL, name, event);
}
