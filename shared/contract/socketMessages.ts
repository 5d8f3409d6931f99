import type { BoardId } from '../base/ids.ts';
import type { OpenedBoard } from './boards.ts';
import type { Result } from './trouble.ts';

/** The subprotocol by which the page and the browser shell know each other; the token is offered beside it. */
export const SOCKET_PROTOCOL = 'droomdoek';

/** Where the pages of the browser shell open their sockets: the desk, and the room screen, which is told other events. */
export const SOCKET_PATHS = { desk: '/socket', room: '/socket?room' } as const;

/** Where a page of the browser shell sends a `.doek` file as it is; the answer is an `Uploaded`. */
export const UPLOAD_PATH = '/import';
/** The header in which the page says that it will open the board, with a name of its own for the file: then the answer has the board. */
export const OPENING_HEADER = 'x-droomdoek-opening';
/** What became of a file that was sent: `opened` is what `boards.open` would answer next, null when that has to be asked. */
export type Uploaded = Result<{ readonly board: BoardId; readonly opened: OpenedBoard | null }>;
/** The header in which it shows the token. */
export const TOKEN_HEADER = 'x-droomdoek-token';

/** What a page sends over the loopback socket: one call; `id` names it among the calls of this socket. */
export type SocketCall = { readonly id: number; readonly call: string; readonly input: unknown };

/** What the browser shell sends: the answer to a call, or an event that nobody asked for. */
export type SocketMessage =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly event: string; readonly payload: unknown };
