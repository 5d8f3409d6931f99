import type { MeasureEm } from '../../shared/board/lettering.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import type { ConnectedHost } from '../host/connectedHost.ts';
import { FIRST_SETTINGS } from '../../shared/contract/settings.ts';
import type { BoardFonts } from '../stage/boardFonts.ts';
import { createMeasure, fetchWhatIsTyped } from '../stage/measure.ts';
import { createSettingsStore, type SettingsStore } from '../state/settingsStore.ts';
import { speak } from '../words.ts';

/** What both windows start with. */
export type WindowStart = { readonly host: ConnectedHost; readonly settings: SettingsStore; readonly measure: MeasureEm };

/** What a window asked for before it had its code. */
export type Asked = { readonly host: ConnectedHost; readonly settings: Promise<Result<Settings>>; readonly fonts: BoardFonts };

/** Waits for settings, words and the faces of the hands. */
export async function startWindow({ host, settings: asked, fonts }: Asked): Promise<WindowStart> {
  const settings = await asked;
  const known = settings.ok ? settings.value : FIRST_SETTINGS;
  await Promise.all([speak(known.locale), fonts.hands]);
  fetchWhatIsTyped(fonts);
  return { host, settings: createSettingsStore(host, known), measure: createMeasure(fonts) };
}
