import { spawn } from 'node:child_process'
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../../electron/launch/projectRoot.mjs'

/**
 * @typedef {object} Shell
 * @property {string} url
 * @property {() => { readonly cpuS: number, readonly memoryMB: number }} used by its process so far
 * @property {() => Promise<void>} close as Ctrl-C does: everything is on disk afterwards, and then thrown away
 */

/** How long the shell may take to say its address, ms. */
const PATIENCE_MS = 30_000
/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_S = 100

/** Rests the whole thread: whoever asks for an address wants it as the answer, not as a promise. @param {number} ms */
const rest = (ms) => { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms) }

/**
 * Starts the browser shell as it ships, with a home folder of its own, on a copy of a board or on the start screen.
 * @param {string | null} board path of a `.doek`
 * @returns {Shell}
 * @throws Error with what it said when it gives no address
 */
export function startShell(board) {
  const home = mkdtempSync(join(tmpdir(), 'droomdoek-bench-'))
  const copy = join(home, 'leeg.doek')
  if (board !== null) copyFileSync(board, copy)
  const said = join(home, 'said.txt')
  const log = openSync(said, 'w')
  const args = [join(projectRoot, 'dist/web.cjs'), '--no-open', '--port', '0', '--lang', 'nl', ...(board === null ? [] : [copy])]
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_CONFIG_HOME: join(home, 'config'), XDG_CACHE_HOME: join(home, 'cache') }
  const shell = spawn(process.execPath, args, { cwd: home, env, stdio: ['ignore', log, log] })
  closeSync(log)
  shell.unref()
  const atExit = () => {
    shell.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  process.once('exit', atExit)
  const address = () => /^Droomdoek: (http:\S+)$/m.exec(readFileSync(said, 'utf8'))?.[1]
  const endMs = performance.now() + PATIENCE_MS
  while (address() === undefined && performance.now() < endMs && existsSync(`/proc/${shell.pid}`)) rest(20)
  const url = address()
  if (url === undefined) throw new Error(`the shell gave no address: ${readFileSync(said, 'utf8')}`)
  const close = async () => {
    if (shell.exitCode === null && shell.signalCode === null) {
      shell.ref()
      await new Promise((resolve) => { shell.once('exit', resolve); shell.kill('SIGINT') })
    }
    process.off('exit', atExit)
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  return { url, used: () => processUse(shell.pid ?? 0), close }
}

/**
 * Processor time of a process, seconds (proc(5): fields 14 and 15 of stat, counted after the name in brackets), and
 * its private memory, MB of 2^20 bytes.
 * @param {number} pid
 */
export function processUse(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kB = (/** @type {string} */ field) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
  return { cpuS: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S, memoryMB: (kB('RssAnon') + kB('RssShmem')) / 1024 }
}
