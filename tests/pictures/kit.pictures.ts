import { join } from 'node:path'
import type { Page } from 'playwright'
import { onTestFailed, test } from 'vitest'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { launchInChromium } from '../support/chromiumApp.ts'
import { drawKitBoard } from './kitBoard.ts'

const place = (name: string): string => join(projectRoot, '.cache/pictures', `${name}.png`)

async function shot(page: Page, name: string, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(size)
  await page.waitForTimeout(1500)
  await page.screenshot({ path: place(name) })
}

test('the whole kit on a board', async () => {
  const running = await launchInChromium()
  const page = running.desk
  onTestFailed(async () => { await page.screenshot({ path: place('failed') }) })
  await page.setViewportSize({ width: 1600, height: 1000 })
  page.setDefaultTimeout(8000)
  const desk = await drawKitBoard(page)
  await desk.saved()
  const [room] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('F5')])
  for (const [sheet, key] of [['charter', ''], ['neighbourhood', 'PageUp']] as const) {
    if (key !== '') await page.keyboard.press(key)
    await shot(page, `kit-desk-${sheet}`, { width: 1600, height: 1000 })
    await shot(page, `kit-desk-small-${sheet}`, { width: 1280, height: 720 })
    await shot(room, `kit-room-${sheet}`, { width: 1920, height: 1080 })
  }
  await running.close()
}, 240_000)
