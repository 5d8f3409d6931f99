import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../../../electron/launch/projectRoot.mjs'
import { bundleSupport } from '../../support/bundled.mjs'
import { quantile } from '../figures.mjs'

const run = promisify(execFile)

/** People who vote on their phones, and the time over which they first do, ms. */
const VOTERS = 500
const OVER_MS = 10_000

/** @param {readonly number[]} ms */
const figures = (ms) => ({ count: ms.length, p50: quantile(ms, 0.5), p99: quantile(ms, 0.99), max: quantile(ms, 1) })

/**
 * Five hundred ballots at the round ledger alone, without network: within ten seconds while strokes are committed
 * (`flow`), then all changed at one moment (`atOnce`). Each is on the disk when it is acknowledged; void when one is lost
 * or counted twice.
 * @returns {Promise<import('../figures.mjs').Outcome>}
 */
export async function ballotsScenario() {
  // On the disk of the project: a temp folder in memory would cost no fsync.
  mkdirSync(join(projectRoot, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(projectRoot, '.cache', 'bench-ballots-'))
  try {
    const file = join(folder, 'load.cjs')
    await bundleSupport('ballotLoad.ts', file)
    const { stdout } = await run(process.execPath, [file, JSON.stringify({ folder, voters: VOTERS, overMs: OVER_MS })], { maxBuffer: 16 * 1024 * 1024 })
    const { flow, atOnce, wrong } = JSON.parse(stdout)
    return { flow: figures(flow), atOnce: figures(atOnce), void: wrong.length === 0 ? null : `wrong totals: ${wrong.join(' ')}` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
