import { changedShare, picture } from '../browser.mjs'
import { hover, panByWheel, panWidthPx, zoomByWheel } from '../input.mjs'
import { watched } from '../watched.mjs'
import { fitZoom, look, middlePx } from './view.mjs'

/** @typedef {import('../browser.mjs').Watch} Watch */

/**
 * Two seconds of panning with the wheel.
 * @param {Watch} watch
 * @param {'whole board' | 'full size'} inView
 */
export async function panScenario(watch, inView) {
  const zoom = inView === 'whole board' ? fitZoom : 1
  await look(watch, zoom)
  await hover(watch, middlePx)
  const before = await picture(watch)
  const { cost, record } = await watched(watch, 2, 'camera', () => panByWheel(watch, middlePx))
  if (watch.app.control) return floor(cost, record)
  const changed = changedShare(before, await picture(watch))
  const movedPx = record.x ? (record.x.high - record.x.low) * zoom : 0
  const sound = movedPx > 0.8 * panWidthPx && changed > 0.002 && cost.framesDrawn > 0
  return { ...cost, wheelEvents: record.wheelEvents, movedPx, changed, void: sound ? null : `the camera went ${movedPx.toFixed(0)} px, ${(100 * changed).toFixed(2)} % of the pixels changed, ${cost.framesDrawn} frames` }
}

/**
 * Two seconds of zooming with ctrl and the wheel, by about four in and out.
 * @param {Watch} watch
 */
export async function zoomScenario(watch) {
  await look(watch, fitZoom)
  await hover(watch, middlePx)
  const before = await picture(watch)
  const { cost, record } = await watched(watch, 2, 'camera', () => zoomByWheel(watch, middlePx))
  if (watch.app.control) return floor(cost, record)
  const changed = changedShare(before, await picture(watch))
  const range = record.zoom ? record.zoom.high / record.zoom.low : 1
  const sound = range > 2.5 && range < 7 && changed > 0.01 && cost.framesDrawn > 0
  return { ...cost, wheelEvents: record.wheelEvents, range, changed, void: sound ? null : `zoomed by ${range.toFixed(2)}, ${(100 * changed).toFixed(2)} % of the pixels changed, ${cost.framesDrawn} frames` }
}

/**
 * The control has nothing to show: a frame that it draws is a fault of the bench.
 * @template {{ readonly framesDrawn: number }} Cost
 * @param {Cost} cost
 * @param {{ readonly wheelEvents: number }} record
 */
const floor = (cost, { wheelEvents }) => ({ ...cost, wheelEvents, void: cost.framesDrawn > 2 ? `the control drew ${cost.framesDrawn} frames` : null })
