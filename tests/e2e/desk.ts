import type { CDPSession, Page } from 'playwright'
import { expect } from 'vitest'
import type { PenSample } from '../support/penSamples.ts'

/** A point of the page, board units. */
export type BoardPoint = { readonly x: number; readonly y: number }

/** Width of a page in board units. */
const PAGE_UNITS = 1200

/** A harvester at the desk: does what a person does, with keys, pointer and pen. */
export type Desk = {
  readonly page: Page
  readonly start: (template: string) => Promise<void>
  /** Goes on with a board of the start screen. */
  readonly goOn: (board: string) => Promise<void>
  readonly turnTo: (page: string) => Promise<void>
  /** Draws with a pen: real pointer events with pressure. */
  readonly draw: (strokes: readonly (readonly PenSample[])[]) => Promise<void>
  /** Goes around something with the lasso and gives it a name. */
  readonly nameDrawing: (around: readonly BoardPoint[], name: string) => Promise<void>
  /** A table names a word. */
  readonly say: (table: number, word: string, role?: 'trait' | 'metaphor') => Promise<void>
  /** Waits until the sign says that all is on the disk. */
  readonly saved: () => Promise<void>
  /** The text twin of the board, as Markdown lines. */
  readonly outline: () => Promise<string>
}

/** Where a point of the page is in the window, px. */
async function placeOf(page: Page): Promise<(at: BoardPoint) => { x: number; y: number }> {
  const sheet = await page.getByTestId('sheet').boundingBox()
  if (!sheet) throw new Error('The sheet is not on the screen')
  const scale = sheet.width / PAGE_UNITS
  return ({ x, y }) => ({ x: sheet.x + x * scale, y: sheet.y + y * scale })
}

async function penDown(pen: CDPSession, stroke: readonly PenSample[], place: (at: BoardPoint) => { x: number; y: number }): Promise<void> {
  const event = async (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', sample: PenSample): Promise<void> => {
    const { x, y } = place(sample)
    const force = type === 'mouseReleased' ? 0 : Math.max(0.05, sample.pressure)
    await pen.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1, pointerType: 'pen', force })
  }
  const [first, ...rest] = stroke
  const last = stroke[stroke.length - 1]
  if (!first || !last) return
  await event('mousePressed', first)
  for (const sample of rest) await event('mouseMoved', sample)
  await event('mouseReleased', last)
}

/** Takes a seat at a window of the app. */
export function deskAt(page: Page): Desk {
  const blurField = async (): Promise<void> => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
  /** The sheet, and what lies around it. */
  const stands = async (): Promise<void> => {
    await page.getByTestId('sheet').waitFor()
    await page.getByRole('textbox').first().waitFor()
  }
  const saved = async (): Promise<void> => {
    await expect.poll(() => page.getByText(/^bewaard om/).count(), { timeout: 20_000 }).toBe(1)
  }
  return {
    page,
    saved,
    async start(template) {
      await page.getByRole('button', { name: new RegExp(template) }).first().click()
      await stands()
    },
    async goOn(board) {
      await page.getByRole('heading', { name: 'Verder werken' }).waitFor()
      await page.getByRole('button', { name: new RegExp(board) }).first().click()
      await stands()
    },
    async turnTo(name) {
      await page.getByRole('button', { name, exact: true }).click()
    },
    async draw(strokes) {
      await blurField()
      await page.keyboard.press('p')
      const place = await placeOf(page)
      const pen = await page.context().newCDPSession(page)
      for (const stroke of strokes) await penDown(pen, stroke, place)
      await pen.detach()
    },
    async nameDrawing(around, name) {
      await blurField()
      await page.keyboard.press('l')
      const place = await placeOf(page)
      const [first, ...rest] = around.map(place)
      if (!first) return
      await page.mouse.move(first.x, first.y)
      await page.mouse.down()
      for (const point of [...rest, first]) await page.mouse.move(point.x, point.y, { steps: 6 })
      await page.mouse.up()
      await page.getByRole('button', { name: 'noemen', exact: true }).click()
      await page.getByRole('textbox', { name: 'hoe noemde de zaal dit?' }).fill(name)
      await page.keyboard.press('Enter')
    },
    async say(table, word, role = 'trait') {
      await blurField()
      await page.keyboard.press(String(table))
      const group = page.getByRole('radio', { name: role === 'trait' ? 'kenmerk' : 'metafoor' })
      if ((await group.getAttribute('aria-checked')) !== 'true') await page.keyboard.press('q')
      await page.keyboard.press('w')
      await page.keyboard.type(word)
      await page.keyboard.press('Delete')
      await page.keyboard.press('Enter')
    },
    async outline() {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('tekst bij het beeld')
      await page.keyboard.press('Enter')
      const panel = page.getByRole('region', { name: 'Tekst bij het beeld' })
      const text = await panel.innerText()
      await panel.getByRole('button', { name: 'sluiten' }).click()
      return text
    },
  }
}
