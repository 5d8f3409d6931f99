import { join } from 'node:path'
import type { Page } from 'playwright'
import { onTestFailed, test } from 'vitest'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { deskAt, type Desk } from '../e2e/desk.ts'
import { launchInChromium } from '../support/chromiumApp.ts'

/** Invented for the pictures: counts, who said what, and the votes. */
const TRAITS: readonly (readonly [number, string])[] = [
  [2, 'bruisend'], [4, 'bruisend'], [5, 'bruisend'], [7, 'bruisend'], [6, 'verbinding'], [1, 'verbinding'], [3, 'verbinding'],
  [5, 'samen'], [2, 'samen'], [7, 'samen'], [1, 'eigenheid'], [6, 'eigenheid'], [7, 'potentie'],
]
/** The drawings of the metaphors: stamp, word, table, and its middle on the page. */
const METAPHORS = [
  { stamp: 'panda', word: 'panda', table: 5, size: 'groot', at: { x: 735, y: 385 } },
  { stamp: 'kraam', word: 'braderie', table: 2, size: 'middel', at: { x: 1010, y: 305 } },
  { stamp: 'jungle', word: 'jungle', table: 3, size: 'klein', at: { x: 950, y: 495 } },
  { stamp: 'mieren', word: 'mierennest', table: 6, size: 'klein', at: { x: 1085, y: 495 } },
] as const

const shot = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(projectRoot, 'resources/pictures', `${name}.png`) })
}

async function sheetPlace(page: Page): Promise<(x: number, y: number) => readonly [number, number]> {
  const box = await page.getByTestId('sheet').boundingBox()
  if (!box) throw new Error('no sheet')
  return (x, y) => [box.x + (x * box.width) / 1200, box.y + (y * box.width) / 1200]
}

async function placeStamp({ page }: Desk, { stamp, size, at }: (typeof METAPHORS)[number]): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('s')
  await page.getByLabel('zoek een stempel').fill(stamp)
  await page.getByRole('radio', { name: size }).click()
  await page.getByRole('option').first().click()
  const picker = page.getByRole('region', { name: 'Stempels' })
  await picker.getByRole('button', { name: 'zoekwoord wissen' }).click()
  await picker.getByRole('button', { name: 'sluiten' }).click()
  const place = await sheetPlace(page)
  await page.mouse.click(...place(at.x, at.y))
}

/** Dots of tables 1–5; the others have not counted yet. */
const DOTS: Readonly<Record<string, readonly number[]>> = { panda: [3, 2, 3, 3, 2], braderie: [2, 2, 2, 3, 2], jungle: [1, 0, 1, 1, 1], mierennest: [1, 1, 1, 1, 1] }

async function vote({ page }: Desk): Promise<void> {
  const [room] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('F5')])
  await room.setViewportSize({ width: 1280, height: 720 })
  await shot(room, 'room')
  await page.getByRole('button', { name: 'stemmen' }).click()
  await page.getByRole('button', { name: 'Stemming openen' }).click()
  for (let table = 1; table <= 5; table++) {
    for (const [metaphor, dots] of Object.entries(DOTS)) {
      await page.getByRole('spinbutton', { name: `${metaphor}, tafel ${table}` }).focus()
      await page.keyboard.press(String(dots[table - 1]))
    }
    await page.keyboard.press('Enter')
  }
  await shot(page, 'tally')
  await shot(room, 'room-vote')
}

test('the README shows the app as it is', async () => {
  const running = await launchInChromium()
  onTestFailed(() => shot(running.desk, '../../.cache/test-reports/pictures-failed'))
  await running.desk.setViewportSize({ width: 1600, height: 1000 })
  const desk = deskAt(running.desk)
  await shot(desk.page, 'start')
  await desk.start('Samenwerkingsdag')
  await desk.turnTo('3 · Droomwijk')
  for (const metaphor of METAPHORS) {
    await placeStamp(desk, metaphor)
    await desk.page.keyboard.press(String(metaphor.table))
    const half = metaphor.size === 'groot' ? 146 : metaphor.size === 'middel' ? 82 : 46
    const { x, y } = metaphor.at
    await desk.nameDrawing([{ x: x - half, y: y - half }, { x: x + half, y: y - half }, { x: x + half, y: y + half }, { x: x - half, y: y + half }], metaphor.word)
  }
  for (const [table, word] of TRAITS) await desk.say(table, word)
  await desk.saved()
  await desk.page.keyboard.press('Escape')
  await desk.page.keyboard.press('p')
  await shot(desk.page, 'desk')
  await vote(desk)
  await running.close()
}, 240_000)
