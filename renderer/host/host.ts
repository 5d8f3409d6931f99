import { SOCKET_PATHS } from '../../shared/contract/socketMessages.ts';
import { bridgeHost, type Bridge } from './bridgeHost.ts';
import type { ConnectedHost } from './connectedHost.ts';
import { readToken } from './pageToken.ts';
import { socketHost, webSocketTo } from './socketHost.ts';

declare global {
  interface Window {
    /** Put there by the desktop app's bridge; missing in a browser. */
    readonly droomdoek?: Bridge;
  }
}

/**
 * The services of this window: over the bridge of the desktop app when there is one, else over the socket
 * to the server that this page came from.
 */
export function connectHost(window: Window): ConnectedHost {
  if (window.droomdoek) return bridgeHost(window.droomdoek);
  const token = readToken(window.location, window.sessionStorage);
  return socketHost({
    open: webSocketTo(new URL(new URLSearchParams(window.location.search).has('room') ? SOCKET_PATHS.room : SOCKET_PATHS.desk, window.location.href), token),
    wait: (ms, go) => { window.setTimeout(go, ms); },
  });
}
