import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Mark } from '../../shared/board/marks.ts'
import { boardOn, marksOn } from './boardTruth.ts'
import { deskAt } from './desk.ts'
import { eventually } from './eventually.ts'
import { handAt } from './hand.ts'
import { openInChromium, openOnElectron, type Shell } from './shells.ts'

const NAME = 'het Kielhof'

/** Two lines and a word on an empty board, kept as a stamp under the name that the word proposes. */
async function keepStamp(page: Page): Promise<void> {
  await deskAt(page).start('Leeg bord')
  const hand = await handAt(page)
  await page.keyboard.press('p')
  await hand.drag({ x: 300, y: 400 }, { x: 300, y: 300 }, { x: 370, y: 240 }, { x: 440, y: 300 }, { x: 440, y: 400 })
  await hand.drag({ x: 300, y: 400 }, { x: 440, y: 402 })
  await page.keyboard.press('t')
  await hand.click({ x: 310, y: 440 })
  await page.keyboard.type(NAME)
  await page.keyboard.press('Escape')
  await eventually(async () => (await marksOn(page)).map(({ kind }) => kind).sort()).toEqual(['stroke', 'stroke', 'text'])
  await page.keyboard.press('v')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Shift+S')
  const field = page.getByRole('textbox', { name: 'hoe heet deze stempel?' })
  await eventually(() => field.inputValue()).toBe(NAME)
  await page.keyboard.press('Enter')
  await page.getByText(`“${NAME}” staat bij je eigen stempels.`).waitFor()
}

/** Another board than the empty one, which the start screen now offers to go on with. */
async function newBoard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'terug naar het begin' }).click()
  await deskAt(page).start('Samenwerkingsdag')
}

/** What was put down as one thing on the board in hand. */
const inGroups = async (page: Page): Promise<readonly Mark[]> => (await marksOn(page)).filter(({ groups }) => groups !== undefined)

const ownStamps = (page: Page) => page.getByRole('listbox', { name: 'Eigen stempels' }).getByRole('option')

/** Whether the picture of a stamp in the picker has ink in it. */
function hasInk(page: Page): Promise<boolean> {
  return page.locator('[role=listbox] canvas').first().evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    return data.some((value, i) => i % 4 === 3 && value > 120)
  })
}

async function ringIs(page: Page): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
  const box = await page.getByTestId('found').boundingBox()
  if (!box) throw new Error('Nothing is shown as found')
  return box
}

describe.each([['Chromium', openInChromium], ['Electron', openOnElectron]] as const)('on %s', (_, open) => {
  let shell: Shell
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shelf-'))
    shell = await open({ folder, display: inject('display') })
  }, 120_000)
  afterAll(async () => {
    await shell.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('a stamp that was kept on one board is put down on another, and is still there after a power cut', async () => {
    const first = await shell.desk()
    await keepStamp(first)
    await newBoard(first)
    await first.keyboard.press('s')
    await eventually(() => ownStamps(first).count()).toBe(1)
    await eventually(() => hasInk(first)).toBe(true)
    await first.getByRole('textbox', { name: 'zoek een stempel' }).fill('kielhof')
    await first.keyboard.press('Enter')
    await eventually(() => first.getByRole('option', { name: NAME }).getAttribute('aria-selected')).toBe('true')
    await (await handAt(first)).click({ x: 250, y: 600 })
    await eventually(async () => (await inGroups(first)).length).toBe(3)
    const marks = await inGroups(first)
    expect(marks.map(({ kind }) => kind).sort()).toEqual(['stroke', 'stroke', 'text'])
    expect(new Set(marks.map(({ groups }) => groups?.[0])).size).toBe(1)
    expect(marks[0]?.groups).toHaveLength(1)
    const { inks } = await boardOn(first)
    for (const mark of marks) if (mark.kind === 'stroke') expect(inks[mark.ink]).toBeTruthy()
    await first.keyboard.press('Escape')
    await first.keyboard.press('Escape')
    await first.keyboard.press('Control+z')
    await eventually(async () => (await inGroups(first)).length).toBe(0)
    await first.keyboard.press('Control+Shift+z')
    await eventually(async () => (await inGroups(first)).length).toBe(3)
    await deskAt(first).saved()

    await shell.kill()
    const second = await shell.desk()
    await deskAt(second).start('Samenwerkingsdag')
    await second.keyboard.press('s')
    await eventually(() => ownStamps(second).count()).toBe(1)
    await ownStamps(second).first().click()
    await second.getByRole('button', { name: `“${NAME}” weghalen` }).click()
    await eventually(() => ownStamps(second).count()).toBe(0)
    await second.getByRole('button', { name: 'terugzetten' }).click()
    await eventually(() => ownStamps(second).allInnerTexts()).toEqual([NAME])
  }, 180_000)

  test('all own stamps go into one file, and come out of it again where they were not', async () => {
    const page = await shell.desk()
    const name = 'stempels meenemen'
    const path = await shell.saveBy(async () => {
      await page.getByRole('button', { name }).click()
      await page.getByRole('menuitem', { name: 'eigen stempels bewaren in een bestand' }).click()
    })
    expect(path).toMatch(/\.doekstempels$/)
    const take = async (): Promise<void> => {
      await page.getByRole('button', { name }).click()
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: 'stempels uit een bestand halen' }).click()])
      await chooser.setFiles(path)
    }
    await take()
    await page.getByText('Deze stempels had je al.').waitFor()
    await ownStamps(page).first().click()
    await page.getByRole('button', { name: `“${NAME}” weghalen` }).click()
    await eventually(() => ownStamps(page).count()).toBe(0)
    await take()
    await page.getByText('één stempel erbij.').waitFor()
    await eventually(() => ownStamps(page).allInnerTexts()).toEqual([NAME])
  }, 90_000)

  test('a word on another page is found with the keyboard alone, and Esc gives the view back', async () => {
    const page = await shell.desk()
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'terug naar het begin' }).click()
    await deskAt(page).start('Samenwerkingsdag')
    const before = await (await handAt(page)).sheet()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('METAFOREN')
    const said = page.getByRole('search').getByRole('status')
    await eventually(() => said.innerText()).toMatch(/^Metaforen · .* · blad 3, Droomwijk$/)
    await eventually(() => page.getByRole('button', { name: '3 · Droomwijk', exact: true }).getAttribute('aria-current')).toBe('page')
    const ring = await ringIs(page)
    const sheet = await (await handAt(page)).sheet()
    expect(ring.x).toBeGreaterThan(sheet.x)
    expect(ring.y + ring.height).toBeLessThan(sheet.y + sheet.height)
    await page.keyboard.press('Control+a')
    await page.keyboard.type('huis')
    await eventually(() => said.innerText()).toMatch(/stempel · blad 1, Welkom$/)
    await eventually(() => page.getByRole('button', { name: '1 · Welkom', exact: true }).getAttribute('aria-current')).toBe('page')
    const firstSaid = await said.innerText()
    await page.keyboard.press('Enter')
    await eventually(() => said.innerText()).not.toBe(firstSaid)
    await page.keyboard.press('Shift+Enter')
    await eventually(() => said.innerText()).toBe(firstSaid)
    await page.keyboard.press('Escape')
    await eventually(() => page.getByRole('search').count()).toBe(0)
    expect(await page.getByTestId('found').count()).toBe(0)
    await eventually(() => page.getByRole('button', { name: '1 · Welkom', exact: true }).getAttribute('aria-current')).toBe('page')
    await eventually(async () => (await handAt(page)).sheet()).toEqual(before)
  }, 90_000)

  test('no window complained of anything', () => { expect(shell.complaints()).toEqual([]) })
})

describe('opening and closing again and again', () => {
  let shell: Shell
  beforeAll(async () => { shell = await openInChromium({ folder: tmpdir(), display: '' }) })
  afterAll(() => shell.close())

  test('leaves no listeners and no elements of the picker, the search and boards behind', async () => {
    const page = await shell.desk()
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')
    const round = async (): Promise<void> => {
      await deskAt(page).start('Leeg bord')
      await page.keyboard.press('s')
      await page.getByRole('textbox', { name: 'zoek een stempel' }).fill('markt')
      await page.getByRole('option', { name: 'kraam' }).first().waitFor()
      for (let i = 0; i < 2; i++) await page.keyboard.press('Escape')
      await page.getByRole('textbox', { name: 'zoek een stempel' }).waitFor({ state: 'detached' })
      await page.keyboard.press('Control+f')
      await page.keyboard.type('niets')
      await page.getByText('niet gevonden').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('search').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'terug naar het begin' }).click()
      await page.getByRole('heading', { name: 'Nieuw bord' }).waitFor()
    }
    const count = async (): Promise<{ readonly listeners: number; readonly nodes: number }> => {
      // Twice: what the first collection frees may hold on to more.
      for (let i = 0; i < 2; i++) await cdp.send('HeapProfiler.collectGarbage')
      const { metrics } = await cdp.send('Performance.getMetrics')
      const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0
      return { listeners: of('JSEventListeners'), nodes: of('Nodes') }
    }
    for (let i = 0; i < 2; i++) await round()
    const early = await count()
    const ROUNDS = 6
    for (let i = 0; i < ROUNDS; i++) await round()
    const late = await count()
    expect((late.listeners - early.listeners) / ROUNDS).toBeLessThan(1)
    expect((late.nodes - early.nodes) / ROUNDS).toBeLessThan(6)
  }, 180_000)
})
