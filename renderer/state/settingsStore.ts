import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Host } from '../../shared/contract/contract.ts';
import type { Settings } from '../../shared/contract/settings.ts';

/** The settings as this window knows them; `change` sends the new ones to the services, which tell all windows. */
export type SettingsStore = StoreApi<Settings> & { readonly change: (part: Partial<Settings>) => void };

/** Keeps a window's settings in step with the services. */
export function createSettingsStore(host: Host, first: Settings): SettingsStore {
  const store = createStore<Settings>(() => first);
  host.on('settings.changed', (settings) => store.setState(settings, true));
  return Object.assign(store, {
    change(part: Partial<Settings>) {
      const settings = { ...store.getState(), ...part };
      store.setState(settings, true);
      void host.call('settings.set', { settings });
    },
  });
}
