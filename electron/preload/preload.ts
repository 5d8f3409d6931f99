import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CALL_CHANNEL, DROPPED_CHANNEL, EVENT_CHANNEL } from '../../shared/contract/channels.ts';
import { CALL_NAMES, EVENT_NAMES } from '../../shared/contract/contract.ts';

type Listener = (event: unknown) => void;

const calls: ReadonlySet<string> = new Set(CALL_NAMES);
const listeners = new Map<string, Set<Listener>>(EVENT_NAMES.map((name) => [name, new Set()]));

// One listener for the whole window: what the page does with its own cannot pile up here.
ipcRenderer.on(EVENT_CHANNEL, (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

/** Where a file lies that a person dropped on the window or chose in it; empty for one that lies nowhere. Before Electron 29 the file itself said so. */
function pathOf(file: File): string {
  const asker: Pick<typeof webUtils, 'getPathForFile'> | undefined = webUtils;
  return asker ? asker.getPathForFile(file) : (file as { readonly path?: string }).path ?? '';
}

contextBridge.exposeInMainWorld('droomdoek', {
  call: async (name: string, input: unknown): Promise<unknown> => {
    if (!calls.has(name)) throw new Error('No such call');
    return ipcRenderer.invoke(CALL_CHANNEL, name, input);
  },
  // Where it lies the page is not told, and cannot say: the path comes from a file that a person gave the window.
  openDropped: async (file: File): Promise<unknown> => {
    const path = pathOf(file);
    return path === '' ? null : ipcRenderer.invoke(DROPPED_CHANNEL, path);
  },
  on: (name: string, listener: Listener): (() => void) => {
    const known = listeners.get(name);
    if (!known) throw new Error('No such event');
    known.add(listener);
    return () => { known.delete(listener); };
  },
});
