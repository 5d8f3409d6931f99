import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { marksOn } from './boardTruth.ts'
import { deskAt } from './desk.ts'
import { eventually } from './eventually.ts'
import { handAt } from './hand.ts'
import { SHELLS, type Shell } from './shells.ts'

/** Where strokes are drawn from left to right, board units; nothing is drawn half-way between them. */
const LINES = [200, 400, 600] as const
const PAGE = { w: 1200, h: 849 }

type Seen = { readonly seconds: number; readonly w: number; readonly h: number; readonly first: readonly number[]; readonly last: readonly number[]; readonly paper: readonly number[] }

/** Plays a film in a browser that knows nothing of the app: its length, its size, and how dark it is on each line at both ends and beside them. */
async function watch(browser: Browser, file: string): Promise<Seen> {
  const page = await browser.newPage()
  try {
    return await page.evaluate(async ({ base64, lines, paperAt, size }) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      const video = document.createElement('video')
      video.muted = true
      video.src = URL.createObjectURL(new Blob([bytes], { type: 'video/webm' }))
      await new Promise((resolve, reject) => { video.onloadeddata = resolve; video.onerror = () => { reject(new Error(`the film cannot be played: ${video.error?.message}`)) } })
      const { videoWidth: w, videoHeight: h, duration } = video
      const canvas = new OffscreenCanvas(w, h)
      const context = canvas.getContext('2d')
      const scale = Math.min(w / size.w, h / size.h)
      const lightAt = async (seconds: number, ys: readonly number[]): Promise<number[]> => {
        video.currentTime = seconds
        await new Promise((resolve) => { video.onseeked = resolve })
        context?.drawImage(video, 0, 0)
        return ys.map((y) => context?.getImageData(Math.round((w - size.w * scale) / 2 + 600 * scale), Math.round((h - size.h * scale) / 2 + y * scale), 1, 1).data[1] ?? -1)
      }
      return { seconds: duration, w, h, first: await lightAt(0, lines), last: await lightAt(duration - 0.01, lines), paper: await lightAt(duration - 0.01, paperAt) }
    }, { base64: (await readFile(file)).toString('base64'), lines: LINES, paperAt: [100, 300, 500, 700], size: PAGE })
  } finally {
    await page.close()
  }
}

describe.each(SHELLS)('the harvest played back on %s', (_name, open) => {
  let folder: string, shell: Shell, page: Page, browser: Browser

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'droomdoek-film-'))
    shell = await open({ folder, display: inject('display') })
    page = await shell.desk()
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
    await deskAt(page).start('Leeg bord')
    const hand = await handAt(page)
    await page.keyboard.press('p')
    for (const y of LINES) await hand.drag({ x: 150, y }, { x: 600, y }, { x: 1050, y })
  })
  afterAll(async () => {
    await browser.close()
    await shell.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('runs here and in the room, and leaves both as they were', async () => {
    await eventually(async () => (await marksOn(page)).length).toBe(3)
    await page.keyboard.press('F9')
    await page.getByTestId('film').waitFor()
    // The board behind it is out of reach, for keys and for the clipboard.
    expect(await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('button, input, [tabindex="0"]')].filter((part) => !part.closest('[inert], [role=dialog]') && part.checkVisibility()).map((part) => part.outerHTML.slice(0, 80)))).toEqual([])
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'een woord')
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    })
    const room = await shell.openRoom(() => page.getByRole('button', { name: 'Op het zaalscherm' }).click())
    await room.locator('[data-testid=room-film][data-shown=true]').waitFor()
    const place = page.getByRole('slider', { name: 'plaats in de film' })
    await page.keyboard.press('End')
    await page.keyboard.press('Space')
    await eventually(async () => Number(await place.inputValue())).toBeGreaterThan(400)
    await page.keyboard.press('Space')
    await page.keyboard.press('b')
    await room.locator('[data-testid=curtain-black][data-shown=true]').waitFor({ state: 'attached' })
    await page.keyboard.press('b')
    expect(await place.getAttribute('aria-valuetext')).toMatch(/^0:\d\d van 0:\d\d, getekend om \d\d\.\d\d$/)
    await page.keyboard.press('Escape')
    await eventually(() => room.getByTestId('room-film').count()).toBe(0)
    expect(await page.getByTestId('film').count()).toBe(0)
    expect(await marksOn(page)).toHaveLength(3)
  })

  test('is saved as a film that any browser plays: an empty sheet first, and the board at the end', async () => {
    await page.keyboard.press('F9')
    await page.getByRole('radio', { name: '1280 × 720' }).click()
    expect(await page.getByText('De film toont ook wat later werd weggeveegd.').isVisible()).toBe(true)
    const path = await shell.saveBy(() => page.getByRole('button', { name: 'Film bewaren' }).click())
    await page.getByText('De film is bewaard.').waitFor()
    expect(basename(path)).toMatch(/\.webm$/)
    const seen = await watch(browser, path)
    expect([seen.w, seen.h]).toEqual([1280, 720])
    const length = Number(await page.getByRole('slider', { name: 'plaats in de film' }).getAttribute('max'))
    expect(Math.abs(seen.seconds * 1000 - length)).toBeLessThan(100)
    for (const light of [...seen.first, ...seen.paper]) expect(light, 'paper').toBeGreaterThan(235)
    for (const light of seen.last) expect(light, 'ink').toBeLessThan(110)
    await page.keyboard.press('Escape')
    expect(shell.complaints()).toEqual([])
  })
})
