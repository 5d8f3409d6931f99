import { randomInt } from 'node:crypto'
import { PNG } from 'pngjs'
import type { Page } from 'playwright'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { asId, type BoardId, type MarkId } from '../../shared/base/ids.ts'
import { touchedMarks } from '../../shared/board/change.ts'
import { emptyBoard } from '../../shared/board/emptyBoard.ts'
import type { BoardChanged, OpenedBoard, SaveState } from '../../shared/contract/boards.ts'
import { launchApp, makeHome, removeHome, type RunningApp } from '../support/electronApp.ts'
import type { PenSample } from '../support/penSamples.ts'
import { boardOn, marksIn } from './boardTruth.ts'
import { deskAt } from './desk.ts'
import { eventually } from './eventually.ts'
import { penThrough } from './hand.ts'

let home: string
let running: RunningApp

const start = async (): Promise<void> => { running = await launchApp({ display: inject('display'), home, env: { DROOMDOEK_TEST: '1', DROOMDOEK_TEST_DIALOG_PATH: '' } }) }

beforeEach(async () => {
  home = await makeHome()
  await start()
})
afterEach(async () => {
  await running.close().catch(() => undefined)
  await removeHome(home)
})

/** What the services said of strokes: told to the windows, and called safe. Counted here and not by the app. */
type Ledger = { readonly told: Map<MarkId, { readonly seq: number; readonly ink: string }>; safeSeq: number }

/** Changes that add marks are read the same on every board. */
const NO_BOARD = emptyBoard({ id: asId<BoardId>('none'), title: '', locale: 'nl', createdMs: 0 })

const safeStrokes = ({ told, safeSeq }: Ledger): readonly MarkId[] => [...told].filter(([, { seq }]) => seq <= safeSeq).map(([id]) => id)

/** Listens beside the page's own code to what the services tell its window, and brings it out of the app as it comes. */
async function keepLedger(page: Page, ledger: Ledger): Promise<void> {
  const hear = (name: string, event: unknown): void => {
    if (name === 'board.saved') ledger.safeSeq = Math.max(ledger.safeSeq, (event as SaveState).safeSeq)
    if (name !== 'board.changed') return
    const { seq, change, inks } = event as BoardChanged
    const [ink] = Object.values(inks)
    const touched = touchedMarks(change, NO_BOARD)
    if (touched !== 'all' && touched.length === 1 && ink !== undefined) ledger.told.set(touched[0] as MarkId, { seq, ink })
  }
  await page.exposeFunction('toTheTest', hear)
  await listen(page)
}
/** To be called again after a reload: what was exposed stays, what listens does not. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { droomdoek, toTheTest } = window as unknown as { droomdoek: { on: (name: string, hear: (event: unknown) => void) => void }; toTheTest: (name: string, event: unknown) => void }
    for (const name of ['board.changed', 'board.saved']) droomdoek.on(name, (event) => { toTheTest(name, event) })
  })
}
/** Short lines all over the sheet, one after the other, until the app is gone or `enough` says so. Gives how many were begun. */
async function drawOn(page: Page, enough: () => boolean): Promise<number> {
  await page.keyboard.press('p')
  const sheet = await page.getByTestId('sheet').boundingBox()
  if (!sheet) throw new Error('The sheet is not on the screen')
  const cdp = await page.context().newCDPSession(page)
  let begun = 0
  for (; !enough(); begun++) {
    const x = sheet.x + sheet.width * (0.1 + 0.08 * (begun % 10)), y = sheet.y + sheet.height * (0.15 + 0.06 * (Math.floor(begun / 10) % 12))
    const stroke = Array.from({ length: 5 }, (_, i): PenSample => ({ x: x + 8 * i, y: y + 10 * Math.sin(i), pressure: 0.2 + 0.15 * i }))
    await penThrough(cdp, stroke)
  }
  await cdp.detach()
  return begun
}

test('killed in the middle of drawing, again and again: what was called safe is there', async () => {
  const ledger: Ledger = { told: new Map(), safeSeq: 0 }
  await deskAt(running.desk).start('Leeg bord')
  for (let round = 0; round < 6; round++) {
    await keepLedger(running.desk, ledger)
    const until = safeStrokes(ledger).length + randomInt(1, 8)
    let gone = false
    // Ends with the app that it draws in.
    void drawOn(running.desk, () => gone).catch(() => null)
    await eventually(() => safeStrokes(ledger).length).toBeGreaterThanOrEqual(until)
    await running.kill()
    gone = true
    const safe = safeStrokes(ledger)

    await start()
    await running.desk.getByText('Niet netjes afgesloten, alles is bewaard').waitFor()
    await running.desk.getByRole('button', { name: /^Herstellen/ }).click()
    await running.desk.getByTestId('sheet').waitFor()
    const opened = await boardOn(running.desk)
    const marks = marksIn(opened)
    expect(safe.filter((id) => !marks.has(id))).toEqual([])
    for (const id of safe) {
      const mark = marks.get(id)
      expect(mark?.kind === 'stroke' && opened.inks[mark.ink]).toBe(ledger.told.get(id)?.ink)
    }
    // What was told and had not been called safe may be there or not; a later change never goes back before it.
    ledger.safeSeq = opened.seq
    for (const id of ledger.told.keys()) if (!marks.has(id)) ledger.told.delete(id)
  }
  expect(safeStrokes(ledger).length).toBeGreaterThanOrEqual(6)
  expect(running.complaints).toEqual([])
})

/** Whether a window shows ink. */
async function hasInk(page: Page): Promise<boolean> {
  const { data } = PNG.sync.read(await page.screenshot())
  let dark = 0
  for (let i = 0; i < data.length; i += 4) if ((data[i] as number) + (data[i + 1] as number) + (data[i + 2] as number) < 200) dark++
  return dark > 100
}

/** A desk whose page has crashed once: the test's own line to it is dead, so it is asked and drawn on through the main process. */
function deskAfterCrash({ app }: RunningApp) {
  const inDesk = <Value>(script: string): Promise<Value> => app.evaluate(({ BrowserWindow }, text) => BrowserWindow.getAllWindows().find(({ webContents }) => !webContents.getURL().includes('?room'))?.webContents.executeJavaScript(text) as Promise<unknown>, script) as Promise<Value>
  const sheet = (): Promise<{ x: number; y: number; width: number } | null> => inDesk(`document.querySelector('[data-testid=sheet]')?.getBoundingClientRect().toJSON() ?? null`)
  return {
    sheet,
    board: async (): Promise<OpenedBoard> => {
      const opened = await inDesk<{ value: OpenedBoard }>(`droomdoek.call('boards.list', {}).then(({ value }) => droomdoek.call('boards.open', { board: value[0].id }))`)
      return opened.value
    },
    drawOnce: async (): Promise<void> => {
      const at = await sheet()
      await app.evaluate(({ BrowserWindow }, { x, y }) => {
        const contents = BrowserWindow.getAllWindows().find(({ webContents }) => !webContents.getURL().includes('?room'))?.webContents
        contents?.sendInputEvent({ type: 'mouseDown', x, y, button: 'left', clickCount: 1 })
        for (let i = 1; i < 10; i++) contents?.sendInputEvent({ type: 'mouseMove', x: x + 5 * i, y: y + 2 * i, button: 'left', modifiers: ['leftbuttondown'] })
        contents?.sendInputEvent({ type: 'mouseUp', x: x + 50, y: y + 20, button: 'left', clickCount: 1 })
      }, { x: Math.round((at?.x ?? 0) + (at?.width ?? 0) / 2), y: Math.round((at?.y ?? 0) + 60) })
    },
  }
}

test('a crash of the desk in the middle of a stroke: the desk comes back on its board, the room keeps its picture', async () => {
  const ledger: Ledger = { told: new Map(), safeSeq: 0 }
  await deskAt(running.desk).start('Leeg bord')
  await running.desk.getByRole('button', { name: 'nieuw blad' }).click()
  await keepLedger(running.desk, ledger)
  const [room] = await Promise.all([running.app.waitForEvent('window'), running.desk.keyboard.press('F5')])
  let enough = false
  const drawing = drawOn(running.desk, () => enough).catch(() => null)
  await eventually(() => safeStrokes(ledger).length).toBeGreaterThan(8)
  await eventually(() => hasInk(room)).toBe(true)
  await running.app.evaluate(({ BrowserWindow }) => new Promise<void>((resolve) => {
    const desk = BrowserWindow.getAllWindows().find(({ webContents }) => !webContents.getURL().includes('?room'))
    desk?.webContents.once('render-process-gone', () => { resolve() })
    desk?.webContents.forcefullyCrashRenderer()
  }))
  enough = true
  expect(await hasInk(room)).toBe(true)
  await drawing
  const desk = deskAfterCrash(running)
  await eventually(desk.sheet).toMatchObject({ width: expect.any(Number) as number })
  const marks = marksIn(await desk.board())
  expect(safeStrokes(ledger).filter((id) => !marks.has(id))).toEqual([])
  // The page that was in view, not the first one, on the desk and in the room.
  const shown = (): Promise<unknown> => room.evaluate(() => (window as unknown as { droomdoek: { call: (name: string, input: unknown) => Promise<{ value: { view: { page: string } } }> } }).droomdoek.call('room.state', {}).then(({ value }) => value.view.page))
  const pages = [...new Set([...marks.values()].map(({ page }) => page))]
  await desk.drawOnce()
  await eventually(async () => marksIn(await desk.board()).size).toBe(marks.size + 1)
  expect([...marksIn(await desk.board()).values()].every(({ page }) => page === pages[0])).toBe(true)
  expect(await shown()).toBe(pages[0])
  expect(await hasInk(room)).toBe(true)
})
