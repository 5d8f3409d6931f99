import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Page } from 'playwright'
import { onTestFailed, test } from 'vitest'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { launchInChromium } from '../support/chromiumApp.ts'
import { startDisplays } from '../support/displays.ts'
import { launchApp, removeHome } from '../support/electronApp.ts'
import { drawKitBoard } from './kitBoard.ts'

/** Those that the project shows, and those that are only looked at. */
const SHOWN = join(projectRoot, 'resources/pictures'), LOOKED_AT = join(projectRoot, '.cache/pictures')

/** Width at which the picture of a projector (2.4 m) fills the same angle from 60 cm as it does in the room from ten metres, px. */
const TEN_METRES_PX = 544

type SizePx = { readonly width: number; readonly height: number }

async function shot(page: Page, path: string, size: SizePx | null): Promise<void> {
  if (size) await page.setViewportSize(size)
  await page.waitForTimeout(1500)
  await mkdir(join(path, '..'), { recursive: true })
  await page.screenshot({ path })
}

/** The picture as the last row sees it. */
async function fromTenMetres(path: string, to: string): Promise<void> {
  const picture = await loadImage(await readFile(path))
  const canvas = createCanvas(TEN_METRES_PX, Math.round((TEN_METRES_PX * picture.height) / picture.width))
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  await writeFile(to, canvas.toBuffer('image/png'))
}

test('a board drawn with the whole kit, on the desk, in the room and from ten metres', async () => {
  const running = await launchInChromium()
  const page = running.desk
  onTestFailed(() => shot(page, join(LOOKED_AT, 'kit-failed.png'), null))
  await page.setViewportSize({ width: 1600, height: 1000 })
  const desk = await drawKitBoard(page)
  await desk.saved()
  const [room] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('F5')])
  await shot(page, join(LOOKED_AT, 'kit-charter-desk.png'), null)
  await shot(room, join(SHOWN, 'kit-charter.png'), { width: 1920, height: 1080 })
  await page.keyboard.press('PageUp')
  await shot(page, join(SHOWN, 'kit-desk.png'), null)
  await shot(page, join(LOOKED_AT, 'kit-desk-small.png'), { width: 1280, height: 720 })
  await shot(room, join(SHOWN, 'kit-room.png'), null)
  for (const name of ['kit-room', 'kit-charter']) await fromTenMetres(join(SHOWN, `${name}.png`), join(name === 'kit-room' ? SHOWN : LOOKED_AT, `${name}-from-ten-metres.png`))
  await running.close()
  await removeHome(running.home)
}, 400_000)

test('the same on the desktop app, in Dutch and then in English', async () => {
  const displays = await startDisplays()
  const dutch = await launchApp({ display: displays.name })
  onTestFailed(() => shot(dutch.desk, join(LOOKED_AT, 'kit-electron-failed.png'), null))
  const desk = await drawKitBoard(dutch.desk)
  await desk.saved()
  await shot(dutch.desk, join(LOOKED_AT, 'kit-electron-charter.png'), null)
  await dutch.desk.keyboard.press('PageUp')
  const [room] = await Promise.all([dutch.app.waitForEvent('window'), dutch.desk.keyboard.press('F5')])
  await shot(room, join(LOOKED_AT, 'kit-electron-room.png'), null)
  await shot(dutch.desk, join(LOOKED_AT, 'kit-electron-desk.png'), null)
  await dutch.close()
  const english = await launchApp({ display: displays.name, home: dutch.home, lang: 'en' })
  await english.desk.getByRole('button', { name: /Leeg bord/ }).first().click()
  await english.desk.getByTestId('sheet').waitFor()
  await english.desk.keyboard.press('t')
  await shot(english.desk, join(LOOKED_AT, 'kit-electron-english.png'), null)
  await english.close()
  await removeHome(dutch.home)
  await displays.stop()
}, 400_000)
