import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Mark } from '../../shared/board/marks.ts'
import { decodeInk } from '../../shared/ink/inkCodec.ts'
import type { PenSample } from '../support/penSamples.ts'
import { boardOn, marksOn } from './boardTruth.ts'
import { deskAt, type BoardPoint } from './desk.ts'
import { eventually } from './eventually.ts'
import { around, BLANK, INKED, onlyOne, openTrialSheet, originOf, type TrialSheet } from './trialSheet.ts'

let sheet: TrialSheet
let page: TrialSheet['page'], hand: TrialSheet['hand'], oneStep: TrialSheet['oneStep'], drawWith: TrialSheet['drawWith'], darkest: TrialSheet['darkest']

beforeAll(async () => {
  sheet = await openTrialSheet()
  ;({ page, hand, oneStep, drawWith, darkest } = sheet)
})
afterAll(() => sheet.close())
beforeEach(() => sheet.wipe())

const line = (from: BoardPoint, to: BoardPoint, pressure: (t: number) => number, count: number): readonly PenSample[] =>
  Array.from({ length: count }, (_, i) => ({ x: from.x + ((to.x - from.x) * i) / (count - 1), y: from.y + ((to.y - from.y) * i) / (count - 1), pressure: pressure(i / (count - 1)) }))

describe('a tool is taken by its one key and draws', () => {
  test('p: a stroke of the pen', async () => {
    const stroke = onlyOne(await oneStep(() => drawWith('p', { x: 300, y: 300 }, { x: 600, y: 350 })), 'stroke')
    expect(stroke).toMatchObject({ tool: 'pen', layer: 'harvest', color: 'ink', locked: false })
  })

  test('m: a stroke of the highlighter, wider than the pen', async () => {
    const stroke = onlyOne(await oneStep(() => drawWith('m', { x: 300, y: 300 }, { x: 600, y: 350 })), 'stroke')
    expect(stroke).toMatchObject({ tool: 'highlighter', thinning: 0 })
    expect(stroke.widthUnits).toBeGreaterThan(12)
  })

  test.each([['r', 'rectangle'], ['o', 'ellipse'], ['n', 'banner'], ['k', 'bubble'], ['f', 'frame']])('%s: a form as large as it is pulled (%s)', async (key, form) => {
    const shape = onlyOne(await oneStep(() => drawWith(key, { x: 300, y: 300 }, { x: 620, y: 480 })), 'shape')
    expect(shape.form).toBe(form)
    expect([...Object.values(originOf(shape)), shape.w, shape.h].map((value) => Math.round(value / 4) * 4)).toEqual([300, 300, 320, 180])
  })

  test('r: a form of middle size where it is tapped', async () => {
    await page.keyboard.press('r')
    const shape = onlyOne(await oneStep(() => hand.click({ x: 600, y: 400 })), 'shape')
    expect(Math.abs(originOf(shape).x + shape.w / 2 - 600)).toBeLessThan(2)
    expect(shape.w).toBeGreaterThan(100)
  })

  test('a: an arrow between two places', async () => {
    const arrow = onlyOne(await oneStep(() => drawWith('a', { x: 300, y: 300 }, { x: 600, y: 350 })), 'connector')
    expect(arrow).toMatchObject({ head: 'arrow', from: { mark: null }, to: { mark: null } })
  })

  test('t: lettering that is typed where one taps, and changed after a double click', async () => {
    const text = onlyOne(await oneStep(async () => {
      await page.keyboard.press('t')
      await hand.click({ x: 400, y: 300 })
      await page.keyboard.type('Hoe ziet úw wijk eruit?')
      await page.keyboard.press('Enter')
    }), 'text')
    expect(text.text).toBe('Hoe ziet úw wijk eruit?')
    await page.keyboard.press('v')
    const changed = onlyOne(await oneStep(async () => {
      await hand.doubleClick({ x: 440, y: 304 })
      await page.keyboard.press('Control+a')
      await page.keyboard.type('Onze wijk')
      await page.keyboard.press('Enter')
    }), 'text')
    expect(changed).toMatchObject({ id: text.id, text: 'Onze wijk', matrix: text.matrix })
  })

  test('t: what was typed stands when one taps elsewhere instead of pressing Enter', async () => {
    await page.keyboard.press('t')
    await hand.click({ x: 300, y: 300 })
    await page.keyboard.type('een')
    await hand.click({ x: 300, y: 500 })
    await page.keyboard.type('twee')
    await drawWith('Escape', { x: 900, y: 700 })
    await eventually(async () => (await marksOn(page)).map((mark) => (mark.kind === 'text' ? mark.text : mark.kind))).toEqual(['een', 'twee'])
  })

  test('t: nothing when nothing is typed', async () => {
    await page.keyboard.press('t')
    await hand.click({ x: 400, y: 300 })
    await page.keyboard.press('Escape')
    await drawWith('p', { x: 300, y: 500 }, { x: 400, y: 500 })
    await eventually(async () => (await marksOn(page)).map(({ kind }) => kind)).toEqual(['stroke'])
  })

  test('s: a stamp that is found by its name', async () => {
    const stamp = onlyOne(await oneStep(async () => {
      await page.keyboard.press('s')
      await page.getByRole('textbox', { name: 'zoek een stempel' }).fill('panda')
      await page.keyboard.press('Enter')
      await hand.click({ x: 400, y: 400 })
    }), 'stamp')
    expect(stamp.stamp).toBe('panda')
    expect(Math.abs(originOf(stamp).x + stamp.sizeUnits / 2 - 400)).toBeLessThan(2)
    expect(stamp.alt).not.toBe('')
  })

  test('f: a frame with the heading that is typed, and the text twin says it', async () => {
    await drawWith('f', { x: 200, y: 200 }, { x: 700, y: 600 })
    await page.keyboard.type('Droomwijk')
    await page.keyboard.press('Enter')
    await eventually(async () => onlyOne(await marksOn(page), 'shape').text).toBe('Droomwijk')
    expect(await deskAt(page).outline()).toContain('Droomwijk')
  })

  test('x: the laser leaves nothing', async () => {
    // What an empty sheet says goes with the first mark.
    await drawWith('p', { x: 900, y: 700 }, { x: 950, y: 700 })
    await eventually(async () => (await marksOn(page)).length).toBe(1)
    const { seq } = await boardOn(page)
    await drawWith('x', { x: 300, y: 300 }, { x: 600, y: 350 })
    await page.keyboard.press('v')
    await eventually(() => darkest({ x: 280, y: 280, w: 340, h: 100 })).toBeGreaterThan(BLANK)
    expect((await boardOn(page)).seq).toBe(seq)
  })

  test('Esc in the middle of a stroke leaves nothing', async () => {
    await page.keyboard.press('p')
    const from = await hand.placeOf({ x: 300, y: 300 })
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 100, from.y + 50, { steps: 4 })
    await page.keyboard.press('Escape')
    await page.mouse.move(from.x + 200, from.y + 50, { steps: 4 })
    await page.mouse.up()
    await drawWith('r', { x: 300, y: 500 }, { x: 500, y: 600 })
    await eventually(async () => (await marksOn(page)).map(({ kind }) => kind)).toEqual(['shape'])
  })
})

describe('the pen', () => {
  const inkOf = async (stroke: Extract<Mark, { kind: 'stroke' }>) => decodeInk((await boardOn(page)).inks[stroke.ink] ?? '')

  test('keeps every place that it went through, with its pressure', async () => {
    await page.keyboard.press('p')
    const samples = line({ x: 300, y: 300 }, { x: 600, y: 340 }, (t) => 0.15 + 0.7 * t, 40)
    const stroke = onlyOne(await oneStep(() => hand.pen(samples)), 'stroke')
    expect(stroke.thinning).toBeGreaterThan(0)
    const { x, y, pressure } = await inkOf(stroke)
    expect(x.length).toBe(samples.length)
    samples.forEach((sample, i) => {
      expect(Math.hypot((x[i] as number) - sample.x, (y[i] as number) - sample.y)).toBeLessThan(1.5)
      expect(Math.abs((pressure[i] as number) / 255 - sample.pressure)).toBeLessThan(0.02)
    })
  })

  test('makes a dot on the i with a tap', async () => {
    await page.keyboard.press('p')
    const stroke = onlyOne(await oneStep(() => hand.pen([{ x: 500, y: 400, pressure: 0.7 }])), 'stroke')
    expect((await inkOf(stroke)).x.length).toBe(1)
    await eventually(() => darkest(around({ x: 500, y: 400 }, 4))).toBeLessThan(INKED)
    expect(await darkest(around({ x: 530, y: 400 }))).toBeGreaterThan(BLANK)
  })

  test('draws over the highlighter, whichever came first', async () => {
    await drawWith('p', { x: 400, y: 300 }, { x: 400, y: 500 })
    await drawWith('m', { x: 300, y: 400 }, { x: 500, y: 400 })
    await eventually(async () => (await marksOn(page)).length).toBe(2)
    await page.keyboard.press('v')
    const alone = await darkest(around({ x: 400, y: 330 }, 4))
    expect(alone).toBeLessThan(INKED)
    await eventually(() => darkest(around({ x: 330, y: 400 }, 3))).toBeLessThan(720)
    expect(Math.abs((await darkest(around({ x: 400, y: 400 }, 4))) - alone)).toBeLessThan(12)
  })
})


test('no window complained of anything', () => { expect(sheet.complaints()).toEqual([]) })
