import type { Exported, Loaded, View } from './adapter/adapter.mjs'
import type { NeutralBoard } from './board.mjs'

export type Range = { readonly low: number; readonly high: number } | null

/** What was recorded in the page while something went on. */
export type Watched = {
  /** When the input had been worked off, ms of the page's clock. */
  readonly endMs: number
  readonly longTasksMs: readonly number[]
  /** The longest time between two frames after the input, ms. */
  readonly hitchAfterMs: number
  /** Of every sample: the device's time and the time its frame was painted, ms of the page's clock. */
  readonly samples: readonly (readonly [number, number])[]
  readonly wheelEvents: number
  /** From the end of the input to the last tile that came, ms; 0 for an app without tiles. */
  readonly sharpAfterMs: number
  readonly x: Range
  readonly y: Range
  readonly zoom: Range
}

/** The instruments (page/probe.js). */
export type Probe = {
  readonly usableAtMs: number | null
  readonly toolsAtMs: number | null
  readonly twoFrames: () => Promise<void>
  readonly start: (camera: boolean) => number
  readonly inputEnds: () => Promise<void>
  readonly arrived: (sent: { readonly x: number; readonly y: number }) => Promise<void>
  readonly stop: () => Watched
  readonly load: (text: string) => Promise<Loaded>
  readonly export: (kind: 'svg' | 'png', scale: number, keep: boolean) => Promise<Exported>
}

/** What the instruments ask of an app (adapter/adapter.mjs); the second half is Droomdoek's alone. */
export type Bench = {
  readonly ready: boolean
  readonly hasTools?: boolean
  readonly prepare: (board: NeutralBoard) => string
  readonly count: () => number
  readonly camera: () => View
  readonly setCamera: (view: View) => void
  readonly tool: (name: 'pen' | 'select') => void
  readonly selected: () => number
  readonly probe: () => { readonly x: number; readonly y: number }
  readonly lastStrokePoints: () => number

  onPage: { readonly scale: number; readonly x: number; readonly y: number }
  readonly open: () => boolean
  readonly leave: () => void
  readonly reopen: () => void
  readonly painted: () => Promise<void>
  readonly drop: (file: File, marked: boolean) => Promise<Loaded>
  readonly exportOpen: () => boolean
  readonly chooseExport: (choice: object) => void
  readonly startExport: () => void
  readonly closeExport: () => void
}

declare global {
  interface Window {
    readonly __probe: Probe
    readonly __bench: Bench
    /** What the room screen's page noted of a reveal; times of its own clock, ms. */
    __reveal: () => { readonly asked: number; readonly longTasks: readonly { readonly atMs: number; readonly ms: number }[]; readonly fromMs: number; readonly toMs: number; readonly markedMs: number }
  }
}
