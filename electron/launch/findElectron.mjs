import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { projectRoot } from './projectRoot.mjs'
import { electronLibraries, installMissing } from './systemPackages.mjs'

/** @typedef {'noDisplay' | 'rootSandbox' | 'overrideEmpty' | 'notDownloaded' | 'librariesMissing'} Obstacle why Electron cannot be had */
/** @typedef {{ readonly binary: string, readonly switches: readonly string[] } | { readonly obstacle: Obstacle, readonly detail: string }} ElectronOrObstacle */

const packageFolder = join(projectRoot, 'node_modules/electron')

/**
 * Looks for an Electron that can open a window here. The package `electron` is never required for
 * that, since requiring it without a binary starts a download and ends in a stack trace.
 * @param {{ readonly sandboxed: boolean, readonly say: (message: string) => void }} options
 *   `sandboxed` is false when the person has switched Chromium's sandbox off on the command line
 * @returns {Promise<ElectronOrObstacle>} the binary and the switches that it needs here
 */
export async function findElectron({ sandboxed, say }) {
  if (!(await hasDisplay())) return { obstacle: 'noDisplay', detail: '' }
  const override = binaryFromOverride()
  // As root Chromium starts only without its sandbox. Whoever points at an Electron of their own is
  // testing and gets that; nobody else's sandbox is switched off for them.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 && sandboxed
  if (asRoot && override === null) return { obstacle: 'rootSandbox', detail: '' }
  const found = override ?? downloadedBinary() ?? download(say)
  if ('obstacle' in found) return found
  const missing = installMissing(electronLibraries(), say)
  if (missing.length === 0) return asRoot ? { ...found, switches: ['--no-sandbox'] } : found
  return { obstacle: 'librariesMissing', detail: missing.join(' ') }
}

/** @returns {ElectronOrObstacle | null} null when no other Electron is asked for */
function binaryFromOverride() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!folder) return null
  const binary = join(folder, electronInDist())
  return existsSync(binary) ? { binary, switches: [] } : { obstacle: 'overrideEmpty', detail: binary }
}

/** @returns {ElectronOrObstacle | null} null when the package has not downloaded its Electron yet */
function downloadedBinary() {
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? { binary, switches: [] } : null
}

/**
 * @param {(message: string) => void} say
 * @returns {ElectronOrObstacle}
 */
function download(say) {
  const installer = join(packageFolder, 'install.js')
  if (!existsSync(installer)) return { obstacle: 'notDownloaded', detail: 'npm ci' }
  say('Electron …')
  const run = spawnSync(process.execPath, [installer], { encoding: 'utf8' })
  if (run.error?.message) return { obstacle: 'notDownloaded', detail: run.error.message }
  const reason = run.stderr.split('\n').find((line) => line.trim() !== '') ?? ''
  return downloadedBinary() ?? { obstacle: 'notDownloaded', detail: reason.trim() }
}

function electronInDist() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** Whether a window can be shown: on Linux a Wayland or X server that answers, elsewhere always. */
async function hasDisplay() {
  if (process.platform !== 'linux') return true
  const { WAYLAND_DISPLAY: wayland, XDG_RUNTIME_DIR: runtime, DISPLAY: x } = process.env
  if (wayland && runtime && (await answers(join(runtime, wayland)))) return true
  const local = /^(?:unix)?:(\d+)/.exec(x ?? '')
  // A display on another machine (ssh -X) is a TCP address: believed.
  return local ? answers(`/tmp/.X11-unix/X${local[1]}`) : Boolean(x)
}

/**
 * @param {string} socketPath
 * @returns {Promise<boolean>}
 */
function answers(socketPath) {
  return new Promise((resolve) => {
    const socket = connect(socketPath)
    socket.once('connect', () => { socket.destroy(); resolve(true) })
    socket.once('error', () => resolve(false))
  })
}
