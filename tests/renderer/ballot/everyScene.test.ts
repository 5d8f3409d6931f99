import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asId, type RoundId, type TableId } from '../../../shared/base/ids.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { VotingWay } from '../../../shared/contract/rounds.ts';
import { openRoom, opened, type Room } from '../../electron/services/door/doorRoom.ts';
import { BOARD } from '../../electron/services/sampleBoard.ts';
import { barriersOn, openPhonePages, tooSmall, type PhonePages } from './phonePages.ts';

let pages: PhonePages;
beforeAll(async () => { pages = await openPhonePages(); }, 120_000);
afterAll(() => pages.close());

const all = (way: VotingWay): { readonly [table: TableId]: VotingWay } => Object.fromEntries(['t1', 't2', 't3', 't4', 't5', 't6', 't7'].map((table) => [table, way]));
const start = (room: Room, rule = opened.rule, way: VotingWay = 'phones', closesMs: number | null = null): Promise<unknown> => {
  const round: Round = { ...opened, id: asId<RoundId>('r1'), rule };
  return room.ask('rounds.start', { board: BOARD, round, ways: all(way), closesMs });
};
/** Lays out one or two candidates and sends them. */
const vote = async (page: Page, times: number): Promise<void> => {
  for (let i = 0; i < times; i++) await page.locator('label.choice').nth(i).click();
  await page.locator('.stage button.main').click();
  await page.locator('.cast h1').waitFor();
};
const tap = async (page: Page, selector: string): Promise<void> => { await page.locator(selector).first().click(); };

type Scene = {
  readonly name: string;
  /** What stands on the page when it is there. */
  readonly shows: string;
  readonly joining?: 'open';
  readonly before?: (room: Room) => Promise<unknown>;
  readonly does?: (page: Page, room: Room) => Promise<unknown>;
};

const SCENES: readonly Scene[] = [
  { name: 'the code, with a remark', shows: '.join .remark:not(:empty)', does: async (page) => { await page.locator('#code').fill('kx'); await tap(page, '.stage button.main'); } },
  { name: 'a seat that is taken', shows: '.join .remark:not(:empty)', before: (room) => room.seated('t3', 0), does: async (page, room) => { await page.locator('#code').fill(room.codes('t3')[0]!); await tap(page, '.stage button.main'); } },
  { name: 'the tables', shows: '.tables', joining: 'open', does: (page) => tap(page, 'label.seat') },
  { name: 'waiting', shows: '.centre .note' },
  { name: 'an idea', shows: '#idea', before: (room) => room.ask('ideas.open', { board: BOARD, open: true }), does: async (page) => { await tap(page, 'summary'); await page.locator('#idea').fill('x'.repeat(75)); } },
  { name: 'one vote', shows: '.vote input:checked', before: (room) => start(room, opened.rule, 'phones', Date.now() + 600_000), does: (page) => tap(page, 'label.choice') },
  { name: 'dots', shows: '.vote .dots', before: (room) => start(room, { dotsPerPerson: 2, atMostPerCandidate: 1 }), does: (page) => tap(page, 'label.choice') },
  { name: 'many dots', shows: '.vote .on', before: (room) => start(room, { dotsPerPerson: 5, atMostPerCandidate: 3 }), does: (page) => page.locator('.stepper').nth(1).click() },
  { name: 'a cast vote', shows: '.cast', before: (room) => start(room), does: (page) => vote(page, 1) },
  { name: 'cast dots', shows: '.gifts', before: (room) => start(room, { dotsPerPerson: 2, atMostPerCandidate: 1 }), does: (page) => vote(page, 2) },
  { name: 'a table on paper', shows: '.centre', before: (room) => start(room, opened.rule, 'paper') },
  { name: 'a table with hands', shows: '.centre', before: (room) => start(room, opened.rule, 'hands') },
  { name: 'closed', shows: '.foot', before: async (room) => { await start(room); await room.ask('rounds.close', { board: BOARD, round: opened.id }); } },
  { name: 'the winner', shows: '.winner', before: async (room) => {
    await start(room);
    const ann = await room.seated('t1', 0);
    await ann.vote(opened.id, [opened.candidates[0]!.id]);
    await room.ask('rounds.close', { board: BOARD, round: opened.id });
    const { board } = await room.ask('boards.open', { board: BOARD });
    await room.ask('board.do', { board: BOARD, opId: 'reveal', command: { type: 'round.put', round: { ...board.rounds[opened.id]!, state: 'revealed' } } });
    await room.ask('rounds.told', { board: BOARD, round: opened.id, drawn: null });
  } },
  { name: 'a lost connection', shows: '.lost:not(:empty)', before: (room) => start(room), does: async (page) => {
    await vote(page, 1);
    await page.context().setOffline(true);
    await page.evaluate(() => { window.dispatchEvent(new Event('online')); });
  } },
];

async function at(scene: Scene): Promise<Page> {
  const room = await openRoom({ joining: scene.joining ?? 'codes', options: { phonePage: pages.folder } });
  if (scene.before) await scene.before(room);
  const door = await room.ask('door.state', {});
  const { url } = door.open ? door : await room.ask('door.open', { board: BOARD, address: '127.0.0.2', joining: 'codes' });
  const needsCode = scene.joining !== 'open' && !scene.shows.startsWith('.join');
  const page = await pages.open(needsCode ? `${url}#${room.codes('t3')[0]}` : String(url));
  await page.locator('main h1').filter({ hasNotText: 'Verbinden' }).waitFor();
  if (scene.does) await scene.does(page, room);
  await page.locator(scene.shows).first().waitFor();
  return page;
}

test.each(SCENES)('$name: no barriers and nothing too small, in both languages, on a narrow phone and with large text', async (scene) => {
  const page = await at(scene);
  expect(await barriersOn(page)).toEqual([]);
  expect(await tooSmall(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await tooSmall(page)).toEqual([]);
  await page.getByRole('button', { name: 'English' }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  // The narrowest window, with lettering of twice the size in it.
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  expect(await tooSmall(page)).toEqual([]);
  expect(await barriersOn(page)).toEqual([]);
}, 60_000);

test('nothing of it went against the content policy, and nothing broke', () => {
  expect(pages.complaints).toEqual([]);
});

test('with a keyboard alone one joins, votes and changes; the focus shows and is never covered', async () => {
  const room = await openRoom({ options: { phonePage: pages.folder } });
  await start(room);
  const page = await pages.open(room.url, { hasTouch: false, isMobile: false, viewport: { width: 390, height: 640 } });
  const focus = (): Promise<{ readonly name: string; readonly ring: number; readonly covered: boolean }> => page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const seen = element.classList.contains('aloud') ? (element.nextElementSibling as HTMLElement) : element;
    const { top, bottom } = seen.getBoundingClientRect();
    const bar = document.querySelector('.bar');
    return {
      name: (element as HTMLInputElement).labels?.[0]?.textContent?.trim() ?? element.textContent ?? '',
      ring: getComputedStyle(seen).outlineStyle === 'none' ? 0 : parseFloat(getComputedStyle(seen).outlineWidth),
      covered: top < 0 || bottom > window.innerHeight || (!!bar && !bar.contains(element) && bottom > bar.getBoundingClientRect().top + 1 && getComputedStyle(bar).position === 'sticky' && element.closest('main') !== null),
    };
  });
  const goTo = async (name: string): Promise<void> => {
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      const now = await focus();
      expect(now.ring, now.name).toBeGreaterThanOrEqual(2);
      expect(now.covered, now.name).toBe(false);
      if (now.name.includes(name)) return;
    }
    throw new Error(`Tab does not come to ${name}`);
  };
  await page.getByRole('heading', { name: 'Je stemcode' }).waitFor();
  await goTo('stemcode');
  await page.keyboard.type(room.codes('t2')[1] ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: opened.question }).waitFor();
  // A screen reader goes on from the heading of what came.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  const chosen = await page.locator('.choice', { has: page.locator('input:checked') }).locator('.label').innerText();
  await goTo('Stem op');
  await page.keyboard.press('Enter');
  await page.getByText(`Je koos ${chosen}.`).waitFor();
  await goTo('Mijn stem wijzigen');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Niets wijzigen' }).waitFor();
});

test('without colours of its own the page still shows what is chosen', async () => {
  const room = await openRoom({ options: { phonePage: pages.folder } });
  await start(room);
  const page = await pages.open(`${room.url}#${room.codes('t3')[0]}`, { forcedColors: 'active' });
  await tap(page, 'label.choice');
  const widths = await page.locator('.choice .face').evaluateAll((faces) => faces.map((face) => getComputedStyle(face).borderTopWidth));
  expect(widths).toEqual(['5px', '2px', '2px']);
});
