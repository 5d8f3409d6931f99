import type {} from 'vitest'
import type { TestProject } from 'vitest/node'
import { buildWhenStale } from '../../electron/launch/build.mjs'
import { startDisplays } from './displays.ts'
import { prepareMachine } from './prepareMachine.mjs'

/**
 * Before the first end-to-end test: a machine that has everything, dist/ as the sources are, and two
 * displays for the whole run (`DISPLAY`). Whatever cannot be had fails the run.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const say = (message: string): void => { process.stderr.write(`${message}\n`) }
  await prepareMachine(say)
  await buildWhenStale(say)
  const displays = await startDisplays()
  project.provide('display', displays.name)
  return displays.stop
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Value for DISPLAY: the X server with laptop and projector that lives as long as the run. */
    readonly display: string
  }
}
