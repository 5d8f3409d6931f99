import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { projectRoot } from '../../../electron/launch/projectRoot.mjs'

/** The script that answers the instruments' questions about the desk; it runs before the page's own. */
export const deskHook = fileURLToPath(new URL('deskHook.js', import.meta.url))

/**
 * @typedef {object} Shell
 * @property {string} url
 * @property {() => number} cpuS processor time of the shell's process so far, seconds
 * @property {() => Promise<void>} close as Ctrl-C does: everything is on disk afterwards
 */

/**
 * Starts the browser shell as it ships, with an own home folder, on a board or on the start screen.
 * @param {string | null} board path of a `.doek`
 * @returns {Promise<Shell>}
 */
export async function startShell(board) {
  const home = await mkdtemp(join(tmpdir(), 'droomdoek-bench-'))
  const args = [join(projectRoot, 'dist/web.cjs'), '--no-open', '--port', '0', '--lang', 'nl', ...(board === null ? [] : [board])]
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_CONFIG_HOME: join(home, 'config'), XDG_CACHE_HOME: join(home, 'cache') }
  const shell = spawn(process.execPath, args, { cwd: home, env, stdio: ['ignore', 'pipe', 'inherit'] })
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: shell.stdout }).on('line', (line) => {
      const address = /^Droomdoek: (http:\S+)/.exec(line)?.[1]
      if (address !== undefined) resolve(address)
    })
    shell.once('exit', (code) => { reject(new Error(`the shell ended with ${code}`)) })
  })
  const close = async () => {
    await new Promise((resolve) => { shell.once('exit', resolve); shell.kill('SIGINT') })
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  return { url, cpuS: () => processCpuS(shell.pid ?? 0), close }
}

/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_S = 100

/**
 * Processor time of a process, seconds (proc(5): fields 14 and 15 of stat, counted after the name in brackets).
 * @param {number} pid
 */
function processCpuS(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S
}

/**
 * Drops a board on the start screen, as a person does, and waits until every tile of the view is painted and
 * has been shown. The start is when the page has the file.
 * @param {import('playwright').Page} page on the start screen
 * @param {string} path of the `.doek`
 */
export async function openByDrop(page, path) {
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'bench-file'
    document.body.append(input)
  })
  await page.setInputFiles('#bench-file', path)
  return page.evaluate(async () => {
    const input = document.querySelector('#bench-file')
    const target = document.querySelector('main')
    const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined
    if (!file || !target) throw new Error('no start screen, or no file')
    input?.remove()
    const data = new DataTransfer()
    data.items.add(file)
    const startMs = performance.now()
    target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    while (!window.__bench.ready) await new Promise((resolve) => { requestAnimationFrame(resolve) })
    const standsMs = performance.now() - startMs
    await window.__bench.painted()
    await window.__probe.twoFrames()
    return { standsMs, paintedMs: performance.now() - startMs }
  })
}
