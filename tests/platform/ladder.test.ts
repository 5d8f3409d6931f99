import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeProbeProject, type ProbeFile, type ProbeProject } from '../support/probeProject.ts'

/** A small project that keeps every rule, one file or two to a layer. */
const legal: readonly ProbeFile[] = [
  { path: 'shared/base/sum.ts', source: 'export const sum = (a: number, b: number): number => a + b\n' },
  { path: 'shared/geometry/length.ts', source: "import { sum } from '../base/sum.ts'\nexport const length = (a: number): number => sum(a, a)\n" },
  { path: 'shared/ink/ink.ts', source: "import { length } from '../geometry/length.ts'\nexport const ink = length(1)\n" },
  { path: 'shared/board/board.ts', source: "import { ink } from '../ink/ink.ts'\nexport type Board = { readonly ink: number }\nexport const board: Board = { ink }\n" },
  { path: 'shared/board/applyCommand.ts', source: "import { board, type Board } from './board.ts'\nexport const applyCommand = (): Board => board\n" },
  { path: 'shared/harvest/harvest.ts', source: "import { board } from '../board/board.ts'\nexport const harvest = board.ink\n" },
  { path: 'shared/voting/voting.ts', source: "import { board } from '../board/board.ts'\nexport const voting = board.ink\n" },
  { path: 'shared/scene/scene.ts', source: "import { board } from '../board/board.ts'\nexport const scene = board.ink\n" },
  { path: 'shared/paint/paint.ts', source: "import { scene } from '../scene/scene.ts'\nexport const paint = scene\n" },
  { path: 'shared/print/sheet.ts', source: "import { paint } from '../paint/paint.ts'\nexport const sheet = paint\n" },
  { path: 'shared/contract/contract.ts', source: "import type { Board } from '../board/board.ts'\nexport type Contract = { readonly open: () => Promise<Board> }\n" },
  { path: 'shared/strings/words.ts', source: "import type { Board } from '../board/board.ts'\nexport type Words = Readonly<Record<keyof Board, string>>\n" },
  { path: 'renderer/host/host.ts', source: "import type { Contract } from '../../shared/contract/contract.ts'\nexport const host = (contract: Contract): string => document.title + typeof contract.open\n" },
  { path: 'renderer/stage/stage.ts', source: "import Konva from 'konva'\nexport const layer = (): Konva.Layer => new Konva.Layer()\n" },
  { path: 'renderer/panels/panel.tsx', source: "import { scene } from '../../shared/scene/scene.ts'\nexport const Panel = (): React.JSX.Element => <p>{scene}</p>\n" },
  { path: 'renderer/tiles/tileWorker.ts', source: "import { paint } from '../../shared/paint/paint.ts'\nself.onmessage = () => { self.postMessage(new OffscreenCanvas(paint, paint).width) }\n" },
  { path: 'electron/services/journal.ts', source: "import { readFile } from 'node:fs/promises'\nimport type { Board } from '../../shared/board/board.ts'\nexport type Journal = { readonly board: Board }\nexport const readJournal = (file: string): Promise<string> => readFile(file, 'utf8')\n" },
  { path: 'electron/desktop/windows.ts', source: "import { BrowserWindow } from 'electron'\nimport type { Journal } from '../services/journal.ts'\nexport type Desk = { readonly journal: Journal }\nexport const open = (): BrowserWindow => new BrowserWindow()\n" },
  { path: 'electron/preload/preload.ts', source: "import { contextBridge } from 'electron'\ncontextBridge.exposeInMainWorld('bridge', {})\n" },
  { path: 'electron/web/web.ts', source: "import { createServer } from 'node:http'\nimport { readJournal } from '../services/journal.ts'\nexport const web = (): unknown => [createServer(), readJournal('x')]\n" },
  { path: 'electron/cli/cli.ts', source: "import { readJournal } from '../services/journal.ts'\nexport const cli = (): Promise<string> => readJournal(process.cwd())\n" },
]

type Offence = ProbeFile & { readonly offence: string }

const offence = (what: string, path: string, source: string): Offence => ({ offence: what, path, source: `${source}\n` })

/** What only the compiler sees: a layer has no names and no types of what it may not touch. */
const refusedByCompiler: readonly Offence[] = [
  offence('shared uses a window', 'shared/base/a.ts', 'export const a = window.innerWidth'),
  offence('shared uses Node', 'shared/base/b.ts', 'export const b = process.cwd()'),
  offence('shared waits for a clock', 'shared/base/c.ts', 'setTimeout(() => 1, 10)'),
  offence('shared imports Node', 'shared/board/d.ts', "import { readFileSync } from 'node:fs'\nexport const d = readFileSync"),
  offence('shared takes a type of the renderer', 'shared/board/e.ts', "export type E = import('../../renderer/host/host.ts').Host"),
  offence('the renderer uses Node', 'renderer/host/f.ts', "export const f = process.env['HOME']"),
  offence('the renderer takes a type of a service', 'renderer/host/g.ts', "export type G = import('../../electron/services/journal.ts').Journal"),
  offence('a worker uses the document', 'renderer/tiles/h.ts', 'export const h = document.title'),
  offence('a service uses the document', 'electron/services/i.ts', 'export const i = document.title'),
  offence('a service takes a type of the desktop', 'electron/services/j.ts', "export type J = import('../desktop/windows.ts').Desk"),
  offence('the bridge takes a type of a service', 'electron/preload/k.ts', "export type K = import('../services/journal.ts').Journal"),
  offence('the command line takes a type of the web shell', 'electron/cli/l.ts', "export type L = typeof import('../web/web.ts')"),
  offence('the desktop takes a type of the renderer', 'electron/desktop/m.ts', "export type M = typeof import('../../renderer/host/host.ts')"),
]

const bans = 'eslint(no-restricted-imports)'

/** What only the linter sees, and the rule that says it. */
const refusedByLinter: readonly (Offence & { readonly rule: string })[] = [
  ...[
    offence('base sees geometry', 'shared/base/n.ts', "import { length } from '../geometry/length.ts'\nexport const n = length"),
    offence('geometry sees ink', 'shared/geometry/n.ts', "import { ink } from '../ink/ink.ts'\nexport const n = ink"),
    offence('ink sees the board', 'shared/ink/n.ts', "import type { Board } from '../board/board.ts'\nexport type N = Board"),
    offence('the board sees the scene', 'shared/board/n.ts', "import { scene } from '../scene/scene.ts'\nexport const n = scene"),
    offence('the harvest sees voting', 'shared/harvest/n.ts', "import { voting } from '../voting/voting.ts'\nexport const n = voting"),
    offence('voting sees the scene', 'shared/voting/n.ts', "import { scene } from '../scene/scene.ts'\nexport const n = scene"),
    offence('the painter sees what is printed', 'shared/paint/o.ts', "import { sheet } from '../print/sheet.ts'\nexport const o = sheet"),
    offence('what is printed sees the contract', 'shared/print/n.ts', "import type { Contract } from '../contract/contract.ts'\nexport type N = Contract"),
    offence('the scene sees the painter', 'shared/scene/n.ts', "import { paint } from '../paint/paint.ts'\nexport const n = paint"),
    offence('the painter loads a rung above by import()', 'shared/paint/n.ts', "export const n = (): Promise<unknown> => import('../contract/contract.ts')"),
    offence('the contract sees more than types', 'shared/contract/n.ts', "import { board } from '../board/board.ts'\nexport const n = board"),
    offence('strings see more than types', 'shared/strings/n.ts', "import { sum } from '../base/sum.ts'\nexport const n = sum"),
    offence('shared imports React', 'shared/board/o.ts', "import { useState } from 'react'\nexport const o = useState"),
    offence('shared imports a service', 'shared/board/p.ts', "import { readJournal } from '../../electron/services/journal.ts'\nexport const p = readJournal"),
    offence('the renderer imports Electron', 'renderer/host/n.ts', "import { ipcRenderer } from 'electron'\nexport const n = ipcRenderer"),
    offence('the renderer imports a service', 'renderer/host/o.ts', "import { readJournal } from '../../electron/services/journal.ts'\nexport const o = readJournal"),
    offence('a tool imports Konva', 'renderer/tools/n.ts', "import Konva from 'konva'\nexport const n = Konva"),
    offence('a panel imports Konva', 'renderer/panels/n.ts', "import { Stage } from 'react-konva'\nexport const n = Stage"),
    offence('a panel changes the board', 'renderer/panels/o.ts', "import { applyCommand } from '../../shared/board/applyCommand.ts'\nexport const o = applyCommand"),
    offence('a service imports Electron', 'electron/services/n.ts', "import { app } from 'electron'\nexport const n = app"),
    offence('a service imports a shell', 'electron/services/o.ts', "import { open } from '../desktop/windows.ts'\nexport const o = open"),
    offence('the web shell imports Electron', 'electron/web/n.ts', "import { app } from 'electron'\nexport const n = app"),
    offence('the command line imports Electron', 'electron/cli/n.ts', "import { app } from 'electron'\nexport const n = app"),
    offence('the desktop imports the renderer', 'electron/desktop/n.ts', "import { host } from '../../renderer/host/host.ts'\nexport const n = host"),
  ].map((each) => ({ ...each, rule: bans })),
  { ...offence('two files import each other', 'shared/base/r.ts', "import { s } from './s.ts'\nexport const r: number = s"), rule: 'import(no-cycle)' },
  { ...offence('two files import each other, seen from the other', 'shared/base/s.ts', "import { r } from './r.ts'\nexport const s: number = r"), rule: 'import(no-cycle)' },
  { ...offence('a barrel', 'shared/base/t.ts', "export * from './sum.ts'"), rule: 'oxc(no-barrel-file)' },
  { ...offence('chance in shared', 'shared/base/u.ts', 'export const u = Math.random()'), rule: 'eslint(no-restricted-properties)' },
  { ...offence('a clock in shared', 'shared/board/v.ts', 'export const v = Date.now()'), rule: 'eslint(no-restricted-properties)' },
  { ...offence('a default export', 'shared/base/w.ts', 'export default 1'), rule: 'import(no-default-export)' },
  { ...offence('any', 'shared/base/x.ts', 'export const x = (y: any): unknown => y'), rule: 'typescript(no-explicit-any)' },
  { ...offence('a promise that nobody waits for', 'electron/services/y.ts', "import { readJournal } from './journal.ts'\nexport function y(): void { readJournal('x') }"), rule: 'typescript(no-floating-promises)' },
  { ...offence('a switch that forgets a case', 'shared/base/z.ts', "export function z(k: 'a' | 'b'): number { switch (k) { case 'a': return 1 } return 2 }"), rule: 'typescript(switch-exhaustiveness-check)' },
]

describe('the import ladder', () => {
  const projects: ProbeProject[] = []
  let complaints: ReadonlyMap<string, string>
  let compiled: ReadonlyMap<string, string>
  let linted: ReadonlyMap<string, string>

  beforeAll(async () => {
    // Apart, because a forbidden import draws the file that it names, and that file's types, into its own layer.
    const [kept, wrongTypes, wrongImports] = await Promise.all([legal, [...legal, ...refusedByCompiler], [...legal, ...refusedByLinter]].map(makeProbeProject))
    if (!kept || !wrongTypes || !wrongImports) throw new Error('three projects are made')
    projects.push(kept, wrongTypes, wrongImports)
    complaints = new Map([...kept.compile(), ...kept.lint()])
    compiled = wrongTypes.compile()
    linted = wrongImports.lint()
  })

  afterAll(async () => { await Promise.all(projects.map((project) => project.remove())) })

  it.each(refusedByCompiler)('does not compile: $offence', ({ path }) => {
    expect(compiled.get(path)).toMatch(/error TS/)
  })

  it.each(refusedByLinter)('is refused by the linter: $offence', ({ path, rule }) => {
    expect(linted.get(path)).toContain(rule)
  })

  it('lets a project stand that keeps every rule', () => {
    expect([...complaints]).toEqual([])
  })
})
