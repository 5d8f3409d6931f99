import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { closeTogether, fittedInto, penStrokes } from '../support/penSamples.ts'
import { deskAt, type Desk } from './desk.ts'
import { openInChromium, openOnElectron, type Shell } from './shells.ts'

/** Invented for the test: how often each word was named, by whom, and the votes. The words are those of the day. */
const TRAITS: readonly (readonly [number, string])[] = [
  [2, 'bruisend'], [4, 'Bruisend'], [5, 'bruisend'], [7, 'bruisend'], [6, 'verbinding'], [1, 'verbinding'], [3, 'verbindingen'],
  [5, 'samen'], [2, 'samen'], [1, 'eigenheid'], [6, 'eigenheid'], [7, 'potentie'],
]
const METAPHORS: readonly (readonly [number, string])[] = [[3, 'jungle'], [6, 'mierennest'], [2, 'braderie'], [5, 'panda']]
/** Dots of tables 1–7 for jungle, mierennest, braderie and panda as the room sees them. */
const DOTS: Readonly<Record<string, readonly number[]>> = { panda: [3, 2, 3, 3, 2, 3, 3], jungle: [1, 0, 1, 1, 1, 1, 0], mierennest: [1, 1, 1, 1, 1, 1, 2], braderie: [2, 3, 2, 2, 2, 2, 2] }

/** Where the harvester draws, board units: free room among the metaphors. */
const DRAWING = { x: 640, y: 240, w: 200, h: 110 }

async function harvest(desk: Desk): Promise<void> {
  await desk.start('Samenwerkingsdag')
  await desk.turnTo('3 · Droomwijk')
  await desk.draw(fittedInto(closeTogether(penStrokes(), 8), DRAWING))
  await desk.nameDrawing([{ x: 620, y: 222 }, { x: 860, y: 222 }, { x: 860, y: 372 }, { x: 620, y: 372 }], 'panda')
  for (const [table, word] of TRAITS) await desk.say(table, word)
  for (const [table, word] of METAPHORS) await desk.say(table, word, 'metaphor')
  await desk.saved()
}

async function vote({ page, saved }: Desk): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'stemmen' }).click()
  await page.getByRole('button', { name: 'Stemming openen' }).click()
  await page.getByRole('heading', { name: 'Tafeltelling' }).waitFor()
  for (let table = 1; table <= 7; table++) {
    for (const [metaphor, dots] of Object.entries(DOTS)) {
      await page.getByRole('spinbutton', { name: `${metaphor}, tafel ${table}` }).focus()
      await page.keyboard.press(String(dots[table - 1]))
    }
    await page.keyboard.press('Enter')
  }
  await page.getByText('49 van 49 geteld').waitFor()
  await page.getByRole('button', { name: 'Stemming sluiten' }).click()
  await page.getByRole('button', { name: 'Onthullen' }).click()
  await page.getByText('Panda wint').waitFor()
  await saved()
}

/** The words of the room, as the text twin has them. */
async function expectHarvest(desk: Desk): Promise<void> {
  const twin = await desk.outline()
  for (const word of ['bruisend (4 keer', 'verbinding (3 keer', 'samen (2 keer', 'eigenheid (2 keer', 'potentie', 'jungle', 'mierennest', 'braderie', 'panda']) expect(twin).toContain(word)
}

async function exported(shell: Shell, desk: Desk, format: 'PDF' | 'PNG' | 'Beeldverslag'): Promise<string> {
  await desk.page.keyboard.press('Control+e')
  await desk.page.getByRole('radio', { name: new RegExp(`^${format}`) }).click()
  const file = await shell.saveBy(() => desk.page.getByRole('button', { name: 'Bewaren' }).click())
  await desk.page.getByText('Bewaard.').waitFor({ timeout: 60_000 })
  await desk.page.getByRole('button', { name: /terug naar het bord/ }).click()
  return file
}

async function expectPdf(file: string): Promise<void> {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  for (const word of ['bruisend', 'verbinding', 'samen', 'eigenheid', 'potentie', 'jungle', 'mierennest', 'braderie', 'panda', '×4']) expect(text).toContain(word)
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).split('\n').slice(2).filter(Boolean)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/ yes yes yes /)
  expect(execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).split('\n').slice(2).filter(Boolean)).toEqual([])
}

/** The report of the day: its parts in their order, with the votes as they were counted. */
function expectReport(file: string): void {
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  expect(text).toMatch(/^Beeldverslag Samenwerkingsdag[^]*In dit verslag[^]*Zo koos de zaal[^]*De zaal koos panda\.[^]*panda 19[^]*Uitgebracht: 49 van 49[^]*Wat we hoorden[^]*4 keer gehoord[^]*Het bord als tekst[^]*bruisend \(4 keer/)
}

async function expectPng(file: string): Promise<void> {
  const picture = PNG.sync.read(await readFile(file))
  expect([picture.width, picture.height].sort((a, b) => a - b)).toEqual([2480, 3508])
  let inked = 0
  for (let i = 0; i < picture.data.length; i += 4) if ((picture.data[i] as number) < 90) inked++
  expect(inked / (picture.width * picture.height)).toBeGreaterThan(0.005)
}

/** Whether the room's paper shows dark ink in a part of it, given in shares of the window. */
async function roomHasInk(room: Page): Promise<boolean> {
  const shot = PNG.sync.read(await room.screenshot())
  let dark = 0
  for (let i = 0; i < shot.data.length; i += 4) if ((shot.data[i] as number) + (shot.data[i + 1] as number) + (shot.data[i + 2] as number) < 200) dark++
  return dark > 2000
}

describe.each([['a real Electron with two displays', openOnElectron], ['Chromium', openInChromium]] as const)('the Kiel day on %s', (_where, open) => {
  let folder: string
  let shell: Shell
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'droomdoek-kiel-'))
    shell = await open({ folder, display: inject('display') })
  })
  afterAll(async () => {
    await shell.close()
    await rm(folder, { recursive: true, force: true })
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    process.stderr.write(`${shell.complaints().join('\n')}\n`)
    await (await shell.desk()).screenshot({ path: join(projectRoot, '.cache/test-reports/kiel-day-failed.png') })
  })

  test('is drawn, caught, voted, killed, recovered and printed', async () => {
    const desk = deskAt(await shell.desk())
    await harvest(desk)
    const room = await shell.openRoom(() => desk.page.keyboard.press('F5'))
    await expect.poll(() => roomHasInk(room), { timeout: 20_000 }).toBe(true)
    await desk.page.keyboard.press('Escape')
    await desk.page.keyboard.press('b')
    await expect.poll(() => room.getByTestId('curtain-black').getAttribute('data-shown')).toBe('true')
    await desk.page.keyboard.press('b')
    await vote(desk)
    await expect.poll(() => room.getByText('Jungle', { exact: false }).count(), { timeout: 10_000 }).toBeGreaterThan(0)
    await expectHarvest(desk)

    await shell.kill()
    const again = deskAt(await shell.desk())
    await again.goOn('Samenwerkingsdag')
    await again.turnTo('3 · Droomwijk')
    await expectHarvest(again)
    await expectPdf(await exported(shell, again, 'PDF'))
    expectReport(await exported(shell, again, 'Beeldverslag'))
    await expectPng(await exported(shell, again, 'PNG'))
    expect((await readdir(folder)).filter((name) => name.includes('.part') || name.endsWith('.tmp'))).toEqual([])
    expect(shell.complaints()).toEqual([])
  })
})
