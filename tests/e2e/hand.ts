import type { CDPSession, Page } from 'playwright'
import type { PenSample } from '../support/penSamples.ts'
import type { BoardPoint } from './desk.ts'

/** Width of a page in board units. */
const PAGE_UNITS = 1200

/** Fingers on the glass, in window px. */
export type Finger = { readonly x: number; readonly y: number }

/** A hand at the board: mouse, pen and fingers, at places of the page (board units) wherever the sheet lies now. */
export type Hand = {
  /** Where a place of the page is in the window, px. */
  readonly placeOf: (at: BoardPoint) => Promise<{ readonly x: number; readonly y: number }>
  /** Where the sheet lies in the window, px. */
  readonly sheet: () => Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }>
  readonly click: (at: BoardPoint) => Promise<void>
  readonly doubleClick: (at: BoardPoint) => Promise<void>
  /** Presses at the first place, moves through the others and lifts at the last. */
  readonly drag: (...through: readonly BoardPoint[]) => Promise<void>
  /** Draws a line with a pen that presses. */
  readonly pen: (stroke: readonly PenSample[]) => Promise<void>
  /** Puts fingers down at the first places, moves them through the others and lifts them. */
  readonly fingers: (...steps: readonly (readonly Finger[])[]) => Promise<void>
}

/** Makes a hand for a window. `cdp` is its own line to the browser, for pen and fingers. */
export async function handAt(page: Page): Promise<Hand> {
  const cdp = await page.context().newCDPSession(page)
  const sheet: Hand['sheet'] = async () => {
    const box = await page.getByTestId('sheet').boundingBox()
    if (!box) throw new Error('The sheet is not on the screen')
    return box
  }
  const placeOf: Hand['placeOf'] = async ({ x, y }) => {
    const box = await sheet()
    const scale = box.width / PAGE_UNITS
    return { x: box.x + x * scale, y: box.y + y * scale }
  }
  const mouseTo = async (at: BoardPoint, steps = 1): Promise<void> => {
    const { x, y } = await placeOf(at)
    await page.mouse.move(x, y, { steps })
  }
  return {
    sheet, placeOf,
    async click(at) {
      await mouseTo(at)
      await page.mouse.down()
      await page.mouse.up()
    },
    async doubleClick(at) {
      const { x, y } = await placeOf(at)
      await page.mouse.dblclick(x, y)
    },
    async drag(...through) {
      const [first, ...rest] = through
      if (!first) return
      await mouseTo(first)
      await page.mouse.down()
      for (const at of rest) await mouseTo(at, 5)
      await page.mouse.up()
    },
    async pen(stroke) {
      const places = await Promise.all(stroke.map(async (sample) => ({ ...(await placeOf(sample)), pressure: sample.pressure })))
      await penThrough(cdp, places)
    },
    async fingers(...steps) {
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Finger[]): Promise<unknown> => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(({ x, y }, id) => ({ x, y, id })) })
      const [first, ...rest] = steps
      if (!first) return
      await touch('touchStart', first)
      for (const at of rest) await touch('touchMove', at)
      await touch('touchEnd', [])
    },
  }
}

/** A pen on the glass through places in the window (px), with its pressure at each. */
export async function penThrough(cdp: CDPSession, places: readonly PenSample[]): Promise<void> {
  const event = async (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y, pressure }: PenSample): Promise<void> => {
    const lifted = type === 'mouseReleased'
    await cdp.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: lifted ? 0 : 1, clickCount: 1, pointerType: 'pen', force: lifted ? 0 : pressure })
  }
  const [first, ...rest] = places
  const last = places[places.length - 1]
  if (!first || !last) return
  await event('mousePressed', first)
  for (const place of rest) await event('mouseMoved', place)
  await event('mouseReleased', last)
}
