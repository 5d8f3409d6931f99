import type { MeasureEm } from '../../shared/board/lettering.ts';
import { FIRST_SETTINGS, type Settings } from '../../shared/contract/settings.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import type { ConnectedHost } from '../host/connectedHost.ts';
import { boardFonts } from '../stage/boardFonts.ts';
import { createMeasure } from '../stage/measure.ts';
import { createSettingsStore, type SettingsStore } from '../state/settingsStore.ts';

/** What both windows start with. */
export type WindowStart = { readonly host: ConnectedHost; readonly settings: SettingsStore; readonly measure: MeasureEm };

/** What a window asked for before it had its code. */
export type Asked = { readonly host: ConnectedHost; readonly settings: Promise<Result<Settings>> };

/** Waits for the settings only; the faces of the hands are asked for when lettering is first measured, or waited for (`wordsAndFaces`). */
export async function windowStart({ host, settings: asked }: Asked): Promise<WindowStart> {
  const settings = await asked;
  return { host, settings: createSettingsStore(host, settings.ok ? settings.value : FIRST_SETTINGS), measure: createMeasure({ need: (faces) => boardFonts().need(faces) }) };
}
