import { createServer, type AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoom, opened, panda, rat, type Room } from '../../electron/services/door/doorRoom.ts';
import { BOARD } from '../../electron/services/sampleBoard.ts';
import { openPhonePages, type PhonePages } from './phonePages.ts';

let pages: PhonePages;
beforeAll(async () => { pages = await openPhonePages(); }, 120_000);
afterAll(() => pages.close());

const votingRoom = async (doorPorts: readonly number[] = [0]): Promise<Room> => {
  const room = await openRoom({ options: { phonePage: pages.folder, doorPorts } });
  await room.start();
  return room;
};
const at = ({ url, codes }: Room, seat = 0): string => `${url}#${codes('t3')[seat] ?? ''}`;
const title = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const lay = (page: Page, name: string): Promise<void> => page.locator('label.choice', { hasText: name }).click();
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();
const lost = (page: Page, text: string): Promise<void> => page.locator('.lost', { hasText: text }).waitFor();
const castIn = async ({ ask }: Room): Promise<number> => (await ask('rounds.view', { board: BOARD, round: opened.id })).cast;
const totalsAfterClosing = async ({ ask }: Room): Promise<unknown> => {
  await ask('rounds.close', { board: BOARD, round: opened.id });
  return (await ask('boards.open', { board: BOARD })).board.rounds[opened.id]?.tally?.totals;
};
/** Lets no request of this kind through any more. */
const cut = (page: Page, what: string): Promise<unknown> => page.route(what, (route) => route.abort('internetdisconnected'));

describe('a phone without connection', () => {
  test('says that a vote counts only when it does, and comes back by itself', async () => {
    const here = await votingRoom([await freePort()]);
    const [voted, waiting] = [await pages.open(at(here)), await pages.open(at(here, 1))];
    await lay(voted, 'de panda');
    await press(voted, 'Stem op de panda');
    await title(voted, 'Je stem is uitgebracht');
    await title(waiting, opened.question);
    await here.ask('door.close', {});
    await lost(voted, 'Je stem van daarnet telt.');
    await lost(waiting, 'We proberen het opnieuw.');
    expect((await here.ask('door.open', { board: BOARD, address: '127.0.0.2', joining: 'codes' })).url).toBe(here.url);
    await voted.locator('.lost:empty').waitFor({ state: 'attached' });
    await waiting.locator('.lost:empty').waitFor({ state: 'attached' });
    await title(voted, 'Je stem is uitgebracht');
  });

  test('keeps a vote that could not be sent and sends it when it can, once', async () => {
    const here = await votingRoom();
    const page = await pages.open(at(here));
    await title(page, opened.question);
    await page.context().setOffline(true);
    await lay(page, 'de panda');
    await press(page, 'Stem op de panda');
    await lost(page, 'Je stem gaat vanzelf mee zodra het weer lukt.');
    expect(await castIn(here)).toBe(0);
    await page.context().setOffline(false);
    await title(page, 'Je stem is uitgebracht');
    expect(await totalsAfterClosing(here)).toMatchObject({ [panda]: 1 });
  });

  test('sends only the newest of several votes that could not be sent', async () => {
    const here = await votingRoom();
    const page = await pages.open(at(here));
    await cut(page, '**/api/ballot');
    await lay(page, 'de panda');
    await press(page, 'Stem op de panda');
    await page.getByRole('button', { name: 'Je stem wordt verstuurd …' }).waitFor();
    await lay(page, 'de rat');
    await press(page, 'Stem op de rat');
    await page.unroute('**/api/ballot');
    await title(page, 'Je stem is uitgebracht');
    expect(await totalsAfterClosing(here)).toMatchObject({ [panda]: 0, [rat]: 1 });
  });

  test('a page that was closed with a vote on its way sends it when it is opened again', async () => {
    const here = await votingRoom();
    const page = await pages.open(at(here));
    await cut(page, '**/api/ballot');
    await lay(page, 'de panda');
    await press(page, 'Stem op de panda');
    await page.getByRole('button', { name: 'Je stem wordt verstuurd …' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Je stem wordt verstuurd …' }).waitFor();
    expect(await castIn(here)).toBe(0);
    await page.unroute('**/api/ballot');
    await title(page, 'Je stem is uitgebracht');
    expect(await castIn(here)).toBe(1);
  });

  test('an answer that got lost is asked for again: the vote counts once', async () => {
    const here = await votingRoom();
    const page = await pages.open(at(here));
    let sent = 0;
    await page.route('**/api/ballot', async (route) => {
      sent++;
      if (sent > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await lay(page, 'de panda');
    await press(page, 'Stem op de panda');
    await title(page, 'Je stem is uitgebracht');
    expect(await totalsAfterClosing(here)).toMatchObject({ [panda]: 1 });
  });

  test('a vote that comes after closing is not claimed to count', async () => {
    const here = await votingRoom();
    const page = await pages.open(at(here));
    await cut(page, '**/api/ballot');
    await lay(page, 'de panda');
    await press(page, 'Stem op de panda');
    await page.getByRole('button', { name: 'Je stem wordt verstuurd …' }).waitFor();
    await here.ask('rounds.close', { board: BOARD, round: opened.id });
    await title(page, 'De stemming is gesloten');
    await page.unroute('**/api/ballot');
    await page.getByText('Misschien telde ze niet mee.').waitFor();
  });
});

describe('a phone that lacks something', () => {
  test('votes where storage is blocked', async () => {
    const here = await votingRoom();
    const page = await pages.open(at(here), {}, "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })");
    await lay(page, 'de panda');
    await press(page, 'Stem op de panda');
    await title(page, 'Je stem is uitgebracht');
    // Its code stays in the address, since nothing else remembers it.
    await page.reload();
    await title(page, 'Je stem is uitgebracht');
  });

  test.each([
    ['without server-sent events', 'delete window.EventSource'],
    ['where a proxy holds them back', 'window.EventSource = class extends EventTarget { constructor() { super(); setTimeout(() => this.dispatchEvent(new Event("error")), 50) } close() {} }'],
  ])('hears of the vote %s by asking', async (_, before) => {
    const here = await openRoom({ options: { phonePage: pages.folder } });
    const page = await pages.open(at(here), {}, before);
    await title(page, 'Je doet mee');
    await here.start();
    await title(page, opened.question);
    await here.ask('rounds.close', { board: BOARD, round: opened.id });
    await title(page, 'De stemming is gesloten');
  });
});

test('a door that gives no sign any more is asked for, and its stream opened anew; one that does is left alone', async () => {
  const here = await openRoom({ options: { phonePage: pages.folder } });
  const streams = 'window.streams = []; window.EventSource = class extends EventTarget { constructor() { super(); window.streams.push(this) } close() {} }';
  const page = await pages.open(at(here), {}, streams);
  await title(page, 'Je doet mee');
  const opened = (): Promise<number> => page.evaluate('window.streams.length');
  // A page that is shown only when it has joined already opens a second one at once.
  await page.waitForLoadState('load');
  await expect.poll(opened).toBeGreaterThan(0);
  const before = await opened();
  await page.clock.install();
  // The clock begins with the first sign; each begins it anew.
  const sign = (): Promise<unknown> => page.evaluate('window.streams[window.streams.length - 1].dispatchEvent(new Event("sign"))');
  for (let i = 0; i < 6; i++) {
    await sign();
    await page.clock.runFor(10_000);
  }
  expect(await opened()).toBe(before);
  // It asks first, which takes as long as the answer does.
  await expect.poll(async () => { await page.clock.runFor(10_000); return opened(); }, { timeout: 15_000 }).toBeGreaterThan(before);
});

test('a phone that wakes up asks at once what it missed', async () => {
  const here = await openRoom({ options: { phonePage: pages.folder } });
  const page = await pages.open(at(here), {}, 'window.EventSource = class extends EventTarget { close() {} }');
  await title(page, 'Je doet mee');
  await here.start();
  await page.evaluate(() => { window.dispatchEvent(new Event('pageshow')); });
  await title(page, opened.question);
});

test('nothing of it went against the content policy, and nothing broke', () => {
  expect(pages.complaints).toEqual([]);
});

/** A port that the door can open twice. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.2', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => { resolve(port); });
    });
  });
}
