import { app } from 'electron';

/** Board files that somebody asks for: on the command line, by a double click, or with a second start. */
export type FileRequests = {
  /** Takes what was asked for until now and everything after it; a null path only asks for the window. */
  readonly answer: (open: (path: string | null) => void) => void;
};

/**
 * Claims to be the only running app; a second start hands its board to the first and must end. Before the
 * app is ready, since macOS asks for files before that.
 * @param board absolute path from the command line
 * @returns null when another one is running already
 */
export function claimFileRequests(board: string | null): FileRequests | null {
  if (!app.requestSingleInstanceLock({ board })) return null;
  const waiting: (string | null)[] = [];
  let open = (path: string | null): void => { waiting.push(path); };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('second-instance', (_event, _args, _folder, data) => { open(boardIn(data)); });
  return {
    answer: (listener) => {
      open = listener;
      for (const path of waiting.splice(0)) listener(path);
    },
  };
}

/** The board that a second start handed over; it comes from another process and may be anything. */
function boardIn(data: unknown): string | null {
  const board = typeof data === 'object' && data !== null && 'board' in data ? data.board : null;
  return typeof board === 'string' ? board : null;
}
