import { setTimeout as wait } from 'node:timers/promises'
import { changedShare, picture } from '../browser.mjs'
import { spread } from '../figures.mjs'
import { drag, hover } from '../input.mjs'
import { watched } from '../watched.mjs'
import { fitZoom, look, middlePx, stands } from './view.mjs'

/** Moves of the mouse in its two seconds at 120 Hz; the press is one sample more. */
export const MOVES = 240
/** Fewer samples than this are no line any more. */
const LEAST_SAMPLES = 40

/** A figure of loops over the middle of the window. @param {number} share of the way */
const way = (share) => ({ x: middlePx.x + 220 * Math.sin(share * 4 * Math.PI), y: middlePx.y + 160 * Math.sin(share * 6 * Math.PI + 0.5) })

/**
 * One stroke. Of every sample: how long until the page had painted it (`latency`, the main thread's share), and until
 * the first frame that the compositor drew after that (`drawnLatency`, an upper bound).
 * @param {import('../browser.mjs').Watch} watch
 */
export async function drawScenario(watch) {
  const { page, app } = watch
  await look(watch, fitZoom)
  if (!app.control) await app.tool(page, 'pen')
  await hover(watch, way(0))
  await wait(200)
  const before = await picture(watch)
  const countBefore = app.control ? 0 : await app.count(page)
  const { cost, record, drawnPageMs } = await watched(watch, 2, 'pointer', () => drag(watch, 2, way))
  const latency = spread(record.samples.map(([atMs, paintedMs]) => paintedMs - atMs))
  const drawnLatency = spread(record.samples.flatMap(([atMs, paintedMs]) => { const drawn = drawnPageMs.find((ms) => ms >= paintedMs); return drawn === undefined ? [] : [drawn - atMs] }))
  const figures = { ...cost, latency, drawnLatency }
  if (app.control) return { ...figures, void: latency.count === MOVES ? null : `${latency.count} of ${MOVES} samples seen` }
  const added = (await app.count(page)) - countBefore
  const samplesKept = await app.lastStrokePoints(page)
  const view = await app.camera(page)
  await app.tool(page, 'select')
  const changed = changedShare(before, await picture(watch))
  const sound = added === 1 && samplesKept >= LEAST_SAMPLES && latency.count === MOVES && changed > 0.0005 && stands(view, fitZoom)
  return {
    ...figures, samplesKept, samplesSent: MOVES + 1,
    void: sound ? null : `${added} strokes added, ${samplesKept} samples kept, ${latency.count} of ${MOVES} seen, ${(100 * changed).toFixed(2)} % of the pixels changed, zoom ${view.zoom.toFixed(3)}`,
  }
}
