import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskAt, type Desk } from './desk.ts'
import { openInChromium, type Shell } from './shells.ts'

let shell: Shell
beforeAll(async () => { shell = await openInChromium({ folder: tmpdir(), display: '' }) }, 120_000)
afterAll(() => shell.close())

/** Every table gives each of two names as many dots. */
async function countATie({ page }: Desk, names: readonly string[]): Promise<void> {
  await page.getByRole('heading', { name: 'Tafeltelling' }).waitFor()
  for (let table = 1; table <= 7; table++) {
    for (const name of names) {
      await page.getByRole('spinbutton', { name: `${name}, tafel ${table}` }).focus()
      await page.keyboard.press('3')
    }
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: 'Stemming sluiten' }).click()
  await page.getByRole('button', { name: 'Onthullen' }).click()
  await page.getByRole('status').getByText('Gelijke stand').waitFor()
}

test('a room that ties twice sees lots drawn with a number of four digits, and only then a result stands on the board', async () => {
  const page = await shell.desk()
  const desk = deskAt(page)
  await desk.start('Samenwerkingsdag')
  await desk.turnTo('3 · Droomwijk')
  for (const word of ['panda', 'jungle']) await desk.say(4, word, 'metaphor')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'stemmen' }).click()
  await page.getByRole('button', { name: 'Stemming openen' }).click()
  const onBoard = async (): Promise<readonly string[]> => (await desk.outline()).split('\n').filter((line) => line.includes('Uitslag: '))

  await countATie(desk, ['panda', 'jungle'])
  await desk.saved()
  expect(await onBoard()).toEqual([])
  await page.getByRole('button', { name: 'stemmen' }).click()
  await page.getByRole('button', { name: /^Tweede ronde/ }).click()

  await countATie(desk, ['panda', 'jungle'])
  await page.getByRole('button', { name: 'Loten' }).click()
  const [, drawn = ''] = /^Door loting gekozen: (panda|jungle)$/.exec(await page.getByRole('status').getByText(/^Door loting/).innerText()) ?? []
  expect(['panda', 'jungle']).toContain(drawn)
  const [, number = ''] = /^Lotgetal (\d{4}):/.exec(await page.getByText(/^Lotgetal/).innerText()) ?? []
  expect(number).not.toBe('')
  await page.getByRole('button', { name: 'Terug naar het bord' }).click()
  await desk.saved()
  const [result = '', ...more] = await onBoard()
  expect(more).toEqual([])
  expect(result).toContain(`Loting na gelijke stand: ${drawn} (getal ${number})`)
  expect(shell.complaints()).toEqual([])
}, 200_000)
