import { setTimeout as wait } from 'node:timers/promises'
import { changedShare, cpuS, picture } from '../browser.mjs'
import { drag } from '../input.mjs'
import { watched } from '../watched.mjs'
import { fitZoom, look, middlePx } from './view.mjs'

const MOVED_PX = 200

/**
 * Selects everything by the keyboard and pulls it 200 px aside with the mouse, in one second.
 * @param {import('../browser.mjs').Watch} watch
 * @param {import('../boards.mjs').BenchBoard} board
 */
export async function moveScenario(watch, board) {
  const { page } = watch
  await page.keyboard.press('v')
  await wait(500)
  const before = await cpuS(watch)
  const startMs = performance.now()
  await page.keyboard.press('Control+a')
  await page.evaluate(() => window.__probe.twoFrames())
  const selectAllMs = performance.now() - startMs
  const selectAllCpuS = (await cpuS(watch)).all - before.all
  const { zoom } = await look(watch, board, fitZoom)
  const [selected, count, from] = await page.evaluate(() => [window.__bench.selected(), window.__bench.count(), window.__bench.placeOf(0)])
  const picturedBefore = await picture(watch)
  const { cost } = await watched(watch, 1, () => drag(watch, 'mouse', 1, (share) => ({ x: middlePx.x + MOVED_PX * share, y: middlePx.y })))
  const to = await page.evaluate(() => window.__bench.placeOf(0))
  const changed = changedShare(picturedBefore, await picture(watch))
  const movedPx = (to.x - from.x) * zoom
  const sound = selected === count && Math.abs(movedPx - MOVED_PX) < 12 && changed > 0.005
  return { selectAllMs, selectAllCpuS, ...cost, selected, movedPx, changed, void: sound ? null : `${selected} of ${count} selected, moved ${movedPx.toFixed(0)} px, ${(100 * changed).toFixed(2)} % of the pixels changed` }
}
