import { describe, expect, test } from 'vitest';
import { told, withGallery } from './gallery/galleryPages.ts';

const { show, complaints } = withGallery();

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

  test('a seat is freed by table and number, after a yes that says what is lost; all of them likewise', async () => {
    const page = await show('doorReached');
    await page.getByText('11 plaatsen in gebruik').waitFor();
    await page.getByRole('radio', { name: 'tafel 2, 4 plaatsen in gebruik' }).click();
    await page.getByRole('button', { name: 'plaats 4, niet verbonden' }).click();
    await page.getByText('De gsm op plaats 4 van tafel 2 doet dan niet meer mee. Stemde die al, dan vervalt die stem en telt dat als correctie.').waitFor();
    await page.getByRole('button', { name: 'nee, laten zo' }).click();
    expect(await told(page, 'told')).toBe('');
    await page.getByRole('button', { name: 'plaats 4, niet verbonden' }).click();
    await page.getByRole('button', { name: 'ja, geef plaats 4 vrij' }).click();
    await page.getByText('Plaats 4 van tafel 2 is vrij.').waitFor();
    await page.getByRole('button', { name: 'alle plaatsen vrijgeven' }).click();
    await page.getByText('Wie nu meedoet, typt de code opnieuw.').waitFor();
    await page.getByRole('button', { name: 'ja, alle plaatsen vrij' }).click();
    expect(await told(page, 'told')).toBe('free t2 4|freeAll');
    await page.close();
  });

  test('seats are freed with keys alone: the focus goes to the safe answer, and back to where it was asked', async () => {
    const page = await show('doorReached');
    const focused = (): Promise<string> => page.evaluate(() => (document.activeElement === document.body ? 'nothing' : document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''));
    await page.getByRole('radio', { name: 'tafel 2, 4 plaatsen in gebruik' }).press('Enter');
    const seat = page.getByRole('button', { name: 'plaats 4, niet verbonden' });
    await seat.press('Enter');
    expect(await focused()).toBe('nee, laten zo');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('plaats 4, niet verbonden');
    await page.keyboard.press('Enter');
    // Another seat is another question.
    await page.getByRole('button', { name: 'plaats 1, nu verbonden' }).press('Enter');
    expect(await focused()).toBe('nee, laten zo');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Plaats 1 van tafel 2 is vrij.').waitFor();
    expect(await focused()).toBe('11 plaatsen in gebruik');
    await page.getByRole('button', { name: 'alle plaatsen vrijgeven' }).press('Enter');
    expect(await focused()).toBe('nee, laten zo');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('alle plaatsen vrijgeven');
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

describe('voting and the room door', () => {
  test('nothing broke and nothing went against the content policy', () => {
    expect(complaints).toEqual([]);
  });
});
