import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { launchInChromium, type BrowserApp } from '../support/chromiumApp.ts'
import { inkMissed } from '../support/inkMissed.ts'
import { documentOf, finishedKiel } from '../support/kielHarvest.ts'
import { deskAt } from './desk.ts'
import { handAt } from './hand.ts'

/** A window in which the sheet is as wide as the page at this resolution, to half a pixel. */
const WINDOW_PX = { width: 1591, height: 1000 }
const DPI = 73
/** What two rasterisers make of an edge: this far apart, px, and such a share of the ink. */
const REACH_PX = 1
const MOST_MISSED = 0.02

let folder: string
let app: BrowserApp
const convert = (...args: readonly string[]): void => { execFileSync(process.execPath, [join(projectRoot, 'dist/cli.cjs'), 'convert', ...args], { stdio: 'pipe' }) }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'droomdoek-print-'))
  await writeFile(join(folder, 'kiel.json'), JSON.stringify(documentOf(finishedKiel())))
  convert(join(folder, 'kiel.json'), join(folder, 'kiel.doek'))
  app = await launchInChromium({ args: [join(folder, 'kiel.doek')] })
  await app.desk.setViewportSize(WINDOW_PX)
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

/** A picture cut to the size that two have in common. */
function cutTo({ data, width }: PNG, w: number, h: number): PNG {
  const cut = new PNG({ width: w, height: h })
  for (let y = 0; y < h; y++) data.copy(cut.data, y * w * 4, y * width * 4, (y * width + w) * 4)
  return cut
}

test('the harvested page looks on the screen as it does in its PNG', async () => {
  await deskAt(app.desk).turnTo('3 · Droomwijk')
  const { x, y, width, height } = await (await handAt(app.desk)).sheet()
  const shoot = async (): Promise<Buffer> => app.desk.screenshot({ clip: { x: Math.round(x), y: Math.round(y), width: Math.floor(width), height: Math.floor(height) } })
  let shot = await shoot()
  await expect.poll(async () => { const before = shot; shot = await shoot(); return before.equals(shot) }, { timeout: 10_000 }).toBe(true)
  convert(join(folder, 'kiel.doek'), join(folder, 'page.png'), '--page', '3', '--paper', 'board', '--margins', 'none', '--dpi', String(DPI))
  const screen = PNG.sync.read(shot), print = PNG.sync.read(await readFile(join(folder, 'page.png')))
  expect(Math.abs(screen.width - print.width)).toBeLessThanOrEqual(1)
  const w = Math.min(screen.width, print.width), h = Math.min(screen.height, print.height)
  expect(inkMissed(cutTo(screen, w, h), cutTo(print, w, h), REACH_PX)).toBeLessThan(MOST_MISSED)
  expect(app.complaints).toEqual([])
})
