import { PNG } from 'pngjs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Mark } from '../../shared/board/marks.ts'
import { inkBounds } from '../../shared/ink/ink.ts'
import { decodeInk } from '../../shared/ink/inkCodec.ts'
import { boardOn, marksOn } from './boardTruth.ts'
import type { BoardPoint } from './desk.ts'
import { eventually } from './eventually.ts'
import { BLANK, INKED, onlyOne, openTrialSheet, originOf, type TrialSheet } from './trialSheet.ts'
import { SHELLS } from './shells.ts'

describe.each(SHELLS)('on %s', (_name, open) => {
  let sheet: TrialSheet
  let page: TrialSheet['page'], hand: TrialSheet['hand'], oneStep: TrialSheet['oneStep'], drawWith: TrialSheet['drawWith'], darkest: TrialSheet['darkest']

  beforeAll(async () => {
    sheet = await openTrialSheet(open)
    ;({ page, hand, oneStep, drawWith, darkest } = sheet)
  })
  afterAll(() => sheet.close())
  beforeEach(() => sheet.wipe())

  const count = (many: number): Promise<void> => eventually(async () => (await marksOn(page)).length).toBe(many)
  const chosen = (words: string): Promise<void> => page.getByText(words, { exact: true }).waitFor()
  const form = (x: number, y: number, w = 120, h = 80): Promise<void> => drawWith('r', { x, y }, { x: x + w, y: y + h })
  const twice = async (at: BoardPoint): Promise<void> => {
    const { x, y } = await hand.placeOf(at)
    await page.mouse.dblclick(x, y)
  }
  /** The places and widths of strokes on the page, from left to right. */
  async function lines(): Promise<readonly { readonly from: number; readonly to: number }[]> {
    const { inks } = await boardOn(page)
    return (await marksOn(page)).flatMap((mark) => {
      if (mark.kind !== 'stroke') return []
      const { x, w } = inkBounds(decodeInk(inks[mark.ink] as string))
      return [{ from: Math.round(x), to: Math.round(x + w) }]
    }).sort((a, b) => a.from - b.from)
  }

  describe('shadow', () => {
    test('is drawn with D, in a grey of its own, and lies below the ink that was there before', async () => {
      await drawWith('p', { x: 300, y: 300 }, { x: 600, y: 300 })
      await count(1)
      await drawWith('d', { x: 450, y: 200 }, { x: 450, y: 400 })
      await count(2)
      const grey = (await marksOn(page)).find((mark) => mark.kind === 'stroke' && mark.tool === 'shadow')
      expect(grey).toMatchObject({ color: 'grijs1', thinning: 0 })
      await page.keyboard.press('v')
      await eventually(() => darkest({ x: 446, y: 297, w: 8, h: 6 })).toBeLessThan(INKED)
    })

    test('is on the place of the highlighter after a long press, and the tray has its two greys', async () => {
      await page.keyboard.press('m')
      await page.getByRole('button', { name: /^markeer/ }).click({ button: 'right' })
      await page.getByRole('button', { name: /^schaduw/ }).waitFor()
      await page.getByRole('radio', { name: 'grijs', exact: true }).click()
      await hand.drag({ x: 300, y: 300 }, { x: 600, y: 300 })
      await count(1)
      expect(onlyOne(await marksOn(page), 'stroke')).toMatchObject({ tool: 'shadow', color: 'grijs2' })
    })
  })

  describe('the eraser, by pieces', () => {
    test('cuts the line under its ring at once, and one undo makes it whole', async () => {
      await drawWith('p', { x: 300, y: 300 }, { x: 450, y: 300 }, { x: 600, y: 300 })
      await count(1)
      await page.keyboard.press('Shift+G')
      const start = await hand.placeOf({ x: 450, y: 250 }), end = await hand.placeOf({ x: 450, y: 350 })
      const pieces = await oneStep(async () => {
        await page.mouse.move(start.x, start.y)
        await page.mouse.down()
        await page.mouse.move(end.x, end.y, { steps: 8 })
        // The gap is there while the hand still rubs, and the rest of the line too.
        await eventually(() => darkest({ x: 446, y: 297, w: 8, h: 6 })).toBeGreaterThan(BLANK)
        await eventually(() => darkest({ x: 350, y: 297, w: 8, h: 6 })).toBeLessThan(INKED)
        await page.mouse.up()
      })
      expect(pieces).toHaveLength(2)
      const [left, right] = await lines()
      expect([left?.from, right?.to]).toEqual([300, 600])
      expect((right?.from ?? 0) - (left?.to ?? 0)).toBeGreaterThan(18)
      expect((right?.from ?? 0) - (left?.to ?? 0)).toBeLessThan(26)
      await page.keyboard.press('Shift+G')
    })

    test('is broken off with Esc as if it never was', async () => {
      await drawWith('p', { x: 300, y: 300 }, { x: 600, y: 300 })
      await count(1)
      const before = await marksOn(page)
      await page.keyboard.press('Shift+G')
      const { x, y } = await hand.placeOf({ x: 450, y: 300 })
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.keyboard.press('Escape')
      await page.mouse.up()
      await eventually(() => darkest({ x: 446, y: 297, w: 8, h: 6 })).toBeLessThan(INKED)
      expect(await marksOn(page)).toEqual(before)
      await page.keyboard.press('Shift+G')
    })
  })

  describe('several things', () => {
    const three = async (): Promise<void> => {
      await form(200, 200)
      await form(400, 320)
      await form(800, 260)
      await count(3)
      await page.keyboard.press('v')
      await page.keyboard.press('Control+a')
      await chosen('3 delen')
    }
    const xs = async (): Promise<readonly number[]> => (await marksOn(page)).map((mark) => Math.round(originOf(mark).x))

    test('are aligned and shared out from the bar beside them, each in one step', async () => {
      await three()
      await oneStep(async () => {
        await page.getByRole('button', { name: 'schikken' }).click()
        await page.getByRole('menuitem', { name: 'boven uitlijnen' }).click()
      })
      expect(new Set((await marksOn(page)).map((mark) => Math.round(originOf(mark).y))).size).toBe(1)
      await page.keyboard.press('v')
      await page.keyboard.press('Control+a')
      await oneStep(() => page.keyboard.press('Alt+h'))
      const [a, b, c] = await xs() as [number, number, number]
      expect(Math.abs(b - a - (c - b))).toBeLessThanOrEqual(1)
      await page.keyboard.press('Control+a')
      await oneStep(() => page.keyboard.press('Control+Shift+ArrowLeft'))
      expect(new Set(await xs()).size).toBe(1)
    })

    test('are grouped: picked and carried as one, opened by a double click, and apart again', async () => {
      await three()
      await oneStep(() => page.keyboard.press('Control+g'))
      await page.keyboard.press('v')
      await hand.click({ x: 1000, y: 700 })
      await hand.click({ x: 260, y: 200 })
      await chosen('3 delen')
      const before = await marksOn(page)
      const carried = await oneStep(() => hand.drag({ x: 260, y: 200 }, { x: 260, y: 300 }, { x: 300, y: 400 }))
      const ways = new Set(carried.map((mark, i) => Math.round(originOf(mark).y - originOf(before[i] as Mark).y)))
      expect(ways.size).toBe(1)
      const [top] = carried
      await hand.click({ x: 1100, y: 780 })
      await twice({ x: originOf(top as Mark).x + 40, y: originOf(top as Mark).y })
      await chosen('1 deel')
      await page.getByRole('button', { name: 'uit de groep' }).click()
      await chosen('3 delen')
      const loose = await oneStep(() => page.keyboard.press('Control+Shift+g'))
      expect(loose.map(({ groups }) => groups)).toEqual([undefined, undefined, undefined])
    })

    test('stay a group of their own when they are copied, pasted and carried away with Alt', async () => {
      await form(200, 200)
      await form(400, 200)
      await count(2)
      await page.keyboard.press('v')
      await page.keyboard.press('Control+a')
      await oneStep(() => page.keyboard.press('Control+g'))
      await page.keyboard.press('v')
      await hand.click({ x: 260, y: 200 })
      await chosen('2 delen')
      await page.keyboard.press('Control+c')
      await page.keyboard.press('Control+v')
      await count(4)
      // Another part of it: the same one twice, so soon, would go into the group.
      await hand.click({ x: 460, y: 200 })
      await chosen('2 delen')
      await page.keyboard.down('Alt')
      await hand.drag({ x: 460, y: 200 }, { x: 460, y: 400 }, { x: 460, y: 600 })
      await page.keyboard.up('Alt')
      await count(6)
      const groups = (await marksOn(page)).map((mark) => mark.groups?.join())
      expect(new Set(groups).size).toBe(3)
      expect(groups.every((group) => group !== undefined && groups.filter((other) => other === group).length === 2)).toBe(true)
    })
  })

  describe('looks', () => {
    test('go from one thing to others of another kind, in one step', async () => {
      await page.keyboard.press('p')
      await page.getByRole('radio', { name: /^rood/ }).click()
      await hand.drag({ x: 300, y: 650 }, { x: 500, y: 650 })
      await count(1)
      await page.getByRole('radio', { name: 'zwart', exact: true }).click()
      // The key works right after the colour was pressed.
      await form(300, 400)
      await count(2)
      await page.keyboard.press('v')
      await hand.click({ x: 400, y: 650 })
      await chosen('1 deel')
      await page.keyboard.press('Control+Alt+c')
      await hand.click({ x: 360, y: 400 })
      const after = await oneStep(() => page.keyboard.press('Control+Alt+v'))
      expect(after.map((mark) => ('color' in mark ? mark.color : ''))).toEqual(['rood', 'rood'])
    })
  })

  describe('layers', () => {
    test('what is fixed as prepared lies fast, and moves again once the layer is open, which is said in amber', async () => {
      await form(300, 300)
      await chosen('1 deel')
      await page.getByRole('button', { name: 'meer', exact: true }).first().click()
      const [fixed] = await oneStep(() => page.getByRole('menuitem', { name: 'voorbereid: vastzetten' }).click())
      expect(fixed?.layer).toBe('prepared')
      const { seq } = await boardOn(page)
      await page.keyboard.press('v')
      await hand.drag({ x: 360, y: 300 }, { x: 500, y: 500 })
      expect((await boardOn(page)).seq).toBe(seq)
      await page.getByRole('button', { name: 'lagen', exact: true }).click()
      await page.getByRole('button', { name: 'Voorbereid: losmaken' }).click()
      await page.getByRole('button', { name: 'voorbereid staat open' }).waitFor()
      await page.keyboard.press('Escape')
      await hand.click({ x: 360, y: 300 })
      await chosen('1 deel')
      const [moved] = await oneStep(() => hand.drag({ x: 330, y: 300 }, { x: 330, y: 400 }, { x: 330, y: 500 }))
      expect(Math.round(originOf(moved as Mark).y)).toBeGreaterThan(450)
      await page.getByRole('button', { name: 'meer', exact: true }).first().click()
      const [back] = await oneStep(() => page.getByRole('menuitem', { name: 'terug naar de oogst' }).click())
      expect(back?.layer).toBe('harvest')
      await page.getByRole('button', { name: 'voorbereid staat open' }).click()
      await page.getByRole('button', { name: 'Voorbereid: vergrendelen' }).click()
      await page.getByRole('button', { name: 'lagen', exact: true }).waitFor()
    })

    test('a picture to trace lies pale below the ink and out of the hand’s way, and goes with one press', async () => {
      const picture = new PNG({ width: 60, height: 40 })
      picture.data.fill(0)
      for (let i = 3; i < picture.data.length; i += 4) picture.data[i] = 255
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'lagen', exact: true }).click()
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'beeld kiezen' }).click()])
      await chooser.setFiles({ name: 'panda.png', mimeType: 'image/png', buffer: PNG.sync.write(picture) })
      await count(1)
      expect(onlyOne(await marksOn(page), 'image')).toMatchObject({ layer: 'tracing', opacity: 0.28 })
      await page.keyboard.press('Escape')
      // Black at 28 % on paper: clearly there, and far from ink.
      await eventually(() => darkest({ x: 200, y: 200, w: 20, h: 20 })).toBeLessThan(BLANK)
      await eventually(() => darkest({ x: 200, y: 200, w: 20, h: 20 })).toBeGreaterThan(INKED + 200)
      const { seq } = await boardOn(page)
      await page.keyboard.press('v')
      await hand.drag({ x: 400, y: 400 }, { x: 500, y: 500 })
      await drawWith('g', { x: 400, y: 200 }, { x: 600, y: 200 })
      expect((await boardOn(page)).seq).toBe(seq)
      await page.getByRole('button', { name: 'lagen', exact: true }).click()
      await page.getByRole('button', { name: 'weghalen', exact: true }).click()
      await count(0)
      await page.keyboard.press('Escape')
    })
  })

  test('no window complained of anything', () => { expect(sheet.complaints()).toEqual([]) })
})
