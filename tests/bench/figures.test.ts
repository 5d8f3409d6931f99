import { describe, expect, it } from 'vitest'
import { neutralBoard, scenePx } from './board.mjs'
import { figuresOf, quantile, spread, type Outcome } from './figures.mjs'
import { report } from './report.mjs'
import { leakBounds, leakFound } from './scenarios/leakScenario.mjs'
import { judge, rowsFor, targetText, type Scenarios } from './targets.mjs'

const runs = (...outcomes: readonly Record<string, unknown>[]): readonly Outcome[] => outcomes.map((outcome) => ({ void: null, ...outcome }) as Outcome)

describe('figures of several repetitions', () => {
  it('are the medians of their numbers, at every depth', () => {
    const figures = figuresOf(runs({ cpu: 3, latency: { p50: 10 } }, { cpu: 1, latency: { p50: 30 } }, { cpu: 2, latency: { p50: 20 } }))
    expect(figures['cpu']).toMatchObject({ median: 2, low: 1, high: 3 })
    expect(figures['latency.p50']).toMatchObject({ median: 20 })
  })

  it('are called doubtful when the repetitions differ by more than 30 %', () => {
    const figures = figuresOf(runs({ calm: 100, wild: 100 }, { calm: 120, wild: 140 }))
    expect([figures['calm']?.doubtful, figures['wild']?.doubtful]).toEqual([false, true])
  })

  it('leave out the repetitions that are void', () => {
    expect(figuresOf([...runs({ ms: 5 }), { void: 'no marks', ms: 500 }])['ms']).toMatchObject({ median: 5, doubtful: false })
    expect(figuresOf([{ void: 'no marks', ms: 500 }])).toEqual({})
  })

  it('of frames mean little when fewer than ten were drawn', () => {
    const figures = figuresOf(runs({ framesDrawn: 9, intervalP50Ms: 200, cpuPerS: 1 }))
    expect([figures['intervalP50Ms']?.few, figures['cpuPerS']?.few]).toEqual([true, false])
  })

  it('name the sample below which a share of all samples lies', () => {
    const samples = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect(spread(samples)).toEqual({ count: 100, p50: 50, p95: 95, max: 100 })
    expect(quantile([], 0.5)).toBeNull()
  })
})

type Made = { readonly [app: string]: { readonly [n: number]: Scenarios } }

const sound = (median: number, more: { readonly doubtful?: boolean; readonly few?: boolean } = {}) => ({ median, low: median, high: median, doubtful: false, few: false, ...more })
const lookUp = (made: Made) => (app: string, n: number) => made[app]?.[n]
const rowNamed = (n: number, name: string) => {
  const row = rowsFor(n).find((one) => one.name === name)
  if (!row) throw new Error(`no row ${name}`)
  return row
}
const open = (ms: number, more = {}): Scenarios => ({ open: { rasteredMs: sound(ms, more) } })

describe('a target', () => {
  const row = rowNamed(5000, 'open: rastered, ms')
  const withOwn = (own: Scenarios): Made => ({ droomdoek: { 5000: own }, excalidraw: { 5000: open(4000) }, tldraw: { 5000: open(2000) } })

  it('beside the peers is a share of the better one', () => {
    expect(judge(row, 5000, lookUp(withOwn(open(800))))).toBe('met')
    expect(judge(row, 5000, lookUp(withOwn(open(870))))).toBe('equal')
    expect(judge(row, 5000, lookUp(withOwn(open(900))))).toBe('not met')
    expect(targetText(row, 5000, lookUp(withOwn(open(800))), String)).toBe('≤ 0.4 × better peer (800)')
  })

  it('is not judged when a figure on either side is doubtful', () => {
    expect(judge(row, 5000, lookUp(withOwn(open(9000, { doubtful: true }))))).toBe('doubtful')
    expect(judge(row, 5000, lookUp({ ...withOwn(open(9000)), tldraw: { 5000: open(2000, { few: true }) } }))).toBe('doubtful')
  })

  it('that nobody was measured for is only reported, and a figure that is not there is missing', () => {
    expect(judge(row, 5000, lookUp({ droomdoek: { 5000: open(800) } }))).toBe('reported')
    expect(judge(row, 5000, lookUp(withOwn({})))).toBe('missing')
  })

  it('of two parts is met when both are', () => {
    const latency = rowNamed(5000, 'stroke: latency p50, ms')
    const draw = (ms: number): Scenarios => ({ draw: { 'latency.p50': sound(ms) } })
    const made = (own: number, peer: number): Made => ({ droomdoek: { 5000: draw(own) }, excalidraw: { 5000: draw(peer) } })
    expect(judge(latency, 5000, lookUp(made(12, 13)))).toBe('met')
    expect(judge(latency, 5000, lookUp(made(12, 8)))).toBe('not met')
    expect(judge(latency, 5000, lookUp(made(20, 30)))).toBe('not met')
  })

  it('of frames is a floor, not a ceiling', () => {
    const fps = rowNamed(5000, 'zoom: fps drawn')
    const zoom = (value: number): Made => ({ droomdoek: { 5000: { zoom: { fpsDrawn: sound(value) } } } })
    expect([58, 52, 40].map((value) => judge(fps, 5000, lookUp(zoom(value))))).toEqual(['met', 'equal', 'not met'])
  })

  it('of a small board is the better peer itself, and of a huge one the board of 5,000', () => {
    const fps = (value: number): Scenarios => ({ zoom: { fpsDrawn: sound(value) } })
    const made: Made = { droomdoek: { 1000: fps(45), 5000: fps(50), 50000: fps(38) }, excalidraw: { 1000: fps(47), 50000: fps(1) } }
    expect(judge(rowNamed(1000, 'zoom: fps drawn'), 1000, lookUp(made))).toBe('equal')
    expect(judge(rowNamed(50_000, 'zoom: fps drawn'), 50_000, lookUp(made))).toBe('equal')
    expect(judge(rowNamed(50_000, 'open: first view, ms'), 50_000, lookUp({ droomdoek: { 50000: { open: { firstViewMs: sound(1500) } } } }))).toBe('not met')
  })
})

describe('a leak', () => {
  const early = { jsHeapMB: 9, rendererMB: 150, domNodes: 338, listeners: 244, workers: 1 }

  it('is what grows beyond its bound, and is named', () => {
    expect(leakFound(early, { ...early, listeners: early.listeners + leakBounds.listeners + 1 })).toBe('listeners grew from 244.0 to 305.0')
    expect(leakFound(early, { ...early, workers: 2 })).toBe('workers grew from 1.0 to 2.0')
  })

  it('is not what stays or shrinks', () => {
    expect(leakFound(early, early)).toBeNull()
    expect(leakFound(early, { ...early, jsHeapMB: 1, rendererMB: 150 + leakBounds.rendererMB })).toBeNull()
  })
})

describe('the table', () => {
  it('has a row for what was measured, with the ratio to the better peer and the marks of doubt', () => {
    const made: Made = { droomdoek: { 5000: open(600, { doubtful: true }) }, tldraw: { 5000: open(2000) } }
    const { text, rows } = report(['droomdoek', 'tldraw'], [5000], lookUp(made))
    expect(rows).toEqual([{ n: 5000, name: 'open: rastered, ms', target: '≤ 0.4 × better peer (800)', value: 600, ratio: 0.3, verdict: 'doubtful' }])
    expect(text).toContain('600~')
  })
})

describe('the board that is measured', () => {
  it('is the same every time, with a label for every ten strokes', () => {
    expect(neutralBoard(120)).toEqual(neutralBoard(120))
    expect(neutralBoard(120).labels).toHaveLength(12)
  })

  it('lies wholly on its sheet', () => {
    const { strokes, labels } = neutralBoard(200)
    const places = [...strokes.flatMap(({ points }) => points), ...labels.map((label) => [label.x, label.y] as const)]
    expect(places.length).toBeGreaterThan(200 * 30)
    expect(places.filter(([x, y]) => x < 0 || x > scenePx.w || y < 0 || y > scenePx.h)).toEqual([])
  })
})
