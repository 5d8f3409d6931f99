import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWhenStale } from '../../electron/launch/build.mjs'
import { startShell } from './adapter/desk.mjs'
import { readPen } from './benchScene.mjs'
import { makeBoard } from './boards.mjs'
import { openBrowser, usable, windowPx } from './browser.mjs'
import { medianOf } from './figures.mjs'
import { panScenario, zoomScenario } from './scenarios/cameraScenarios.mjs'
import { drawScenario } from './scenarios/drawScenario.mjs'
import { exportKinds, exportScenario } from './scenarios/exportScenarios.mjs'
import { moveScenario } from './scenarios/moveScenario.mjs'
import { openScenario, startScenario } from './scenarios/openScenarios.mjs'

/**
 * `npm run bench [-- --n 1000,5000 --reps 3 --only panFit,draw --quick]`: what the app costs, as one JSON
 * object on stdout; what is being measured on stderr. Ends with 1 when a figure is void: its own check failed.
 *
 * --n     strokes on the boards (N/10 labels come with them)
 * --reps  repetitions, a fresh browser and a fresh shell each; the figures are medians
 * --only  scenarios: start, open, panFit, pan100, zoom, draw, move, pdf, svg, pngA4, png6000
 * --quick one repetition with 1000 strokes
 */
const { values: options } = parseArgs({
  options: { n: { type: 'string', default: '1000,5000' }, reps: { type: 'string', default: '3' }, only: { type: 'string', default: '' }, quick: { type: 'boolean', default: false } },
})
const sizes = options.quick ? [1000] : options.n.split(',').map(Number)
const reps = options.quick ? 1 : Number(options.reps)
const chosen = options.only === '' ? null : new Set(options.only.split(','))

/** @typedef {{ readonly void: string | null } & Record<string, import('./figures.mjs').Figure>} Outcome */

/** @param {string} line */
const say = (line) => { process.stderr.write(`${line}\n`) }

/** @type {{ figure: string, why: string }[]} */
const voids = []
/** Every outcome by size of the board, then by scenario; one per repetition. @type {Map<string, Map<string, Outcome[]>>} */
const outcomes = new Map()
let chromium = ''

/**
 * Measures one scenario if it is wanted. A failed check or a failure makes the figure void.
 * @param {string} size
 * @param {string} name
 * @param {() => Promise<Outcome>} measure
 */
async function take(size, name, measure) {
  if (chosen !== null && !chosen.has(name)) return
  const startMs = performance.now()
  const outcome = await measure().catch((error) => ({ void: error instanceof Error ? error.message : String(error) }))
  say(`${size} ${name}: ${outcome.void ?? 'ok'} (${((performance.now() - startMs) / 1000).toFixed(1)} s)`)
  if (outcome.void !== null) voids.push({ figure: `${size}.${name}`, why: outcome.void })
  const ofSize = outcomes.get(size) ?? new Map()
  outcomes.set(size, ofSize.set(name, [...(ofSize.get(name) ?? []), outcome]))
}

/**
 * Opens a browser for some scenarios and closes everything after them.
 * @param {string | null} boardPath with which the shell starts
 * @param {(watch: import('./browser.mjs').Watch, shell: import('./adapter/desk.mjs').Shell) => Promise<void>} measure
 */
async function inBrowser(boardPath, measure) {
  const shell = await startShell(boardPath)
  const watch = await openBrowser()
  chromium = watch.browser.version()
  try {
    await measure(watch, shell)
    for (const complaint of new Set(watch.complaints)) voids.push({ figure: 'page', why: complaint })
  } finally {
    await watch.browser.close()
    await shell.close()
  }
}

/**
 * The medians of a board's scenarios, of the repetitions that are not void.
 * @param {string} size
 * @param {ReadonlyMap<string, readonly Outcome[]>} scenarios
 * @param {string[]} doubtful
 */
function medians(size, scenarios, doubtful) {
  return Object.fromEntries([...scenarios].map(([name, runs]) => {
    const { void: none, ...figures } = /** @type {Record<string, import('./figures.mjs').Figure>} */ (medianOf(runs.filter((run) => run.void === null), doubtful, `${size}.${name}`) ?? { void: 'all' })
    return [name, none === null ? figures : null]
  }))
}

/** @param {import('./boards.mjs').BenchBoard} empty */
async function measureEmpty(empty) {
  await inBrowser(empty.path, async (watch, shell) => {
    await take('0', 'start', () => startScenario(watch, shell.url))
    if (watch.page.url() === 'about:blank') await watch.page.goto(shell.url)
    await usable(watch)
    await take('0', 'draw', () => drawScenario(watch, empty))
  })
}

/** @param {import('./boards.mjs').BenchBoard} board */
async function measureBoard(board) {
  const size = String(board.n)
  await inBrowser(null, async (watch, shell) => {
    let opened = false
    await take(size, 'open', async () => {
      const outcome = await openScenario(watch, shell, board)
      opened = true
      return outcome
    })
    if (!opened) await openScenario(watch, shell, board)
    await take(size, 'panFit', () => panScenario(watch, board, 'whole board'))
    await take(size, 'pan100', () => panScenario(watch, board, 'full size'))
    await take(size, 'zoom', () => zoomScenario(watch, board))
    await take(size, 'draw', () => drawScenario(watch, board))
    await take(size, 'move', () => moveScenario(watch, board))
  })
}

const inPage = ['start', 'open', 'panFit', 'pan100', 'zoom', 'draw', 'move'].some((name) => chosen === null || chosen.has(name))
const folder = await mkdtemp(join(tmpdir(), 'droomdoek-bench-'))
try {
  await buildWhenStale(say)
  const pen = readPen(process.env['DROOMDOEK_PEN_SAMPLES'])
  const empty = await makeBoard(0, pen, folder)
  const boards = []
  for (const n of sizes) boards.push(await makeBoard(n, pen, folder))
  const load = [loadavg()[0] ?? 0]
  for (let rep = 0; rep < reps; rep++) {
    say(`repetition ${rep + 1} of ${reps}`)
    if (inPage) await measureEmpty(empty)
    for (const board of boards) {
      if (inPage) await measureBoard(board)
      for (const wanted of exportKinds) await take(String(board.n), wanted.name, () => exportScenario(wanted, board))
    }
    load.push(loadavg()[0] ?? 0)
  }
  /** @type {string[]} */
  const doubtful = []
  const figures = Object.fromEntries([...outcomes].map(([size, scenarios]) => [size, medians(size, scenarios, doubtful)]))
  const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? '', memoryGB: Math.round(totalmem() / 2 ** 30), node: process.version, chromium, loadAverage: load }
  const note = 'Compare ratios only, and only within one run on one machine: its other work is in every figure. Doubtful: the repetitions differ by more than 30 %.'
  process.stdout.write(`${JSON.stringify({ app: 'droomdoek', note, strokes: pen.name, reps, window: windowPx, machine, figures, doubtful, voids }, null, 1)}\n`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = voids.length > 0 ? 1 : 0
