import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { launchInChromium, type BrowserApp } from '../support/chromiumApp.ts'
import { launchApp, makeHome, removeHome, type RunningApp } from '../support/electronApp.ts'

/** One way to run the app, with what a test needs of it whatever the shell. */
export type Shell = {
  readonly desk: () => Promise<Page>
  readonly openRoom: (press: () => Promise<void>) => Promise<Page>
  /** Saves a file as a person does and gives its path. */
  readonly saveBy: (press: () => Promise<void>) => Promise<string>
  /** Ends the app as a power cut does and starts it again on the same home folder. */
  readonly kill: () => Promise<void>
  readonly complaints: () => readonly string[]
  readonly close: () => Promise<void>
}

export type ShellOptions = { readonly folder: string; readonly display: string }

/** The newest file in a folder that was not there before. */
async function newFile(folder: string, before: readonly string[]): Promise<string> {
  for (let i = 0; i < 600; i++) {
    const found = (await readdir(folder)).find((name) => !before.includes(name) && !name.startsWith('.'))
    if (found !== undefined) return join(folder, found)
    await new Promise((resolve) => { setTimeout(resolve, 100) })
  }
  throw new Error(`Nothing was saved in ${folder}`)
}

/** The desktop app; files are saved into `folder`. */
export async function openOnElectron({ folder, display }: ShellOptions): Promise<Shell> {
  const home = await makeHome()
  const start = (): Promise<RunningApp> => launchApp({ display, home, env: { DROOMDOEK_TEST: '1', DROOMDOEK_TEST_DIALOG_PATH: `${folder}/` } })
  let running = await start()
  return {
    desk: async () => running.desk,
    async openRoom(press) {
      const [room] = await Promise.all([running.app.waitForEvent('window'), press()])
      return room
    },
    async saveBy(press) {
      const before = await readdir(folder)
      await press()
      return newFile(folder, before)
    },
    async kill() {
      await running.kill()
      running = await start()
    },
    complaints: () => running.complaints,
    async close() {
      await running.close()
      await removeHome(home)
    },
  }
}

/** The same app in Debian's Chromium; downloads go to `folder`. */
export async function openInChromium({ folder }: ShellOptions): Promise<Shell> {
  const home = await makeHome()
  let running: BrowserApp = await launchInChromium({ home })
  return {
    desk: async () => running.desk,
    async openRoom(press) {
      const [room] = await Promise.all([running.desk.context().waitForEvent('page'), press()])
      return room
    },
    async saveBy(press) {
      const [download] = await Promise.all([running.desk.waitForEvent('download', { timeout: 60_000 }), press()])
      const path = join(folder, download.suggestedFilename())
      await download.saveAs(path)
      return path
    },
    async kill() {
      await running.kill()
      running = await launchInChromium({ home })
    },
    complaints: () => running.complaints,
    async close() {
      await running.close()
      await removeHome(home)
    },
  }
}

/** Both ways to run the app: what a person does is described once and done on each. */
export const SHELLS = [['the browser shell', openInChromium], ['Electron', openOnElectron]] as const
