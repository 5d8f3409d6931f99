import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Mark } from '../../shared/board/marks.ts'
import { decompose } from '../../shared/geometry/matrix.ts'
import { boardOn, marksOn } from './boardTruth.ts'
import { eventually } from './eventually.ts'
import { BLANK, INKED, onlyOne, openTrialSheet, originOf, type SheetPlace, type TrialSheet } from './trialSheet.ts'
import { SHELLS } from './shells.ts'

describe.each(SHELLS)('on %s', (_name, open) => {
  let sheet: TrialSheet
  let page: TrialSheet['page'], hand: TrialSheet['hand'], home: SheetPlace, oneStep: TrialSheet['oneStep'], drawWith: TrialSheet['drawWith'], darkest: TrialSheet['darkest']

  beforeAll(async () => {
    sheet = await openTrialSheet(open)
    ;({ page, hand, home, oneStep, drawWith, darkest } = sheet)
  })
  afterAll(() => sheet.close())
  beforeEach(() => sheet.wipe())

  describe('what is there', () => {
    test('goes whole under the eraser, and what the eraser misses stays', async () => {
      await drawWith('p', { x: 300, y: 300 }, { x: 600, y: 300 })
      await drawWith('p', { x: 300, y: 340 }, { x: 600, y: 340 })
      await drawWith('p', { x: 300, y: 600 }, { x: 600, y: 600 })
      await eventually(async () => (await marksOn(page)).length).toBe(3)
      const [, , missed] = await marksOn(page)
      expect(await oneStep(() => drawWith('g', { x: 450, y: 260 }, { x: 450, y: 400 }))).toEqual([missed])
    })

    test('is picked by the lasso and moves with it', async () => {
      await drawWith('p', { x: 300, y: 300 }, { x: 400, y: 340 })
      await drawWith('p', { x: 300, y: 360 }, { x: 400, y: 380 })
      await drawWith('p', { x: 800, y: 300 }, { x: 900, y: 340 })
      await eventually(async () => (await marksOn(page)).length).toBe(3)
      const before = await marksOn(page)
      await drawWith('l', { x: 260, y: 260 }, { x: 460, y: 260 }, { x: 460, y: 430 }, { x: 260, y: 430 }, { x: 262, y: 262 })
      await page.getByText('2 delen').waitFor()
      const after = await oneStep(() => hand.drag({ x: 350, y: 350 }, { x: 350, y: 450 }, { x: 450, y: 550 }))
      const moved = after.map((mark, i) => [originOf(mark).x - originOf(before[i] as Mark).x, originOf(mark).y - originOf(before[i] as Mark).y].map(Math.round))
      expect(moved[2]).toEqual([0, 0])
      for (const [dx, dy] of moved.slice(0, 2)) expect([Math.abs((dx as number) - 100) < 3, Math.abs((dy as number) - 200) < 3]).toEqual([true, true])
    })

    test('grows by a pull at its corner and turns by its turning handle', async () => {
      await drawWith('r', { x: 300, y: 300 }, { x: 500, y: 420 })
      await page.getByText('1 deel').waitFor()
      // The handles are loaded with the first thing that is chosen.
      await page.locator('[data-shown="true"]').waitFor({ state: 'attached' })
      const corner = { x: 500 + 5, y: 420 + 5 }
      const larger = onlyOne(await oneStep(() => hand.drag(corner, { x: 600, y: 480 }, { x: 705, y: 545 })), 'shape')
      const grown = decompose(larger.matrix)
      expect(larger.w * grown.sx).toBeGreaterThan(360)
      expect(larger.w * grown.sx).toBeLessThan(440)
      const middle = { x: (300 + 705) / 2, y: (300 + 545) / 2 }
      const scale = home.width / 1200
      const turned = onlyOne(await oneStep(() => hand.drag({ x: middle.x, y: 300 - 5 - 28 / scale - 3 }, { x: 650, y: 300 }, { x: 740, y: middle.y })), 'shape')
      expect(Math.abs(Math.abs(decompose(turned.matrix).radians) - Math.PI / 2)).toBeLessThan(0.15)
    })

    test('is copied beside itself with Ctrl+D, and goes with Delete', async () => {
      await drawWith('r', { x: 300, y: 300 }, { x: 500, y: 420 })
      await page.getByText('1 deel').waitFor()
      const [first, second] = await oneStep(() => page.keyboard.press('Control+d')) as [Mark, Mark]
      expect(second).toMatchObject({ kind: 'shape', w: (first as Extract<Mark, { kind: 'shape' }>).w })
      expect(originOf(second)).not.toEqual(originOf(first))
      // Undo and redo leave nothing chosen that was not there.
      await page.keyboard.press('v')
      await hand.click({ x: 400, y: 300 })
      expect(await oneStep(() => page.keyboard.press('Delete'))).toEqual([second])
    })

    test('stays where it is once it is locked: no eraser, no hand, no Delete', async () => {
      await drawWith('p', { x: 300, y: 300 }, { x: 600, y: 300 })
      await page.keyboard.press('v')
      await hand.click({ x: 450, y: 300 })
      const [locked] = await oneStep(() => page.keyboard.press('Control+l'))
      expect(locked?.locked).toBe(true)
      const { seq } = await boardOn(page)
      await drawWith('g', { x: 450, y: 260 }, { x: 450, y: 400 })
      await page.keyboard.press('v')
      await hand.drag({ x: 450, y: 300 }, { x: 500, y: 400 })
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Delete')
      expect((await boardOn(page)).seq).toBe(seq)
      const [loose] = await oneStep(() => page.keyboard.press('Control+Shift+l'))
      expect(loose?.locked).toBe(false)
    })

    test('comes to the front and goes to the back', async () => {
      await drawWith('r', { x: 300, y: 300 }, { x: 500, y: 420 })
      await drawWith('o', { x: 600, y: 300 }, { x: 800, y: 420 })
      await eventually(async () => (await marksOn(page)).length).toBe(2)
      const forms = async (): Promise<readonly string[]> => (await marksOn(page)).map((mark) => (mark.kind === 'shape' ? mark.form : mark.kind))
      await page.keyboard.press('v')
      await hand.click({ x: 400, y: 300 })
      await oneStep(() => page.keyboard.press('Control+]'))
      expect(await forms()).toEqual(['ellipse', 'rectangle'])
      await oneStep(() => page.keyboard.press('Control+['))
      expect(await forms()).toEqual(['rectangle', 'ellipse'])
    })

    test('moves by an arrow key, ten times as far with shift', async () => {
      await drawWith('r', { x: 300, y: 300 }, { x: 500, y: 420 })
      await page.getByText('1 deel').waitFor()
      const before = originOf(onlyOne(await marksOn(page), 'shape'))
      await oneStep(() => page.keyboard.press('ArrowRight'))
      const after = originOf(onlyOne(await oneStep(() => page.keyboard.press('Shift+ArrowDown')), 'shape'))
      expect([after.x - before.x, after.y - before.y].map((by) => Math.round(by * 100) / 100)).toEqual([1, 10])
    })

    test('keeps its arrow: one that is attached follows', async () => {
      await drawWith('r', { x: 200, y: 200 }, { x: 360, y: 300 })
      await drawWith('r', { x: 800, y: 200 }, { x: 960, y: 300 })
      await drawWith('a', { x: 200, y: 250 }, { x: 500, y: 400 }, { x: 960, y: 250 })
      await eventually(async () => (await marksOn(page)).length).toBe(3)
      const [left, right, arrow] = await marksOn(page)
      expect(arrow).toMatchObject({ kind: 'connector', from: { mark: left?.id }, to: { mark: right?.id } })
      const far = { x: 560, y: 480, w: 200, h: 240 }
      expect(await darkest(far)).toBeGreaterThan(BLANK)
      await page.keyboard.press('v')
      await oneStep(() => hand.drag({ x: 880, y: 200 }, { x: 880, y: 400 }, { x: 880, y: 700 }))
      await page.keyboard.press('Escape')
      await eventually(() => darkest(far)).toBeLessThan(INKED)
    })
  })

  describe('the view moves and the board does not', () => {
    const still = async (move: () => Promise<void>): Promise<typeof home> => {
      await drawWith('p', { x: 300, y: 300 }, { x: 600, y: 300 })
      await eventually(async () => (await marksOn(page)).length).toBe(1)
      const { seq, board } = await boardOn(page)
      await move()
      const now = await boardOn(page)
      expect([now.seq, now.board]).toEqual([seq, board])
      return hand.sheet()
    }
    const moved = (by: typeof home): readonly number[] => [by.x - home.x, by.y - home.y, by.width / home.width].map((value) => Math.round(value * 100) / 100)

    test('with the hand', async () => {
      await still(async () => {
        await page.keyboard.press('h')
        const from = await hand.placeOf({ x: 600, y: 400 })
        await page.mouse.move(from.x, from.y)
        await page.mouse.down()
        await page.mouse.move(from.x + 90, from.y - 40, { steps: 5 })
        await page.mouse.up()
      })
      await eventually(async () => moved(await hand.sheet())).toEqual([90, -40, 1])
    })

    test('with the space bar held, and the pen is there again afterwards', async () => {
      await still(async () => {
        const from = await hand.placeOf({ x: 600, y: 400 })
        await page.mouse.move(from.x, from.y)
        await page.keyboard.down(' ')
        await page.mouse.down()
        await page.mouse.move(from.x - 60, from.y + 30, { steps: 5 })
        await page.mouse.up()
        await page.keyboard.up(' ')
      })
      await eventually(async () => moved(await hand.sheet())).toEqual([-60, 30, 1])
      await hand.drag({ x: 300, y: 500 }, { x: 500, y: 500 })
      await eventually(async () => (await marksOn(page)).map(({ kind }) => kind)).toEqual(['stroke', 'stroke'])
    })

    test('with the middle button', async () => {
      await still(async () => {
        const from = await hand.placeOf({ x: 600, y: 400 })
        await page.mouse.move(from.x, from.y)
        await page.mouse.down({ button: 'middle' })
        await page.mouse.move(from.x + 25, from.y + 35, { steps: 3 })
        await page.mouse.up({ button: 'middle' })
      })
      await eventually(async () => moved(await hand.sheet())).toEqual([25, 35, 1])
    })

    test('with the wheel, and with shift sideways', async () => {
      expect(moved(await still(async () => {
        await page.mouse.wheel(0, 120)
        await page.keyboard.down('Shift')
        await page.mouse.wheel(0, 50)
        await page.keyboard.up('Shift')
        await eventually(async () => moved(await hand.sheet())).toEqual([-50, -120, 1])
      }))).toEqual([-50, -120, 1])
    })

    test('with Ctrl and the wheel it grows around the pointer', async () => {
      const at = { x: 900, y: 200 }
      const before = await hand.placeOf(at)
      await still(async () => {
        await page.mouse.move(before.x, before.y)
        await page.keyboard.down('Control')
        await page.mouse.wheel(0, -100)
        await page.keyboard.up('Control')
        await eventually(async () => (await hand.sheet()).width / home.width).toBeGreaterThan(1.3)
      })
      const after = await hand.placeOf(at)
      expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(1)
    })

    test('not by a palm that lands with the pen', async () => {
      expect(moved(await still(async () => {
        await hand.pen([])
        const from = await hand.placeOf({ x: 500, y: 500 })
        const cdp = await page.context().newCDPSession(page)
        const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number): Promise<unknown> => cdp.send('Input.dispatchMouseEvent', { type, x, y: from.y, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1, pointerType: 'pen', force: 0.5 })
        const before = await boardOn(page)
        await pen('mousePressed', from.x)
        await hand.fingers([{ x: 700, y: 700 }], [{ x: 720, y: 740 }])
        await pen('mouseMoved', from.x + 40)
        await page.keyboard.press('Escape')
        await pen('mouseReleased', from.x + 40)
        expect((await boardOn(page)).seq).toBe(before.seq)
        await cdp.detach()
      }))).toEqual([0, 0, 1])
    })
  })

  test('no window complained of anything', () => { expect(sheet.complaints()).toEqual([]) })
})
