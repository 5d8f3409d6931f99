import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGallery } from './gallery/openGallery.mjs';

const SCENES = [
  'desk', 'start', 'startEmpty', 'recover', 'setup', 'setupTraits', 'tally', 'tallyMixed', 'tallyMany', 'doorClosed', 'doorOpen', 'doorReached', 'hidden', 'result', 'tie', 'export', 'harvest', 'stamps', 'charter', 'outline', 'settings', 'help', 'palette', 'notices', 'selection', 'keepStamp', 'search',
] as const;
type SceneName = (typeof SCENES)[number];

/** Panels that the gallery shows on the desk. */
const PANELS_ON_DESK: ReadonlySet<SceneName> = new Set(['setup', 'setupTraits', 'tally', 'tallyMixed', 'tallyMany', 'doorClosed', 'doorOpen', 'doorReached', 'hidden', 'result', 'tie', 'harvest', 'stamps', 'charter', 'outline', 'settings', 'help', 'palette', 'selection', 'keepStamp', 'search']);

let gallery: Awaited<ReturnType<typeof openGallery>>;
let axe: string;
/** What the browser complained about: errors and breaches of the content policy. */
const complaints: string[] = [];

beforeAll(async () => {
  [gallery, axe] = await Promise.all([openGallery(), readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')]);
}, 120_000);
afterAll(async () => { await gallery.close(); });

async function show(scene: SceneName, query = 'locale=nl', viewport = { width: 1600, height: 1000 }): Promise<Page> {
  const page = await gallery.browser.newPage({ viewport, reducedMotion: 'reduce' });
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(`${scene}: ${message.text()}`); });
  page.on('pageerror', (error) => complaints.push(`${scene}: ${String(error)}`));
  await page.goto(`${gallery.url}?scene=${scene}&${query}`);
  await page.waitForSelector('#root > *');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

/** Controls that a finger would miss: under 44 px high or 40 wide, with what a label or a wider reach adds. */
function smallTargets(): readonly string[] {
  const controls = [...document.querySelectorAll('button, [role="spinbutton"], [role="slider"], input, textarea, select')];
  return controls.flatMap((control) => {
    const own = control.getBoundingClientRect();
    if (own.width === 0 || control.closest('[aria-hidden="true"]')) return [];
    // Words in a running text are no targets of their own (WCAG 2.2, 2.5.8).
    if (getComputedStyle(control).display === 'inline') return [];
    const around = (control.closest('label') ?? control).getBoundingClientRect();
    const reach = getComputedStyle(control, '::before');
    const more = reach.content !== 'none' && reach.position === 'absolute' ? Math.max(0, -2 * parseFloat(reach.top)) : 0;
    const high = Math.round(Math.max(own.height, around.height) + more);
    const wide = Math.round(Math.max(own.width, around.width));
    return high < 44 || wide + more < 40 ? [`${control.outerHTML.slice(0, 140)} ${wide}×${high}`] : [];
  });
}

const told = (page: Page, testId: string): Promise<string> => page.getByTestId(testId).innerText();

describe('every panel', () => {
  test.each(SCENES)('%s has no serious barrier for who cannot see, and targets of 44 px in a narrow window too', async (scene) => {
    const page = await show(scene);
    await page.evaluate(axe);
    // The desk around a panel is looked at once, without a panel.
    const where = JSON.stringify(PANELS_ON_DESK.has(scene) ? '[data-width], .floating, [role="dialog"]' : 'body');
    const results = (await page.evaluate(`axe.run(${where}, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })`)) as AxeResults;
    const serious = results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
    await page.setViewportSize({ width: 1024, height: 700 });
    expect(await page.evaluate(smallTargets)).toEqual([]);
    await page.close();
  }, 60_000);

  test('nothing broke and nothing went against the content policy', () => {
    expect(complaints).toEqual([]);
  });
});

describe('the word catcher', () => {
  test('completes a word of the board and says beforehand that it will grow', async () => {
    const page = await show('desk');
    const field = page.getByRole('textbox', { name: 'woord dat de zaal noemt' });
    await field.pressSequentially('eigen');
    await page.getByText('staat er al, groeit naar ×3').waitFor();
    await field.press('Enter');
    expect(await told(page, 'caught')).toBe('eigenheid');
    expect(await field.inputValue()).toBe('');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });

  test('Delete drops the completion, so that a shorter word can be caught', async () => {
    const page = await show('desk');
    const field = page.getByRole('textbox', { name: 'woord dat de zaal noemt' });
    await field.pressSequentially('eigen');
    await field.press('Delete');
    await page.getByText('nieuw', { exact: true }).waitFor();
    await field.press('Enter');
    expect(await told(page, 'caught')).toBe('eigen');
    await page.close();
  });

  test('Enter that ends a composition does not catch the word', async () => {
    const page = await show('desk');
    const field = page.getByRole('textbox', { name: 'woord dat de zaal noemt' });
    await field.fill('cafe');
    await field.evaluate((element) => {
      element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }));
    });
    expect(await told(page, 'caught')).toBe('');
    expect(await field.inputValue()).toBe('cafe');
    await page.close();
  });

  test('a digit in the empty field says which table speaks, in a word it is a digit', async () => {
    const page = await show('desk');
    const field = page.getByRole('textbox', { name: 'woord dat de zaal noemt' });
    await field.press('6');
    await page.getByRole('button', { name: 'woorden komen van tafel 6' }).waitFor();
    expect(await field.inputValue()).toBe('');
    await field.pressSequentially('lijn 6');
    expect(await field.inputValue()).toBe('lijn 6');
    await page.close();
  });

  test('choosing a table with the pointer leaves the caret in the word', async () => {
    const page = await show('desk');
    const field = page.getByRole('textbox', { name: 'woord dat de zaal noemt' });
    await field.pressSequentially('bu');
    await page.getByRole('button', { name: 'woorden komen van tafel 2' }).click();
    await field.pressSequentially('urt');
    expect(await field.inputValue()).toBe('buurt');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });
});

describe('the table tally', () => {
  test('takes a row from the keyboard and tells it once, when the row is left', async () => {
    const page = await show('tally');
    await page.getByRole('spinbutton', { name: 'panda, tafel 6' }).focus();
    await page.keyboard.press('3');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('2');
    expect(await told(page, 'told')).toBe('');
    await page.keyboard.press('ArrowDown');
    expect(await told(page, 'told')).toBe('t6 {"panda":3,"braderie":2,"jungle":0,"mierennest":0}');
    await page.close();
  });

  test('does not show a row as counted that the ledger did not take', async () => {
    const page = await show('tally', 'locale=nl&refused');
    const cell = page.getByRole('spinbutton', { name: 'panda, tafel 6' });
    const before = await cell.getAttribute('aria-valuetext');
    await cell.focus();
    await page.keyboard.press('3');
    expect(await cell.getAttribute('aria-valuetext')).not.toBe(before);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => cell.getAttribute('aria-valuetext'), { timeout: 20_000 }).toBe(before);
    expect(await told(page, 'told')).toContain('t6');
    await page.close();
  });

  test('says under the row what does not add up, and lets the other rows go on', async () => {
    const page = await show('tally');
    await page.getByText('Tafel 4: één stip te veel.').waitFor();
    const cell = page.getByRole('spinbutton', { name: 'braderie, tafel 4' });
    await cell.focus();
    await page.getByRole('button', { name: 'één stip minder voor braderie, tafel 4' }).click();
    expect(await page.getByText('Tafel 4: één stip te veel.').count()).toBe(0);
    await page.getByRole('button', { name: 'telling van tafel 4 is klaar' }).click();
    expect(await told(page, 'told')).toBe('t4 {"panda":3,"braderie":2,"jungle":1,"mierennest":1}');
    await page.close();
  });

  test('the close button leads to the first table that is missing, and closes when none is', async () => {
    const page = await show('tally');
    await page.getByRole('button', { name: 'Stemming sluiten' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('panda, tafel 4');
    expect(await told(page, 'told')).not.toContain('close');
    await page.keyboard.press('0');
    for (const table of [6, 7]) {
      await page.getByRole('spinbutton', { name: `panda, tafel ${table}` }).click();
    }
    await page.getByRole('button', { name: 'Stemming sluiten' }).click();
    expect(await told(page, 'told')).toMatch(/close$/);
    await page.close();
  });

  test('keeps a row that was typed when the panel is closed in the middle of it', async () => {
    const page = await show('tally');
    await page.getByRole('spinbutton', { name: 'panda, tafel 7' }).focus();
    await page.keyboard.press('5');
    await page.evaluate(() => { window.dispatchEvent(new Event('gallery-unmount')); });
    await page.waitForFunction(() => document.title.includes('t7'));
    expect(await page.title()).toContain('t7 {"panda":5,"braderie":0,"jungle":0,"mierennest":0}');
    await page.close();
  });

  test('shows no total of any picture anywhere', async () => {
    const page = await show('tally');
    const text = await page.locator('section', { hasText: 'Tafeltelling' }).first().innerText();
    // Counted so far: panda 13, braderie 11, jungle 4, mierennest 5.
    expect(text).not.toMatch(/\b1[13]\b/);
    await page.close();
  });

  test('a hidden result holds no number of dots', async () => {
    const page = await show('hidden');
    const text = await page.locator('section', { hasText: 'Uitslag' }).first().innerText();
    expect(text).toContain('45 van 47');
    for (const label of ['panda', 'braderie', 'jungle', 'mierennest']) expect(text).not.toContain(label);
    await page.close();
  });
});

describe('before the vote', () => {
  test('a third of the choices gives the dots, and fewer than two choices do not open it', async () => {
    const page = await show('setup');
    for (const label of ['jungle', 'mierennest', 'braderie']) await page.getByRole('checkbox', { name: label }).click();
    await page.getByText('kies er minstens twee').waitFor();
    await page.getByRole('button', { name: 'Stemming openen' }).click();
    expect(await told(page, 'opened')).toBe('');
    await page.getByRole('checkbox', { name: 'braderie' }).click();
    await page.getByRole('button', { name: 'Stemming openen' }).click();
    expect(JSON.parse(await told(page, 'opened'))).toEqual({
      question: 'Welk beeld past bij onze droomwijk?', candidates: ['panda', 'braderie'], rule: { dotsPerPerson: 1, atMostPerCandidate: 1 },
      ways: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((number) => [`t${number}`, 'paper'])), minutes: null,
    });
    await page.close();
  });

  test('one press puts all tables on their phones, another one table on its hands', async () => {
    const page = await show('setup');
    await page.getByRole('radio', { name: 'met de gsm' }).click();
    await page.getByText('De zaaldeur is nog dicht').waitFor();
    await page.getByRole('button', { name: 'tafel 3 stemt met de gsm' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'met de hand' }).click();
    await page.getByRole('button', { name: 'Stemming openen' }).click();
    const { ways } = JSON.parse(await told(page, 'opened')) as { ways: Record<string, string> };
    expect(ways).toEqual({ t1: 'phones', t2: 'phones', t3: 'hands', t4: 'phones', t5: 'phones', t6: 'phones', t7: 'phones' });
    await page.close();
  });

  test('piled dots and a countdown are behind more choices', async () => {
    const page = await show('setup');
    await page.getByRole('button', { name: 'meer keuzes' }).click();
    await page.getByRole('switch', { name: 'Stapelen mag' }).click();
    await page.getByRole('radio', { name: '3 minuten' }).click();
    await page.getByRole('button', { name: 'Stemming openen' }).click();
    expect(JSON.parse(await told(page, 'opened'))).toMatchObject({ rule: { dotsPerPerson: 2, atMostPerCandidate: 2 }, minutes: 3 });
    await page.close();
  });

  test('a card is found among many, and a thirteenth is not taken', async () => {
    const page = await show('setupTraits');
    await page.getByRole('searchbox', { name: 'zoek een kaart' }).fill('soli');
    await page.getByRole('checkbox', { name: 'solidair' }).click();
    await page.getByRole('searchbox', { name: 'zoek een kaart' }).fill('');
    for (const label of ['gezellig', 'divers', 'open']) await page.getByRole('checkbox', { name: label, exact: true }).click();
    await page.getByText('12 gekozen, hoogstens twaalf').waitFor();
    await page.getByRole('checkbox', { name: 'creatief' }).click({ force: true });
    expect(await page.getByRole('checkbox', { name: 'creatief' }).getAttribute('aria-checked')).toBe('false');
    await page.close();
  });
});

describe('a round on paper, phones and hands', () => {
  test('a letter adds a hand, and with Shift takes one off; the row is told once', async () => {
    const page = await show('tallyMixed');
    await page.getByRole('spinbutton', { name: 'panda, handen' }).focus();
    await page.keyboard.press('b');
    await page.keyboard.press('Shift+A');
    expect(await told(page, 'told')).toBe('');
    await page.getByRole('button', { name: 'telling van de handen is klaar' }).waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await told(page, 'told')).toBe('hands {"panda":5,"braderie":5,"jungle":2,"mierennest":1}');
    await page.close();
  });

  test('a key changes how a table votes, and no count goes for it', async () => {
    const page = await show('tallyMixed');
    await page.getByRole('spinbutton', { name: 'panda, tafel 7' }).focus();
    await page.keyboard.press('t');
    await page.getByRole('row', { name: /tafel 7/ }).getByText('0 van 7 stemden').waitFor();
    // The focus goes along with the row, so that the next key finds it too.
    await page.keyboard.press('p');
    await page.keyboard.press('2');
    expect(await told(page, 'told')).toBe('t7 phones|t7 paper');
    expect(await page.getByRole('spinbutton', { name: 'panda, tafel 7' }).getAttribute('aria-valuenow')).toBe('2');
    await page.close();
  });

  test('ballots of phones go only after a yes in the row; no is the first answer, and Esc says it too', async () => {
    const page = await show('tallyMixed');
    await page.getByRole('button', { name: 'tafel 1 stemt met de gsm' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'op papier' }).click();
    await page.getByText('Tafel 1: vijf stemmen van gsm’s vallen dan weg.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('nee, met de gsm verder');
    await page.keyboard.press('Escape');
    expect(await page.getByText('vallen dan weg').count()).toBe(0);
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'ja, op papier' }).click();
    expect(await told(page, 'told')).toBe('t1 paper');
    await page.close();
  });

  test('all tables go over to paper in one press, after one question about all their ballots', async () => {
    const page = await show('tallyMixed');
    await page.getByRole('button', { name: 'hoe alle tafels stemmen' }).click();
    await page.getByRole('menuitem', { name: 'alle tafels op papier' }).click();
    await page.getByText('Elf stemmen van gsm’s vallen dan weg.').waitFor();
    await page.getByRole('button', { name: 'ja, op papier' }).click();
    expect(await told(page, 'told')).toBe('t1 paper|t2 paper|t3 paper|t5 paper|t6 paper');
    await page.close();
  });

  test('a table whose phones have not voted yet changes at once', async () => {
    const page = await show('tallyMixed');
    await page.getByRole('button', { name: 'tafel 3 stemt met de gsm' }).focus();
    await page.keyboard.press('h');
    expect(await told(page, 'told')).toBe('t3 hands');
    await page.close();
  });

  test('arrows go through rows that are one wide cell and keep their column', async () => {
    const page = await show('tallyMixed');
    await page.getByRole('spinbutton', { name: 'jungle, tafel 4' }).focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('jungle, tafel 7');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('tafel 7 stemt op papier');
    await page.close();
  });

  test('phones show how many voted and nothing of what', async () => {
    const page = await show('tallyMixed');
    expect(await page.getByRole('row', { name: /tafel 1/ }).innerText()).toContain('5 van 7 stemden');
    expect(await page.getByRole('spinbutton', { name: /tafel 1$/ }).count()).toBe(0);
    await page.close();
  });

  test('the countdown is moved and stopped in its place, and started again', async () => {
    const page = await show('tallyMixed');
    await page.getByRole('timer').getByText(/nog 2:\d\d/).waitFor();
    await page.getByRole('button', { name: '+ 1 min' }).click();
    await page.getByRole('timer').getByText(/nog 3:\d\d/).waitFor();
    await page.getByRole('button', { name: 'klok stoppen' }).click();
    await page.getByRole('button', { name: 'aftellen' }).click();
    await page.getByRole('menuitem', { name: '2 minuten' }).click();
    await page.getByRole('timer').waitFor();
    expect(await told(page, 'told')).toBe('clock|clock off|clock');
    await page.close();
  });
});

describe('the room door', () => {
  test('shows a helper a code of its own, and sends helpers away', async () => {
    const page = await show('doorReached');
    await page.getByRole('button', { name: 'helper toelaten' }).click();
    await page.getByRole('img', { name: 'QR-code voor één helper' }).waitFor();
    await page.getByRole('button', { name: /^de helper van .* wegsturen$/ }).click();
    expect(await told(page, 'told')).toBe('revoke');
    await page.close();
  });

  test('opens at the likeliest address with one press', async () => {
    const page = await show('doorClosed');
    await page.getByRole('button', { name: 'Deur openen' }).click();
    expect(await told(page, 'told')).toBe('open 192.168.8.20 codes');
    await page.getByRole('img', { name: 'QR-code van 192.168.8.20:8080' }).waitFor();
    await page.close();
  });

  test('keeps adapters without phones folded away', async () => {
    const page = await show('doorClosed');
    expect(await page.getByRole('radio', { name: /virtueel/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'nog 1 ander netwerk' }).click();
    await page.getByRole('radio', { name: /virtueel/ }).click();
    await page.getByRole('radio', { name: 'iedereen met de QR' }).click();
    await page.getByRole('button', { name: 'Deur openen' }).click();
    expect(await told(page, 'told')).toBe('open 198.51.100.3 open');
    await page.close();
  });

  test('says what keeps phones out, likeliest first, with the rule to copy', async () => {
    const page = await show('doorOpen');
    await page.getByRole('button', { name: 'Komt de pagina niet op de gsm?' }).click();
    expect(await page.getByRole('region', { name: 'Zaaldeur' }).locator('ol > li').first().innerText()).toContain('De firewall van deze laptop houdt gsm’s tegen');
    await page.getByRole('button', { name: 'kopiëren: regel voor de firewall' }).click();
    expect(await told(page, 'told')).toMatch(/^copy netsh advfirewall .* localport=8080-8084 /);
    await page.close();
  });

  test('new codes come only after a yes in the same place', async () => {
    const page = await show('doorReached');
    await page.getByText('12 gsm’s zijn nu verbonden').waitFor();
    await page.getByRole('button', { name: 'nieuwe codes' }).click();
    await page.getByRole('button', { name: 'nee, houden' }).click();
    expect(await told(page, 'told')).toBe('');
    await page.getByRole('button', { name: 'nieuwe codes' }).click();
    await page.getByRole('button', { name: 'ja, nieuwe codes' }).click();
    expect(await told(page, 'told')).toBe('renew');
    // The first time they are refused: then nothing says that they are there.
    await page.getByRole('button', { name: 'nieuwe codes' }).click();
    expect(await page.getByText('Er zijn nieuwe codes.').count()).toBe(0);
    await page.getByRole('button', { name: 'ja, nieuwe codes' }).click();
    await page.getByText('Er zijn nieuwe codes.').waitFor();
    expect(await told(page, 'told')).toBe('renew|renew');
    await page.close();
  });
});

describe('the stamp picker', () => {
  test('finds what a harvester means, and Enter takes the first', async () => {
    const page = await show('stamps');
    await page.keyboard.type('markt');
    await page.getByRole('option', { name: 'kraam' }).first().waitFor();
    await page.keyboard.press('Enter');
    expect(await page.locator('[role="option"][aria-selected="true"]').innerText()).toMatch(/kraam|mand|parasol/);
    await page.close();
  });

  test('offers to draw what it does not have', async () => {
    const page = await show('stamps');
    await page.keyboard.type('xyzzy');
    await page.getByText('Geen stempel voor “xyzzy”').waitFor();
    await page.getByRole('button', { name: 'nu tekenen' }).waitFor();
    await page.close();
  });
});

describe('the start screen', () => {
  test('asks in the same place before a board goes to the bin', async () => {
    const page = await show('start');
    await page.getByRole('button', { name: 'Visiedag wijkteam weghalen' }).click();
    await page.getByText('Naar de prullenmand van Droomdoek?').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.getByText('Naar de prullenmand van Droomdoek?').count()).toBe(0);
    await page.close();
  });

  test('puts a board that was not closed properly first and says that all is saved', async () => {
    const page = await show('recover');
    await page.getByText('Niet netjes afgesloten, alles is bewaard').waitFor();
    await page.getByRole('button', { name: 'Herstellen: Buurtdag Kiel' }).waitFor();
    await page.close();
  });
});
