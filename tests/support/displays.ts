import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** An X server with a laptop's screen and a projector beside it, both real to every program. */
export type Displays = {
  /** Value for the environment variable DISPLAY. */
  readonly name: string
  readonly stop: () => Promise<void>
}

export type Projector = {
  readonly plug: () => void
  readonly unplug: () => void
  /** Shows another number of pixels from now on, as when somebody presses the button of the projector. */
  readonly resize: (size: typeof projectorPx | typeof smallProjectorPx) => void
  readonly isPlugged: () => boolean
}

/** The laptop's screen lies at 0,0 and the projector to its right (sizes in px). */
export const laptopPx = { width: 1920, height: 1080 } as const
export const projectorPx = { width: 1280, height: 720 } as const
/** What many an old projector shows. */
export const smallProjectorPx = { width: 1024, height: 768 } as const

const LAPTOP = 'DUMMY0'
const PROJECTOR = 'DUMMY1'

/** The dummy driver draws into memory; two outputs of 1920 px width lie side by side in `Virtual`. */
const xorgConfig = `
Section "Device"
  Identifier "memory"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "memory"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 3840 2160
  EndSubSection
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
  Option "BlankTime" "0"
EndSection
`

/**
 * Starts Xorg with the dummy driver and openbox (full screen needs a window manager) on a display
 * number that nobody uses, with the projector plugged in.
 * @throws Error with the server's own log when it does not start
 */
export async function startDisplays(): Promise<Displays> {
  const folder = await mkdtemp(join(tmpdir(), 'droomdoek-displays-'))
  await writeFile(join(folder, 'xorg.conf'), xorgConfig)
  const { name, server } = await startServer(folder)
  const xrandr = (...args: readonly string[]): string => runXrandr(name, args)
  xrandr('--output', LAPTOP, '--mode', modeName(laptopPx), '--primary')
  for (const size of [projectorPx, smallProjectorPx]) xrandr('--addmode', PROJECTOR, modeName(size))
  const manager = spawn('openbox', ['--sm-disable'], { env: { ...process.env, DISPLAY: name }, stdio: 'ignore' })
  projectorOn(name).plug()
  const stop = async (): Promise<void> => {
    await ended(manager)
    await ended(server)
    await rm(folder, { recursive: true, force: true })
  }
  return { name, stop }
}

const modeName = (size: { readonly width: number; readonly height: number }): string => `${size.width}x${size.height}`

/** The cable to the projector of a running display, from whatever process. */
export function projectorOn(display: string): Projector {
  const xrandr = (...args: readonly string[]): string => runXrandr(display, args)
  const mode = modeName(projectorPx)
  // Programs ask the server for what it knew at its last probe, and only a query makes it probe: without
  // one they go on seeing the old displays.
  const change = (...args: readonly string[]): void => { xrandr('--output', PROJECTOR, ...args); xrandr('--query') }
  return {
    plug: () => { change('--mode', mode, '--right-of', LAPTOP) },
    unplug: () => { change('--off') },
    resize: (size) => { change('--mode', modeName(size), '--right-of', LAPTOP) },
    isPlugged: () => new RegExp(`^${PROJECTOR} connected ${mode}\\+`, 'm').test(xrandr('--query')),
  }
}

async function startServer(folder: string): Promise<{ readonly name: string; readonly server: ChildProcess }> {
  const log = join(folder, 'xorg.log')
  for (let number = 90; number < 200; number += 1) {
    if (existsSync(`/tmp/.X11-unix/X${number}`) || existsSync(`/tmp/.X${number}-lock`)) {
      if (await answers(number)) continue
      // A server that was killed leaves its lock, and Xorg refuses to start beside it.
      await rm(`/tmp/.X${number}-lock`, { force: true })
      await rm(`/tmp/.X11-unix/X${number}`, { force: true })
    }
    const args = [`:${number}`, '-config', join(folder, 'xorg.conf'), '-logfile', log, '-nolisten', 'tcp', '-noreset', '-novtswitch', '-sharevts']
    const server = spawn('Xorg', args, { stdio: 'ignore' })
    if (await comesUp(server, number)) return { name: `:${number}`, server }
  }
  throw new Error(`Xorg did not start:\n${await readFile(log, 'utf8').catch(() => 'no log')}`)
}

/** False when the server ended by itself, for instance because another run took the number first. */
async function comesUp(server: ChildProcess, number: number): Promise<boolean> {
  let failed = false
  server.once('error', () => { failed = true })
  while (!failed && server.exitCode === null && server.signalCode === null) {
    if (await answers(number)) return true
    await wait(50)
  }
  return false
}

function answers(number: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(`/tmp/.X11-unix/X${number}`)
    socket.once('connect', () => { socket.destroy(); resolve(true) })
    socket.once('error', () => resolve(false))
  })
}

function runXrandr(display: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('xrandr', ['--display', display, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`xrandr ${args.join(' ')}: ${stderr}`)
  return stdout
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((resolve) => { child.once('exit', resolve); child.kill() })
}
