/**
 * The board that every app is given: N strokes and N/10 labels over 6000 × 4000 px, the same for the same N. It is
 * neutral: each adapter makes its app's own file of it.
 */
export const scenePx = { w: 6000, h: 4000 }

/**
 * @typedef {{ readonly color: Color, readonly points: readonly (readonly [number, number])[] }} NeutralStroke
 * @typedef {{ readonly x: number, readonly y: number, readonly text: string, readonly color: Color }} NeutralLabel
 * @typedef {'black' | 'blue' | 'red' | 'green'} Color
 * @typedef {object} NeutralBoard
 * @property {number} width
 * @property {number} height
 * @property {readonly NeutralStroke[]} strokes
 * @property {readonly NeutralLabel[]} labels
 */

/** @type {readonly Color[]} */
const inks = ['black', 'blue', 'red', 'green']
const words = ['panda', 'kraampje', 'bankje', 'moestuin', 'buren', 'mierennest', 'speelstraat', 'fontein', 'brug', 'stoep', 'droomwijk', 'lange tafel']

/** Free edge on the right and below for the lettering of a label, px. */
const labelRoomPx = { w: 220, h: 48 }

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

/** @param {number} value */
const hundredths = (value) => Math.round(value * 100) / 100

/**
 * A hand that scribbles a word: 32 to 48 samples (40 on average) of which the heading curls, straightens and curls
 * the other way while the whole goes to the right; about 540 px long and 200 px across.
 * @param {() => number} random
 */
function scribble(random) {
  const count = 32 + Math.floor(random() * 17)
  let x = 0, y = 0, heading = random() * 2 * Math.PI, curl = random() - 0.5
  /** @type {[number, number][]} */
  const points = [[0, 0]]
  while (points.length < count) {
    curl = 0.85 * curl + 0.9 * (random() - 0.5)
    heading += curl
    // Slow in the bends and quick between them: steps from 2 to 60 px, most of them short.
    const step = 2 * 30 ** random()
    x += step * (0.2 + 0.8 * Math.cos(heading))
    y += step * 0.8 * Math.sin(heading)
    points.push([x, y])
  }
  return points
}

/**
 * Lays a line somewhere on the board so that no sample is outside.
 * @param {readonly (readonly [number, number])[]} points
 * @param {() => number} random
 * @returns {readonly (readonly [number, number])[]}
 */
function laid(points, random) {
  const xs = points.map(([x]) => x), ys = points.map(([, y]) => y)
  const left = Math.min(...xs), top = Math.min(...ys)
  const dx = random() * (scenePx.w - (Math.max(...xs) - left)) - left
  const dy = random() * (scenePx.h - (Math.max(...ys) - top)) - top
  return points.map(([x, y]) => [hundredths(x + dx), hundredths(y + dy)])
}

/**
 * @param {number} n strokes; 0 gives an empty board
 * @returns {NeutralBoard}
 */
export function neutralBoard(n) {
  const random = chance(20_261)
  const colorOf = (/** @type {number} */ i) => inks[i % inks.length] ?? 'black'
  const strokes = Array.from({ length: n }, (_, i) => ({ color: colorOf(i), points: laid(scribble(random), random) }))
  const labels = Array.from({ length: Math.floor(n / 10) }, (_, i) => ({
    x: hundredths(random() * (scenePx.w - labelRoomPx.w)), y: hundredths(random() * (scenePx.h - labelRoomPx.h)),
    text: `${words[i % words.length]} ${i}`, color: colorOf(i),
  }))
  return { width: scenePx.w, height: scenePx.h, strokes, labels }
}
