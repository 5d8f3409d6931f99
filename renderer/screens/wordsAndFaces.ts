import { boardFonts } from '../stage/boardFonts.ts';
import { fetchWhatIsTyped } from '../stage/measure.ts';
import type { SettingsStore } from '../state/settingsStore.ts';
import { speak } from '../words.ts';

/** Waits for the words of the language and the faces of the hands: what any screen needs. */
export async function wordsAndFaces(settings: SettingsStore): Promise<void> {
  const fonts = boardFonts();
  await Promise.all([speak(settings.getState().locale), fonts.hands]);
  fetchWhatIsTyped(fonts);
}
