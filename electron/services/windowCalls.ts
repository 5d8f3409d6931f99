import type { CallName } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/trouble.ts';

/** How a shell tells its windows apart: in a browser by the line of each tab. The services themselves are `''`. */
export type WindowName = string;

/** Whoever answers the calls of windows; arguments are checked there. */
export type Answerer = (name: CallName, input: unknown, from: WindowName) => Promise<Result<unknown>>;
