import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Browser, type Page } from 'playwright'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { environmentOf, listenForComplaints, makeHome, testSwitches } from './electronApp.ts'

export type BrowserApp = {
  readonly browser: Browser
  readonly desk: Page
  /** What the app printed: `http://127.0.0.1:PORT/…`, with its token. */
  readonly url: string
  readonly home: string
  readonly complaints: readonly string[]
  /** Closes the browser, then interrupts the app as Ctrl-C does; leaves the home folder. */
  readonly close: () => Promise<void>
  /** Ends the app at once, as a power cut does, and the browser with it; leaves the home folder. */
  readonly kill: () => Promise<void>
}

export type BrowserOptions = {
  readonly home?: string
  readonly lang?: 'nl' | 'en'
  readonly args?: readonly string[]
}

/** Debian's Chromium without a window; Playwright's own download is not used. */
async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: [...testSwitches] })
}

/** Starts the app for the browser as `npm start -- --browser` does and opens its page in Chromium. */
export async function launchInChromium(options: BrowserOptions = {}): Promise<BrowserApp> {
  const home = options.home ?? (await makeHome())
  const start = join(projectRoot, 'electron/launch/start.mjs')
  const args = [start, '--browser', '--no-open', '--port', '0', '--lang', options.lang ?? 'nl', ...(options.args ?? [])]
  const server = spawn(process.execPath, args, { cwd: home, env: environmentOf(home, { INIT_CWD: home }), stdio: ['ignore', 'pipe', 'pipe'] })
  // A test that fails before it closes must not leave the app running.
  process.once('exit', () => server.kill('SIGKILL'))
  const url = await printedAddress(server)
  const browser = await launchChromium()
  const complaints: string[] = []
  const desk = await browser.newPage()
  listenForComplaints(desk, complaints)
  await desk.goto(url)
  const close = async (): Promise<void> => {
    await browser.close()
    await interrupt(server)
  }
  const kill = async (): Promise<void> => {
    await new Promise((resolve) => { server.once('exit', resolve); server.kill('SIGKILL') })
    await browser.close()
  }
  return { browser, desk, url, home, complaints, close, kill }
}

/** The address in the line `Droomdoek: http://…`; rejects with all it said when the app ends before. */
async function printedAddress(server: ChildProcess): Promise<string> {
  const said: string[] = []
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      if (stream === null) continue
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line)
        const address = /^Droomdoek: (http:\/\/\S+)/.exec(line)?.[1]
        if (address !== undefined) resolve(address)
      })
    }
    server.once('exit', (code) => { reject(new Error(`the app ended with ${code}:\n${said.join('\n')}`)) })
    server.once('error', reject)
  })
}

async function interrupt(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  await new Promise((resolve) => { server.once('exit', resolve); server.kill('SIGINT') })
}
