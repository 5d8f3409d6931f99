import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Round } from '../../../shared/board/round.ts';
import { asId, type RoundId, type TableId } from '../../../shared/base/ids.ts';
import { openRoom, opened, panda, rat, type Room } from '../../electron/services/door/doorRoom.ts';
import { BOARD } from '../../electron/services/sampleBoard.ts';
import { openPhonePages, type PhonePages } from './phonePages.ts';

let pages: PhonePages;
beforeAll(async () => { pages = await openPhonePages(); }, 120_000);
afterAll(() => pages.close());

const room = (options: Parameters<typeof openRoom>[0] = {}): Promise<Room> => openRoom({ ...options, options: { phonePage: pages.folder, ...options.options } });
const codeOf = ({ codes }: Room, table = 't3', seat = 0): string => codes(table)[seat] ?? '';
const title = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
const choice = (page: Page, name: string) => page.locator('label.choice', { hasText: name });

/** The candidates from top to bottom as a screen reader says them. */
const spoken = async (page: Page): Promise<readonly string[]> => (await page.locator('label.choice .named').allTextContents()).map((text) => text.trim());

describe('joining', () => {
  test('one scan of a seat card is enough; the code is then nowhere in the address, and holds when the page is opened anew', async () => {
    const { url, ...rest } = await room();
    const page = await pages.open(`${url}#${codeOf({ url, ...rest })}`);
    await title(page, 'Je doet mee');
    expect(page.url()).toBe(url);
    expect(await page.locator('header').innerText()).toMatch(/3\s*tafel 3/);
    await page.reload();
    await title(page, 'Je doet mee');
  });

  test('a typed code may be in small letters and with a hyphen, and is shown as on the card', async () => {
    const here = await room();
    const code = codeOf(here);
    const page = await pages.open(here.url);
    const field = page.getByRole('textbox', { name: 'stemcode, zes tekens' });
    await field.pressSequentially(`${code.slice(0, 3)}-${code.slice(3)}`.toLowerCase());
    expect(await field.inputValue()).toBe(`${code.slice(0, 3)} ${code.slice(3)}`);
    await field.press('Enter');
    await title(page, 'Je doet mee');
  });

  test('a code that is too short or nobody’s is said beside the field, and can be corrected', async () => {
    const here = await room();
    const page = await pages.open(here.url);
    const field = page.getByRole('textbox');
    await field.fill('kx7');
    await press(page, 'Verder');
    await page.getByText('Een stemcode heeft zes tekens. Dit zijn er 3.').waitFor();
    await field.fill(codeOf(here) === 'ACDEFG' ? 'GFEDCA' : 'ACDEFG');
    await press(page, 'Verder');
    await page.getByRole('alert').getByText('Deze code kennen we niet.').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill(codeOf(here));
    await press(page, 'Verder');
    await title(page, 'Je doet mee');
  });

  test('without codes one says at which table one sits', async () => {
    const here = await room({ joining: 'open' });
    const page = await pages.open(here.url);
    await title(page, 'Aan welke tafel zit je?');
    await press(page, 'Kies eerst je tafel');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('table');
    await page.locator('label.seat', { hasText: 'tafel 5' }).click();
    await press(page, 'Ik zit aan tafel 5');
    await title(page, 'Je doet mee');
  });

  test('a code that another phone came in with is refused, with a word what to ask for; once the seat is free it lets in', async () => {
    const here = await room();
    const first = await here.seated('t3', 0);
    const page = await pages.open(`${here.url}#${here.codes('t3')[0]}`);
    await page.getByText('Vraag de begeleider om plaats 1 van tafel 3 vrij te geven.').waitFor();
    await here.ask('door.freeSeat', { board: BOARD, table: 't3' as never, seat: 1 });
    // The code still stands there.
    await press(page, 'Verder');
    await title(page, 'Je doet mee');
    expect((await first.ask('/api/state', { headers: { Authorization: `Bearer ${first.pass}` } })).status).toBe(401);
    // The same phone comes in again with its card.
    await page.goto(`${here.url}#${here.codes('t3')[0]}`);
    await title(page, 'Je doet mee');
  });

  test('a pass that is void leads back to the code, with a word why', async () => {
    const here = await room();
    const page = await pages.open(`${here.url}#${codeOf(here)}`);
    await title(page, 'Je doet mee');
    await here.ask('door.renewSeats', { board: BOARD });
    await page.reload();
    await title(page, 'Je stemcode');
    await page.getByText('Je doet niet meer mee met deze gsm.').waitFor();
  });

  test('whatever else comes in, a code that is being typed after a wrong one stays, and so does its caret', async () => {
    const here = await room();
    const page = await pages.open(`${here.url}#${codeOf(here)}`);
    await title(page, 'Je doet mee');
    const answer = await (await page.request.get(`${here.url}api/room`)).json() as object;
    let asked = (): void => undefined;
    const answered = new Promise<void>((resolve) => { asked = resolve; });
    await page.route('**/api/room', async (route) => {
      await answered;
      await route.fulfill({ json: { ...answer, title: 'De andere zaal' } });
    });
    await here.ask('door.freeSeat', { board: BOARD, table: 't3' as never, seat: 1 });
    await title(page, 'Je stemcode');
    const field = page.getByRole('textbox');
    await field.fill(codeOf(here) === 'ACDEFG' ? 'GFEDCA' : 'ACDEFG');
    await field.press('Enter');
    await page.getByRole('alert').getByText('Deze code kennen we niet.').waitFor();
    await page.keyboard.type('kx');
    asked();
    await page.waitForFunction(() => document.title.includes('De andere zaal'));
    await page.keyboard.type('7');
    expect(await field.inputValue()).toBe('KX7');
    expect(await page.getByRole('alert').textContent()).toBe('');
  });
});

describe('one vote each', () => {
  test('is chosen, cast, changed and counted once; closing and the result come by themselves', async () => {
    const here = await room();
    const page = await pages.open(`${here.url}#${codeOf(here)}`);
    await title(page, 'Je doet mee');
    await here.start();
    await title(page, opened.question);
    await press(page, 'Kies er eerst één');
    await choice(page, 'de panda').click();
    await press(page, 'Stem op de panda');
    await title(page, 'Je stem is uitgebracht');
    expect(await page.locator('main').innerText()).toContain('Je koos de panda.');
    await press(page, 'Mijn stem wijzigen');
    expect(await page.getByRole('radio', { name: 'de panda' }).isChecked()).toBe(true);
    await choice(page, 'de rat').click();
    await press(page, 'Stem op de rat');
    await title(page, 'Je stem is uitgebracht');
    expect((await here.ask('rounds.view', { board: BOARD, round: opened.id }))?.cast).toBe(1);
    await here.ask('rounds.close', { board: BOARD, round: opened.id });
    await title(page, 'De stemming is gesloten');
    const { board } = await here.ask('boards.open', { board: BOARD });
    expect(board.rounds[opened.id]?.tally?.totals).toMatchObject({ [rat]: 1, [panda]: 0 });
    await here.ask('board.do', { board: BOARD, opId: 'reveal', command: { type: 'round.put', round: { ...(board.rounds[opened.id] as Round), state: 'revealed' } } });
    await here.ask('rounds.told', { board: BOARD, round: opened.id, drawn: null });
    await title(page, 'De zaal koos de rat');
  });

  test('who only looks again at a cast vote changes nothing', async () => {
    const here = await room();
    await here.start();
    const page = await pages.open(`${here.url}#${codeOf(here)}`);
    await choice(page, 'de panda').click();
    await press(page, 'Stem op de panda');
    await press(page, 'Mijn stem wijzigen');
    await press(page, 'Niets wijzigen');
    await title(page, 'Je stem is uitgebracht');
  });

  test('on a phone that is handed on, the next card begins with nothing laid out, and both votes count', async () => {
    const here = await room();
    await here.start();
    const page = await pages.open(`${here.url}#${codeOf(here)}`);
    await choice(page, 'de panda').click();
    await press(page, 'Stem op de panda');
    await title(page, 'Je stem is uitgebracht');
    await page.goto(`${here.url}#${codeOf(here, 't5', 2)}`);
    await page.locator('header', { hasText: 'tafel 5' }).waitFor();
    await title(page, opened.question);
    expect(await page.locator('.stage input:checked').count()).toBe(0);
    await choice(page, 'de rat').click();
    await press(page, 'Stem op de rat');
    await title(page, 'Je stem is uitgebracht');
    expect((await here.ask('rounds.view', { board: BOARD, round: opened.id })).cast).toBe(2);
  });

  test('letters are the same on every phone, the order is not, and a phone keeps its own', async () => {
    const here = await room();
    await here.start();
    const orders = new Set<string>();
    for (let seat = 0; seat < 3; seat++) {
      const page = await pages.open(`${here.url}#${codeOf(here, 't1', seat)}`, {}, `localStorage.droomdoek ||= JSON.stringify({ seed: ${seat} })`);
      await title(page, opened.question);
      const order = await spoken(page);
      expect([...order].sort()).toEqual(['A de panda', 'B de rat', 'C de braderie']);
      await page.reload();
      await title(page, opened.question);
      expect(await spoken(page)).toEqual(order);
      orders.add(order.join());
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  test('drawings show as soon as the desk gives them, and what is laid out stays', async () => {
    const here = await room();
    await here.start();
    const page = await pages.open(`${here.url}#${codeOf(here)}`);
    await choice(page, 'de panda').click();
    expect(await page.locator('img.picture').count()).toBe(0);
    await here.ask('rounds.pictures', { board: BOARD, round: opened.id, pictures: { [panda]: ONE_PIXEL } });
    await page.locator('img.picture').waitFor();
    await press(page, 'Stem op de panda');
    await page.locator('img.hero').waitFor();
    expect(await page.locator('img.hero').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  });
});

const ONE_PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('dots', () => {
  const dotsRound = (dotsPerPerson: number, atMostPerCandidate: number): Round => ({ ...opened, id: asId<RoundId>(`d${atMostPerCandidate}`), rule: { dotsPerPerson, atMostPerCandidate } });
  const startDots = async (here: Room, round: Round): Promise<void> => {
    const ways = Object.fromEntries(['t1', 't2', 't3', 't4', 't5', 't6', 't7'].map((table) => [table, 'phones' as const])) as { [table: TableId]: 'phones' };
    await here.ask('rounds.start', { board: BOARD, round, ways, closesMs: null });
  };

  test('a tap gives one, another takes it back, and there are no more than the rule says', async () => {
    const here = await room();
    await startDots(here, dotsRound(2, 1));
    const page = await pages.open(`${here.url}#${codeOf(here)}`);
    await page.getByText('nog 2 stippen').waitFor();
    await choice(page, 'de panda').click();
    await choice(page, 'de rat').click();
    await page.getByText('al je stippen liggen').waitFor();
    await choice(page, 'de braderie').click();
    expect(await page.getByRole('checkbox', { name: 'de braderie' }).isChecked()).toBe(false);
    await page.locator('[aria-live]', { hasText: 'Je stippen zijn op. Neem er eerst één terug.' }).waitFor();
    await choice(page, 'de rat').click();
    await page.getByText('nog 1 stip').waitFor();
    await choice(page, 'de braderie').click();
    await press(page, 'Stem op de panda en de braderie');
    await title(page, 'Je stem is uitgebracht');
    expect(await page.locator('.gifts').innerText()).toMatch(/de panda[^]*de braderie/);
  });

  test('several on one candidate, with keys alone', async () => {
    const here = await room();
    const round = dotsRound(4, 3);
    await startDots(here, round);
    const page = await pages.open(`${here.url}#${codeOf(here)}`);
    const more = page.getByRole('button', { name: 'stip erbij voor de rat' });
    await more.focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('Enter');
    await page.getByText('nog 1 stip').waitFor();
    await page.getByRole('button', { name: 'stip minder voor de rat' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('nog 2 stippen').waitFor();
    await page.getByRole('button', { name: 'stip erbij voor de panda' }).focus();
    await page.keyboard.press('Space');
    await press(page, 'Stem met 3 stippen');
    await title(page, 'Je stem is uitgebracht');
    await here.ask('rounds.close', { board: BOARD, round: round.id });
    const { board } = await here.ask('boards.open', { board: BOARD });
    expect(board.rounds[round.id]?.tally?.totals).toMatchObject({ [rat]: 2, [panda]: 1 });
  });
});

test('a table that goes over to paper is told so, and that what was chosen here no longer counts; it may come back', async () => {
  const here = await room();
  await here.start();
  const page = await pages.open(`${here.url}#${codeOf(here)}`);
  await choice(page, 'de panda').click();
  await press(page, 'Stem op de panda');
  await title(page, 'Je stem is uitgebracht');
  const way = (next: 'paper' | 'phones' | 'hands'): Promise<unknown> => here.ask('rounds.way', { board: BOARD, round: opened.id, table: asId<TableId>('t3'), way: next });
  await way('paper');
  await title(page, 'Jouw tafel stemt op papier');
  await page.getByText('Wat je op deze gsm koos, telt niet meer mee.').waitFor();
  await way('hands');
  await title(page, 'Jouw tafel stemt met de hand');
  await way('phones');
  await press(page, 'Stem op de panda');
  await title(page, 'Je stem is uitgebracht');
});

test('the language follows the phone, can be changed without losing what lies in the hand, and stays', async () => {
  const here = await room();
  await here.start();
  const page = await pages.open(`${here.url}#${codeOf(here)}`, { locale: 'en-GB' });
  await choice(page, 'de panda').click();
  expect(await page.locator('h1').getAttribute('lang')).toBe('nl');
  await press(page, 'Nederlands');
  await page.getByRole('button', { name: 'Stem op de panda' }).waitFor();
  expect(await page.locator('h1').getAttribute('lang')).toBeNull();
  await page.reload();
  await page.getByText('Kies er één.').waitFor();
});

test('an idea goes to the facilitator while the inbox is open; what is half written stays through a vote', async () => {
  const here = await room();
  const page = await pages.open(`${here.url}#${codeOf(here)}`);
  await title(page, 'Je doet mee');
  expect(await page.locator('details.idea').isVisible()).toBe(false);
  await here.ask('ideas.open', { board: BOARD, open: true });
  await page.getByText('Een idee voor het bord?').click();
  await press(page, 'Stuur naar de begeleider');
  await page.getByText('Schrijf eerst je idee.').waitFor();
  await page.locator('label.kind', { hasText: 'metafoor' }).click();
  const field = page.getByRole('textbox', { name: 'Je idee, in een paar woorden' });
  await field.fill('een mierennest');
  await press(page, 'Stuur naar de begeleider');
  await page.getByText('Verstuurd. De begeleider kiest wat op het bord komt.').waitFor();
  expect(await field.inputValue()).toBe('');
  expect((await here.ask('ideas.list', { board: BOARD })).ideas).toMatchObject([{ kind: 'metaphor', text: 'een mierennest', table: 't3' }]);
  await field.fill('half een');
  await here.start();
  await title(page, opened.question);
  expect(await page.locator('details.idea').isVisible()).toBe(false);
  await here.ask('rounds.close', { board: BOARD, round: opened.id });
  await title(page, 'De stemming is gesloten');
  expect(await field.inputValue()).toBe('half een');
  await here.ask('ideas.open', { board: BOARD, open: false });
  await field.waitFor({ state: 'hidden' });
});

test('nothing of it went against the content policy, and nothing broke', () => {
  expect(pages.complaints).toEqual([]);
});
