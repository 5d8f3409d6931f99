import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import type { Page } from 'playwright'
import { expect, inject, vi } from 'vitest'
import type { Mark, MarkBase } from '../../shared/board/marks.ts'
import type { Box } from '../../shared/geometry/box.ts'
import { marksOn } from './boardTruth.ts'
import { deskAt, type BoardPoint } from './desk.ts'
import { eventually } from './eventually.ts'
import { handAt, type Hand } from './hand.ts'
import { openInChromium, type Shell, type ShellOptions } from './shells.ts'

/** Where the whole sheet lies in the window, px. */
export type SheetPlace = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A desk with one empty sheet, for trying tools on it. */
export type TrialSheet = {
  readonly complaints: () => readonly string[]
  readonly page: Page
  readonly hand: Hand
  /** The sheet in full view. */
  readonly home: SheetPlace
  /** Wipes the sheet: nothing on it, nothing chosen, all of it in view. */
  readonly wipe: () => Promise<void>
  /** Takes the tool of a key and pulls it through places of the page. */
  readonly drawWith: (key: string, ...through: readonly BoardPoint[]) => Promise<void>
  /** Does something that changes the board and gives the marks afterwards; one undo takes it back, one redo brings it again. */
  readonly oneStep: (gesture: () => Promise<void>) => Promise<readonly Mark[]>
  /** The darkest colour of a part of the page as the desk shows it: the sum of red, green and blue, 0 (black) – 765. */
  readonly darkest: (box: Box) => Promise<number>
  readonly close: () => Promise<void>
}

/** The darkest colour that ink leaves is below this, that of paper far above. */
export const INKED = 250
export const BLANK = 600

/** Starts the app, in Chromium when nothing else is said, and opens an empty board. */
export async function openTrialSheet(open: (options: ShellOptions) => Promise<Shell> = openInChromium): Promise<TrialSheet> {
  const folder = await mkdtemp(join(tmpdir(), 'droomdoek-sheet-'))
  const shell = await open({ folder, display: inject('display') })
  const page = await shell.desk()
  // The desktop app's window is as large as its display.
  if (open === openInChromium) await page.setViewportSize({ width: 1440, height: 900 })
  const hand = await handAt(page)
  await deskAt(page).start('Leeg bord')
  await page.keyboard.press('v')
  // The sheet is fitted once the window and the panels have their size.
  let home = await hand.sheet()
  await vi.waitUntil(async () => {
    const before = home
    home = await hand.sheet()
    return home.x > 0 && home.x === before.x && home.width === before.width
  }, { timeout: 20_000, interval: 100 })
  return {
    page, hand, home, complaints: shell.complaints,
    async wipe() {
      for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
      await page.keyboard.press('Control+Shift+l')
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Delete')
      await eventually(() => marksOn(page)).toEqual([])
      await page.keyboard.press('Control+0')
      await eventually(hand.sheet).toEqual(home)
    },
    async drawWith(key, ...through) {
      await page.keyboard.press(key)
      await hand.drag(...through)
    },
    async oneStep(gesture) {
      const before = await marksOn(page)
      await gesture()
      await eventually(() => marksOn(page)).not.toEqual(before)
      const after = await marksOn(page)
      if (await page.getByRole('textbox', { name: 'titel' }).count() > 0) await page.keyboard.press('Enter')
      await page.keyboard.press('Control+z')
      await eventually(() => marksOn(page)).toEqual(before)
      await page.keyboard.press('Control+Shift+z')
      await eventually(() => marksOn(page)).toEqual(after)
      return after
    },
    async darkest(box) {
      const { x, y } = await hand.placeOf(box)
      const to = await hand.placeOf({ x: box.x + box.w, y: box.y + box.h })
      const { data } = PNG.sync.read(await page.screenshot({ clip: { x, y, width: to.x - x, height: to.y - y } }))
      let low = 765
      for (let i = 0; i < data.length; i += 4) low = Math.min(low, (data[i] as number) + (data[i + 1] as number) + (data[i + 2] as number))
      return low
    },
    async close() {
      await shell.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The one mark there is, of the kind that it should be. */
export function onlyOne<Kind extends Mark['kind']>(marks: readonly Mark[], kind: Kind): Extract<Mark, { kind: Kind }> {
  expect(marks.map((mark) => mark.kind)).toEqual([kind])
  return marks[0] as Extract<Mark, { kind: Kind }>
}

/** Where a mark's own origin lies on the page. */
export function originOf({ matrix }: MarkBase): BoardPoint {
  return { x: matrix[4], y: matrix[5] }
}

/** A small box around a place. */
export function around({ x, y }: BoardPoint, by = 6): Box {
  return { x: x - by, y: y - by, w: 2 * by, h: 2 * by }
}
