import type { CDPSession, Page } from 'playwright'

/** A place in the window, px. */
export type Place = { readonly x: number; readonly y: number }
/** A finger or a palm on the glass; `radius` of its contact in px, a fingertip when left out. */
export type Touch = Place & { readonly id?: number; readonly radius?: number }

/** Pen and fingers at once, event by event, as the browser hears them from the system. */
export type Glass = {
  readonly hover: (at: Place) => Promise<void>
  readonly penDown: (at: Place, pressure?: number, button?: 'left' | 'right') => Promise<void>
  readonly penMove: (at: Place, pressure?: number, button?: 'left' | 'right') => Promise<void>
  readonly penUp: (at: Place, button?: 'left' | 'right') => Promise<void>
  /** A whole line with one pressure, or one for each place. */
  readonly line: (places: readonly Place[], pressure?: number | readonly number[]) => Promise<void>
  readonly touch: (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', at: readonly Touch[]) => Promise<void>
  /** All of them come down at once and are lifted at once. */
  readonly tap: (...at: readonly Touch[]) => Promise<void>
}

const BUTTONS = { left: 1, right: 2 } as const

/** Puts pen and fingers on a window. */
export async function glassOf(page: Page): Promise<Glass> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  const pen = async (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Place, button: 'none' | 'left' | 'right', buttons: number, force: number): Promise<void> => {
    await cdp.send('Input.dispatchMouseEvent', { type, x, y, button, buttons, clickCount: type === 'mouseMoved' ? 0 : 1, pointerType: 'pen', force })
  }
  const touch: Glass['touch'] = async (type, at) => {
    await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(({ x, y, id, radius = 8 }, i) => ({ x, y, id: id ?? i, radiusX: radius, radiusY: radius })) })
  }
  const penDown: Glass['penDown'] = (at, pressure = 0.6, button = 'left') => pen('mousePressed', at, button, BUTTONS[button], pressure)
  const penMove: Glass['penMove'] = (at, pressure = 0.6, button = 'left') => pen('mouseMoved', at, button, BUTTONS[button], pressure)
  const penUp: Glass['penUp'] = (at, button = 'left') => pen('mouseReleased', at, button, 0, 0)
  return {
    touch, penDown, penMove, penUp,
    hover: (at) => pen('mouseMoved', at, 'none', 0, 0),
    async line(places, pressure = 0.6) {
      const pressureAt = (i: number): number => (typeof pressure === 'number' ? pressure : (pressure[i] ?? 0.6))
      const last = places[places.length - 1]
      // All at once, in their order: a quick hand does not wait for the page.
      await Promise.all([
        ...places.map((at, i) => (i === 0 ? penDown(at, pressureAt(i)) : penMove(at, pressureAt(i)))),
        ...(last ? [penUp(last)] : []),
      ])
    },
    async tap(...at) {
      await touch('touchStart', at)
      await touch('touchEnd', [])
    },
  }
}
