import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { droomdoekFile } from '../bench/adapter/droomdoekFile.mjs'
import { neutralBoard } from '../bench/board.mjs'
import { launchInChromium, type BrowserApp } from '../support/chromiumApp.ts'
import { removeHome } from '../support/electronApp.ts'

const STROKES = 300

let folder = ''
let app: BrowserApp

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'droomdoek-pan-'))
  const board = join(folder, 'board.doek')
  await writeFile(board, (await droomdoekFile(neutralBoard(STROKES))).file)
  app = await launchInChromium({ args: [board] })
  await app.desk.getByRole('toolbar').first().waitFor()
  await countPaths(app.desk)
  await deskIsPicture(app.desk)
})

afterAll(async () => {
  await app.close()
  await removeHome(app.home)
  await rm(folder, { recursive: true })
})

/** What the main thread has done with paths and with ready pictures since the last `takeCounts`. */
type Counts = { readonly fills: number; readonly paths: number; readonly pictures: number }

declare global {
  interface Window { painted: { fills: number; paths: number; pictures: number } }
}

/** Counts every path that the page's main thread makes or paints, and every picture that it places. */
async function countPaths(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.painted = { fills: 0, paths: 0, pictures: 0 }
    const methods = CanvasRenderingContext2D.prototype as unknown as Record<string, (...args: unknown[]) => unknown>
    const count = (name: string, counter: keyof Counts): void => {
      const own = methods[name]
      if (!own) throw new Error(`a 2D context has no ${name}`)
      methods[name] = function counted(this: CanvasRenderingContext2D, ...args: unknown[]) {
        window.painted[counter] += 1
        return Reflect.apply(own, this, args)
      }
    }
    count('fill', 'fills')
    count('stroke', 'fills')
    count('drawImage', 'pictures')
    const OwnPath = window.Path2D
    window.Path2D = class extends OwnPath {
      constructor(...args: ConstructorParameters<typeof OwnPath>) {
        super(...args)
        window.painted.paths += 1
      }
    }
  })
}

async function takeCounts(page: Page): Promise<Counts> {
  return page.evaluate(() => {
    const counts = window.painted
    window.painted = { fills: 0, paths: 0, pictures: 0 }
    return counts
  })
}

/** Turns the wheel over the middle of the window, one event per frame. */
async function turnWheel(page: Page, events: number, dx: number, dy: number): Promise<void> {
  await page.mouse.move(640, 360)
  for (let i = 0; i < events; i++) {
    await page.mouse.wheel(dx, dy)
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(resolve) }))
  }
}

/** The desk is kept as a picture once the window has had its size for a while: until then every frame fills it anew. */
async function deskIsPicture(page: Page): Promise<void> {
  const untilMs = Date.now() + 20_000
  for (let aside = 1; Date.now() < untilMs; aside = -aside) {
    await takeCounts(page)
    await turnWheel(page, 2, aside, 0)
    const { fills, pictures } = await takeCounts(page)
    if (fills === 0 && pictures > 0) return
  }
  throw new Error('The desk is filled anew in every frame')
}

describe('a board of hundreds of strokes', () => {
  it('is panned without painting a path on the main thread', async () => {
    await takeCounts(app.desk)
    await turnWheel(app.desk, 40, 12, 9)
    const counts = await takeCounts(app.desk)
    expect(counts.pictures).toBeGreaterThan(0)
    expect(counts).toMatchObject({ fills: 0, paths: 0 })
  })

  it('is zoomed without painting a path on the main thread', async () => {
    await app.desk.keyboard.down('Control')
    await turnWheel(app.desk, 20, 0, -20)
    await app.desk.keyboard.up('Control')
    const counts = await takeCounts(app.desk)
    expect(counts.pictures).toBeGreaterThan(0)
    expect(counts).toMatchObject({ fills: 0, paths: 0 })
  })

  it('paints nothing but the line itself while one draws', async () => {
    await takeCounts(app.desk)
    await app.desk.keyboard.press('p')
    await app.desk.mouse.move(500, 300)
    await app.desk.mouse.down()
    for (let i = 1; i <= 10; i++) await app.desk.mouse.move(500 + 12 * i, 300 + 8 * i)
    await app.desk.mouse.up()
    const { fills } = await takeCounts(app.desk)
    expect(fills).toBeGreaterThan(0)
    expect(fills).toBeLessThan(STROKES / 3)
  })
})
