import { setTimeout as wait } from 'node:timers/promises'
import { memoryMB } from '../browser.mjs'

/** @typedef {import('../browser.mjs').Watch} Watch @typedef {Awaited<ReturnType<typeof memoryMB>>} Memory */

const TIMES = 50
/** By now everything has been loaded that is loaded only once. */
const EARLY = 5

/**
 * How much more may be held after 50 times than after 5. A board of 1,000 strokes has 1 MB of heap or more, a worker, dozens of
 * listeners and 15 MB of the renderer: kept 45 times, they are far beyond these. What the renderer's allocator does not
 * give back (some MB in ten openings) is within.
 */
export const leakBounds = { jsHeapMB: 4, rendererMB: 64, domNodes: 200, listeners: 60, workers: 0 }

/**
 * What grew too much, in words; null when nothing did.
 * @param {Readonly<Record<keyof typeof leakBounds, number>>} early
 * @param {Readonly<Record<keyof typeof leakBounds, number>>} late
 */
export function leakFound(early, late) {
  const names = /** @type {readonly (keyof typeof leakBounds)[]} */ (Object.keys(leakBounds))
  const grown = names.filter((name) => late[name] - early[name] > leakBounds[name])
  return grown.length === 0 ? null : grown.map((name) => `${name} grew from ${early[name].toFixed(1)} to ${late[name].toFixed(1)}`).join(', ')
}

/** So often is the window asked to let go of what nobody needs, with a rest between, ms. */
const ASKED = 6, REST_MS = 3000

/**
 * What is still held a while after the last time: a renderer gives some of what is nobody's back only a quarter of a minute later.
 * @param {Watch} watch
 */
async function held(watch) {
  for (let i = 1; i < ASKED; i++) {
    await wait(REST_MS)
    await memoryMB(watch)
  }
  await wait(REST_MS)
  return { ...(await memoryMB(watch)), workers: watch.page.workers().length }
}

/**
 * Does something 50 times and compares what is held after 5 and after 50.
 * @param {Watch} watch
 * @param {() => Promise<void>} once
 * @returns {Promise<import('../figures.mjs').Outcome>}
 */
async function repeated(watch, once) {
  /** @type {Record<number, Awaited<ReturnType<typeof held>>>} */
  const after = {}
  for (let i = 1; i <= TIMES; i++) {
    await once()
    if (i === EARLY || i === TIMES / 2 || i === TIMES) after[i] = await held(watch)
  }
  const early = after[EARLY], middle = after[TIMES / 2], late = after[TIMES]
  if (!early || !middle || !late) throw new Error('nothing was repeated')
  return { early, middle, late, void: leakFound(early, late) }
}

/**
 * Opens a board and closes it again, back to the start screen.
 * @param {Watch} watch
 * @param {string} file
 */
export async function boardLeak(watch, file) {
  const { app, page } = watch
  await app.load(page, file, { n: 1 })
  return repeated(watch, async () => {
    await app.leave(page)
    await app.reopen(page)
    await app.painted(page)
  })
}

/**
 * Opens the room screen of the open board and closes it again. Its page shares the desk's process, so that the desk's figures hold
 * it too.
 * @param {Watch} watch
 */
export async function roomLeak(watch) {
  const { app, page } = watch
  return repeated(watch, async () => {
    const room = await app.openRoom(page)
    await app.closeRoom(page, room)
  })
}
