import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { bundleSupport } from '../../support/bundled.mjs'
import { callShell } from '../adapter/shellCalls.mjs'
import { quantile } from '../figures.mjs'
import { drawScenario } from './drawScenario.mjs'

const run = promisify(execFile)

/** Phones that come in, load the page, listen and vote, and the time over which they do, ms. */
export const PHONES = 500
const OVER_MS = 8500
const HESITATE_MS = 1500

/** The board's own words; what they look like is nothing to this scenario. @param {string} id @param {string} page @param {number} at */
const card = (id, page, at) => ({
  kind: 'card', id, page, layer: 'harvest', order: `a${at}`, matrix: [1, 0, 0, 1, 100, 100 + 60 * at], locked: false, role: 'metaphor', text: id,
  lines: [{ runs: [{ text: id, rtl: false, xEm: 0, widthEm: 2 }], widthEm: 2 }], sizeUnits: 40, color: 'petrol', mentions: [], picture: [], placed: true, merged: [],
})

/** @param {import('../adapter/shellCalls.mjs').ShellCalls} calls */
async function openBoardId({ ask }) {
  for (const { id } of await ask('boards.list', {})) if (await ask('door.seats', { board: id }).then(() => true, () => false)) return id
  throw new Error('no board is open')
}

/**
 * The codes of the seats, as they would be printed: no call tells them, they follow from the secret beside the board.
 * @param {{ readonly id: string }} board
 * @param {string} folder for what is bundled
 * @returns {Promise<readonly string[]>}
 */
async function codesOf(board, folder) {
  const key = execFileSync('find', [tmpdir(), '-maxdepth', '6', '-path', `*/droomdoek-bench-*/boards/${board.id}/seats.key`], { encoding: 'utf8' }).trim()
  const file = join(folder, 'seatCodes.cjs')
  await bundleSupport('seatCodes.ts', file)
  const seats = await createRequire(import.meta.url)(file).seatCodes(dirname(dirname(dirname(key))), board)
  return seats.flatMap((/** @type {{ codes: string[] }} */ { codes }) => codes)
}

/**
 * Opens the door and a round on the board that is open, with room for all phones.
 * @param {import('../adapter/shellCalls.mjs').ShellCalls} calls
 * @param {string} board
 * @param {string} folder
 */
async function openRound({ ask }, board, folder) {
  const { board: { pages, tables } } = await ask('boards.open', { board })
  const words = ['panda', 'rat', 'braderie', 'jungle', 'mierennest', 'huis']
  const marks = words.map((word, at) => card(word, Object.keys(pages)[0] ?? '', at))
  await ask('board.do', { board, opId: 'phones-cards', command: { type: 'marks.put', what: 'catch', marks } })
  const all = Object.values(tables)
  for (const table of all) await ask('board.do', { board, opId: `phones-${table.id}`, command: { type: 'table.put', table: { ...table, heads: Math.ceil(PHONES / all.length) } } })
  const round = {
    id: 'phones', question: 'Welke metafoor past bij onze wijk?', candidates: words.map((id) => ({ id, label: id })), rule: { dotsPerPerson: 1, atMostPerCandidate: 1 },
    state: 'open', openedMs: Date.now(), closedMs: null, tally: null, runOffOf: null, lots: null,
  }
  await ask('rounds.start', { board, round, ways: Object.fromEntries(all.map(({ id }) => [id, 'phones'])), closesMs: null })
  const door = await ask('door.open', { board, address: '127.0.0.1', joining: 'codes' })
  if (!door.open) throw new Error(`the door does not open: ${door.trouble}`)
  const { board: document } = await ask('boards.open', { board })
  return { url: door.url, codes: (await codesOf(document, folder)).slice(0, PHONES) }
}

/** @param {readonly number[]} ms */
const spreadTo99 = (ms) => ({ count: ms.length, p50: quantile(ms, 0.5), p99: quantile(ms, 0.99), max: quantile(ms, 1) })

/**
 * Five hundred phones of the protocol come in and vote within ten seconds while somebody draws: how long their
 * acknowledgements take (`ack`), until a phone stands before the vote (`ready`), and what a stroke costs before
 * (`calm`) and meanwhile (`busy`). Void when a ballot that was acknowledged is not counted, or one is counted twice.
 * @param {import('../browser.mjs').Watch} watch on a board
 * @param {string} shellUrl
 * @returns {Promise<import('../figures.mjs').Outcome>}
 */
export async function phonesScenario(watch, shellUrl) {
  const folder = mkdtempSync(join(tmpdir(), 'droomdoek-bench-phones-'))
  const calls = await callShell(shellUrl)
  try {
    const crowdFile = join(folder, 'crowd.cjs')
    await bundleSupport('crowdProcess.ts', crowdFile)
    const board = await openBoardId(calls)
    const calm = await drawScenario(watch)
    const { url, codes } = await openRound(calls, board, folder)
    let done = false
    const order = { url, codes, overMs: OVER_MS, hesitateMs: HESITATE_MS }
    const crowd = run(process.execPath, [crowdFile, JSON.stringify(order)], { maxBuffer: 64 * 1024 * 1024 }).finally(() => { done = true })
    const busy = []
    while (!done && busy.length < 3) busy.push(await drawScenario(watch))
    const { votes, ackMs, readyMs, retries } = JSON.parse((await crowd).stdout)
    const { rows } = await calls.ask('rounds.view', { board, round: 'phones' })
    const counted = rows.reduce((/** @type {number} */ sum, /** @type {{ phones: number }} */ { phones }) => sum + phones, 0)
    await calls.ask('rounds.close', { board, round: 'phones' })
    const { totals } = (await calls.ask('boards.open', { board })).board.rounds['phones'].tally
    const wrong = Object.entries(totals).filter(([id, dots]) => votes.filter((/** @type {{ choices: string[] }} */ { choices }) => choices[0] === id).length !== dots)
    await calls.ask('door.close', {})
    const unsound = [calm, ...busy].find((stroke) => stroke.void !== null)
    const sound = votes.length === PHONES && counted === PHONES && wrong.length === 0
    return {
      ack: spreadTo99(ackMs), ready: spreadTo99(readyMs), retries, calm: latencyOf([calm]), busy: latencyOf(busy),
      void: sound ? unsound?.void ?? null : `${votes.length} phones voted, ${counted} ballots counted, wrong totals: ${wrong.join(' ') || 'none'}`,
    }
  } finally {
    calls.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The worst of some strokes. @param {readonly Awaited<ReturnType<typeof drawScenario>>[]} strokes */
const latencyOf = (strokes) => ({
  p50: Math.max(...strokes.map(({ latency }) => latency.p50 ?? 0)), p95: Math.max(...strokes.map(({ latency }) => latency.p95 ?? 0)), fps: Math.min(...strokes.map((stroke) => stroke.fpsDrawn)),
})
