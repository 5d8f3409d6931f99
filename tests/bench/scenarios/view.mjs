import { setTimeout as wait } from 'node:timers/promises'
import { windowPx } from '../browser.mjs'
import { scenePx } from '../benchScene.mjs'

/** The middle of the window, px. */
export const middlePx = { x: windowPx.width / 2, y: windowPx.height / 2 }

/** Screen px per scene px at which the whole board is in view. */
export const fitZoom = 0.95 * Math.min(windowPx.width / scenePx.w, windowPx.height / scenePx.h)

/**
 * Puts the middle of the page into the middle of the window until the camera stays there: late input would
 * move it again.
 * @param {import('../browser.mjs').Watch} watch
 * @param {import('../boards.mjs').BenchBoard} board
 * @param {number} sceneZoom screen px per px of the scene
 */
export async function look({ page }, { page: size, unitsPerScenePx }, sceneZoom) {
  const view = { x: size.w / 2, y: size.h / 2, zoom: sceneZoom / unitsPerScenePx }
  for (let i = 0; i < 20; i++) {
    await page.evaluate((to) => { window.__bench.setCamera(to) }, view)
    await wait(500)
    await page.evaluate(async () => { await window.__bench.painted(); await window.__probe.twoFrames() })
    const now = await page.evaluate(() => window.__bench.camera())
    if (Math.abs(now.zoom / view.zoom - 1) < 0.002 && Math.hypot(now.x - view.x, now.y - view.y) * view.zoom < 3) return view
  }
  throw new Error('the camera does not stay where it was put')
}
