import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { projectRoot, callersFolder } from '../../electron/launch/projectRoot.mjs'
import { adapterOf } from './adapter/adapter.mjs'
import { blankAdapter, peerAdapters } from './adapter/peers.mjs'
import { neutralBoard } from './board.mjs'
import { openBrowser, usable, windowPx } from './browser.mjs'
import { electronAdapter, openElectron, startDisplays } from './electron.mjs'
import { figuresOf } from './figures.mjs'
import { barePages, preparePeers } from './peers/preparePeers.mjs'
import { serveFolder } from './peers/serve.mjs'
import { report } from './report.mjs'
import { ballotsScenario } from './scenarios/ballotsScenario.mjs'
import { fileKinds, fileScenario } from './scenarios/fileScenario.mjs'
import { boardLeak, roomLeak } from './scenarios/leakScenario.mjs'
import { measureApp, measureView, scenarioNames } from './scenarios/measureApp.mjs'
import { groundMemory, startScenario } from './scenarios/openScenarios.mjs'
import { phonesScenario } from './scenarios/phonesScenario.mjs'
import { revealScenario } from './scenarios/revealScenario.mjs'

/**
 * `npm run bench [-- --with-peers --n 200,1000,5000 --reps 3]`: what the app costs, beside others and beside a page that
 * does nothing, in one interleaved run. A table on stderr, one JSON object on stdout. Ends with 1 when a figure is
 * void: its own check failed.
 *
 * --apps        droomdoek, excalidraw, tldraw, blank, or files with adapters (adapter/adapter.mjs)
 * --with-peers  the two peers too; the first time they are installed and built, into .cache
 * --electron    the app in the real Electron too: pan, zoom and stroke
 * --n           strokes on the boards (N/10 labels come with them)
 * --reps        repetitions, the order of the apps turned each time; the figures are medians
 * --only        scenarios: open, panFit, pan100, zoom, draw, move, svg, png6000, png12000; or leak, phones,
 *               ballots (the round ledger without network), files (what leaves the room) or reveal (the room
 *               screen) alone
 * --quick       one repetition with 1,000 strokes
 * --json FILE   the JSON there instead of stdout
 * --shots DIR   screenshots and one SVG and PNG of each app
 * --judge       ends with 1 also when a target is missed
 */
const { values: options } = parseArgs({
  options: {
    apps: { type: 'string', default: 'droomdoek,blank' }, 'with-peers': { type: 'boolean', default: false }, electron: { type: 'boolean', default: false },
    n: { type: 'string', default: '200,1000,5000' }, reps: { type: 'string', default: '3' }, only: { type: 'string', default: '' }, quick: { type: 'boolean', default: false },
    json: { type: 'string' }, shots: { type: 'string' }, judge: { type: 'boolean', default: false },
  },
})
const sizes = options.quick ? [1000] : options.n.split(',').map(Number)
const reps = options.quick ? 1 : Number(options.reps)
const chosen = new Set(options.only === '' ? scenarioNames : options.only.split(','))
const shots = options.shots === undefined ? null : resolve(callersFolder, options.shots)

/** @typedef {import('./adapter/adapter.mjs').Adapter} Adapter @typedef {import('./figures.mjs').Outcome} Outcome */

/** @param {string} line */
const say = (line) => { process.stderr.write(`${line}\n`) }

// Whoever interrupts means the whole run, not the browser that is open.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(130))

const names = options.apps.split(',')
if (options['with-peers']) names.splice(1, 0, ...peerAdapters.map(({ name }) => name).filter((name) => !names.includes(name)))

/** @param {string} name @returns {Promise<Adapter>} */
async function adapterNamed(name) {
  const known = [...peerAdapters, blankAdapter].find((adapter) => adapter.name === name)
  if (known) return known
  const file = name === 'droomdoek' ? new URL('adapter/droomdoek.mjs', import.meta.url).href : pathToFileURL(resolve(callersFolder, name)).href
  return adapterOf((await import(file)).default)
}

/** @type {{ app: string, n: number, rep: number, figure: string, why: string }[]} */
const voids = []
/** Outcomes of the repetitions, by app, size and scenario. @type {Map<string, Map<number, Map<string, Outcome[]>>>} */
const outcomes = new Map()

/** @param {string} app @param {number} n @param {number} rep @param {string} scenario @param {Outcome} outcome */
function note(app, n, rep, scenario, outcome) {
  if (outcome.void !== null) voids.push({ app, n, rep, figure: scenario, why: outcome.void })
  const ofApp = outcomes.get(app) ?? new Map()
  const ofSize = ofApp.get(n) ?? new Map()
  outcomes.set(app, ofApp.set(n, ofSize.set(scenario, [...(ofSize.get(scenario) ?? []), outcome])))
}

const apps = await Promise.all(names.map(adapterNamed))
const withPeers = apps.some(({ name }) => peerAdapters.some((peer) => peer.name === name))
const peers = withPeers ? await preparePeers(say) : null
const server = await serveFolder(peers?.site ?? barePages)
/** @type {import('./adapter/adapter.mjs').Context} */
const context = { served: server.url, pkg: (...packages) => Object.fromEntries(packages.map((name) => [name, peers?.versionOf(name) ?? ''])) }

/** What an empty board takes, at the app's last preflight. @type {Map<string, import('./scenarios/openScenarios.mjs').Memory>} */
const grounds = new Map()

/**
 * Before each repetition: whether the app can be used when it says so, its scripts, and the memory of an empty board.
 * @param {Adapter} app
 * @param {number} rep
 */
async function preflight(app, rep) {
  try {
    const empty = await fileFor(app, 0)
    const watch = await openBrowser(app)
    try {
      note(app.name, 0, rep, 'scripts', await startScenario(watch, context))
      if (empty !== null) grounds.set(app.name, await groundMemory(watch, empty))
    } finally {
      await watch.close()
    }
  } catch (error) {
    note(app.name, 0, rep, 'preflight', failed(error))
  }
}

/** @param {unknown} error @returns {Outcome} */
const failed = (error) => ({ void: error instanceof Error ? error.message : String(error) })

/** The board in the app's own format, made once. @type {Map<string, string | null>} */
const files = new Map()
/** @param {Adapter} app @param {number} n */
async function fileFor(app, n) {
  const key = `${app.name} ${n}`
  const known = files.get(key)
  if (known !== undefined) return known
  const watch = await openBrowser(app)
  try {
    await watch.page.goto(app.url(context))
    await usable(watch)
    const file = app.prepare === null ? null : await app.prepare(watch.page, neutralBoard(n))
    files.set(key, file)
    return file
  } finally {
    await watch.close()
  }
}

/** Where the first repetition leaves what is to be looked at. @param {string} app @param {number} n @param {number} rep */
function keeper(app, n, rep) {
  if (shots === null || rep > 0) return null
  mkdirSync(shots, { recursive: true })
  return (/** @type {string} */ scenario, /** @type {Buffer} */ file, /** @type {string} */ extension) => writeFileSync(join(shots, `${app}-${n}-${scenario}.${extension}`), file)
}

let chromium = ''
const startMs = performance.now()
/** @type {number[]} */
const load = []
/** @type {{ app: string, n: number, rep: number, said: string }[]} */
const complaints = []

/** @param {Adapter} app @param {number} n @param {number} rep */
async function measureOne(app, n, rep) {
  const beganMs = performance.now()
  load.push(loadavg()[0] ?? 0)
  try {
    const file = await fileFor(app, n)
    const watch = await openBrowser(app)
    chromium = watch.version
    try {
      await measureApp(watch, {
        context, n, file, ground: grounds.get(app.name) ?? null, chosen,
        note: (scenario, outcome) => note(app.name, scenario === 'start' ? 0 : n, rep, scenario, outcome),
        keep: keeper(app.name, n, rep),
      })
    } finally {
      for (const said of new Set(watch.complaints)) complaints.push({ app: app.name, n, rep, said })
      await watch.close()
    }
  } catch (error) {
    note(app.name, n, rep, 'run', failed(error))
  }
  sayDone(app.name, n, rep, beganMs)
}

/** @param {string} app @param {number} n @param {number} rep @param {number} beganMs */
function sayDone(app, n, rep, beganMs) {
  const bad = voids.filter((one) => one.app === app && one.n === n && one.rep === rep)
  say(`${app} n=${n} rep=${rep + 1}/${reps} ${((performance.now() - beganMs) / 1000).toFixed(0)} s${bad.map(({ figure, why }) => `\n  VOID ${figure}: ${why}`).join('')}`)
}

const displays = options.electron ? await startDisplays() : null
const electron = options.electron ? electronAdapter(await adapterNamed('droomdoek')) : null

/**
 * Pan, zoom and stroke in the real Electron.
 * @param {number} n
 * @param {number} rep
 */
async function measureElectron(n, rep) {
  if (displays === null || electron === null) return
  const beganMs = performance.now()
  try {
    const file = await fileFor(await adapterNamed('droomdoek'), n)
    const watch = await openElectron(electron, displays.name, file ?? '')
    try {
      await measureView(watch, { chosen, note: (scenario, outcome) => note(electron.name, n, rep, scenario, outcome), keep: keeper(electron.name, n, rep) })
    } finally {
      await watch.close()
    }
  } catch (error) {
    note(electron.name, n, rep, 'run', failed(error))
  }
  sayDone(electron.name, n, rep, beganMs)
}

/**
 * A board and the room screen, opened and closed 50 times.
 * @param {Adapter} app
 * @param {number} n
 */
async function measureLeaks(app, n) {
  const file = await fileFor(app, n)
  if (file === null) return
  const watch = await openBrowser(app)
  try {
    await watch.page.goto(app.url(context))
    await usable(watch)
    for (const [name, measure] of /** @type {const} */ ([['leakBoard', boardLeak], ['leakRoom', roomLeak]])) {
      const outcome = await measure(watch, file).catch(failed)
      note(app.name, n, 0, name, outcome)
      say(`${app.name} n=${n} ${name}: ${JSON.stringify(outcome)}`)
    }
  } finally {
    await watch.close()
  }
}

/**
 * A room full of phones that vote while somebody draws.
 * @param {Adapter} app
 * @param {number} n
 * @param {number} rep
 */
async function measurePhones(app, n, rep) {
  const file = await fileFor(app, n)
  if (file === null) return
  const watch = await openBrowser(app)
  try {
    const url = app.url(context)
    await watch.page.goto(url)
    await usable(watch)
    await app.load(watch.page, file, { n })
    const outcome = await phonesScenario(watch, url).catch(failed)
    note(app.name, n, rep, 'phones', outcome)
    say(`${app.name} n=${n} phones: ${JSON.stringify(outcome)}`)
  } finally {
    await watch.close()
  }
}

/** @param {number} rep */
async function measureBallots(rep) {
  const outcome = await ballotsScenario().catch(failed)
  note('droomdoek', 0, rep, 'ballots', outcome)
  say(`ballots rep=${rep + 1}/${reps}: ${JSON.stringify(outcome)}`)
}

/** @param {number} rep */
async function measureReveal(rep) {
  const outcome = await revealScenario().catch(failed)
  note('droomdoek', 0, rep, 'reveal', outcome)
  say(`reveal rep=${rep + 1}/${reps}: ${JSON.stringify(outcome)}`)
}

/** @param {number} rep */
async function measureFiles(rep) {
  for (const [name, load] of Object.entries(fileKinds)) {
    const outcome = await fileScenario(load).catch(failed)
    note('droomdoek', 0, rep, name, outcome)
    say(`${name} rep=${rep + 1}/${reps}: ${JSON.stringify(outcome)}`)
  }
}

if (chosen.has('reveal')) for (let rep = 0; rep < reps; rep++) await measureReveal(rep)
else if (chosen.has('files')) for (let rep = 0; rep < reps; rep++) await measureFiles(rep)
else if (chosen.has('ballots')) for (let rep = 0; rep < reps; rep++) await measureBallots(rep)
else if (chosen.has('phones')) for (let rep = 0; rep < reps; rep++) for (const n of sizes) await measurePhones(await adapterNamed('droomdoek'), n, rep)
else if (chosen.has('leak')) for (const n of sizes) await measureLeaks(await adapterNamed('droomdoek'), n)
else for (let rep = 0; rep < reps; rep++) {
  for (const app of apps) await preflight(app, rep)
  for (const n of sizes) {
    for (const app of rep % 2 === 0 ? apps : [...apps].reverse()) await measureOne(app, n, rep)
    await measureElectron(n, rep)
  }
}
server.close()
await displays?.stop()

const figures = Object.fromEntries([...outcomes].map(([app, ofSizes]) => [app, Object.fromEntries([...ofSizes].map(([n, scenarios]) => [n, Object.fromEntries([...scenarios].map(([name, runs]) => [name, figuresOf(runs)]))]))]))
const { text, rows } = report([...apps, ...(electron === null ? [] : [electron])].map(({ name }) => name), sizes, (app, n) => figures[app]?.[n])
const missed = rows.filter(({ verdict }) => verdict === 'not met')
say(`\n${text}\nRatios only, and only within one run on one machine. ~ the repetitions differ by more than 30 %, † fewer than ten frames: not judged. Within 10 % counts as equal.`)
say(`${missed.length === 0 ? 'No target missed' : `${missed.length} targets missed`}; ${voids.length === 0 ? 'no figure void' : `${voids.length} figures void`}; ${((performance.now() - startMs) / 60_000).toFixed(1)} min.`)
for (const { app, n, rep, figure, why } of voids) say(`VOID ${app} n=${n} rep=${rep + 1} ${figure}: ${why}`)

const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? '', memoryGB: Math.round(totalmem() / 2 ** 30), node: process.version, chromium, loadAverage: load }
const result = {
  app: 'droomdoek', version: String(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version), reps, sizes, window: windowPx, machine,
  apps: [...apps, ...(electron === null ? [] : [electron])].map((app) => ({ name: app.name, control: app.control, versions: app.versions(context) })), table: rows, figures, voids, complaints,
  outcomes: Object.fromEntries([...outcomes].map(([app, ofSizes]) => [app, Object.fromEntries([...ofSizes].map(([n, scenarios]) => [n, Object.fromEntries(scenarios)]))])),
}
const json = `${JSON.stringify(result, null, 1)}\n`
if (options.json === undefined) process.stdout.write(json)
else writeFileSync(resolve(callersFolder, options.json), json)
process.exitCode = voids.length > 0 || (options.judge && missed.length > 0) ? 1 : 0
