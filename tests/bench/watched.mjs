import { setTimeout as wait } from 'node:timers/promises'
import { cpuS } from './browser.mjs'
import { spread } from './figures.mjs'
import { inTime } from './input.mjs'

/** After the last input this much still belongs to a measurement: what was put off is paid, ms. */
const SETTLE_MS = 700

/**
 * Begins to record when the compositor draws frames (trace category viz), and where the page's clock lies on
 * the trace's. A page in which nothing changes draws none.
 * @param {import('./browser.mjs').Watch} watch
 */
export async function recordFrames({ root }) {
  /** @type {number[]} */
  const drawnMs = []
  let markMs = 0
  const take = (/** @type {{ value: readonly object[] }} */ { value }) => {
    for (const event of /** @type {readonly { name: string, ph: string, ts: number }[]} */ (value)) {
      if (event.name === 'Display::DrawAndSwap' && event.ph === 'X') drawnMs.push(event.ts / 1000)
      if (event.name === 'bench-clock') markMs = event.ts / 1000
    }
  }
  root.on('Tracing.dataCollected', take)
  await root.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['viz', 'blink.user_timing'] } })
  return async () => {
    const complete = new Promise((resolve) => { root.once('Tracing.tracingComplete', resolve) })
    await root.send('Tracing.end')
    await complete
    root.off('Tracing.dataCollected', take)
    return { drawnMs: drawnMs.sort((a, b) => a - b), markMs }
  }
}

/**
 * How many frames a second were drawn, and how long it was from one to the next.
 * @param {readonly number[]} drawnMs
 * @param {number} wallMs
 */
export function frameFigures(drawnMs, wallMs) {
  const intervals = drawnMs.slice(1).map((at, i) => at - (drawnMs[i] ?? at))
  const { p50, p95, max } = spread(intervals)
  return { framesDrawn: drawnMs.length, fpsDrawn: (1000 * drawnMs.length) / wallMs, intervalP50Ms: p50, intervalP95Ms: p95, intervalMaxMs: max }
}

/**
 * Runs an input and tells what it cost, from the first event to 700 ms after the last was worked off, and longer if
 * the view is not sharp again by then. Frames are counted while the input lasts.
 * @param {import('./browser.mjs').Watch} watch
 * @param {number} seconds how long the input lasts by the clock of the device
 * @param {'camera' | 'pointer'} follow
 * @param {() => Promise<{ readonly x: number, readonly y: number } | null>} act resolves with the sum of the wheel
 *   events that it sent, or null
 */
export async function watched(watch, seconds, follow, act) {
  const { page, app } = watch
  await page.evaluate(() => window.__probe.twoFrames())
  await wait(300)
  const before = await cpuS(watch)
  const endFrames = await recordFrames(watch)
  const pageMarkMs = await page.evaluate((camera) => window.__probe.start(camera), follow === 'camera' && !app.control)
  const sent = await act()
  if (sent) await inTime(page.evaluate((sum) => window.__probe.arrived(sum), sent), 'wheel events lost')
  await inTime(page.evaluate(() => window.__probe.inputEnds()), 'no frame after the input')
  const during = await cpuS(watch)
  const { drawnMs, markMs } = await endFrames()
  await wait(SETTLE_MS)
  await inTime(app.painted(page), 'the view is not painted after settling')
  await page.evaluate(() => window.__probe.twoFrames())
  const record = await page.evaluate(() => window.__probe.stop())
  const after = await cpuS(watch)
  const wallMs = record.endMs - pageMarkMs
  const frames = drawnMs.filter((at) => at >= markMs)
  const cost = {
    cpuPerS: (after.all - before.all) / seconds, cpuS: after.all - before.all, ownCpuPerS: (after.own - before.own) / seconds,
    mainThreadPerS: (after.mainThread - before.mainThread) / seconds,
    cpuMsPerDrawnFrame: frames.length === 0 ? null : (1000 * (during.all - before.all)) / frames.length,
    workedOffMs: wallMs, longestTaskMs: Math.max(0, ...record.longTasksMs), longTasksMs: record.longTasksMs.reduce((sum, ms) => sum + ms, 0),
    ...frameFigures(frames, wallMs), hitchAfterMs: record.hitchAfterMs, sharpAfterMs: record.sharpAfterMs,
  }
  return { cost, record, drawnPageMs: frames.map((at) => at - markMs + pageMarkMs) }
}
