// Writes handwriting.excalidraw: strokes of our own in the open Excalidraw format, for machines without recorded pen data.
// Each stroke is a row of loops as a hand writes them, with a pressure that swells and fades. node tests/samples/makeHandwriting.mjs
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** @param {number} n */
const round = (n) => Math.round(n * 1000) / 1000
const elements = Array.from({ length: 24 }, (_, s) => {
  const count = 60 + ((s * 37) % 50)
  const points = [], pressures = []
  for (let i = 0; i < count; i++) {
    const t = i / count
    const loop = t * Math.PI * 2 * (3 + (s % 3))
    points.push([round(t * 150 + Math.sin(loop * 0.9) * 9), round(-Math.cos(loop) * (12 + 5 * Math.sin(s)) + Math.sin(t * 7 + s) * 3)])
    pressures.push(round(Math.min(1, 0.15 + 0.65 * Math.sin(Math.PI * Math.min(1, t + 0.02)) + 0.12 * Math.sin(loop))))
  }
  return { id: `own${s}`, type: 'freedraw', x: 40 + (s % 4) * 190, y: 60 + Math.floor(s / 4) * 70, width: 160, height: 34, angle: 0, strokeColor: '#1e1e1e', backgroundColor: 'transparent', strokeWidth: 2, opacity: 100, isDeleted: false, points, pressures, simulatePressure: false }
})
writeFileSync(fileURLToPath(new URL('handwriting.excalidraw', import.meta.url)), `${JSON.stringify({ type: 'excalidraw', version: 2, source: 'droomdoek', elements, appState: {}, files: {} })}\n`)
