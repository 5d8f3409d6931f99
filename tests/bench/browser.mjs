import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { PNG } from 'pngjs'
import { processUse } from './adapter/shell.mjs'

/** Size of the page, px at a device pixel ratio of 1. */
export const windowPx = { width: 1280, height: 800 }

/** How long the processes take to give memory back when they are told that there is little, ms. */
const PRESSURE_MS = 1000

const probe = fileURLToPath(new URL('page/probe.js', import.meta.url))

/** `BENCH_CHROMIUM`, or the first of the usual names on PATH. */
function chromiumPath() {
  const given = process.env['BENCH_CHROMIUM']
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = given ?? folders.flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name))).find((path) => existsSync(path))
  if (found === undefined) throw new Error('no Chromium on PATH; name one in BENCH_CHROMIUM')
  return found
}

/** Software rendering everywhere, so that machines with and without a GPU can be compared. */
const switches = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--enable-precise-memory-info']

/**
 * @typedef {object} Watch
 * @property {import('./adapter/adapter.mjs').Adapter} app
 * @property {import('playwright').Page} page with the instruments
 * @property {import('playwright').CDPSession} cdp of the page
 * @property {import('playwright').CDPSession} root what answers for the whole browser: its trace
 * @property {() => Promise<{ readonly cpuS: number, readonly renderers: readonly number[] }>} processes processor time of all of the browser's so far, and the pids of those with pages
 * @property {string} version of the browser
 * @property {string[]} complaints what the page threw or wrote to its console as an error
 * @property {() => Promise<void>} close
 */

/**
 * A fresh browser with one page for an app, on no address yet.
 * @param {import('./adapter/adapter.mjs').Adapter} app
 * @returns {Promise<Watch>}
 */
export async function openBrowser(app) {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: switches, headless: true })
  const context = await browser.newContext({ viewport: windowPx, deviceScaleFactor: 1, acceptDownloads: true })
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  const cdp = await context.newCDPSession(page)
  const root = await browser.newBrowserCDPSession()
  if (app.initScript !== null) await page.addInitScript({ content: app.initScript })
  await page.addInitScript({ path: probe })
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const close = async () => {
    await browser.close()
    await app.close()
  }
  const processes = async () => {
    const { processInfo } = await root.send('SystemInfo.getProcessInfo')
    return { cpuS: processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0), renderers: processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id) }
  }
  return { app, page, cdp, root, processes, version: browser.version(), complaints, close }
}

/**
 * What a page throws or writes to its console as an error, from now on.
 * @param {import('playwright').Page} page
 */
export function complaintsOf(page) {
  /** @type {string[]} */
  const complaints = []
  page.on('pageerror', (error) => { complaints.push(error.message) })
  // Chromium asks every site for this picture by itself.
  const ownIcon = (/** @type {string} */ url) => url.endsWith('/favicon.ico')
  page.on('console', (message) => { if (message.type() === 'error' && !ownIcon(message.location().url)) complaints.push(message.text()) })
  return complaints
}

/** A page that cannot be heard is asked after this, ms. */
const SILENCE_MS = 4000

/**
 * Waits until the app can be used, and resolves with the time since the navigation began, ms. The page says so by itself:
 * asking it while it starts costs it a fifth of the time that is measured.
 * @param {Watch} watch
 * @param {{ readonly withTools?: boolean }} [until] whether its tools are waited for too, where they come later; not timed
 */
export async function usable({ page }, { withTools = true } = {}) {
  await page.waitForEvent('console', { predicate: (message) => message.text() === 'bench: usable', timeout: SILENCE_MS }).catch(() => undefined)
  const handle = await page.waitForFunction(() => window.__probe.usableAtMs, null, { timeout: 90_000, polling: 50 })
  const ms = /** @type {number} */ (await handle.jsonValue())
  if (withTools) await page.waitForFunction(() => window.__bench.hasTools !== false, null, { polling: 50 })
  return ms
}

/** @param {Watch} watch */
async function pageMetrics({ cdp }) {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

/**
 * Processor time so far, seconds: the page's main thread; all processes of the browser together (raster threads,
 * workers and compositor included); the app's own process beside it; and these two together.
 * @param {Watch} watch
 */
export async function cpuS(watch) {
  const metrics = await pageMetrics(watch)
  const browser = (await watch.processes()).cpuS
  const own = watch.app.ownProcess?.().cpuS ?? 0
  return { mainThread: metrics.get('TaskDuration') ?? 0, browser, own, all: browser + own }
}

/**
 * JS heap of the page and memory of its process (private and shared, workers included) when everything that can be
 * let go of has been, MB of 2^20 bytes; and that of the app's own process.
 * @param {Watch} watch
 */
export async function memoryMB(watch) {
  const { cdp } = watch
  await cdp.send('HeapProfiler.enable')
  for (let i = 0; i < 2; i++) await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.disable')
  // Workers, and what Chromium only keeps because nobody has asked for it, are not reached by the page's own collection.
  await cdp.send('Memory.simulatePressureNotification', { level: 'critical' })
  await wait(PRESSURE_MS)
  const metrics = await pageMetrics(watch)
  const renderers = (await watch.processes()).renderers.map((pid) => processUse(pid).memoryMB)
  return {
    jsHeapMB: (metrics.get('JSHeapUsedSize') ?? 0) / 2 ** 20, rendererMB: Math.max(...renderers), ownMB: watch.app.ownProcess?.().memoryMB ?? 0,
    domNodes: metrics.get('Nodes') ?? 0, listeners: metrics.get('JSEventListeners') ?? 0,
  }
}

/** What the window shows; comes back only when everything has been rastered. @param {Watch} watch */
export async function picture({ page }) {
  return PNG.sync.read(await page.screenshot({ animations: 'allow', caret: 'initial' }))
}

/** Part of the window in which no panel lies, as shares of its size. */
const free = { left: 0.25, right: 0.75, top: 0.2, bottom: 0.8 }

/**
 * Share of the pixels in the middle of the window for which something holds.
 * @param {PNG} image
 * @param {(at: number) => boolean} holds given the pixel's place in the data
 */
function shareOf({ width, height }, holds) {
  let count = 0, all = 0
  for (let y = Math.floor(height * free.top); y < height * free.bottom; y++) {
    for (let x = Math.floor(width * free.left); x < width * free.right; x++) {
      all += 1
      if (holds((y * width + x) * 4)) count += 1
    }
  }
  return count / all
}

/** Share of the pixels that differ. @param {PNG} before @param {PNG} after */
export function changedShare(before, after) {
  const a = before.data, b = after.data
  return shareOf(before, (at) => Math.abs((a[at] ?? 0) - (b[at] ?? 0)) + Math.abs((a[at + 1] ?? 0) - (b[at + 1] ?? 0)) + Math.abs((a[at + 2] ?? 0) - (b[at + 2] ?? 0)) > 24)
}

/** Share of the pixels that are darker than paper. @param {PNG} image */
export function inkShare(image) {
  const { data } = image
  return shareOf(image, (at) => (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) < 640)
}
