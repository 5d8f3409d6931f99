import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoom, opened, panda, rat, type Room } from '../../electron/services/door/doorRoom.ts';
import { BOARD } from '../../electron/services/sampleBoard.ts';
import { barriersOn, openPhonePages, tooSmall, type PhonePages } from './phonePages.ts';

let pages: PhonePages;
beforeAll(async () => { pages = await openPhonePages(); }, 120_000);
afterAll(() => pages.close());

const room = (): Promise<Room> => openRoom({ options: { phonePage: pages.folder } });
const invited = async ({ ask }: Room): Promise<string> => (await ask('helper.invite', {}))?.url ?? '';
const title = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
const viewOf = ({ ask }: Room) => ask('rounds.view', { board: BOARD, round: opened.id });

describe('the page of a helper', () => {
  test('is paired by one scan, which leaves nothing in the address, and stays so when it is opened anew', async () => {
    const here = await room();
    const url = await invited(here);
    const page = await pages.open(url);
    await title(page, 'Er loopt geen stemming');
    expect(page.url()).toBe(`${here.url}helper.html`);
    await page.reload();
    await title(page, 'Er loopt geen stemming');
    const second = await pages.open(url);
    await title(second, 'Deze uitnodiging geldt niet meer');
    await here.ask('helper.revoke', { helper: null });
    await title(page, 'Je bent geen helper meer');
  });

  test('counts a table in large steps, says what is left and what is too much, and goes on to the next', async () => {
    const here = await room();
    await here.start({ t1: 'paper', t3: 'paper' });
    const page = await pages.open(await invited(here));
    await title(page, opened.question);
    await press(page, /tafel 1/);
    for (let i = 0; i < 4; i++) await press(page, 'stip erbij voor de panda');
    await press(page, 'stip erbij voor de rat');
    await press(page, 'stip minder voor de panda');
    const heads = (await viewOf(here)).rows[0]?.heads ?? 0;
    await page.getByText(`nog ${heads - 4} stippen · bewaard`).or(page.getByText('alle stippen geteld · bewaard')).waitFor();
    expect((await viewOf(here)).rows[0]).toMatchObject({ dots: { [panda]: 3, [rat]: 1 }, counted: true });
    await press(page, 'Volgende: tafel 3');
    await title(page, 'tafel 3');
    for (let i = 0; i <= heads; i++) await press(page, 'stip erbij voor de rat');
    await page.getByText('1 stip te veel').waitFor();
    await press(page, 'Alle tafels');
    await page.getByRole('button', { name: /tafel 3/ }).getByText('1 stip te veel').waitFor();
    await press(page, 'Laatste stap terug');
    await page.getByRole('button', { name: /tafel 3/ }).getByText('1 stip te veel').waitFor({ state: 'detached' });
  });

  test('asks twice before the ballots of phones are void', async () => {
    const here = await room();
    await here.start();
    const ann = await here.seated('t2', 0);
    await ann.vote(opened.id, [panda]);
    const page = await pages.open(await invited(here));
    await page.getByRole('button', { name: /tafel 2/ }).getByText('1 van').waitFor();
    await press(page, /tafel 2/);
    await page.locator('label.way', { hasText: 'papier' }).click();
    await press(page, 'Nog niet');
    expect((await viewOf(here)).rows[1]).toMatchObject({ way: 'phones', phones: 1 });
    await page.locator('label.way', { hasText: 'papier' }).click();
    await press(page, 'Ja, ze vervallen');
    await page.getByRole('button', { name: 'stip erbij voor de panda' }).waitFor();
    expect((await viewOf(here)).rows[1]).toMatchObject({ way: 'paper', phones: 0 });
  });

  test('counts raised hands, sets the clock, closes after asking again, and has the desk reveal', async () => {
    const here = await room();
    await here.start({ t1: 'hands', t2: 'hands' });
    const page = await pages.open(await invited(here));
    await press(page, /mensen stemmen met de hand/);
    await press(page, 'stip erbij voor de rat');
    await press(page, 'Klaar');
    await press(page, '2 minuten');
    await press(page, 'Klok stoppen');
    await page.getByText('Geen klok').waitFor();
    await press(page, 'Stemming sluiten');
    await press(page, 'Ja, nu sluiten');
    await title(page, 'De stemming is gesloten');
    expect((await here.ask('boards.open', { board: BOARD })).board.rounds[opened.id]?.tally?.totals).toMatchObject({ [rat]: 1 });
    // No result on this page: the room hears it first.
    expect(await page.locator('main').innerText()).not.toContain('de rat');
    await press(page, 'Onthullen op het zaalscherm');
    await press(page, 'Ja, nu onthullen');
    await page.getByText('Gevraagd aan de laptop.').waitFor();
    expect(here.told['helper.wish']?.at(-1)).toMatchObject({ wish: { kind: 'reveal', round: opened.id } });
  });

  test('sends a count that could not be sent as soon as it can', async () => {
    const here = await room();
    await here.start({ t1: 'paper' });
    const page = await pages.open(await invited(here));
    await press(page, /tafel 1/);
    await page.context().setOffline(true);
    await press(page, 'stip erbij voor de panda');
    await page.getByText('Geen verbinding met de laptop.').waitFor();
    await page.getByText('wordt bewaard …').waitFor();
    await press(page, 'stip erbij voor de panda');
    await page.context().setOffline(false);
    await page.getByText('· bewaard').waitFor();
    expect((await viewOf(here)).rows[0]?.dots).toMatchObject({ [panda]: 2 });
  });

  test('has no barriers and nothing too small, in both languages, on a narrow phone and with large text', async () => {
    const here = await room();
    await here.start({ t1: 'paper', t2: 'hands' });
    const page = await pages.open(await invited(here));
    await title(page, opened.question);
    const look = async (): Promise<void> => {
      expect(await barriersOn(page)).toEqual([]);
      expect(await tooSmall(page)).toEqual([]);
    };
    await look();
    await page.setViewportSize({ width: 320, height: 568 });
    await press(page, 'English');
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await look();
    await press(page, /table 1/);
    await look();
    await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
    await look();
  });
});

test('nothing of it went against the content policy, and nothing broke', () => {
  expect(pages.complaints).toEqual([]);
});
