import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { evaluateInFirstPage } from '../support/devtools.ts'
import { electronDist } from '../support/electronFromPypi.mjs'
import { environmentOf, makeHome, removeHome } from '../support/electronApp.ts'

let home = ''
let started: ChildProcess | null = null

beforeEach(async () => { home = await makeHome() })

afterEach(async () => {
  if (started !== null) await interrupted(started)
  await removeHome(home)
})

/** A line of stdout or stderr that `npm start` wrote. */
type Line = { readonly from: 'stdout' | 'stderr'; readonly text: string }

/** Runs what `npm start` runs, until a line matches; gives all lines up to there. */
async function startUntil(wanted: RegExp, args: readonly string[], env: Readonly<Record<string, string>>): Promise<readonly Line[]> {
  const child = spawn(process.execPath, [join(projectRoot, 'electron/launch/start.mjs'), ...args], {
    cwd: home, env: environmentOf(home, { INIT_CWD: home, ...env }), stdio: ['ignore', 'pipe', 'pipe'],
  })
  started = child
  const lines: Line[] = []
  return new Promise((resolve, reject) => {
    for (const from of ['stdout', 'stderr'] as const) {
      createInterface({ input: child[from] }).on('line', (text) => {
        lines.push({ from, text })
        if (wanted.test(text)) resolve(lines)
      })
    }
    child.once('exit', (code) => { reject(new Error(`ended with ${code}:\n${lines.map(({ text }) => text).join('\n')}`)) })
  })
}

/** Ctrl-C; gives the exit code. */
async function interrupted(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => { child.once('exit', resolve); child.kill('SIGINT') })
  }
  return child.exitCode
}

async function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, (response) => { response.resume(); resolve(response.statusCode) }).on('error', reject)
  })
}

const noDisplay = { DISPLAY: '', WAYLAND_DISPLAY: '' }
const address = /^Droomdoek: (http:\/\/127\.0\.0\.1:\d+\/\S*)/

describe('npm start', () => {
  it('opens the app in Electron when there is one and a display', async () => {
    const env = { DISPLAY: inject('display'), ELECTRON_OVERRIDE_DIST_PATH: electronDist }
    const lines = await startUntil(/^DevTools listening on /, ['--remote-debugging-port=0'], env)
    const debuggerAddress = /ws:\S+/.exec(lines.at(-1)?.text ?? '')?.[0] ?? ''
    const title = await evaluateInFirstPage(debuggerAddress, 'document.body?.innerText.trim() ? document.title : null', 60_000)
    expect(title).toContain('Droomdoek')
  })

  it.each([
    ['nl', 'Geen scherm gevonden: Droomdoek opent in de browser.'],
    ['en', 'No display found: Droomdoek opens in the browser.'],
  ])('says in one line why it opens in the browser (%s), and then does', async (lang, reason) => {
    const lines = await startUntil(address, ['--no-open', '--lang', lang], noDisplay)
    expect(lines.filter(({ from }) => from === 'stderr')).toEqual([{ from: 'stderr', text: reason }])
    const url = address.exec(lines.at(-1)?.text ?? '')?.[1] ?? ''
    expect(await statusOf(url)).toBe(200)
  })

  it('says nothing about Electron to somebody who asks for the browser', async () => {
    const lines = await startUntil(address, ['--browser', '--no-open'], { DISPLAY: inject('display') })
    expect(lines.map(({ from }) => from)).toEqual(['stdout'])
  })

  it('names the folder when the Electron that it is pointed at is not there', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'droomdoek-no-electron-'))
    const lines = await startUntil(address, ['--no-open'], { DISPLAY: inject('display'), ELECTRON_OVERRIDE_DIST_PATH: empty })
    expect(lines[0]?.text).toContain(empty)
    await rm(empty, { recursive: true })
  })

  it('ends the browser app with Ctrl-C', async () => {
    const lines = await startUntil(address, ['--browser', '--no-open'], noDisplay)
    const url = address.exec(lines.at(-1)?.text ?? '')?.[1] ?? ''
    if (started !== null) await interrupted(started)
    await expect(statusOf(url)).rejects.toThrow(/ECONNREFUSED/)
  })

  it('refuses wrong usage with exit code 2', async () => {
    await expect(startUntil(/^$/, ['--lang', 'fr'], noDisplay)).rejects.toThrow(/^ended with 2:\n--lang nl\|en$/)
  })
})
