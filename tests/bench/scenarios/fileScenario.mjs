import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../../../electron/launch/projectRoot.mjs'
import { bundleSupport } from '../../support/bundled.mjs'

const run = promisify(execFile)

/** How long the threads have to get ready, ms: in the app they start when the dialog opens. */
const READY_MS = 1500

/** @typedef {Omit<import('../../support/exportLoad.ts').ExportLoad, 'workerFile' | 'fontsFolder' | 'folder'>} Load */

/** Files of a board of 5,000 strokes of recorded handwriting, one that is cancelled half-way, and one of 10,000 cards. @type {Readonly<Record<string, Load>>} */
export const fileKinds = {
  filePdf: { strokes: 5000, request: { format: 'pdf', paper: 'a4', dpi: 300 } },
  fileA4: { strokes: 5000, request: { format: 'png', paper: 'a4', dpi: 300 } },
  fileA0: { strokes: 5000, request: { format: 'png', paper: 'a0', dpi: 300 } },
  fileCancelled: { strokes: 5000, request: { format: 'png', paper: 'a0', dpi: 300 }, cancelAt: 0.4 },
  fileCards: { cards: 10_000, request: { format: 'pdf', paper: 'a0', dpi: 300 } },
}

/**
 * One file made by the export itself, in a process of its own without a window: its time and CPU, the most memory that the
 * process held, and the longest that it heard nothing meanwhile. Void when the file is not there, or not gone when cancelled.
 * @param {Load} load
 * @returns {Promise<import('../figures.mjs').Outcome>}
 */
export async function fileScenario(load) {
  mkdirSync(join(projectRoot, '.cache'), { recursive: true })
  const root = mkdtempSync(join(projectRoot, '.cache', 'bench-file-'))
  try {
    const program = join(root, 'exportLoad.cjs')
    await bundleSupport('exportLoad.ts', program)
    const dist = join(projectRoot, 'dist')
    const folder = mkdtempSync(join(root, 'out-'))
    const order = { workerFile: join(dist, 'exportWorker.cjs'), fontsFolder: join(dist, 'resources', 'fonts'), folder, readyMs: READY_MS, ...load }
    const { stdout } = await run(process.execPath, [program, JSON.stringify(order)])
    const { state, left, cancelMs, ms, cpuS, fileMB, peakMB, stalledMs } = JSON.parse(stdout)
    const sound = load.cancelAt === undefined ? state === 'done' : state === 'cancelled' && left.join() === 'before'
    return { ms, cpuS, fileMB, peakMB, stalledMs, ...(cancelMs === null ? {} : { cancelMs }), void: sound ? null : `${state}, and ${dirname(folder)} has ${left.join(' ')}` }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
