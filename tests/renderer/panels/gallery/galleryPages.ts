import type { Page } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { openGallery } from './openGallery.mjs';

/** The scenes of the gallery. */
export const SCENES = [
  'desk', 'start', 'startEmpty', 'recover', 'away', 'due', 'setup', 'setupTraits', 'tally', 'tallyMixed', 'tallyMany', 'doorClosed', 'doorOpen', 'doorReached', 'hidden', 'result', 'tie', 'export', 'harvest', 'stamps', 'charter', 'signing', 'outline', 'settings', 'help', 'palette', 'notices', 'selection', 'keepStamp', 'untold', 'search', 'ideas', 'playback',
  'roomVote', 'roomClosed', 'roomResult', 'roomTie', 'roomCurtain', 'roomBlack', 'roomClock',
] as const;
export type SceneName = (typeof SCENES)[number];

/** The gallery of panels in a real browser, for the tests of one file. */
export type GalleryPages = {
  readonly show: (scene: SceneName, query?: string, viewport?: { readonly width: number; readonly height: number }) => Promise<Page>;
  /** What the browser complained about so far: errors and breaches of the content policy. */
  readonly complaints: readonly string[];
};

/** Opens the gallery before the tests of a file and closes it after them. */
export function withGallery(): GalleryPages {
  let gallery: Awaited<ReturnType<typeof openGallery>>;
  const complaints: string[] = [];
  beforeAll(async () => { gallery = await openGallery(); }, 120_000);
  afterAll(async () => { await gallery.close(); });
  return {
    complaints,
    async show(scene, query = 'locale=nl', viewport = { width: 1600, height: 1000 }) {
      const page = await gallery.browser.newPage({ viewport, reducedMotion: 'reduce' });
      page.on('console', (message) => { if (message.type() === 'error') complaints.push(`${scene}: ${message.text()}`); });
      page.on('pageerror', (error) => complaints.push(`${scene}: ${String(error)}`));
      await page.goto(`${gallery.url}?scene=${scene}&${query}`);
      await page.waitForSelector('#root > *');
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      return page;
    },
  };
}

/** What a panel told its desk. */
export const told = (page: Page, testId: string): Promise<string> => page.getByTestId(testId).innerText();
