import { stat } from 'node:fs/promises'
import { PNG } from 'pngjs'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchInChromium, type BrowserApp } from '../support/chromiumApp.ts'
import { removeHome } from '../support/electronApp.ts'
import { boardOn, marksOn } from './boardTruth.ts'
import { eventually } from './eventually.ts'

let app: BrowserApp
let page: Page

beforeAll(async () => {
  app = await launchInChromium()
  page = app.desk
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('heading', { name: 'Nieuw bord' }).waitFor()
})
afterAll(async () => {
  await app.close()
  await removeHome(app.home)
})

/** What has the focus, as a screen reader would say it, and where it is; null on the page itself. */
type Focus = { readonly name: string; readonly role: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly tabIndex: number; readonly caret: string | null }

function focusNow(): Promise<Focus | null> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null
    if (!element || element === document.body) return null
    const { x, y, width, height } = element.getBoundingClientRect()
    const own = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent
    return { name: own.trim(), role: element.getAttribute('role') ?? element.tagName.toLowerCase(), x, y, width, height, tabIndex: element.tabIndex, caret: element instanceof HTMLInputElement && element.type === 'text' ? getComputedStyle(element).caretColor : null }
  })
}

/** Goes on with Tab until something of that name has the focus. */
async function tabTo(name: string | RegExp): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab')
    const focus = await focusNow()
    if (focus && (typeof name === 'string' ? focus.name === name : name.test(focus.name))) return
  }
  throw new Error(`Tab does not come to ${name}`)
}

/** How many pixels around an element its focus changes. */
async function focusShows({ x, y, width, height }: Focus): Promise<number> {
  const left = Math.max(0, x - 6), top = Math.max(0, y - 6)
  const clip = { x: left, y: top, width: Math.min(1440, x + width + 6) - left, height: Math.min(900, y + height + 6) - top }
  const shot = async (): Promise<Buffer> => PNG.sync.read(await page.screenshot({ clip, caret: 'hide' })).data
  const focused = await shot()
  // The next Tab goes on from here all the same.
  await page.evaluate(() => { (document.activeElement as HTMLElement).blur() })
  const plain = await shot()
  let changed = 0
  for (let i = 0; i < plain.length; i += 4) if ([0, 1, 2].some((part) => Math.abs((plain[i + part] as number) - (focused[i + part] as number)) > 40)) changed++
  return changed
}

/** `--focus` of the design. */
const FOCUS_COLOR = 'rgb(242, 193, 78)'

/** Once around with Tab: everything that gets the focus, in order. Each of them is in the window and shows that it has it. */
async function onceAround(): Promise<readonly Focus[]> {
  // To the end of the page first, so that the round begins at its beginning.
  do await page.keyboard.press('Tab')
  while (await focusNow() !== null)
  const met: Focus[] = []
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab')
    const focus = await focusNow()
    if (!focus) return met
    expect(focus.x + focus.width > 0 && focus.x < 1440 && focus.y + focus.height > 0 && focus.y < 900, `${focus.name} is out of sight`).toBe(true)
    // In a text field the caret says it, in the colour of the focus.
    if (focus.caret !== null) expect(focus.caret).toBe(FOCUS_COLOR)
    else expect(await focusShows(focus), `nothing shows the focus of ${focus.role} “${focus.name}”`).toBeGreaterThan(30)
    met.push(focus)
  }
  throw new Error(`Tab never comes around: ${met.map(({ name }) => name).join(', ')}`)
}

/** That some names come in this order among all that got the focus. */
function expectOrder(met: readonly Focus[], names: readonly string[]): void {
  expect(met.map(({ name }) => name).filter((name) => names.includes(name))).toEqual(names)
  expect(met.filter(({ tabIndex }) => tabIndex > 0)).toEqual([])
}

/** Panels, and whatever else lies over the desk. */
const panels = (): Promise<number> => page.getByRole('region').or(page.getByRole('dialog')).count()

describe('without a pointer', () => {
  test('the start screen is walked through from top to bottom, and its focus is seen everywhere', async () => {
    expectOrder(await onceAround(), ['bord openen', 'taal: nl', 'instellingen', 'Leeg bordteken, typ of stempel', 'Zaalcheck: opnieuw'])
  })

  test('a board is begun from its template', async () => {
    await tabTo(/^Samenwerkingsdag/)
    await page.keyboard.press('Enter')
    await page.getByTestId('sheet').waitFor()
    for (let i = 0; i < 2; i++) await page.keyboard.press('PageDown')
    await eventually(async () => (await boardOn(page)).board.title).toBe('Samenwerkingsdag')
  })

  test('the desk is walked through: rail, words, tray, dock, corner, and round again', async () => {
    expectOrder(await onceAround(), ['terug naar het begin', 'nieuw blad', 'woorden komen van tafel 1', 'woord dat de zaal noemt', 'kenmerk', 'zwart', 'gewoon', 'stift', 'stemmen', 'meer'])
  })

  test('words are caught for tables, with a question mark and all', async () => {
    await page.keyboard.press('w')
    await page.keyboard.type('bruisend?')
    await page.keyboard.press('Enter')
    await page.keyboard.press('2')
    await page.keyboard.type('bruisend?')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('q')
    for (const [table, word] of [['3', 'jungle'], ['6', 'mierennest'], ['5', 'panda']] as const) {
      await page.keyboard.press('w')
      await page.keyboard.press(table)
      await page.keyboard.type(word)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
    }
    await eventually(async () => (await marksOn(page)).flatMap((mark) => (mark.kind === 'card' ? [`${mark.text} ${mark.mentions.length}`] : [])).sort()).toEqual(['bruisend? 2', 'jungle 1', 'mierennest 1', 'panda 1'])
  })

  test('a line and a dot are drawn with the arrow keys', async () => {
    const strokes = async (): Promise<number> => (await marksOn(page)).filter(({ kind }) => kind === 'stroke').length
    const press = async (...keys: readonly string[]): Promise<void> => { for (const key of keys) await page.keyboard.press(key) }
    const before = await strokes()
    await press('Escape', 'Escape', 'p', 'ArrowDown')
    await page.getByTestId('nib').waitFor()
    await page.getByRole('status').filter({ hasText: 'De punt staat op het blad' }).waitFor({ state: 'attached' })
    await press(' ', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter')
    await eventually(strokes).toBe(before + 1)
    await press('ArrowDown', 'ArrowDown', ' ', ' ')
    await eventually(strokes).toBe(before + 2)
    await press('Escape')
    await page.getByTestId('nib').waitFor({ state: 'hidden' })
    await press('Control+z', 'Control+z')
    await eventually(strokes).toBe(before)
  })

  test('the room votes and the winner is revealed', async () => {
    await page.keyboard.press('u')
    await tabTo('Stemming openen')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Tafeltelling' }).waitFor()
    await tabTo(/^(jungle|mierennest|panda), tafel 1$/)
    for (let table = 1; table <= 7; table++) {
      const cell = await focusNow()
      for (const word of ['panda', 'jungle', 'mierennest']) {
        const here = (await focusNow())?.name ?? ''
        await page.keyboard.press(here.startsWith('panda') ? '4' : '1')
        if (word !== 'mierennest') await page.keyboard.press('ArrowRight')
      }
      expect(cell?.name).toContain(`tafel ${table}`)
      await page.keyboard.press('Enter')
    }
    await tabTo('Stemming sluiten')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Onthullen' }).waitFor()
    await tabTo('Onthullen')
    await page.keyboard.press('Enter')
    await page.getByText('Panda wint').waitFor()
    await page.keyboard.press('Escape')
    await eventually(panels).toBe(0)
  })

  test('the visual report is saved', async () => {
    await page.keyboard.press('Control+e')
    await page.getByRole('heading', { name: 'Bewaren en afdrukken' }).or(page.getByRole('button', { name: 'Bewaren' })).first().waitFor()
    await tabTo('Bewaren')
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toMatch(/^Samenwerkingsdag.*\.pdf$/)
    expect((await stat(await download.path())).size).toBeGreaterThan(10_000)
    await page.keyboard.press('Escape')
    await eventually(() => page.getByRole('button', { name: 'Bewaren' }).count()).toBe(0)
  })
})

describe('Esc', () => {
  test.each(['j', 'u', 's', 'Control+,', '?', 'Control+k'])('closes what %s opened', async (key) => {
    await page.keyboard.press(key)
    await eventually(panels).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await eventually(panels).toBe(0)
    await page.keyboard.press('v')
  })

  test.each(['j', 's', 'Control+,'])('closes what %s opened also when the hand was on the board meanwhile', async (key) => {
    await page.keyboard.press(key)
    await eventually(panels).toBeGreaterThan(0)
    await page.mouse.click(600, 740)
    await page.keyboard.press('Escape')
    await eventually(panels).toBe(0)
    await page.keyboard.press('v')
  })
})

test('no window complained of anything', () => { expect(app.complaints).toEqual([]) })
