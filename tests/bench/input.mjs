import { setTimeout as wait } from 'node:timers/promises'

/** @typedef {{ readonly x: number, readonly y: number }} Px */

/** Longest time that input may take to be worked off, ms. */
const PATIENCE_MS = 90_000

/**
 * @template T
 * @param {Promise<T>} work
 * @param {string} what
 * @param {number} [patienceMs]
 * @returns {Promise<T>}
 */
export async function inTime(work, what, patienceMs = PATIENCE_MS) {
  const late = new AbortController()
  const timer = wait(patienceMs, null, { signal: late.signal }).then(() => { throw new Error(`took over ${patienceMs} ms: ${what}`) })
  timer.catch(() => {})
  try {
    return await Promise.race([work, timer])
  } finally {
    late.abort()
  }
}

/**
 * Sends events at the times at which a device would, whether or not the page keeps up, and waits until all
 * are acknowledged.
 * @param {number} hz
 * @param {number} seconds
 * @param {(i: number, share: number) => Promise<unknown>} send `i` from 1; `share` of the way, up to 1
 */
async function paced(hz, seconds, send) {
  const count = Math.round(hz * seconds)
  const startMs = performance.now()
  const sent = []
  for (let i = 1; i <= count; i++) {
    const restMs = startMs + (i * 1000) / hz - performance.now()
    if (restMs > 0.5) await wait(restMs)
    sent.push(send(i, i / count))
  }
  await inTime(Promise.all(sent), 'input not acknowledged')
}

/**
 * Wheel events at 60 Hz for two seconds. Resolves with the sum of what was sent.
 * @param {import('./browser.mjs').Watch} watch
 * @param {Px} at
 * @param {boolean} ctrl
 * @param {(i: number, share: number) => Px} deltaOf
 */
async function wheel({ cdp }, at, ctrl, deltaOf) {
  const sum = { x: 0, y: 0 }
  await paced(60, 2, (i, share) => {
    const { x, y } = deltaOf(i, share)
    sum.x += x
    sum.y += y
    return cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: x, deltaY: y, modifiers: ctrl ? 2 : 0 })
  })
  return sum
}

/** Across how many px the circles of `panByWheel` go. */
export const panWidthPx = 136

/**
 * Four and a half circles of 16 px an event: the board stays in view, and the end differs from the beginning.
 * @param {import('./browser.mjs').Watch} watch
 * @param {Px} at
 */
export function panByWheel(watch, at) {
  return wheel(watch, at, false, (_, share) => ({ x: Math.round(16 * Math.cos(share * 9 * Math.PI)), y: Math.round(16 * Math.sin(share * 9 * Math.PI)) }))
}

/**
 * Half a second in, out, in, and then out by a third of it.
 * @param {import('./browser.mjs').Watch} watch
 * @param {Px} at
 */
export function zoomByWheel(watch, at) {
  const { zoomDelta } = watch.app
  return wheel(watch, at, true, (i) => ({ x: 0, y: Math.floor((i - 1) / 30) % 2 === 0 || i > 110 ? -zoomDelta : zoomDelta }))
}

/**
 * A mouse that is pressed, moves at 120 Hz and is let go where it ends.
 * @param {import('./browser.mjs').Watch} watch
 * @param {number} seconds
 * @param {(share: number) => Px} way from 0 to 1
 */
export async function drag({ cdp }, seconds, way) {
  const held = /** @type {const} */ ({ button: 'left', buttons: 1, pointerType: 'mouse' })
  const down = cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', clickCount: 1, ...held, ...way(0) })
  await paced(120, seconds, (_, share) => cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...held, ...way(share) }))
  await down
  await inTime(cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', button: 'left', buttons: 0, clickCount: 1, pointerType: 'mouse', ...way(1) }), 'lift not acknowledged')
  return null
}

/**
 * @param {import('./browser.mjs').Watch} watch
 * @param {Px} at
 */
export async function click({ cdp }, at) {
  const button = /** @type {const} */ ({ button: 'left', clickCount: 1, pointerType: 'mouse', ...at })
  await cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', buttons: 1, ...button })
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', buttons: 0, ...button })
}

/**
 * Moves the pointer without pressing.
 * @param {import('./browser.mjs').Watch} watch
 * @param {Px} at
 */
export async function hover({ cdp }, at) {
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at, button: 'none', buttons: 0 })
}
