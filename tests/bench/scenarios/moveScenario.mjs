import { setTimeout as wait } from 'node:timers/promises'
import { changedShare, cpuS, picture } from '../browser.mjs'
import { click, drag } from '../input.mjs'
import { watched } from '../watched.mjs'
import { fitZoom, look, middlePx } from './view.mjs'

const MOVED_PX = 200

/**
 * Selects everything by the keyboard and pulls it 200 px aside with the mouse, in one second.
 * @param {import('../browser.mjs').Watch} watch
 */
export async function moveScenario(watch) {
  const { page, app } = watch
  await app.tool(page, 'select')
  await look(watch, fitZoom)
  // Gives the keyboard to the board.
  await click(watch, middlePx)
  await wait(600)
  const before = await cpuS(watch)
  const startMs = performance.now()
  await app.selectAll(page)
  await page.evaluate(() => window.__probe.twoFrames())
  const selectAllMs = performance.now() - startMs
  const selectAllCpuS = (await cpuS(watch)).all - before.all
  const selected = await app.selected(page), count = await app.count(page), from = await app.probe(page)
  const picturedBefore = await picture(watch)
  const { cost } = await watched(watch, 1, 'pointer', () => drag(watch, 1, (share) => ({ x: middlePx.x + MOVED_PX * share, y: middlePx.y })))
  const to = await app.probe(page)
  const changed = changedShare(picturedBefore, await picture(watch))
  const movedPx = (to.x - from.x) * fitZoom
  const sound = selected === count && Math.abs(movedPx - MOVED_PX) < 12 && changed > 0.005
  return { selectAllMs, selectAllCpuS, ...cost, selected, movedPx, changed, void: sound ? null : `${selected} of ${count} selected, moved ${movedPx.toFixed(0)} px, ${(100 * changed).toFixed(2)} % of the pixels changed` }
}
