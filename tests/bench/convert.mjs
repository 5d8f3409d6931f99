import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'

const atExit = fileURLToPath(new URL('usageAtExit.cjs', import.meta.url))

/**
 * Runs `droomdoek convert` and tells what it took, all of its threads together.
 * @param {readonly string[]} args IN OUT and options
 * @returns {Promise<{ readonly ms: number, readonly cpuS: number, readonly peakMB: number }>} the peak is of resident memory
 * @throws Error with what it wrote when it did not end with 0
 */
export async function convert(args) {
  const folder = await mkdtemp(join(tmpdir(), 'droomdoek-usage-'))
  const file = join(folder, 'usage.json')
  const startMs = performance.now()
  const cli = spawn(process.execPath, ['--require', atExit, join(projectRoot, 'dist/cli.cjs'), 'convert', ...args], { env: { ...process.env, BENCH_USAGE: file }, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  cli.stderr.on('data', (/** @type {Buffer} */ piece) => { said += piece.toString() })
  const code = await new Promise((resolve, reject) => { cli.once('error', reject).once('close', resolve) })
  const ms = performance.now() - startMs
  if (code !== 0) throw new Error(`convert ${args.join(' ')} ended with ${code}: ${said.trim()}`)
  const { cpuS, peakMB } = JSON.parse(await readFile(file, 'utf8'))
  await rm(folder, { recursive: true })
  return { ms, cpuS, peakMB }
}
