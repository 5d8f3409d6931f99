import type { BoardChanged } from '../../shared/contract/boards.ts';
import type { EventName, Host } from '../../shared/contract/contract.ts';
import { SOCKET_PROTOCOL, type SocketCall, type SocketMessage } from '../../shared/contract/socketMessages.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import type { ConnectedHost, Line } from './connectedHost.ts';
import { LINE_LOST } from './lostLine.ts';
import { createKeptOpened } from './openedBoard.ts';

/** One connection; made anew whenever the last one was lost. */
export type Socket = { readonly send: (text: string) => void };

export type SocketEars = { readonly opened: () => void; readonly heard: (text: string) => void; readonly closed: () => void };

export type SocketSurroundings = {
  readonly open: (ears: SocketEars) => Socket;
  readonly wait: (ms: number, go: () => void) => void;
};

type Answer = (result: Result<unknown>) => void;
type Sent = { readonly text: string; readonly answer: Answer };

/** Waiting before the next try, in ms: at once, then longer; the last is kept. */
const PAUSES_MS = [0, 200, 500, 1000, 2000, 5000] as const;

/** Opens a browser's socket with the token offered beside the protocol, where no log keeps it. */
export function webSocketTo(address: URL, token: string): SocketSurroundings['open'] {
  const url = new URL(address);
  url.protocol = 'ws:';
  return ({ opened, heard, closed }) => {
    const socket = new WebSocket(url, token ? [SOCKET_PROTOCOL, token] : [SOCKET_PROTOCOL]);
    socket.addEventListener('open', opened);
    socket.addEventListener('message', ({ data }) => { heard(String(data)); });
    socket.addEventListener('close', closed);
    return { send: (text) => { socket.send(text); } };
  };
}

/**
 * The services over a socket. A call that is made while there is no line waits for it; a call whose line is
 * lost before its answer ends with `LINE_LOST`. Nothing is sent twice by itself.
 */
export function socketHost({ open, wait }: SocketSurroundings): ConnectedHost {
  const answers = new Map<number, Answer>();
  const waiting = new Map<number, Sent>();
  const listeners = new Map<string, Set<(event: unknown) => void>>();
  const lineListeners = new Set<(line: Line) => void>();
  const kept = createKeptOpened();
  let line: Socket | null = null;
  let told: Line | null = null;
  let failures = 0;
  let nextId = 1;

  const tellLine = (state: Line): void => {
    told = state;
    for (const listener of lineListeners) listener(state);
  };

  const opened = (socket: Socket): void => {
    line = socket;
    failures = 0;
    // Before what waited: a window that rejoins opens its board first.
    if (told === 'lost') tellLine('reconnected');
    for (const [id, { text, answer }] of waiting) {
      answers.set(id, answer);
      socket.send(text);
    }
    waiting.clear();
  };

  const closed = (): void => {
    line = null;
    kept.forget();
    const lost = [...answers.values()];
    answers.clear();
    if (told !== 'lost') tellLine('lost');
    for (const answer of lost) answer({ ok: false, trouble: LINE_LOST });
    const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0;
    failures += 1;
    wait(pause, connect);
  };

  const heard = (text: string): void => {
    const message = JSON.parse(text) as SocketMessage;
    if ('event' in message) {
      if (message.event === 'board.changed') kept.changed(message.payload as BoardChanged);
      for (const listener of listeners.get(message.event) ?? []) listener(message.payload);
      return;
    }
    answers.get(message.id)?.(message.result);
    answers.delete(message.id);
  };

  function connect(): void {
    const socket = open({ opened: () => { opened(socket); }, heard, closed });
  }

  const call: Host['call'] = (name, input) => new Promise((resolve) => {
    const opened = kept.answerTo(name, input);
    if (opened) return resolve({ ok: true, value: opened } as never);
    const id = nextId;
    nextId += 1;
    const text = JSON.stringify({ id, call: name, input } satisfies SocketCall);
    const answer: Answer = (result) => { resolve(result as never); };
    if (!line) waiting.set(id, { text, answer });
    else {
      answers.set(id, answer);
      line.send(text);
    }
  });

  const on: Host['on'] = (name: EventName, listener) => {
    const known = listeners.get(name) ?? new Set();
    listeners.set(name, known);
    const hear = (event: unknown): void => { listener(event as never); };
    known.add(hear);
    return () => { known.delete(hear); };
  };

  connect();
  return { call, on, keepOpened: kept.keep, onLine: (listener) => { lineListeners.add(listener); return () => { lineListeners.delete(listener); }; } };
}
