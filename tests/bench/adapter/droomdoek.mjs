import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhenStale } from '../../../electron/launch/build.mjs'
import { projectRoot } from '../../../electron/launch/projectRoot.mjs'
import { neutralBoard } from '../board.mjs'
import { droomdoekFile, nominal } from './droomdoekFile.mjs'
import { startShell } from './shell.mjs'

/** @typedef {import('./adapter.mjs').Page} Page */

/** An own address, to measure a shell that runs already; it must show an empty board. */
const givenUrl = process.env['BENCH_DROOMDOEK_URL']

/** The page's PNG at this resolution is 6002 × 4002 px: the app prints a board unit as 0.35 mm, and counts whole dots. */
const DPI = 363
const EXPORT_PATIENCE_MS = 180_000

await buildWhenStale((line) => { process.stderr.write(`${line}\n`) })
const folder = mkdtempSync(join(tmpdir(), 'droomdoek-bench-boards-'))
process.once('exit', () => { rmSync(folder, { recursive: true, force: true }) })
const emptyBoard = join(folder, 'leeg.doek')
writeFileSync(emptyBoard, (await droomdoekFile(neutralBoard(0))).file)

/** Where the scene lies on the page of each file that was made here. @type {Map<string, import('./droomdoekFile.mjs').Mapping>} */
const mappings = new Map()

/** The shell of the browser that is open. @type {import('./shell.mjs').Shell | null} */
let shell = null

async function close() {
  const open = shell
  shell = null
  await open?.close()
}

/** Places of what lies ready in a page to be dropped. @type {WeakMap<Page, string>} */
const ready = new WeakMap()

/**
 * Leaves the board that is open, and puts the file where the page can take it: as the system does when somebody drags
 * it over the window.
 * @param {Page} page
 * @param {string} text
 */
async function handOver(page, text) {
  await leave(page)
  const path = join(folder, 'bord.doek')
  writeFileSync(path, Buffer.from(text, 'latin1'))
  await page.evaluate(() => {
    document.querySelector('#bench-file')?.remove()
    const field = document.createElement('input')
    field.type = 'file'
    field.id = 'bench-file'
    field.hidden = true
    document.body.append(field)
  })
  await page.setInputFiles('#bench-file', path)
  await page.evaluate((onPage) => { window.__bench.onPage = onPage }, mappings.get(text) ?? nominal)
  ready.set(page, text)
}

/** The same, and then the start screen has come to rest. @param {Page} page @param {string} text */
async function approach(page, text) {
  await handOver(page, text)
  await page.waitForTimeout(1000)
}

/** @param {Page} page */
async function leave(page) {
  if (await page.evaluate(() => window.__bench.open())) await page.evaluate(() => { window.__bench.leave() })
  await page.waitForFunction(() => !window.__bench.open() && document.querySelector('main') !== null)
}

/** @param {Page} page */
async function reopen(page) {
  await page.evaluate(() => { window.__bench.reopen() })
  await page.waitForFunction(() => window.__bench.ready)
}

/** @param {Page} page */
async function openRoom(page) {
  const coming = page.waitForEvent('popup')
  await page.keyboard.press('F5')
  const room = await coming
  await room.waitForSelector('canvas')
  await room.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)) }))
  return room
}

/** In a browser the window itself is closed by the person. @param {Page} page @param {Page} room */
async function closeRoom(page, room) {
  await page.keyboard.press('Shift+F5')
  await room.close()
  // A window that is still going has the name that the next one is opened by.
  await page.waitForTimeout(500)
}

/**
 * One file out of the export panel of the open board: the choices are made first, the clock runs from the action to the
 * finished download.
 * @param {Page} page
 * @param {'svg' | 'png'} kind
 * @param {number} scale
 * @param {boolean} keep
 */
async function exportFile(page, kind, scale, keep) {
  await page.keyboard.press('Control+e')
  await page.waitForFunction(() => window.__bench.exportOpen())
  await page.evaluate((choice) => { window.__bench.chooseExport(choice) }, { format: kind, paper: 'board', orientation: 'auto', tile: null, dpi: DPI * scale })
  // The preview of the choice is painted while nobody waits for the file.
  await page.waitForTimeout(1500)
  const coming = page.waitForEvent('download', { timeout: EXPORT_PATIENCE_MS })
  const startMs = performance.now()
  await page.evaluate(() => { window.__bench.startExport() })
  const download = await coming
  const path = await download.path()
  const ms = performance.now() - startMs
  const file = readFileSync(path)
  await download.delete()
  await page.evaluate(() => { window.__bench.closeExport() })
  await page.waitForFunction(() => !window.__bench.exportOpen())
  const whole = keep ? { base64: file.toString('base64') } : {}
  if (kind === 'svg') return { ms, bytes: file.length, paths: file.toString('utf8').match(/<path/g)?.length ?? 0, ...whole }
  return { ms, bytes: file.length, png: file.readUInt32BE(0) === 0x89504e47, width: file.readUInt32BE(16), height: file.readUInt32BE(20), ...whole }
}

const keys = { pen: 'p', select: 'v' }

/**
 * Droomdoek as it ships: the browser shell, a file dropped on the page, its keys, its export panel. It is a default
 * export and needs nothing but Node, so that other harnesses with this interface can load it too.
 */
// oxlint-disable-next-line import/no-default-export -- the interface of adapters
export default {
  name: 'droomdoek',
  zoomDelta: 10,
  initScript: `window.__benchNominal = ${JSON.stringify(nominal)};\n${readFileSync(new URL('droomdoekHook.js', import.meta.url), 'utf8')}`,
  /** A shell of its own for each browser, on a copy of the empty board: nothing of the last is on it. */
  url() {
    if (givenUrl !== undefined) return givenUrl
    void close()
    shell = startShell(emptyBoard)
    return shell.url
  },
  versions: () => ({ droomdoek: String(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version) }),
  /** @param {Page} _page @param {import('../board.mjs').NeutralBoard} board */
  async prepare(_page, board) {
    const { file, mapping } = await droomdoekFile(board)
    const text = file.toString('latin1')
    mappings.set(text, mapping)
    return text
  },
  approach,
  leave,
  reopen,
  openRoom,
  closeRoom,
  /** @param {Page} page @param {string} text @param {{ readonly n: number }} of */
  async load(page, text, { n }) {
    if (ready.get(page) !== text) await handOver(page, text)
    ready.delete(page)
    return page.evaluate((marked) => {
      const field = document.querySelector('#bench-file')
      const file = field instanceof HTMLInputElement ? field.files?.[0] : undefined
      if (!file) throw new Error('no file lies ready')
      return window.__bench.drop(file, marked)
    }, n > 0)
  },
  /** @param {Page} page @param {'pen' | 'select'} name */
  tool: (page, name) => page.keyboard.press(keys[name]),
  /** The screen around a board that was drawn on at once may still be on its way. @param {Page} page */
  async count(page) {
    await page.waitForFunction(() => window.__bench.open())
    return page.evaluate(() => window.__bench.count())
  },
  /** @param {Page} page */
  painted: (page) => page.evaluate(() => window.__bench.painted()),
  export: exportFile,
  ownProcess: () => shell?.used() ?? { cpuS: 0, memoryMB: 0 },
  close,
}
