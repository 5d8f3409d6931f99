import { setTimeout as wait } from 'node:timers/promises'
import { changedShare, picture } from '../browser.mjs'
import { spread } from '../figures.mjs'
import { drag, hover } from '../input.mjs'
import { watched } from '../watched.mjs'
import { fitZoom, look, middlePx } from './view.mjs'

/** Moves of the pen in its two seconds at 120 Hz; the press is one sample more, and the lift may be another. */
const MOVES = 240

/** A figure of loops over the middle of the window, with a pressure that swells. @param {number} share of the way */
const way = (share) => ({
  x: middlePx.x + 220 * Math.sin(share * 4 * Math.PI), y: middlePx.y + 160 * Math.sin(share * 6 * Math.PI + 0.5), force: 0.5 + 0.3 * Math.sin(share * 10 * Math.PI),
})

/**
 * One stroke with a pen. Of every sample: how long until the page had painted it (`latency`, the main thread's
 * share), and until the first frame that the compositor drew after that (`drawnLatency`, an upper bound).
 * @param {import('../browser.mjs').Watch} watch
 * @param {import('../boards.mjs').BenchBoard} board
 */
export async function drawScenario(watch, board) {
  const { page } = watch
  await look(watch, board, fitZoom)
  await page.keyboard.press('p')
  await hover(watch, way(0))
  await wait(200)
  const before = await picture(watch)
  const countBefore = await page.evaluate(() => window.__bench.count())
  const { cost, record, drawnPageMs } = await watched(watch, 2, () => drag(watch, 'pen', 2, way))
  const added = (await page.evaluate(() => window.__bench.count())) - countBefore
  const { samples, safe, id } = await page.evaluate(() => window.__bench.newestStroke())
  const changed = changedShare(before, await picture(watch))
  const latency = spread(record.samples.map(([atMs, paintedMs]) => paintedMs - atMs))
  const drawnLatency = spread(record.samples.flatMap(([atMs, paintedMs]) => { const drawn = drawnPageMs.find((ms) => ms >= paintedMs); return drawn === undefined ? [] : [drawn - atMs] }))
  const sound = added === 1 && samples > MOVES && latency.count === MOVES && safe && changed > 0.0005
  return {
    ...cost, latency, drawnLatency, samplesKept: samples, samplesSent: MOVES + 1, stroke: id,
    void: sound ? null : `${added} strokes added, ${samples} of ${MOVES + 1} samples kept, ${latency.count} seen, ${safe ? '' : 'not '}on disk, ${(100 * changed).toFixed(2)} % of the pixels changed`,
  }
}
