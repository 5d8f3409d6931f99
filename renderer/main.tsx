import './looks/fonts.css';
import './looks/tokens.css';
import './looks/base.css';
import { StrictMode, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { connectHost } from './host/host.ts';
import type { ConnectedHost } from './host/connectedHost.ts';
import { FIRST_SETTINGS } from '../shared/contract/settings.ts';
import { createMeasure, loadBoardFonts } from './stage/measure.ts';
import { createSettingsStore, type SettingsStore } from './state/settingsStore.ts';
import { startWords } from './words.ts';
import type { MeasureEm } from '../shared/board/lettering.ts';

/** What both windows start with. */
export type WindowStart = { readonly host: ConnectedHost; readonly settings: SettingsStore; readonly measure: MeasureEm };

/** The room screen is a page of its own, loaded only by its window. */
async function screenFor(room: boolean): Promise<ComponentType<WindowStart>> {
  if (room) return (await import('./screens/room/RoomScreen.tsx')).RoomScreen;
  return (await import('./screens/DeskApp.tsx')).DeskApp;
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  const host = connectHost(window);
  const room = new URLSearchParams(location.search).has('room');
  const [settings, Screen] = await Promise.all([host.call('settings.get', {}), screenFor(room), loadBoardFonts()]);
  const known = settings.ok ? settings.value : FIRST_SETTINGS;
  await startWords(known.locale);
  createRoot(root).render(
    <StrictMode>
      <Screen host={host} settings={createSettingsStore(host, known)} measure={createMeasure()} />
    </StrictMode>,
  );
}

void start();
