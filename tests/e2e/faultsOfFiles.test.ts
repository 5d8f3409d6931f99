import { spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest'
import { readBoardFile } from '../../electron/services/boardFile/readBoardFile.ts'
import { writeBoardFile } from '../../electron/services/boardFile/writeBoardFile.ts'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import type { PlainDocument } from '../../shared/contract/boards.ts'
import { everyKind } from '../samples/everyKind.ts'
import { launchInChromium } from '../support/chromiumApp.ts'
import { environmentOf, launchApp, makeHome, removeHome, testSwitches, type RunningApp } from '../support/electronApp.ts'
import { electronDist } from '../support/electronFromPypi.mjs'
import { smallDisk } from '../support/smallDisk.ts'
import { boardOn, boardsOn, marksOn } from './boardTruth.ts'
import { deskAt } from './desk.ts'
import { eventually } from './eventually.ts'
import { handAt } from './hand.ts'

let home: string

beforeEach(async () => { home = await makeHome() })
afterEach(() => removeHome(home))

/** Starts the app; whatever a dialog asks for, the answer is this path. */
async function startWith(dialogPath: string): Promise<RunningApp> {
  const running = await launchApp({ display: inject('display'), home, env: { DROOMDOEK_TEST: '1', DROOMDOEK_TEST_DIALOG_PATH: dialogPath } })
  onTestFinished(() => running.close().catch(() => undefined))
  return running
}

async function strokeOn(page: Page, y: number): Promise<void> {
  const before = (await marksOn(page)).length
  await page.keyboard.press('p')
  await (await handAt(page)).drag({ x: 300, y }, { x: 500, y: y + 20 })
  await eventually(async () => (await marksOn(page)).length).toBe(before + 1)
}

/** Reads a notice and puts it away. */
async function readNotice(page: Page, sentence: string): Promise<void> {
  const notice = page.getByRole('list', { name: 'meldingen' }).getByRole('listitem').filter({ hasText: sentence })
  await notice.waitFor({ timeout: 20_000 })
  expect(await notice.innerText()).not.toMatch(/undefined|\{\{|Error|\.what|\.next/)
  await notice.getByRole('button').last().click()
  await eventually(() => notice.count()).toBe(0)
}

/** Drops a file on the window, as a file manager does. */
async function dropFile(page: Page, path: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  await cdp.detach()
}

describe('a file that is no sound board', () => {
  const sample = join(projectRoot, 'tests/samples/board-v1.doek')
  const files: readonly (readonly [string, string, (path: string) => Promise<void>])[] = [
    ['cut short', 'Dit bestand is beschadigd.', async (path) => {
      await copyFile(sample, path)
      await truncate(path, Math.floor((await stat(path)).size * 0.6))
    }],
    ['altered in the middle', 'Dit bestand is beschadigd.', async (path) => {
      const bytes = await readFile(sample)
      bytes.fill(0x55, 200, 260)
      await writeFile(path, bytes)
    }],
    ['something else with that name', 'Dit is geen Droomdoek-bestand.', (path) => writeFile(path, 'Lieve buren, tot donderdag!')],
    ['made by a newer Droomdoek', 'Dit bord komt uit een nieuwere Droomdoek.', async (path) => {
      const document = { ...everyKind, board: { ...everyKind.board, version: 99 } } as unknown as PlainDocument
      await rm(path)
      await writeBoardFile(path, { document, seq: 0, playback: null, assets: [], thumbnail: null, people: null }, { savedMs: 1_700_000_000_000, app: '99.0.0', mark: 'fedcba9876543210' })
    }],
    ['not there any more', 'Dit bestand gaat niet open.', (path) => rm(path)],
  ]

  test('is refused in one plain sentence, by the dialog and by a drop, and nothing comes of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'droomdoek-files-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const path = join(folder, 'bord.doek')
    const { desk, complaints } = await startWith(path)
    for (const [, sentence, make] of files) {
      await make(path)
      const before = await readFile(path).catch(() => null)
      await desk.getByRole('button', { name: 'bord openen' }).click()
      await readNotice(desk, sentence)
      if (before) {
        await dropFile(desk, path)
        await readNotice(desk, sentence)
      }
      expect(await boardsOn(desk)).toEqual([])
      expect(await readFile(path).catch(() => null)).toEqual(before)
    }
    expect(await readdir(folder)).toEqual([])
    // The start screen still works after all that, and a board that was dropped keeps to its file.
    await copyFile(sample, path)
    await dropFile(desk, path)
    await desk.getByTestId('sheet').waitFor()
    expect((await boardsOn(desk)).length).toBe(1)
    expect((await boardOn(desk)).filePath).toBe(path)
    expect(complaints).toEqual([])
  })
})

describe('a board that is open already', () => {
  test('is not opened a second time: the other window says so, and the first goes on', async () => {
    const first = await startWith('')
    await deskAt(first.desk).start('Leeg bord')
    await strokeOn(first.desk, 300)
    const second = await launchInChromium({ home })
    onTestFinished(second.close)
    await second.desk.getByRole('button', { name: /Leeg bord|Nieuw bord|openen/i }).first().waitFor()
    const [card] = await boardsOn(second.desk)
    await second.desk.getByRole('button', { name: `Openen: ${card?.title}` }).click()
    await readNotice(second.desk, 'Dit bord staat al open in een ander venster.')
    expect(await second.desk.getByTestId('sheet').count()).toBe(0)
    await strokeOn(first.desk, 400)
    expect((await marksOn(first.desk)).length).toBe(2)
    expect([...first.complaints, ...second.complaints]).toEqual([])
  })

  test('is shown by the window that has it when the app is started again', async () => {
    const first = await startWith('')
    await deskAt(first.desk).start('Leeg bord')
    await strokeOn(first.desk, 300)
    const again = spawn(join(electronDist, 'electron'), [...testSwitches, projectRoot], { cwd: home, env: environmentOf(home, { DISPLAY: inject('display') }), stdio: 'ignore' })
    expect(await new Promise((resolve) => { again.once('exit', resolve) })).toBe(0)
    await strokeOn(first.desk, 400)
    expect(first.app.windows().length).toBe(1)
  })
})

describe('a place that cannot be written', () => {
  test('is named when a board is saved there, the board stays usable, and it is saved once there is room', async () => {
    const disk = await smallDisk(2)
    const { desk, complaints } = await startWith(`${disk.path}/`)
    await deskAt(desk).start('Leeg bord')
    await strokeOn(desk, 200)
    disk.setReadOnly(true)
    await desk.keyboard.press('Control+s')
    await readNotice(desk, 'In deze map mag Droomdoek niet schrijven.')
    await strokeOn(desk, 300)
    disk.setReadOnly(false)
    disk.unplug()
    await rm(disk.path, { recursive: true })
    await desk.keyboard.press('Control+s')
    await readNotice(desk, 'De stick of map is weg.')
    await strokeOn(desk, 400)
    await mkdir(disk.path)
    disk.plug()
    await disk.fill()
    await desk.keyboard.press('Control+s')
    await readNotice(desk, 'De schijf is vol.')
    await strokeOn(desk, 500)
    expect(await readdir(disk.path)).toEqual(['filler'])
    await disk.empty()
    await desk.keyboard.press('Control+s')
    await eventually(() => readdir(disk.path)).toEqual(['Leeg bord.doek'])
    expect((await readBoardFile(join(disk.path, 'Leeg bord.doek'))).document.board).toEqual((await boardOn(desk)).board)
    expect((await marksOn(desk)).length).toBe(4)
    expect(complaints).toEqual([])
  })
})
