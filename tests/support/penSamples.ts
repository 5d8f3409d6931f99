import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../electron/launch/projectRoot.mjs'

/** One sample of recorded pen input: place in its own units, pressure 0–1. */
export type PenSample = { readonly x: number; readonly y: number; readonly pressure: number }

type Freedraw = { readonly type: string; readonly x: number; readonly y: number; readonly points: readonly [number, number][]; readonly pressures: readonly number[] }

/** Where recorded handwriting is looked for: the folder of `DROOMDOEK_PEN_SAMPLES`, else strokes of our own. */
function samplesFile(): string {
  const folder = process.env['DROOMDOEK_PEN_SAMPLES']
  const recorded = folder === undefined ? '' : join(folder, 'real-pen.excalidraw')
  return existsSync(recorded) ? recorded : join(projectRoot, 'tests/samples/handwriting.excalidraw')
}

/** Strokes of recorded handwriting, sample by sample, in the order in which they were drawn. */
export function penStrokes(): readonly (readonly PenSample[])[] {
  const { elements } = JSON.parse(readFileSync(samplesFile(), 'utf8')) as { elements: readonly Freedraw[] }
  return elements
    .filter((element) => element.type === 'freedraw' && element.points.length > 1)
    .map(({ x, y, points, pressures }) => points.map(([dx, dy], i) => ({ x: x + dx, y: y + dy, pressure: pressures[i] ?? 0.5 })))
}

/** The strokes moved and scaled so that together they fill a box. */
export function fittedInto(strokes: readonly (readonly PenSample[])[], box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }): readonly (readonly PenSample[])[] {
  const all = strokes.flat()
  const left = Math.min(...all.map(({ x }) => x)), top = Math.min(...all.map(({ y }) => y))
  const scale = Math.min(box.w / (Math.max(...all.map(({ x }) => x)) - left || 1), box.h / (Math.max(...all.map(({ y }) => y)) - top || 1))
  return strokes.map((stroke) => stroke.map(({ x, y, pressure }) => ({ x: box.x + (x - left) * scale, y: box.y + (y - top) * scale, pressure })))
}

/** The run of `count` strokes that were drawn closest together: a word or a small drawing, not dots all over a page. */
export function closeTogether(strokes: readonly (readonly PenSample[])[], count: number): readonly (readonly PenSample[])[] {
  const spread = (run: readonly (readonly PenSample[])[]): number => {
    const all = run.flat()
    const span = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
    return Math.max(span(all.map(({ x }) => x)), span(all.map(({ y }) => y))) / all.length
  }
  let best = strokes.slice(0, count)
  for (let i = 1; i + count <= strokes.length; i++) {
    const run = strokes.slice(i, i + count)
    if (spread(run) < spread(best)) best = run
  }
  return best
}
