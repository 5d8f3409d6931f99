import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The board that is measured, as an Excalidraw scene: the open format that other whiteboards read too.
 * N strokes and N/10 labels lie over 6000 × 4000 px, the same for the same N and the same pen.
 */
export const scenePx = { w: 6000, h: 4000 }

const inks = ['#1e1e1e', '#1971c2', '#e03131', '#2f9e44']
/** Nib widths in scene px; on a page of 1200 board units they become the three finest pens of the tray. */
const nibsPx = [16, 23, 32]
const words = ['panda', 'braderie', 'bankje', 'moestuin', 'buurt', 'lantaarn', 'speeltuin', 'mierennest', 'brug', 'stoep', 'droomwijk', 'samen eten']

/**
 * @typedef {{ readonly points: readonly (readonly [number, number])[], readonly pressures: readonly number[] }} PenStroke
 * @typedef {{ readonly name: 'pen samples' | 'own strokes', readonly strokes: readonly PenStroke[] }} Pen
 */

/**
 * Numbers from 0 to 1, the same for the same seed (xorshift32, Marsaglia 2003).
 * @param {number} seed
 */
function chance(seed) {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/**
 * The handwriting to draw with: `real-pen.excalidraw` in the folder that DROOMDOEK_PEN_SAMPLES names, or
 * strokes made here when there is none.
 * @param {string | undefined} folder
 * @returns {Pen}
 */
export function readPen(folder) {
  if (!folder) return { name: 'own strokes', strokes: ownStrokes() }
  const scene = JSON.parse(readFileSync(join(folder, 'real-pen.excalidraw'), 'utf8'))
  const strokes = scene.elements.filter((/** @type {{ type: string }} */ { type }) => type === 'freedraw')
  return { name: 'pen samples', strokes }
}

/** Loops that wander to the right, as a hand does that scribbles a word: 96 of them, 40 to 90 samples each. */
function ownStrokes() {
  const random = chance(77)
  return Array.from({ length: 96 }, () => {
    const count = 40 + Math.floor(random() * 50)
    const loops = 1 + random() * 4, tall = 3 + random() * 4, wide = 4 + random() * 12
    /** @type {[number, number][]} */
    const points = []
    const pressures = []
    for (let i = 0; i < count; i++) {
      const t = i / (count - 1)
      points.push([wide * t + 2 * Math.sin(t * loops * 2 * Math.PI), (tall / 2) * Math.cos(t * loops * 2 * Math.PI + t)])
      pressures.push(0.2 + 0.6 * Math.sin(Math.PI * t) * (0.8 + 0.2 * random()))
    }
    return { points, pressures }
  })
}

/** @param {number} value */
const hundredths = (value) => Math.round(value * 100) / 100

/** What every element of the format has. */
const plain = {
  angle: 0, backgroundColor: 'transparent', fillStyle: 'solid', strokeStyle: 'solid', roughness: 1, opacity: 100, groupIds: [],
  frameId: null, roundness: null, seed: 1, version: 1, versionNonce: 1, isDeleted: false, boundElements: null, updated: 1, link: null, locked: false,
}

/**
 * One stroke of the pen, enlarged, turned a little and laid somewhere on the scene.
 * @param {PenStroke} stroke
 * @param {number} i
 * @param {() => number} random
 */
function strokeElement({ points, pressures }, i, random) {
  const scale = 8 * 4 ** random()
  const turn = (random() - 0.5) * 0.5
  const cos = Math.cos(turn) * scale, sin = Math.sin(turn) * scale
  const turned = points.map(([x, y]) => [hundredths(x * cos - y * sin), hundredths(x * sin + y * cos)])
  const xs = turned.map(([x]) => x ?? 0), ys = turned.map(([, y]) => y ?? 0)
  const left = Math.min(...xs), top = Math.min(...ys), width = Math.max(...xs) - left, height = Math.max(...ys) - top
  const x = hundredths(random() * Math.max(1, scenePx.w - width) - left), y = hundredths(random() * Math.max(1, scenePx.h - height) - top)
  return {
    ...plain, id: `s${i}`, type: 'freedraw', x, y, width, height, strokeColor: inks[i % inks.length], strokeWidth: nibsPx[i % nibsPx.length],
    points: turned, pressures, simulatePressure: false, lastCommittedPoint: null,
  }
}

/**
 * @param {number} i
 * @param {() => number} random
 */
function labelElement(i, random) {
  const text = `${words[i % words.length]} ${i}`
  return {
    ...plain, id: `t${i}`, type: 'text', x: hundredths(random() * (scenePx.w - 500)), y: hundredths(random() * (scenePx.h - 100)),
    width: text.length * 34, height: 90, strokeColor: inks[i % inks.length], strokeWidth: 1, text, originalText: text,
    fontSize: 72, fontFamily: 5, textAlign: 'left', verticalAlign: 'top', containerId: null, lineHeight: 1.25,
  }
}

/**
 * The scene, and where its labels stand: from them and from the board that the app made of it follows which
 * part of the page a part of the scene is.
 * @param {number} n strokes; 0 gives an empty board
 * @param {Pen} pen
 */
export function benchScene(n, pen) {
  const random = chance(20_261)
  const strokes = Array.from({ length: n }, (_, i) => strokeElement(/** @type {PenStroke} */ (pen.strokes[i % pen.strokes.length]), i, random))
  const labels = Array.from({ length: Math.floor(n / 10) }, (_, i) => labelElement(i, random))
  const scene = { type: 'excalidraw', version: 2, source: 'bench', elements: [...strokes, ...labels], appState: {}, files: {} }
  return {
    text: JSON.stringify(scene),
    samples: strokes.reduce((sum, { points }) => sum + points.length, 0),
    labels: labels.map(({ text, x, y }) => ({ text, x, y })),
  }
}
