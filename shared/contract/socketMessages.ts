import type { Result } from './trouble.ts';

/** The subprotocol by which the page and the browser shell know each other; the token is offered beside it. */
export const SOCKET_PROTOCOL = 'droomdoek';

/** Where a page of the browser shell sends a `.doek` file as it is; the answer is that of `boards.importFile`. */
export const UPLOAD_PATH = '/import';
/** The header in which it shows the token. */
export const TOKEN_HEADER = 'x-droomdoek-token';

/** What a page sends over the loopback socket: one call; `id` names it among the calls of this socket. */
export type SocketCall = { readonly id: number; readonly call: string; readonly input: unknown };

/** What the browser shell sends: the answer to a call, or an event that nobody asked for. */
export type SocketMessage =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly event: string; readonly payload: unknown };
