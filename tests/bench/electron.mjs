import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { _electron } from 'playwright'
import { runnerImport } from 'vite'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { electronDist, testedElectron } from '../support/electronFromPypi.mjs'
import { adapterOf } from './adapter/adapter.mjs'
import { processUse } from './adapter/shell.mjs'
import { complaintsOf, usable, windowPx } from './browser.mjs'

const probe = readFileSync(new URL('page/probe.js', import.meta.url), 'utf8')

/** @returns {Promise<import('../support/displays.ts').Displays>} */
export async function startDisplays() {
  const { module } = await runnerImport(fileURLToPath(new URL('../support/displays.ts', import.meta.url)))
  return /** @type {typeof import('../support/displays.ts')} */ (module).startDisplays()
}

/** The app in Electron as an app of its own in the table. @param {import('./adapter/adapter.mjs').Adapter} droomdoek */
export const electronAdapter = (droomdoek) => adapterOf({ ...droomdoek, name: 'electron', versions: () => ({ electron: testedElectron }), ownProcess: null, close: async () => {} })

/**
 * The tested Electron with the built app on a board, with the instruments in its window. Input, processor time and
 * frames are counted as in the browser.
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
  const inherited = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  const electron = await _electron.launch({
    executablePath: join(electronDist, 'electron'), args: [...switches, projectRoot, '--lang=nl', board], cwd: home,
    env: { ...inherited, DISPLAY: display, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_DATA_HOME: join(home, '.local/share'), XDG_CACHE_HOME: join(home, '.cache') },
  })
  const main = electron.process()
  const close = async () => {
    await new Promise((resolve) => { main.once('exit', resolve); main.kill('SIGKILL') })
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  try {
    const page = await electron.firstWindow()
    const complaints = complaintsOf(page)
    await page.waitForSelector('[data-testid="board-stage"]')
    await resize(electron, page)
    // The window has its page already: the instruments come after it.
    await page.evaluate(`${app.initScript};${probe}`)
    const cdp = await page.context().newCDPSession(page)
    const pid = main.pid ?? 0
    /** @type {import('./browser.mjs').Watch} */
    const watch = { app, page, cdp, root: cdp, processes: async () => ({ cpuS: familyOf(pid).reduce((sum, one) => sum + processUse(one).cpuS, 0), renderers: [] }), version: testedElectron, complaints, close }
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    await usable(watch)
    await app.painted(page)
    return watch
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Gives the window the size of the other apps' page. The window manager may still be busy with the size that the app asked for:
 * it must stand for a second.
 * @param {import('playwright').ElectronApplication} electron
 * @param {import('playwright').Page} page
 */
async function resize(electron, page) {
  for (let i = 0; i < 20; i++) {
    await electron.evaluate(({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.unmaximize()
      window?.setContentSize(size.width, size.height)
    }, windowPx)
    await wait(1000)
    if (await page.evaluate((size) => innerWidth === size.width && innerHeight === size.height, windowPx)) return
  }
  throw new Error('the window does not take the size of the bench')
}

/**
 * A process and all that it started (proc(5): `children` of each of its threads).
 * @param {number} pid
 * @returns {readonly number[]}
 */
function familyOf(pid) {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter((text) => text !== '').map(Number))
  return [pid, ...children.flatMap(familyOf)]
}
