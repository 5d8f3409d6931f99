import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'

/** What a file looks like: its path in the project, and its source. */
export type ProbeFile = { readonly path: string; readonly source: string }

/** A project of a few small files under the real compiler and linter settings. */
export type ProbeProject = {
  /** What `tsc -b` says, by file; several lines of one file are joined. */
  readonly compile: () => ReadonlyMap<string, string>
  /** What `oxlint` says, by file: rules and messages. */
  readonly lint: () => ReadonlyMap<string, string>
  readonly remove: () => Promise<void>
}

const settings = [
  'package.json', '.oxlintrc.json', 'tsconfig.json', 'tsconfig.base.json',
  'shared/tsconfig.json', 'renderer/tsconfig.json', 'renderer/tiles/tsconfig.json',
  'electron/services/tsconfig.json', 'electron/desktop/tsconfig.json', 'electron/preload/tsconfig.json',
  'electron/web/tsconfig.json', 'electron/cli/tsconfig.json', 'electron/launch/tsconfig.json', 'tests/tsconfig.json',
]

/** Lays the files out in a temporary folder, beside the real settings and node_modules. */
export async function makeProbeProject(files: readonly ProbeFile[]): Promise<ProbeProject> {
  const root = await mkdtemp(join(tmpdir(), 'droomdoek-probe-'))
  for (const path of settings) await cp(join(projectRoot, path), join(root, path))
  for (const { path, source } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), source)
  }
  await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'))
  return {
    compile: () => complaintsByFile(root, 'tsc', ['-b', '--pretty', 'false'], /^([^\s(]+)\(\d+,\d+\): (error .*)$/),
    lint: () => complaintsByFile(root, 'oxlint', ['-f', 'unix', 'shared', 'renderer', 'electron'], /^([^\s:]+):\d+:\d+: (.*)$/),
    remove: () => rm(root, { recursive: true, force: true }),
  }
}

function complaintsByFile(root: string, tool: string, args: readonly string[], line: RegExp): ReadonlyMap<string, string> {
  const { stdout, stderr, error } = spawnSync(join(projectRoot, 'node_modules/.bin', tool), args, { cwd: root, encoding: 'utf8' })
  if (error) throw error
  const found = new Map<string, string>()
  for (const text of `${stdout}\n${stderr}`.split('\n')) {
    const [, file, message] = line.exec(text) ?? []
    if (file !== undefined && message !== undefined) found.set(file, `${found.get(file) ?? ''}${message}\n`)
  }
  return found
}
