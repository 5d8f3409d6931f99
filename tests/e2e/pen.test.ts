import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Mark } from '../../shared/board/marks.ts'
import { decodeInk } from '../../shared/ink/inkCodec.ts'
import { boardOn, marksOn } from './boardTruth.ts'
import { deskAt } from './desk.ts'
import { eventually } from './eventually.ts'
import { handAt, type Hand } from './hand.ts'
import { glassOf, type Glass, type Place } from './penAndFingers.ts'
import { openInChromium, openOnElectron, type Shell } from './shells.ts'

const kinds = (marks: readonly Mark[]): readonly string[] => marks.map((mark) => (mark.kind === 'shape' ? mark.form : mark.kind))
const through = (from: Place, to: Place, count: number): readonly Place[] =>
  Array.from({ length: count }, (_, i) => ({ x: from.x + ((to.x - from.x) * i) / (count - 1), y: from.y + ((to.y - from.y) * i) / (count - 1) }))

describe.each([['a real Electron', openOnElectron], ['Chromium', openInChromium]] as const)('pen, palm and fingers on %s', (_where, open) => {
  let folder: string
  let shell: Shell
  let page: Page, hand: Hand, glass: Glass
  let home: Awaited<ReturnType<Hand['sheet']>>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'droomdoek-pen-'))
    shell = await open({ folder, display: inject('display') })
    page = await shell.desk()
    hand = await handAt(page)
    glass = await glassOf(page)
    await deskAt(page).start('Leeg bord')
    await page.keyboard.press('p')
    home = await hand.sheet()
  })
  afterAll(async () => {
    await shell.close()
    await rm(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await eventually(() => marksOn(page)).toEqual([])
    await page.keyboard.press('Control+0')
    await eventually(hand.sheet).toEqual(home)
    await page.keyboard.press('p')
  })

  /** A place in the window, in shares of the sheet. */
  const at = (x: number, y: number): Place => ({ x: home.x + home.width * x, y: home.y + home.height * y })
  const moved = async (): Promise<readonly number[]> => {
    const now = await hand.sheet()
    return [Math.round(now.x - home.x), Math.round(now.y - home.y), Math.round((100 * now.width) / home.width) / 100]
  }
  const samplesOf = async (mark: Mark | undefined): Promise<number> => (mark?.kind === 'stroke' ? decodeInk((await boardOn(page)).inks[mark.ink] ?? '').count : -1)
  /** The pen is away for so long that fingers count again. */
  const untilFingersCount = async (): Promise<void> => {
    await eventually(async () => {
      await glass.touch('touchStart', [at(0.5, 0.5)])
      await glass.touch('touchMove', [{ ...at(0.5, 0.5), x: at(0.5, 0.5).x + 40 }])
      await glass.touch('touchEnd', [])
      return (await moved())[0] !== 0
    }).toBe(true)
    await page.keyboard.press('Control+0')
    await eventually(hand.sheet).toEqual(home)
  }
  const setting = async (group: string, choice: string): Promise<void> => {
    await page.keyboard.press('Control+,')
    await page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: choice }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('region', { name: 'Instellingen' }).waitFor({ state: 'detached' })
  }
  /** Whether something is painted over the board at a place that is not on it. */
  const isShown = ({ x, y }: Place): Promise<boolean> => page.getByTestId('board-stage').evaluate((stage, [px, py]) => {
    const canvas = stage.querySelector(':scope > canvas:last-child')
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('There is no live layer')
    const place = canvas.getBoundingClientRect()
    const ratio = canvas.width / place.width
    const data = canvas.getContext('2d')?.getImageData(Math.round((px - place.left) * ratio), Math.round((py - place.top) * ratio), 1, 1).data
    return canvas.style.visibility !== 'hidden' && (data?.[3] ?? 0) > 0
  }, [x, y] as const)

  test('a tap is a dot, and strokes that follow each other at once keep every sample', async () => {
    await glass.line([at(0.1, 0.1)])
    for (let i = 1; i <= 5; i++) await glass.line(through(at(0.1 * i, 0.3), at(0.1 * i + 0.06, 0.34), 3 + i))
    await eventually(async () => (await marksOn(page)).length).toBe(6)
    const counts = await Promise.all((await marksOn(page)).map(samplesOf))
    expect(counts).toEqual([1, 4, 5, 6, 7, 8])
  })

  test('a palm that lands before the pen moves nothing, during the stroke neither, nor when it stays after it', async () => {
    await untilFingersCount()
    const palm = at(0.7, 0.8)
    const shifted = (by: number): Place => ({ x: palm.x + by, y: palm.y - by })
    await glass.touch('touchStart', [palm])
    await glass.touch('touchMove', [shifted(25)])
    await eventually(async () => (await moved())[0]).toBe(25)
    await glass.penDown(at(0.3, 0.3))
    await eventually(moved).toEqual([0, 0, 1])
    for (const place of through(at(0.3, 0.3), at(0.5, 0.35), 12).slice(1)) await glass.penMove(place)
    await glass.touch('touchMove', [shifted(60)])
    await glass.penUp(at(0.5, 0.35))
    await glass.touch('touchMove', [shifted(90)])
    await glass.touch('touchEnd', [])
    await glass.touch('touchStart', [palm])
    await glass.touch('touchMove', [shifted(50)])
    await glass.touch('touchEnd', [])
    await eventually(async () => kinds(await marksOn(page))).toEqual(['stroke'])
    expect(await moved()).toEqual([0, 0, 1])
    expect(await samplesOf((await marksOn(page))[0])).toBe(12)
  })

  test('a hand over the dock presses no button while its pen draws; a fingertip afterwards does', async () => {
    const button = page.getByRole('button', { name: /^gom/ })
    const box = await button.boundingBox()
    if (!box) throw new Error('There is no eraser in the dock')
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await glass.penDown(at(0.3, 0.3))
    await glass.tap(middle)
    await glass.penMove(at(0.4, 0.3))
    await glass.penUp(at(0.4, 0.3))
    await eventually(async () => kinds(await marksOn(page))).toEqual(['stroke'])
    await glass.tap({ ...middle, radius: 70 })
    await glass.line(through(at(0.3, 0.5), at(0.4, 0.5), 5))
    await eventually(async () => kinds(await marksOn(page))).toEqual(['stroke', 'stroke'])
    await glass.tap(middle)
    await eventually(() => button.getAttribute('aria-pressed')).toBe('true')
  })

  test('a touch as large as a hand moves nothing', async () => {
    await untilFingersCount()
    await glass.touch('touchStart', [{ ...at(0.5, 0.5), radius: 70 }])
    await glass.touch('touchMove', [{ ...at(0.6, 0.5), radius: 70 }])
    await glass.touch('touchEnd', [])
    // What begins as a fingertip and becomes a palm takes back what it did.
    await glass.touch('touchStart', [at(0.5, 0.5)])
    await glass.touch('touchMove', [{ ...at(0.52, 0.5) }])
    await glass.touch('touchMove', [{ ...at(0.55, 0.5), radius: 70 }])
    await glass.touch('touchEnd', [])
    await eventually(moved).toEqual([0, 0, 1])
  })

  test('one finger moves the paper, two zoom it; two that tap take back, three do again', async () => {
    // A machine without mouse or pen lets a finger draw until a pen has been near.
    await glass.hover(at(0.5, 0.5))
    await untilFingersCount()
    const a = at(0.4, 0.5), b = at(0.6, 0.5)
    await glass.touch('touchStart', [a, b])
    await glass.touch('touchMove', [{ x: a.x - 40, y: a.y }, { x: b.x + 40, y: b.y }])
    await glass.touch('touchEnd', [])
    await eventually(async () => (await moved())[2]).toBeGreaterThan(1.2)
    await page.keyboard.press('Control+0')
    await eventually(hand.sheet).toEqual(home)
    await page.mouse.move(at(0.2, 0.2).x, at(0.2, 0.2).y)
    await page.mouse.down()
    await page.mouse.move(at(0.4, 0.2).x, at(0.4, 0.2).y, { steps: 4 })
    await page.mouse.up()
    await eventually(async () => kinds(await marksOn(page))).toEqual(['stroke'])
    await glass.tap(a, b)
    await eventually(() => marksOn(page)).toEqual([])
    await glass.tap(a, b, at(0.5, 0.4))
    await eventually(async () => kinds(await marksOn(page))).toEqual(['stroke'])
    expect(await moved()).toEqual([0, 0, 1])
  })

  test('the button on the pen moves the paper, or rubs out when that is chosen; its other end always rubs out', async () => {
    await glass.line(through(at(0.2, 0.4), at(0.5, 0.4), 10))
    await eventually(async () => kinds(await marksOn(page))).toEqual(['stroke'])
    await glass.penDown(at(0.3, 0.3), 0.5, 'right')
    await glass.penMove({ x: at(0.3, 0.3).x + 60, y: at(0.3, 0.3).y + 20 }, 0.5, 'right')
    await glass.penUp({ x: at(0.3, 0.3).x + 60, y: at(0.3, 0.3).y + 20 }, 'right')
    await eventually(moved).toEqual([60, 20, 1])
    expect(kinds(await marksOn(page))).toEqual(['stroke'])
    await page.keyboard.press('Control+0')
    await eventually(hand.sheet).toEqual(home)
    await setting('Knop op de pen', 'gomt')
    await glass.penDown(at(0.35, 0.35), 0.5, 'right')
    await glass.penMove(at(0.35, 0.45), 0.5, 'right')
    await glass.penUp(at(0.35, 0.45), 'right')
    await eventually(() => marksOn(page)).toEqual([])
    await setting('Knop op de pen', 'schuift')
    await page.keyboard.press('Control+z')
    await eventually(async () => kinds(await marksOn(page))).toEqual(['stroke'])
    // Chromium's own protocol has no other end of a pen: these events are the page's.
    await page.getByTestId('board-stage').evaluate((stage, places) => {
      const send = (type: string, place: Place, buttons: number): boolean => stage.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 77, pointerType: 'pen', button: type === 'pointermove' ? -1 : 5, buttons, clientX: place.x, clientY: place.y, pressure: buttons ? 0.5 : 0 }))
      const [from, to] = places as [Place, Place]
      send('pointerdown', from, 32)
      send('pointermove', to, 32)
      send('pointerup', to, 0)
    }, [at(0.35, 0.35), at(0.35, 0.45)])
    await eventually(() => marksOn(page)).toEqual([])
  })

  test('a rest at the end of a rough circle makes a clean one; one undo brings back the line, the next takes it away', async () => {
    const ring = Array.from({ length: 44 }, (_, i) => ({ x: at(0.5, 0.5).x + Math.cos(i / 6.8) * (110 + (i % 4) * 3), y: at(0.5, 0.5).y + Math.sin(i / 6.8) * (104 + (i % 3) * 3) }))
    await glass.penDown(ring[0] as Place)
    for (const place of ring.slice(1)) await glass.penMove(place)
    // As long as a hand rests.
    await page.waitForTimeout(1200)
    await glass.penUp(ring[43] as Place)
    await eventually(async () => kinds(await marksOn(page))).toEqual(['ellipse'])
    await page.keyboard.press('Control+z')
    await eventually(async () => kinds(await marksOn(page))).toEqual(['stroke'])
    expect(await samplesOf((await marksOn(page))[0])).toBe(44)
    await page.keyboard.press('Control+z')
    await eventually(() => marksOn(page)).toEqual([])
  })

  test('a hovering pen shows its nib in the colour of its line, which goes when the paper moves', async () => {
    await page.keyboard.press('m')
    await glass.hover(at(0.5, 0.6))
    await glass.hover(at(0.51, 0.6))
    await eventually(() => isShown(at(0.51, 0.6))).toBe(true)
    expect(await isShown(at(0.7, 0.6))).toBe(false)
    const { x, y } = at(0.51, 0.6)
    await page.mouse.move(x, y)
    await page.mouse.wheel(0, 30)
    await eventually(() => isShown(at(0.51, 0.6))).toBe(false)
    expect(await marksOn(page)).toEqual([])
  })

  test('where a finger is set to draw, one draws and two move the paper: the line that the first began is taken back', async () => {
    await setting('Vinger tekent', 'altijd')
    await eventually(async () => {
      await glass.touch('touchStart', [at(0.2, 0.2)])
      for (const place of through(at(0.2, 0.2), at(0.4, 0.25), 8).slice(1)) await glass.touch('touchMove', [place])
      await glass.touch('touchEnd', [])
      return kinds(await marksOn(page))
    }).toContain('stroke')
    const before = (await marksOn(page)).length
    const a = { ...at(0.4, 0.5), id: 0 }, b = { ...at(0.6, 0.5), id: 1 }
    await Promise.all([
      glass.touch('touchStart', [a]),
      glass.touch('touchMove', [{ ...a, x: a.x - 3 }]),
      glass.touch('touchStart', [{ ...a, x: a.x - 3 }, b]),
    ])
    await glass.touch('touchMove', [{ ...a, x: a.x - 50 }, { ...b, x: b.x + 50 }])
    await glass.touch('touchEnd', [])
    await eventually(async () => (await moved())[2]).toBeGreaterThan(1.2)
    expect((await marksOn(page)).length).toBe(before)
    await setting('Vinger tekent', 'automatisch')
  })

  test('the sheet to try the pen on says whether pressure arrives', async () => {
    await page.keyboard.press('Control+,')
    const sheet = page.getByTestId('pen-trial')
    await sheet.scrollIntoViewIfNeeded()
    const box = await sheet.boundingBox()
    if (!box) throw new Error('There is nothing to try the pen on')
    const way = through({ x: box.x + 30, y: box.y + 60 }, { x: box.x + 200, y: box.y + 90 }, 16)
    await glass.line(way, 0.5)
    await page.getByText('Geen druk ontvangen.').waitFor()
    await page.getByText(/Zet Windows Ink aan/).waitFor()
    await glass.line(way, way.map((_, i) => 0.1 + i * 0.05))
    await page.getByText('Druk komt aan.').waitFor()
    await page.mouse.move(way[0]?.x ?? 0, way[0]?.y ?? 0)
    await page.mouse.down()
    await page.mouse.move(way[9]?.x ?? 0, way[9]?.y ?? 0, { steps: 6 })
    await page.mouse.up()
    await page.getByText(/een muis geeft nooit druk/).waitFor()
    await page.getByRole('button', { name: /wissen/ }).first().click()
    await page.getByText(/Duw eerst zacht, dan hard/).waitFor()
    await page.keyboard.press('Escape')
    expect(await marksOn(page)).toEqual([])
  })

  test('no window complained of anything', () => { expect(shell.complaints()).toEqual([]) })
})
