import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How many connections the door takes: in all, and from one address (a browser opens six at most). */
export type ConnectionLimits = {
  readonly inAll: number;
  readonly perAddress: number;
  /** So long a connection may take to say what it wants, from its first byte or from the last answer, ms. */
  readonly headMs: number;
  /** So long nothing may move on a connection, ms. Longer than the pause between two signs of life of an event stream. */
  readonly idleMs: number;
};

/** Fifty tables with two connections each of ten phones, and room to spare. */
export const CONNECTION_LIMITS: ConnectionLimits = { inAll: 1400, perAddress: 24, headMs: 12_000, idleMs: 40_000 };

/** Watches over the connections of a server. */
export type Connections = {
  /** The whole head of a request is there: the clock of `headMs` stops. */
  readonly asked: (socket: Socket) => void;
  /** An answer went out: the clock starts again, for the next request. */
  readonly answered: (socket: Socket) => void;
  readonly closeAll: () => void;
};

/**
 * Keeps connections within limits: one too many is closed at once, one that dawdles (slowloris) or does not read what
 * it asked for is closed after a while. Own clocks, since Node 16 watches neither before the first byte nor at all times.
 */
export function watchConnections(server: Server, limits: ConnectionLimits): Connections {
  const open = new Set<Socket>();
  const perAddress = new Map<string, number>();
  const clocks = new Map<Socket, NodeJS.Timeout>();

  const stop = (socket: Socket): void => {
    clearTimeout(clocks.get(socket));
    clocks.delete(socket);
  };
  const start = (socket: Socket): void => {
    stop(socket);
    if (!socket.destroyed) clocks.set(socket, setTimeout(() => { socket.destroy(); }, limits.headMs));
  };
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const held = perAddress.get(address) ?? 0;
    if (open.size >= limits.inAll || held >= limits.perAddress) {
      socket.destroy();
      return;
    }
    open.add(socket);
    perAddress.set(address, held + 1);
    start(socket);
    socket.setTimeout(limits.idleMs, () => { socket.destroy(); });
    socket.once('close', () => {
      open.delete(socket);
      stop(socket);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
  });
  return { asked: stop, answered: start, closeAll: () => { for (const socket of open) socket.destroy(); } };
}
