import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Something that the system has to have: how to see that it is there, and the Debian package that
 * brings it. Several names are alternatives, in the order in which they are tried (names change
 * between releases).
 * @typedef {object} SystemNeed
 * @property {() => boolean} isThere
 * @property {readonly string[]} packages
 */

/** @param {string} name @returns {boolean} whether a command of this name is on the PATH */
export function hasCommand(name) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)))
}

/** Packages by the library that shows that they are missing; these pull in all that Electron links to. */
const librariesOfElectron = /** @type {const} */ ([
  ['libgtk-3.so.0', ['libgtk-3-0', 'libgtk-3-0t64']],
  ['libnss3.so', ['libnss3']],
  ['libasound.so.2', ['libasound2', 'libasound2t64']],
  ['libgbm.so.1', ['libgbm1']],
])

/**
 * The shared libraries that Electron links to on Linux and that Electron's own folder does not bring.
 * @returns {readonly SystemNeed[]} empty on other systems
 */
export function electronLibraries() {
  if (process.platform !== 'linux') return []
  const { stdout } = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' })
  const known = stdout ?? ''
  return librariesOfElectron.map(([library, packages]) => ({ isThere: () => known.includes(`\t${library} `), packages }))
}

/** @returns {boolean} whether this process may install Debian packages by itself */
function mayInstall() {
  return process.getuid?.() === 0 && hasCommand('apt-get')
}

/**
 * Installs what is missing, as root on Debian; touches neither network nor packages when nothing is.
 * @param {readonly SystemNeed[]} needs
 * @param {(message: string) => void} say is told before packages are installed
 * @returns {readonly string[]} packages that are still missing; empty when all needs are met
 */
export function installMissing(needs, say) {
  const missing = needs.filter((need) => !need.isThere())
  if (missing.length === 0) return []
  if (!mayInstall()) return missing.map((need) => /** @type {string} */ (need.packages[0]))
  apt(['update'])
  const names = missing.map((need) => need.packages.find(hasCandidate) ?? /** @type {string} */ (need.packages[0]))
  say(`apt-get install ${names.join(' ')}`)
  return apt(['install', '-y', '--no-install-recommends', ...names]) ? [] : names
}

/** @param {string} name */
function hasCandidate(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
  return /Candidate: (?!\(none\))/.test(stdout ?? '')
}

/** @param {readonly string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // What apt says goes to stderr: stdout may be a script's.
  return spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', process.stderr, process.stderr] }).status === 0
}
