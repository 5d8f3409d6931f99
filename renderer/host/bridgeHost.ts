import type { ConnectedHost } from './connectedHost.ts';

/** What the desktop app puts in its windows as `window.droomdoek`; types are lost on the way through it. */
export type Bridge = {
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  /** Opens a board file that a person gave the window where it lies; null when it has to come through the page. */
  readonly openDropped: (file: File) => Promise<unknown>;
  readonly on: (name: string, listener: (event: unknown) => void) => () => void;
};

/** The services over the bridge of the desktop app. A refused call is a fault of this program and rejects. */
export function bridgeHost(bridge: Bridge): ConnectedHost {
  return {
    call: (name, input) => bridge.call(name, input) as Promise<never>,
    on: (name, listener) => bridge.on(name, listener as (event: unknown) => void),
    onLine: () => () => {},
  };
}
