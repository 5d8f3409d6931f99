import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fontFaces } from '../../electron/launch/fontFaces.mjs'
import { packedDependencies } from '../../electron/launch/nodeBundles.mjs'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'
import { FACES } from '../../shared/paint/faces.ts'

/** Newer Nodes can require ES modules; the Node of the oldest Electron cannot. */
const withoutEsm = ['--no-experimental-require-module'].filter((flag) => process.allowedNodeEnvironmentFlags.has(flag))

/** What a fresh Node says when it requires a package; empty when all is well. */
function complaintOnRequire(name: string): string {
  const { stderr } = spawnSync(process.execPath, [...withoutEsm, '-e', `require(${JSON.stringify(name)})`], { cwd: projectRoot, encoding: 'utf8' })
  return stderr
}

describe('what is packed beside the bundles', () => {
  it('is told from what cannot be required', () => {
    expect(complaintOnRequire('rbush')).toMatch(/ERR_REQUIRE_ESM/)
  })

  it.each(packedDependencies())('%s can be required, as Node 16 must', (name) => {
    expect(complaintOnRequire(name)).toBe('')
  })
})

describe('the font files', () => {
  it('are exactly those in which the painter sets text', () => {
    expect(fontFaces.map(({ file }) => file).sort()).toEqual(Object.values(FACES).map(({ file }) => file).sort())
  })

  it.each(fontFaces)('$file is installed', ({ source }) => {
    expect(existsSync(join(projectRoot, 'node_modules', source))).toBe(true)
  })
})

describe('the lock file', () => {
  const locked = Object.keys((JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as { readonly packages: object }).packages)

  it.each(['win32-x64-msvc', 'darwin-arm64', 'darwin-x64', 'linux-x64-gnu'])('holds the native canvas for %s', (system) => {
    expect(locked).toContain(`node_modules/@napi-rs/canvas-${system}`)
  })
})
