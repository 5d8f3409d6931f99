import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Mark, ShapeMark, TextMark } from '../../shared/board/marks.ts'
import { marksOn } from './boardTruth.ts'
import { deskAt, type BoardPoint, type Desk } from './desk.ts'
import { eventually } from './eventually.ts'
import { handAt, type Hand } from './hand.ts'
import { SHELLS, type Shell } from './shells.ts'

describe.each(SHELLS)('the kit of a graphic recorder on %s', (_name, open) => {
  let folder: string, shell: Shell, page: Page, hand: Hand, desk: Desk

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'droomdoek-kit-'))
    shell = await open({ folder, display: inject('display') })
    page = await shell.desk()
    desk = deskAt(page)
    await desk.start('Leeg bord')
    hand = await handAt(page)
  })
  afterAll(async () => {
    await shell.close()
    await rm(folder, { recursive: true, force: true })
  })

  const shapes = async (): Promise<readonly ShapeMark[]> => (await marksOn(page)).filter((mark): mark is ShapeMark => mark.kind === 'shape')
  const newest = async (): Promise<Mark | undefined> => (await marksOn(page)).at(-1)
  const field = () => page.getByRole('textbox', { name: 'titel' })
  const type = async (...lines: readonly string[]): Promise<void> => {
    await field().waitFor({ state: 'attached' })
    for (const [i, line] of lines.entries()) {
      if (i > 0) await page.keyboard.press('Enter')
      await page.keyboard.type(line)
    }
  }
  const done = async (): Promise<void> => {
    await page.keyboard.press('Control+Enter')
    await eventually(() => field().count()).toBe(0)
  }
  const pull = async (key: string, ...through: readonly BoardPoint[]): Promise<void> => {
    await page.keyboard.press(key)
    await hand.drag(...through)
  }

  test('a banner is pulled up, its words follow the bow and keep their letters', async () => {
    await pull('n', { x: 300, y: 20 }, { x: 860, y: 110 })
    await type('Droomwijk Kiel')
    await done()
    await eventually(async () => (await newest() as ShapeMark).text).toBe('Droomwijk Kiel')
    const banner = await newest() as ShapeMark
    expect(banner.lines[0]?.runs[0]?.steps).toHaveLength('Droomwijk Kiel'.length)
    expect(await desk.outline()).toContain('Droomwijk Kiel')
  })

  test.each([
    ['k', 'bubble', 'de wijk is ons groter geheel', { x: 150, y: 200 }], ['Shift+K', 'thought', 'zouden we dat durven?', { x: 450, y: 210 }], ['c', 'cloud', 'dromen', { x: 760, y: 210 }],
    ['z', 'sun', 'energie', { x: 1060, y: 230 }], ['Shift+A', 'arrow', 'volgende stap', { x: 180, y: 380 }], ['Shift+R', 'rectangle', 'kader met schaduw', { x: 470, y: 390 }],
    ['o', 'ellipse', 'ovaal', { x: 740, y: 390 }], ['Shift+O', 'diamond', 'keuze?', { x: 1000, y: 420 }],
  ] as const)('%s: a tap puts a %s with the caret in it', async (key, form, words, at) => {
    await page.keyboard.press(key)
    await hand.click(at)
    await type(words)
    await done()
    await eventually(async () => { const mark = await newest(); return mark?.kind === 'shape' ? [mark.form, mark.text] : null }).toEqual([form, words])
  })

  test('the dock shows the form that was used last', async () => {
    expect(await page.getByRole('button', { name: 'ruit', exact: true }).count()).toBe(1)
  })

  test('a bubble grows while one types, and is as the hand made it when the words go', async () => {
    await pull('k', { x: 60, y: 520 }, { x: 200, y: 580 })
    const small = await newest() as ShapeMark
    await type('een wijk waar iedereen elkaar kent en groet, en waar het groen is')
    await done()
    await eventually(async () => (await newest() as ShapeMark).w).toBeGreaterThan(small.w)
    const grown = await newest() as ShapeMark
    expect(grown.h).toBeGreaterThan(small.h)
    expect(grown.least).toMatchObject({ w: small.w, h: small.h })
    await page.keyboard.press('v')
    await hand.doubleClick({ x: grown.matrix[4] + grown.w / 2, y: grown.matrix[5] + grown.h / 2 })
    await field().waitFor({ state: 'attached' })
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await done()
    await eventually(async () => { const { w, h, text } = await newest() as ShapeMark; return [Math.round(w), Math.round(h), text] }).toEqual([Math.round(small.w), Math.round(small.h), ''])
    await page.keyboard.press('Control+z')
    await eventually(async () => (await newest() as ShapeMark).text).toBe(grown.text)
  })

  test('the tail of a bubble is pulled with the mouse, and with the keys', async () => {
    const bubble = (await shapes()).find(({ text }) => text === 'de wijk is ons groter geheel') as ShapeMark
    const [, , , , x, y] = bubble.matrix
    await page.keyboard.press('v')
    await hand.click({ x: x + bubble.w / 2, y: y + bubble.h / 2 })
    // The handles are loaded with the first thing that is chosen.
    await page.locator('[data-shown="true"]').waitFor({ state: 'attached' })
    const tip = bubble.tail ?? { x: bubble.w * 0.16, y: bubble.h * 1.25 }
    await hand.drag({ x: x + tip.x, y: y + tip.y }, { x: x + tip.x + 30, y: y + tip.y + 20 }, { x: x + tip.x + 60, y: y + tip.y + 20 })
    const tail = async (): Promise<BoardPoint | null> => (await shapes()).find(({ id }) => id === bubble.id)?.tail ?? null
    await eventually(async () => Math.abs(((await tail())?.x ?? -99) - tip.x - 60) < 6).toBe(true)
    const before = await tail()
    await page.keyboard.press('Alt+ArrowRight')
    await eventually(async () => Math.round(((await tail())?.x ?? 0) - (before?.x ?? 0))).toBe(10)
    await page.keyboard.press('Escape')
  })

  test('a list is typed: the sign goes on, Tab nests, an empty item ends it; the text twin sees a list', async () => {
    await page.keyboard.press('t')
    await hand.click({ x: 330, y: 540 })
    await type('1. eerst luisteren', 'dan tekenen')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('groot')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.type('samen kiezen')
    for (let i = 0; i < 3; i++) await page.keyboard.press('Enter')
    await eventually(async () => { const mark = await newest(); return mark?.kind === 'text' ? mark.text : null }).toBe('1. eerst luisteren\n2. dan tekenen\n\t1. groot\n3. samen kiezen')
    expect((await newest() as TextMark).lines.map(({ sign }) => sign?.text)).toEqual(['1.', '2.', '1.', '3.'])
    const outline = await desk.outline()
    for (const words of ['eerst luisteren', 'groot', 'samen kiezen']) expect(outline).toContain(words)
  })

  test('the list button makes items of what is written, of what is chosen, and of what is written next; so do its keys', async () => {
    const listed = async (text: string): Promise<void> => eventually(async () => { const mark = await newest(); return mark?.kind === 'text' ? mark.text : null }).toBe(text)
    await page.keyboard.press('t')
    await page.getByRole('radio', { name: 'streepjes', exact: true }).click()
    await hand.click({ x: 950, y: 540 })
    await type('groen', 'dichtbij')
    await page.getByRole('radio', { name: 'nummers', exact: true }).click()
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await page.keyboard.type(' genoeg')
    await done()
    await listed('- groen\n1. dichtbij genoeg')
    const text = await newest() as TextMark
    await page.keyboard.press('v')
    await hand.click({ x: text.matrix[4] + 60, y: text.matrix[5] + text.sizeUnits * 0.7 })
    await page.keyboard.press('Control+;')
    await listed('1. groen\n2. dichtbij genoeg')
    await page.keyboard.press('Control+;')
    await listed('groen\ndichtbij genoeg')
    await page.getByRole('radio', { name: 'streepjes', exact: true }).click()
    await listed('- groen\n- dichtbij genoeg')
    await page.keyboard.press('Escape')
  })

  test.each([['kop', 'kop', 640], ['lopend', 'hand', 690], ['stift', 'marker', 740]] as const)('the hand %s is chosen in the tray while one writes, with capitals', async (name, hand_, y) => {
    await page.keyboard.press('t')
    await hand.click({ x: 720, y })
    await type('één ijsje × 3 = € 4')
    await page.getByRole('radio', { name, exact: true }).click()
    await page.getByRole('button', { name: 'hoofdletters' }).click()
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await done()
    await eventually(async () => { const mark = await newest(); return mark?.kind === 'text' ? [mark.hand, mark.caps, mark.lines[0]?.runs[0]?.text] : null }).toEqual([hand_, name !== 'lopend', name === 'lopend' ? 'één ijsje × 3 = € 4' : 'ÉÉN IJSJE × 3 = € 4'])
  })

  test('what was lettered takes another hand and accent from the tray, as one step', async () => {
    const text = await newest() as TextMark
    await page.keyboard.press('v')
    await hand.click({ x: text.matrix[4] + 20, y: text.matrix[5] + text.sizeUnits * 0.7 })
    await page.getByRole('radio', { name: 'streep eronder' }).click()
    await eventually(async () => (await newest() as TextMark).accent).toBe('line')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await eventually(async () => (await newest() as TextMark).accent).toBe('none')
  })

  test('nothing was complained about', () => {
    expect(shell.complaints()).toEqual([])
  })
})
