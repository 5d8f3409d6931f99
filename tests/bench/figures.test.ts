import { describe, expect, it } from 'vitest'
import { benchScene, readPen, scenePx } from './benchScene.mjs'
import { medianOf, quantile, spread } from './figures.mjs'

describe('figures of several repetitions', () => {
  it('are the medians of their numbers, at every depth', () => {
    const runs = [{ cpu: 3, latency: { p50: 10 } }, { cpu: 1, latency: { p50: 30 } }, { cpu: 2, latency: { p50: 20 } }]
    expect(medianOf(runs, [], 'draw')).toEqual({ cpu: 2, latency: { p50: 20 } })
  })

  it('are called doubtful when the repetitions differ by more than 30 %', () => {
    const doubtful: string[] = []
    medianOf([{ calm: 100, wild: 100 }, { calm: 120, wild: 140 }], doubtful, 'pan')
    expect(doubtful).toEqual(['pan.wild'])
  })

  it('name the sample below which a share of all samples lies', () => {
    const samples = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect(spread(samples)).toEqual({ count: 100, p50: 50, p95: 95, max: 100 })
    expect(quantile([], 0.5)).toBeNull()
  })
})

describe('the board that is measured', () => {
  it('is the same every time, with a label for every ten strokes', () => {
    const pen = readPen(undefined)
    const scene = benchScene(120, pen)
    expect(benchScene(120, pen).text).toBe(scene.text)
    expect(scene.labels).toHaveLength(12)
  })

  it('lies wholly on its sheet, every stroke with a pressure for each sample', () => {
    const { elements } = JSON.parse(benchScene(200, readPen(undefined)).text) as { elements: { type: string; x: number; y: number; points?: [number, number][]; pressures?: number[] }[] }
    for (const { x, y, points = [], pressures = [] } of elements) {
      expect(pressures).toHaveLength(points.length)
      for (const [px, py] of points) {
        expect(x + px).toBeGreaterThanOrEqual(-0.02)
        expect(x + px).toBeLessThanOrEqual(scenePx.w + 0.02)
        expect(y + py).toBeGreaterThanOrEqual(-0.02)
        expect(y + py).toBeLessThanOrEqual(scenePx.h + 0.02)
      }
    }
  })
})
