/** What the bench puts into the page: the instruments (page/probe.js) and what they ask of an app (adapter/deskHook.js). */
export type View = { readonly x: number; readonly y: number; readonly zoom: number }
export type Range = { readonly low: number; readonly high: number } | null

export type Watched = {
  /** When the input had been worked off, ms of the page's clock. */
  readonly endMs: number
  readonly longTasksMs: readonly number[]
  /** Of every sample: the device's time and the time its frame was painted, ms of the page's clock. */
  readonly samples: readonly (readonly [number, number])[]
  readonly wheelEvents: number
  /** From the end of the input to the last tile that came, ms. */
  readonly sharpAfterMs: number
  readonly x: Range
  readonly y: Range
  readonly zoom: Range
}

export type Probe = {
  readonly usableAtMs: number | null
  readonly twoFrames: () => Promise<void>
  readonly start: () => number
  readonly inputEnds: () => Promise<void>
  readonly arrived: (sent: { readonly x: number; readonly y: number }) => Promise<void>
  readonly stop: () => Watched
}

export type Bench = {
  readonly ready: boolean
  readonly count: () => number
  readonly camera: () => View
  readonly setCamera: (view: View) => void
  readonly painted: () => Promise<void>
  readonly selected: () => number
  readonly newestStroke: () => { readonly samples: number; readonly safe: boolean; readonly id: string }
  readonly placeOf: (i: number) => { readonly x: number; readonly y: number }
}

declare global {
  interface Window {
    readonly __probe: Probe
    readonly __bench: Bench
  }
}
