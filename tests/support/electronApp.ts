import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, errors, type ElectronApplication, type Page } from 'playwright'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { electronDist } from './electronFromPypi.mjs'

export type LaunchOptions = {
  /** The X server of the run: `inject('display')`. */
  readonly display: string
  /** Home folder of the person; a new empty one when left out. Give the same one to start again after a crash. */
  readonly home?: string
  /** Language of the interface, Dutch when left out. */
  readonly lang?: 'nl' | 'en'
  /** What comes after the app on the command line: a board, switches. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export type RunningApp = {
  readonly app: ElectronApplication
  /** The first window, loaded. */
  readonly desk: Page
  readonly home: string
  /** Errors that any window has written to its console or thrown so far. */
  readonly complaints: readonly string[]
  /** Closes as a person does, by the last window; leaves the home folder. */
  readonly close: () => Promise<void>
  /** Ends the process at once, as a power cut does; leaves the home folder. */
  readonly kill: () => Promise<void>
}

/** A new, empty home folder; `removeHome` takes it away again. */
export async function makeHome(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'droomdoek-home-'))
}

/** Removes a home folder, also while an ending process still writes its last files into it. */
export async function removeHome(home: string): Promise<void> {
  await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/**
 * Environment of somebody whose home folder is `home`: nothing of this machine's own settings is read,
 * nothing is written outside it.
 */
export function environmentOf(home: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    ...more,
  }
}

/** Switches that Chromium needs on a test machine: as root it starts only without its sandbox. */
export const testSwitches: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** So long may the app take to come up, ms: ten times what it takes on a busy machine. Playwright would wait for three minutes, longer than a test may last. */
const UP_MS = 45_000

/** Twice in some dozens of runs of all tests an app did not come up, it is not known why: what it said is told, and it is started again, once. */
async function startedAgain(start: () => Promise<ElectronApplication>): Promise<ElectronApplication> {
  try {
    return await start()
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error
    process.stderr.write(`The app did not come up and is started again. ${error.message}\n`)
    return start()
  }
}

/**
 * Starts the built app in the tested Electron on the given display and waits until its first window
 * has loaded. The display's GPU is memory, so Chromium paints in software.
 */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const home = options.home ?? (await makeHome())
  const app = await startedAgain(() => _electron.launch({
    timeout: UP_MS,
    executablePath: join(electronDist, 'electron'),
    args: [...testSwitches, projectRoot, `--lang=${options.lang ?? 'nl'}`, ...(options.args ?? [])],
    cwd: home,
    env: environmentOf(home, { DISPLAY: options.display, ...options.env }),
  }))
  const complaints: string[] = []
  app.on('window', (page) => listenForComplaints(page, complaints))
  const desk = await app.firstWindow()
  await desk.waitForLoadState('load')
  return { app, desk, home, complaints, close: () => app.close(), kill: () => kill(app) }
}

/** Adds what goes wrong in a page to `complaints`, one line each. */
export function listenForComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => { complaints.push(`${page.url()}: ${error.message}`) })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
  })
}

async function kill(app: ElectronApplication): Promise<void> {
  const child = app.process()
  const gone = new Promise((resolve) => { child.once('exit', resolve) })
  child.kill('SIGKILL')
  await gone
}
