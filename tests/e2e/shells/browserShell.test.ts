import { afterEach, beforeEach, expect, test } from 'vitest';
import { marksOn } from '../boardTruth.ts';
import { removeHome } from '../../support/electronApp.ts';
import { launchInChromium, type BrowserApp } from '../../support/chromiumApp.ts';

let running: BrowserApp;

beforeEach(async () => { running = await launchInChromium(); });
afterEach(async () => {
  await running.close();
  await removeHome(running.home);
});

/** Whether a window shows the app: its page has painted something into the root. */
const hasText = (): Promise<boolean> => running.desk.evaluate(() => document.body.innerText.trim().length > 0);

test('the printed address opens the app in a browser without a complaint', async () => {
  expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{24}$/);
  await expect.poll(hasText).toBe(true);
  expect(running.complaints).toEqual([]);
});

test('a reload finds the way back, also when the address has lost its token', async () => {
  await expect.poll(hasText).toBe(true);
  await running.desk.evaluate(() => { history.replaceState(null, '', '/'); });
  await running.desk.reload();
  await expect.poll(hasText).toBe(true);
  expect(running.complaints).toEqual([]);
});

test('a reload comes back to the board that was open, a second tab takes it over on a word, and leaving one tab closes nothing for the other', async () => {
  const { desk } = running;
  const stage = desk.getByTestId('board-stage');
  const newBoard = desk.getByRole('button', { name: /^Leeg bord/i }).first();
  await newBoard.click();
  await stage.waitFor();
  await desk.reload();
  await stage.waitFor();
  const [second] = await Promise.all([desk.context().waitForEvent('page'), desk.evaluate(() => { window.open(location.href); })]);
  await second.getByRole('button', { name: 'Hier verder werken' }).click();
  await second.getByTestId('board-stage').waitFor();
  await desk.getByRole('button', { name: 'Terug naar het beginscherm' }).click();
  await desk.getByRole('button', { name: /^Leeg bord/i }).first().waitFor();
  // On a board that was closed behind its tab this word would not be saved.
  await second.keyboard.press('w');
  await second.keyboard.type('bruisend');
  await second.keyboard.press('Enter');
  await expect.poll(async () => (await marksOn(second)).map((mark) => (mark.kind === 'card' ? mark.text : mark.kind))).toEqual(['bruisend']);
  await second.close();
  await desk.getByRole('button', { name: /^Openen/ }).first().click();
  await stage.waitFor();
  await desk.getByRole('toolbar').first().waitFor();
  await desk.keyboard.press('Control+n');
  await newBoard.waitFor();
  await desk.reload();
  await newBoard.waitFor();
  expect(await stage.count()).toBe(0);
  expect(running.complaints).toEqual([]);
});

test('a page from elsewhere gets neither calls nor frames', async () => {
  const { origin } = new URL(running.url);
  const other = await running.browser.newPage();
  await other.goto('about:blank');
  const reached = await other.evaluate((url) => new Promise<string>((resolve) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket`, ['droomdoek', 'guess']);
    socket.onopen = () => { resolve('open'); };
    socket.onclose = () => { resolve('closed'); };
  }), origin);
  expect(reached).toBe('closed');
});
