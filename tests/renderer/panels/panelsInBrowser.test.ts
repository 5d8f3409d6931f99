import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { SCENES, told, withGallery, type SceneName } from './gallery/galleryPages.ts';

/** Panels that the gallery shows on the desk. */
const PANELS_ON_DESK: ReadonlySet<SceneName> = new Set(['setup', 'setupTraits', 'tally', 'tallyMixed', 'tallyMany', 'doorClosed', 'doorOpen', 'doorReached', 'hidden', 'result', 'tie', 'harvest', 'stamps', 'charter', 'signing', 'outline', 'settings', 'help', 'palette', 'selection', 'keepStamp', 'search', 'ideas']);

const { show, complaints } = withGallery();
let axe: string;
beforeAll(async () => { axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'); });

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

/** What axe finds serious in a part of the page; `rules` are its options for single rules. */
async function barriers(page: Page, where: string, rules: string): Promise<readonly string[]> {
  const results = (await page.evaluate(`axe.run(${where}, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], rules: ${rules}, resultTypes: ["violations"] })`)) as AxeResults;
  const serious = results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

describe('every panel and every scene of the room', () => {
  test.each(SCENES)('%s has no serious barrier for who cannot see, and targets of 44 px in a narrow window too', async (scene) => {
    const page = await show(scene);
    await page.evaluate(axe);
    // The desk around a panel is looked at once, without a panel.
    const where = JSON.stringify(PANELS_ON_DESK.has(scene) ? '[data-width], .floating, [role="dialog"], dialog' : 'body');
    expect(await barriers(page, where, '{}')).toEqual([]);
    // In English the colours are the same; names and words are not.
    await page.evaluate(`window.dispatchEvent(new Event("gallery-speak"))`);
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    expect(await barriers(page, where, '{ "color-contrast": { enabled: false } }')).toEqual([]);
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

describe('the inbox of ideas', () => {
  test('proposes what is written alike, finds the rest by typing, and merges with Enter', async () => {
    const page = await show('ideas');
    await page.getByRole('button', { name: '“verbondenheid” samenvoegen met een woord op het bord' }).focus();
    await page.keyboard.press('Enter');
    const offered = page.getByRole('group', { name: '“verbondenheid” samenvoegen' }).getByRole('button').filter({ hasNotText: 'annuleren' });
    await offered.first().waitFor();
    expect(await offered.first().innerText()).toMatch(/^verbinding/);
    await page.keyboard.type('sam');
    expect(await offered.allInnerTexts()).toHaveLength(1);
    await page.keyboard.press('Enter');
    expect(await page.title()).toContain('samen');
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

/** What the focus is on, in words. */
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

/** Enter on a button that asks first: the safe answer has the focus, a second Enter keeps, and the button has the focus again. */
async function keepsByDefault(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).press('Enter');
  expect(await focused(page)).toBe('nee, houden');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe(name);
}

test('whoever makes new codes by keyboard stays where the codes are', async () => {
  const page = await show('doorOpen');
  await keepsByDefault(page, 'nieuwe codes');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'nieuwe codes' }).waitFor();
  expect(await focused(page)).toBe('nieuwe codes');
  await page.close();
});

describe('the people part', () => {
  test('wipes nobody at a double click, and the focus never falls away', async () => {
    const page = await show('charter');
    const wipe = page.getByRole('button', { name: 'Fatima Yildiz wissen' });
    await wipe.dblclick();
    await page.getByRole('button', { name: 'nee, houden' }).press('Enter');
    expect(await focused(page)).toBe('Fatima Yildiz wissen');
    await keepsByDefault(page, 'Fatima Yildiz wissen');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'ja, wissen' }).press('Enter');
    expect(await focused(page)).toBe('jeugdwerk wissen');
    for (let i = 0; i < 2; i++) {
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'ja, wissen' }).press('Enter');
    }
    expect(await focused(page)).toContain('Nog niemand');
    await page.close();
  });

  test('erases everybody after a question, and the report has the focus', async () => {
    const page = await show('charter');
    await keepsByDefault(page, 'alles nu wissen');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'ja, wissen' }).press('Enter');
    expect(await focused(page)).toContain('Gewist op deze laptop');
    await page.close();
  });
});

describe('the window for whoever signs', () => {
  const drawn = async (page: Page): Promise<void> => {
    const box = await page.getByTestId('signature-field').boundingBox();
    if (!box) throw new Error('no field');
    await page.mouse.move(box.x + 60, box.y + 150);
    await page.mouse.down();
    for (let i = 1; i <= 20; i++) await page.mouse.move(box.x + 60 + i * 14, box.y + 120 + 60 * Math.sin(i / 2));
    await page.mouse.up();
  };

  test('keeps what was given with the very words that were agreed to, the ink as an outline, and thanks by name', async () => {
    const page = await show('signing');
    await page.getByRole('textbox', { name: /^Naam/ }).fill(' Fatima Yildiz ');
    await page.getByRole('button', { name: 'politie', exact: true }).click();
    await drawn(page);
    await page.getByRole('button', { name: 'Ondertekenen', exact: true }).click();
    await page.getByText('Kruis eerst aan dat je het goed vindt.').waitFor();
    await page.getByRole('checkbox').press(' ');
    await page.getByRole('button', { name: 'Ondertekenen', exact: true }).click();
    await page.getByText('Dank je wel, Fatima Yildiz!').waitFor();
    const signed = JSON.parse(await page.getByTestId('signed').evaluate((element) => element.textContent ?? '')) as Record<string, string>;
    expect(signed).toMatchObject({ name: 'Fatima Yildiz', role: 'politie', phone: '', consent: expect.stringContaining('De begeleider wist het ten laatste op 20 november 2027; Droomdoek herinnert eraan.') as string });
    expect(signed['signature']).toMatch(/^M[\d.]+ [\d.]+[MLQCZ\d. -]+Z$/);
    await page.getByRole('button', { name: 'Volgende' }).click();
    expect(await page.getByRole('textbox', { name: /^Naam/ }).inputValue()).toBe('');
    await page.close();
  });

  test('lets who cannot draw sign on paper, by keyboard alone', async () => {
    const page = await show('signing');
    await page.getByRole('button', { name: 'ik teken op papier' }).press('Enter');
    await page.getByText('Vul je naam of je rol in').waitFor();
    await page.getByRole('textbox', { name: /^Rol/ }).fill('bewoner');
    await page.getByRole('checkbox').press(' ');
    await page.getByRole('button', { name: 'ik teken op papier' }).press('Enter');
    await page.getByText('Op het charter komt een lijn voor jou.').waitFor();
    expect(await focused(page)).toBe('Ondertekenen');
    await page.getByRole('button', { name: 'Volgende' }).press('Enter');
    expect(await focused(page)).toBe('Ondertekenen');
    await page.getByRole('button', { name: 'Sluiten' }).press('Enter');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.close();
  });

  test('asks before ink is lost: Escape, then going on, and the ink is still there', async () => {
    const page = await show('signing');
    await drawn(page);
    await page.keyboard.press('Escape');
    await page.getByText('Nog niet ondertekend.').waitFor();
    await page.getByRole('button', { name: 'Verder tekenen' }).click();
    await page.getByRole('button', { name: 'vak leegmaken' }).click();
    await page.getByRole('checkbox').press(' ');
    await page.getByRole('button', { name: 'Ondertekenen', exact: true }).click();
    await page.getByText('Teken eerst in het vak').waitFor();
    await page.close();
  });
});

describe('the day of erasing', () => {
  test('is no day of those that pass while it is typed, and is asked once more before it comes earlier', async () => {
    const page = await show('charter');
    const field = page.getByLabel('Alles te wissen op');
    const kept = (day: string): Promise<void> => page.getByText(`${day}. Eerder mag`).waitFor();
    await field.focus();
    // Chromium has the month first here, and is at January after the first digit.
    await page.keyboard.press('1');
    expect(await field.inputValue()).toBe('2027-01-20');
    await kept('20 november 2027');
    await page.keyboard.press('0');
    await page.keyboard.press('Enter');
    await page.getByText('Alles al wissen op 20 oktober 2027?').waitFor();
    await page.getByRole('button', { name: 'nee, zo laten' }).click();
    expect(await field.inputValue()).toBe('2027-11-20');
    await field.fill('2027-10-20');
    await field.blur();
    await kept('20 november 2027');
    await page.getByRole('button', { name: 'ja, op die dag' }).click();
    await kept('20 oktober 2027');
    await field.fill('2028-01-01');
    await field.press('Enter');
    expect(await field.inputValue()).toBe('2027-10-20');
    await page.close();
  });

  test('stands beside a purpose that nobody changes once there are numbers for it', async () => {
    const page = await show('charter');
    expect(await page.getByRole('textbox', { name: 'Waarvoor je nummers bewaart' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Fatima Yildiz wissen' }).click();
    await page.getByRole('button', { name: 'ja, wissen' }).click();
    await page.getByRole('textbox', { name: 'Waarvoor je nummers bewaart' }).waitFor();
    await page.close();
  });
});

describe('people whose day has come', () => {
  test('are kept when the button is pressed twice by accident, with the mouse or by holding Enter', async () => {
    const page = await show('due');
    const button = page.getByRole('button', { name: 'Nu wissen' });
    const box = await button.boundingBox();
    if (!box) throw new Error('no button');
    for (const x of [box.x + 3, box.x + box.width / 2, box.x + box.width - 3]) {
      await page.mouse.dblclick(x, box.y + box.height / 2);
      await button.waitFor();
    }
    await button.focus();
    for (let i = 0; i < 6; i++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await button.waitFor();
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByText('Gewist op deze laptop').count()).toBe(0);
    await page.close();
  });

  test('are erased when that was said twice, and what is left elsewhere is named', async () => {
    const page = await show('due');
    await page.getByRole('button', { name: 'Nu wissen' }).click();
    await page.getByRole('button', { name: 'nee, houden' }).click();
    await page.getByRole('button', { name: 'Nu wissen' }).click();
    await page.getByRole('button', { name: 'ja, wissen' }).click();
    await page.getByText('Gewist op deze laptop').waitFor();
    const left = await page.locator('li', { hasText: 'Contactlijst Droomwijk Kiel.pdf' }).innerText();
    expect(left).toContain('C:\\Documenten');
    await page.getByText('wat op papier staat').waitFor();
    await page.getByRole('button', { name: 'klaar', exact: true }).click();
    expect(await page.getByText('De bewaartermijn is voorbij').count()).toBe(0);
    await page.close();
  });
});

describe('the export', () => {
  test('is not stopped by the Enter that began it, and keeps the keys when its button goes', async () => {
    const page = await show('export');
    const save = page.getByRole('button', { name: 'Bewaren', exact: true });
    await save.focus();
    for (let held = 0; held < 3; held += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    const stop = page.getByRole('button', { name: 'stoppen', exact: true });
    await stop.waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null && document.activeElement?.tagName)).toBe('FOOTER');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await save.waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('FOOTER');
    await page.close();
  });
});

describe('the time-lapse', () => {
  test('keeps the keys while its film is made and written, and is not stopped by the Enter that began it', async () => {
    const page = await show('playback');
    await page.getByRole('button', { name: 'Film bewaren' }).focus();
    for (let held = 0; held < 3; held += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    const stop = page.getByRole('button', { name: 'stoppen', exact: true });
    await stop.waitFor();
    expect(await stop.isEnabled()).toBe(true);
    const focused = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.getAttribute('role'));
    expect(await focused()).toBe('dialog');
    // In the gallery the film is being written from then on.
    await stop.focus();
    await page.keyboard.press('Enter');
    await page.locator('button:disabled', { hasText: 'stoppen' }).waitFor();
    expect(await focused()).toBe('dialog');
    await page.close();
  });
});
