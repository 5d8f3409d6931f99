import { setTimeout as wait } from 'node:timers/promises'
import { scenePx } from '../board.mjs'
import { cpuS } from '../browser.mjs'
import { inTime } from '../input.mjs'

/** @typedef {{ readonly name: string, readonly kind: 'svg' | 'png', readonly scale: number }} Export */

/** @type {readonly Export[]} */
export const exportKinds = [
  { name: 'svg', kind: 'svg', scale: 1 },
  { name: 'png6000', kind: 'png', scale: 1 },
  { name: 'png12000', kind: 'png', scale: 2 },
]

/** An app may be given its time, ms: at 50,000 strokes the largest picture takes minutes somewhere. */
const PATIENCE_MS = 200_000

/**
 * One export of the whole board through the app, and what its file says of itself: a PNG of the board's size, an SVG with
 * every stroke.
 * @param {import('../browser.mjs').Watch} watch
 * @param {Export} wanted
 * @param {number} n
 * @param {((file: Buffer, extension: string) => void) | null} keep
 */
export async function exportScenario(watch, { kind, scale }, n, keep) {
  const { page, app } = watch
  await page.keyboard.press('Escape')
  await wait(200)
  const before = await cpuS(watch)
  const { base64, ...out } = await inTime(app.export(page, kind, scale, keep !== null), 'export', PATIENCE_MS)
  const figures = { ...out, fileKB: out.bytes / 1000, cpuS: (await cpuS(watch)).all - before.all }
  if (keep !== null && base64 !== undefined) keep(Buffer.from(base64, 'base64'), kind)
  if (kind === 'svg') return { ...figures, void: (out.paths ?? 0) >= n ? null : `${out.paths} paths for ${n} strokes` }
  const width = out.width ?? 0, height = out.height ?? 0
  const near = (/** @type {number} */ px, /** @type {number} */ boardPx) => px > 0.97 * boardPx * scale && px < 1.1 * boardPx * scale
  const sound = out.png === true && near(width, scenePx.w) && near(height, scenePx.h)
  return { ...figures, void: sound ? null : `a PNG of ${width} × ${height} px instead of ${scenePx.w * scale} × ${scenePx.h * scale}` }
}
