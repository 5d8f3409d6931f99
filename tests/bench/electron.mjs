import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { runnerImport } from 'vite'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { electronDist, testedElectron } from '../support/electronFromPypi.mjs'
import { adapterOf } from './adapter/adapter.mjs'
import { complaintsOf, usable, windowPx } from './browser.mjs'

const probe = readFileSync(new URL('page/probe.js', import.meta.url), 'utf8')
const PATIENCE_MS = 60_000

/** @returns {Promise<import('../support/displays.ts').Displays>} */
export async function startDisplays() {
  const { module } = await runnerImport(fileURLToPath(new URL('../support/displays.ts', import.meta.url)))
  return /** @type {typeof import('../support/displays.ts')} */ (module).startDisplays()
}

/** The app in Electron as an app of its own in the table. @param {import('./adapter/adapter.mjs').Adapter} droomdoek */
export const electronAdapter = (droomdoek) => adapterOf({ ...droomdoek, name: 'electron', versions: () => ({ electron: testedElectron }), ownProcess: null, close: async () => {} })

/**
 * The tested Electron with the built app on a board, with the instruments in its window, seen through the browser's own
 * protocol: input, processor time and frames are those of the other apps.
 * @param {import('./adapter/adapter.mjs').Adapter} app
 * @param {string} display
 * @param {string} file the board
 * @returns {Promise<import('./browser.mjs').Watch>}
 */
export async function openElectron(app, display, file) {
  const home = mkdtempSync(join(tmpdir(), 'droomdoek-bench-electron-'))
  const board = join(home, 'bord.doek')
  writeFileSync(board, Buffer.from(file, 'latin1'))
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const env = { ...process.env, DISPLAY: display, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_DATA_HOME: join(home, '.local/share'), XDG_CACHE_HOME: join(home, '.cache') }
  const electron = spawn(join(electronDist, 'electron'), [...switches, '--remote-debugging-port=0', '--enable-precise-memory-info', projectRoot, '--lang=nl', board], { cwd: home, env, stdio: ['ignore', 'ignore', 'pipe'] })
  const atExit = () => { electron.kill('SIGKILL') }
  process.once('exit', atExit)
  /** @type {import('playwright').Browser | null} */
  let browser = null
  const close = async () => {
    await browser?.close()
    if (electron.exitCode === null && electron.signalCode === null) await new Promise((resolve) => { electron.once('exit', resolve); electron.kill('SIGKILL') })
    process.off('exit', atExit)
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    browser = await chromium.connectOverCDP(await addressOf(electron))
    const page = await firstPage(browser)
    const complaints = complaintsOf(page)
    await page.waitForSelector('[data-testid="board-stage"]', { timeout: PATIENCE_MS })
    await page.setViewportSize(windowPx)
    // The window has its page already: the instruments come after it.
    await page.evaluate(app.initScript ?? '')
    await page.evaluate(probe)
    const watch = { app, browser, page, cdp: await page.context().newCDPSession(page), root: await browser.newBrowserCDPSession(), complaints, close }
    await watch.cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    await usable(watch)
    await app.painted(page)
    return watch
  } catch (error) {
    await close()
    throw error
  }
}

/** @param {import('node:child_process').ChildProcess} electron @returns {Promise<string>} */
function addressOf(electron) {
  return new Promise((resolve, reject) => {
    let said = ''
    electron.stderr?.on('data', (/** @type {Buffer} */ piece) => {
      said += piece.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    electron.once('exit', (code) => { reject(new Error(`Electron ended with ${code}: ${said}`)) })
  })
}

/** @param {import('playwright').Browser} browser */
async function firstPage(browser) {
  const endMs = performance.now() + PATIENCE_MS
  for (;;) {
    const page = browser.contexts().flatMap((context) => context.pages()).find((one) => one.url() !== 'about:blank')
    if (page) return page
    if (performance.now() > endMs) throw new Error('Electron opened no window')
    await wait(50)
  }
}
