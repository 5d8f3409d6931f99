import { PNG } from 'pngjs'
import { picture, usable } from '../browser.mjs'
import { panScenario, zoomScenario } from './cameraScenarios.mjs'
import { drawScenario } from './drawScenario.mjs'
import { exportKinds, exportScenario } from './exportScenarios.mjs'
import { moveScenario } from './moveScenario.mjs'
import { openScenario } from './openScenarios.mjs'

/** @typedef {import('../browser.mjs').Watch} Watch @typedef {import('../figures.mjs').Outcome} Outcome */

/** In the order in which they are run: each finds the board as the one before left it. */
export const scenarioNames = ['start', 'open', 'panFit', 'pan100', 'zoom', 'draw', 'move', ...exportKinds.map(({ name }) => name)]

/**
 * @typedef {object} Order
 * @property {import('../adapter/adapter.mjs').Context} context
 * @property {number} n
 * @property {string | null} file the board in the app's own format; null for the control
 * @property {import('./openScenarios.mjs').Memory | null} ground what an empty board takes
 * @property {ReadonlySet<string>} chosen
 * @property {(scenario: string, outcome: Outcome) => void} note
 * @property {((scenario: string, file: Buffer, extension: string) => void) | null} keep
 */

/**
 * Measures one scenario if it is wanted. A failed check or a failure makes its figure void, and the next is measured all
 * the same.
 * @param {Watch} watch
 * @param {Pick<Order, 'chosen' | 'note' | 'keep'>} order
 */
function taker(watch, { chosen, note, keep }) {
  return async (/** @type {string} */ name, /** @type {() => Promise<Outcome>} */ measure) => {
    if (!chosen.has(name)) return
    note(name, await measure().catch((error) => ({ void: error instanceof Error ? error.message : String(error) })))
    const shown = keep !== null && !watch.app.control && ['open', 'pan100', 'draw', 'move'].includes(name)
    if (shown) keep(name, PNG.sync.write(await picture(watch)), 'png')
  }
}

/**
 * Pan, zoom and stroke on the board that is open.
 * @param {Watch} watch
 * @param {Pick<Order, 'chosen' | 'note' | 'keep'>} order
 */
export async function measureView(watch, order) {
  const take = taker(watch, order)
  await take('panFit', () => panScenario(watch, 'whole board'))
  await take('pan100', () => panScenario(watch, 'full size'))
  await take('zoom', () => zoomScenario(watch))
  await take('draw', () => drawScenario(watch))
}

/**
 * All scenarios of one app on one board, in a fresh browser.
 * @param {Watch} watch
 * @param {Order} order
 * @throws Error when the app does not come up, or does not open the board
 */
export async function measureApp(watch, order) {
  const { app, page } = watch
  const { context, n, file, ground, keep } = order
  const take = taker(watch, order)
  await page.goto(app.url(context), { waitUntil: 'commit' })
  const usableMs = await usable(watch)
  const toolsMs = await page.evaluate(() => window.__probe.toolsAtMs)
  await take('start', async () => ({ usableMs, ...(toolsMs === null ? {} : { toolsMs }), void: null }))
  if (file !== null && ground !== null) {
    const opened = await openScenario(watch, file, n, ground)
    await take('open', async () => opened)
  }
  await measureView(watch, order)
  if (app.control) return
  await take('move', () => moveScenario(watch))
  for (const wanted of exportKinds) {
    const keepFile = keep === null || wanted.scale > 1 ? null : (/** @type {Buffer} */ bytes, /** @type {string} */ extension) => keep(wanted.name, bytes, extension)
    await take(wanted.name, () => exportScenario(watch, wanted, n, keepFile))
  }
}
