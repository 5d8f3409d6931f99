import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { projectRoot } from '../../../electron/launch/projectRoot.mjs'
import { bundleSupport } from '../../support/bundled.mjs'
import { adapterOf } from '../adapter/adapter.mjs'
import { startShell } from '../adapter/shell.mjs'
import { openBrowser } from '../browser.mjs'
import { frameFigures, recordFrames } from '../watched.mjs'

const run = promisify(execFile)

/** What a projector of the usual kind shows, px. */
const roomPx = { width: 1920, height: 1080 }
/** The room screen has painted its drawings by then, ms. */
const READY_MS = 2500

/**
 * A reveal on the room screen at 1920 × 1080, from the press to where nothing moves any more, while the desk lies still.
 * Frames are those that the compositor drew; void when more were drawn than the room's page asked for, since then
 * something else moved too.
 * @returns {Promise<import('../figures.mjs').Outcome>}
 */
export async function revealScenario() {
  mkdirSync(join(projectRoot, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(projectRoot, '.cache', 'bench-reveal-'))
  // Two folders deep in the project, as the launcher's files are: it finds the samples of a pen from there.
  const maker = join(folder, 'voteBoardFile.mjs'), board = join(folder, 'stemming.doek')
  try {
    await bundleSupport('voteBoardFile.ts', maker, 'es')
    await run(process.execPath, [maker, board])
    const shell = startShell(board)
    const watch = await openBrowser(adapterOf({ name: 'droomdoek', url: () => shell.url, close: shell.close }))
    try {
      return await measured(watch, shell.url)
    } finally {
      await watch.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {import('../browser.mjs').Watch} watch
 * @param {string} url
 */
async function measured(watch, url) {
  const { page } = watch
  await page.goto(url)
  await page.getByTestId('sheet').waitFor()
  const coming = page.waitForEvent('popup')
  await page.keyboard.press('F5')
  const room = await coming
  await room.setViewportSize(roomPx)
  await page.keyboard.press('u')
  const press = page.getByRole('button', { name: 'Onthullen' })
  await press.waitFor()
  await room.getByTestId('room-vote').waitFor()
  await wait(READY_MS)
  const endFrames = await recordFrames(watch)
  await room.evaluate(watchRoom)
  await press.click()
  await room.locator('canvas[data-stands="true"]').waitFor({ timeout: 60_000 })
  const { asked, longTasks, fromMs, toMs, markedMs } = await room.evaluate(() => window.__reveal())
  const { drawnMs, markMs } = await endFrames()
  const from = markMs + fromMs - markedMs, to = markMs + toMs - markedMs
  const frames = drawnMs.filter((at) => at >= from && at <= to)
  return {
    ...frameFigures(frames, to - from), tookMs: to - from, framesAsked: asked,
    longestTaskMs: Math.max(0, ...longTasks.map(({ ms }) => ms)), longTasks: longTasks.map(({ atMs, ms }) => `${Math.round(ms)} ms at ${Math.round(atMs - fromMs)}`).join(', '),
    void: frames.length <= asked * 1.3 + 10 && asked > 60 ? null : `${frames.length} frames drawn, ${asked} asked for`,
  }
}

/** Runs in the room's page: notes from when to when its canvas is painted, and what held it up. */
function watchRoom() {
  performance.mark('bench-clock')
  const markedMs = performance.getEntriesByName('bench-clock').at(-1)?.startTime ?? 0
  /** @type {{ readonly atMs: number, readonly ms: number }[]} */
  const longTasks = []
  new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries()) longTasks.push({ atMs: startTime, ms: duration }) }).observe({ type: 'longtask' })
  /** @type {number[]} */
  const paintedMs = []
  const shown = document.querySelector('[data-testid="room-vote"] canvas')
  const context = shown instanceof HTMLCanvasElement ? shown.getContext('2d') : null
  if (!context) throw new Error('the room shows no vote')
  let frame = 0
  // Whatever the reveal paints, each of its frames begins with a copy of what lies still.
  const copy = context.drawImage.bind(context)
  context.drawImage = (/** @type {any[]} */ ...what) => {
    if (frame === 0) {
      paintedMs.push(performance.now())
      frame = requestAnimationFrame(() => { frame = 0 })
    }
    return /** @type {any} */ (copy)(...what)
  }
  window.__reveal = () => ({ asked: paintedMs.length, longTasks, fromMs: paintedMs[0] ?? 0, toMs: paintedMs.at(-1) ?? 0, markedMs })
}
