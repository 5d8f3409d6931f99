import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { benchScene, scenePx } from './benchScene.mjs'
import { convert } from './convert.mjs'

/**
 * @typedef {object} BenchBoard a board of N strokes and N/10 labels
 * @property {number} n
 * @property {string} path of the `.doek`
 * @property {number} marks
 * @property {{ readonly w: number, readonly h: number }} page board units
 * @property {number} unitsPerScenePx how large a px of the scene became on the page
 */

/** @typedef {{ readonly kind: string, readonly text?: string, readonly matrix: readonly [number, number, number, number, number, number] }} PlainMark */

/**
 * Makes the board through the app's own command line, and reads back what became of it.
 * @param {number} n
 * @param {import('./benchScene.mjs').Pen} pen
 * @param {string} folder
 * @returns {Promise<BenchBoard>}
 * @throws Error when the app did not take over every stroke and label
 */
export async function makeBoard(n, pen, folder) {
  const scene = benchScene(n, pen)
  const [foreign, path, plain] = ['excalidraw', 'doek', 'json'].map((kind) => join(folder, `board-${n}.${kind}`))
  await writeFile(/** @type {string} */ (foreign), scene.text)
  await convert([/** @type {string} */ (foreign), /** @type {string} */ (path)])
  await convert([/** @type {string} */ (path), /** @type {string} */ (plain)])
  const { board } = JSON.parse(await readFile(/** @type {string} */ (plain), 'utf8'))
  /** @type {PlainMark[]} */
  const marks = Object.values(board.buckets).flatMap((bucket) => Object.values(bucket))
  const strokes = marks.filter(({ kind }) => kind === 'stroke').length
  if (strokes !== n || marks.length !== n + scene.labels.length) throw new Error(`the board has ${strokes} strokes and ${marks.length} marks instead of ${n} and ${n + scene.labels.length}`)
  const [page] = /** @type {{ size: { w: number, h: number } }[]} */ (Object.values(board.pages))
  if (!page) throw new Error('the board has no page')
  return { n, path: /** @type {string} */ (path), marks: marks.length, page: page.size, unitsPerScenePx: scene.labels.length < 2 ? page.size.w / scenePx.w : scaleOf(scene.labels, marks) }
}

/**
 * @param {readonly { readonly text: string, readonly x: number }[]} labels
 * @param {readonly PlainMark[]} marks
 */
function scaleOf(labels, marks) {
  const sorted = [...labels].sort((a, b) => a.x - b.x)
  const [left, right] = [sorted[0], sorted[sorted.length - 1]].map((label) => ({ scene: label?.x ?? 0, page: marks.find(({ text }) => text === label?.text)?.matrix[4] ?? NaN }))
  if (!left || !right) throw new Error('no labels')
  return (right.page - left.page) / (right.scene - left.scene)
}
