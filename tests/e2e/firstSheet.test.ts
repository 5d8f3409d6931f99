import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inkBounds } from '../../shared/ink/ink.ts'
import { decodeInk } from '../../shared/ink/inkCodec.ts'
import { boardOn, marksOn } from './boardTruth.ts'
import { deskAt } from './desk.ts'
import { eventually } from './eventually.ts'
import { handAt } from './hand.ts'
import { openInChromium, type Shell } from './shells.ts'

let folder: string
let shell: Shell
let page: Page
let letIn: () => void

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'droomdoek-first-'))
  shell = await openInChromium({ folder, display: inject('display') })
  page = await shell.desk()
  await deskAt(page).start('Leeg bord')
  await page.getByRole('toolbar').first().waitFor()
})
afterAll(async () => {
  await shell.close()
  await rm(folder, { recursive: true, force: true })
})

/** Opens the board's window anew, with a screen whose code does not arrive before it is let in. */
async function openSlowly(): Promise<void> {
  await page.unrouteAll()
  const arrival = new Promise<void>((resolve) => { letIn = resolve })
  await page.route('**/assets/desk-*.js', async (route) => {
    await arrival
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  await page.getByTestId('board-stage').waitFor()
}

const tools = () => page.getByRole('toolbar').first()

test('one can draw before the screen around the sheet has come, and the sheet lies where that screen has it', async () => {
  await openSlowly()
  const hand = await handAt(page)
  const early = await hand.sheet()
  await page.mouse.move(early.x + 60, early.y + 60)
  await page.mouse.down()
  await page.mouse.move(early.x + 260, early.y + 160, { steps: 8 })
  await page.mouse.up()
  expect(await tools().count()).toBe(0)
  letIn()
  await tools().waitFor()
  await eventually(async () => (await marksOn(page)).length).toBe(1)
  await page.getByTestId('sheet').waitFor({ state: 'attached' })
  expect(await hand.sheet()).toEqual(early)
  await expect.poll(() => page.locator('[data-stand-in]').count(), { timeout: 10_000 }).toBe(0)
})

test('a stroke that is being drawn while the screen comes goes on, and is one stroke', async () => {
  const [first] = await marksOn(page)
  await openSlowly()
  const sheet = await (await handAt(page)).sheet()
  const to = (share: number): Promise<void> => page.mouse.move(sheet.x + 80 + 300 * share, sheet.y + 200 + 100 * share, { steps: 8 })
  await to(0)
  await page.mouse.down()
  await to(0.4)
  letIn()
  await tools().waitFor()
  await to(1)
  await page.mouse.up()
  await eventually(async () => (await marksOn(page)).length).toBe(2)
  const drawn = (await marksOn(page)).find((mark) => mark.id !== first?.id)
  const ink = drawn?.kind === 'stroke' ? decodeInk((await boardOn(page)).inks[drawn.ink] ?? '') : null
  expect(ink && inkBounds(ink).w).toBeGreaterThan(0.9 * (300 * 1200) / sheet.width)
  await page.keyboard.press('Control+z')
  await eventually(async () => (await marksOn(page)).map(({ id }) => id)).not.toContain(drawn?.id)
})

test('keys that come before the screen are done in their order when it has come, and letters for a field go into it', async () => {
  const before = (await marksOn(page)).length
  await openSlowly()
  const sheet = await (await handAt(page)).sheet()
  await page.mouse.move(sheet.x + 80, sheet.y + 350)
  await page.mouse.down()
  await page.mouse.move(sheet.x + 380, sheet.y + 350, { steps: 6 })
  await page.mouse.up()
  await eventually(async () => (await marksOn(page)).length).toBe(before + 1)
  for (const key of ['Control+z', 'g', ' ', 'Control+k', 'p', 'e', 'n']) await page.keyboard.press(key)
  letIn()
  await tools().waitFor()
  await eventually(async () => (await marksOn(page)).length).toBe(before)
  await expect.poll(() => page.getByRole('combobox').inputValue(), { timeout: 10_000 }).toBe('pen')
  await page.keyboard.press('Escape')
  await expect.poll(() => tools().locator('[aria-pressed="true"], [aria-checked="true"]').first().getAttribute('aria-label')).toMatch(/^gom/i)
})

test('a board that is chosen on the start screen lies in its place before its own screen stands', async () => {
  await page.unrouteAll()
  await page.getByRole('button', { name: 'terug naar het begin' }).click()
  await page.getByRole('main').waitFor()
  // What is in the window whenever a sheet lies there for which no screen has come yet.
  const early = await page.evaluateHandle(() => {
    const found: { readonly toolbars: number; readonly canvasPx: number }[] = []
    new MutationObserver(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-stand-in] [data-testid="board-stage"] canvas')
      if (canvas) found.push({ toolbars: document.querySelectorAll('[role="toolbar"]').length, canvasPx: canvas.width })
    }).observe(document.body, { childList: true, subtree: true })
    return found
  })
  await deskAt(page).start('Samenwerkingsdag')
  await tools().waitFor()
  await expect.poll(() => page.locator('[data-stand-in]').count(), { timeout: 10_000 }).toBe(0)
  const canvasPx = await page.getByTestId('board-stage').locator('canvas').first().evaluate((canvas: HTMLCanvasElement) => canvas.width)
  const seen = await early.jsonValue()
  expect(seen.length).toBeGreaterThan(0)
  expect(seen).toEqual(seen.map(() => ({ toolbars: 0, canvasPx })))
})

test('no window complained of anything', () => expect(shell.complaints()).toEqual([]))

// The last one: a browser complains of what it was refused.
test('what lies around the sheet comes too when the server was not there at first', async () => {
  await page.unrouteAll()
  let asked = 0
  await page.route('**/assets/furniture-*.js', (route) => ((asked += 1) <= 2 ? route.abort() : route.continue()))
  await page.reload()
  await page.getByRole('textbox', { name: 'woord dat de zaal noemt' }).waitFor()
  expect(asked).toBeGreaterThan(2)
})
