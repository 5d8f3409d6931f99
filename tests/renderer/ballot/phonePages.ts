import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { chromium, type BrowserContextOptions, type Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { bundleBallot } from '../../../electron/launch/rendererBundle.mjs';

/** A phone as most are: narrow, high, with fingers. */
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'nl-BE', reducedMotion: 'reduce' };

export type PhonePages = {
  /** The built page. */
  readonly folder: string;
  /** A phone of its own with the page open; it is put away after the test. `before` is script that runs ahead of the page’s own. */
  readonly open: (url: string, options?: BrowserContextOptions, before?: string) => Promise<Page>;
  /** What all pages complained about, but for requests that did not come through. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

/** Builds the page of the phones and opens it in a real Chromium. */
export async function openPhonePages(): Promise<PhonePages> {
  const folder = await mkdtemp(join(tmpdir(), 'phone-pages-'));
  const [browser] = await Promise.all([chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] }), bundleBallot(folder)]);
  const complaints: string[] = [];
  return {
    folder,
    complaints,
    open: async (url, options = {}, before) => {
      const context = await browser.newContext({ ...PHONE, ...options });
      onTestFinished(() => context.close());
      if (before !== undefined) await context.addInitScript(before);
      const page = await context.newPage();
      page.on('console', (message) => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text()); });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(url);
      return page;
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

let axe: string | null = null;

/** What axe-core has against a page by WCAG 2.2 AA, of any weight. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  axe ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })')) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** What is too small on a page: targets under 48 px, lettering under 18 px at the usual text size, and what sticks out sideways. */
export function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const shown = (element: Element): boolean => !element.closest('.aloud, [hidden]') && element.getBoundingClientRect().width > 0;
    const targets = [...document.querySelectorAll('button, summary, label.choice, label.seat, label.kind, input.code, #idea')].filter(shown).flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      return Math.min(width, height) < 48 ? [`target ${element.className} ${Math.round(width)}×${Math.round(height)}`] : [];
    });
    const lettering = [...document.querySelectorAll('body *')].filter((element) => shown(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .flatMap((element) => (parseFloat(getComputedStyle(element).fontSize) / root < 18 ? [`lettering ${element.className} ${getComputedStyle(element).fontSize}`] : []));
    const sideways = document.documentElement.scrollWidth > window.innerWidth ? [`sideways ${document.documentElement.scrollWidth} of ${window.innerWidth}`] : [];
    return [...targets, ...lettering, ...sideways];
  });
}
