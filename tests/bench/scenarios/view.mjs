import { setTimeout as wait } from 'node:timers/promises'
import { windowPx } from '../browser.mjs'
import { scenePx } from '../board.mjs'

/** The middle of the window, px. */
export const middlePx = { x: windowPx.width / 2, y: windowPx.height / 2 }

/** Screen px per scene px at which the whole board is in view. */
export const fitZoom = 0.95 * Math.min(windowPx.width / scenePx.w, windowPx.height / scenePx.h)

/** Whether a view is the middle of the board at a zoom, within 3 px. @param {import('../adapter/adapter.mjs').View} view @param {number} zoom */
export const stands = (view, zoom) => Math.abs(view.zoom / zoom - 1) < 0.002 && Math.hypot(view.x - scenePx.w / 2, view.y - scenePx.h / 2) * zoom < 3

/**
 * Puts the middle of the board into the middle of the window until the camera stays there: late input would move it
 * again.
 * @param {import('../browser.mjs').Watch} watch
 * @param {number} zoom screen px per px of the scene
 */
export async function look({ app, page }, zoom) {
  if (app.control) return
  for (let i = 0; i < 20; i++) {
    await app.setCamera(page, { x: scenePx.w / 2, y: scenePx.h / 2, zoom })
    await wait(500)
    await app.painted(page)
    await page.evaluate(() => window.__probe.twoFrames())
    if (stands(await app.camera(page), zoom)) return
  }
  throw new Error('the camera does not stay where it was put')
}
