import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildWhenStale } from './build.mjs'
import { findElectron } from './findElectron.mjs'
import { callersFolder, projectRoot } from './projectRoot.mjs'
import { readStartOptions, UsageError } from './startOptions.mjs'

/** @import { Obstacle } from './findElectron.mjs' */
/** @import { StartOptions } from './startOptions.mjs' */

/** @type {Record<'nl' | 'en', Record<Obstacle, string>>} */
const whyTheBrowser = {
  nl: {
    noDisplay: 'Geen scherm gevonden: Droomdoek opent in de browser.',
    rootSandbox: 'Electron start niet als root: Droomdoek opent in de browser.',
    overrideEmpty: 'Geen Electron in ELECTRON_OVERRIDE_DIST_PATH: Droomdoek opent in de browser.',
    notDownloaded: 'Electron is niet te downloaden: Droomdoek opent in de browser.',
    librariesMissing: 'Electron mist systeempakketten: Droomdoek opent in de browser.',
  },
  en: {
    noDisplay: 'No display found: Droomdoek opens in the browser.',
    rootSandbox: 'Electron does not start as root: Droomdoek opens in the browser.',
    overrideEmpty: 'No Electron in ELECTRON_OVERRIDE_DIST_PATH: Droomdoek opens in the browser.',
    notDownloaded: 'Electron cannot be downloaded: Droomdoek opens in the browser.',
    librariesMissing: 'Electron lacks system packages: Droomdoek opens in the browser.',
  },
}

/** @param {string} message */
const say = (message) => { process.stderr.write(`${message}\n`) }

/**
 * Opens the app in Electron and stays until it closes.
 * @param {{ readonly binary: string, readonly switches: readonly string[] }} electron
 * @param {StartOptions} options
 */
function startElectron({ binary, switches }, options) {
  const args = [...switches, ...options.switches, projectRoot, ...(options.lang ? [`--lang=${options.lang}`] : []), ...(options.board ? [options.board] : [])]
  const child = spawn(binary, args, { stdio: 'inherit', cwd: callersFolder })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => { say(error.message); process.exit(1) })
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

/**
 * Opens the app in the browser, from this very process: whoever ends it ends the app.
 * @param {StartOptions} options
 */
function startBrowser(options) {
  const shell = join(projectRoot, 'dist/web.cjs')
  if (!existsSync(shell)) throw new Error('dist/web.cjs is missing')
  const args = options.lang ? [`--lang=${options.lang}`] : []
  if (options.port !== null) args.push(`--port=${options.port}`)
  if (!options.open) args.push('--no-open')
  if (options.board) args.push(options.board)
  process.argv = [process.execPath, shell, ...args]
  createRequire(import.meta.url)(shell)
}

async function start() {
  const options = readStartOptions(process.argv.slice(2), callersFolder)
  await buildWhenStale(process.stderr.isTTY ? say : () => {})
  if (options.browser) return startBrowser(options)
  const found = await findElectron({ sandboxed: !options.switches.includes('--no-sandbox'), say })
  if ('binary' in found) return startElectron(found, options)
  say(whyTheBrowser[options.lang ?? 'nl'][found.obstacle] + (found.detail ? ` (${found.detail})` : ''))
  startBrowser(options)
}

start().catch((error) => {
  say(error instanceof Error ? error.message : String(error))
  process.exit(error instanceof UsageError ? 2 : 1)
})
