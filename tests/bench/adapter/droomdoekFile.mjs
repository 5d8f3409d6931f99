import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../../electron/launch/projectRoot.mjs'

/** The page is as wide as every new one, and has the proportions of the neutral board: its PNG has those too. */
export const pageUnits = { w: 1200, h: 800 }

/** @typedef {{ readonly scale: number, readonly x: number, readonly y: number }} Mapping page = (x, y) + scale × scene px */

/** What the importer does with content that fills the neutral board: a white edge of 4 % of its longer side all around. */
const NOMINAL_SCALE = pageUnits.w / (6000 * 1.08)
/** @type {Mapping} */
export const nominal = { scale: NOMINAL_SCALE, x: 240 * NOMINAL_SCALE, y: (849 - 4000 * NOMINAL_SCALE) / 2 }

const hexOf = { black: '#1e1e1e', blue: '#1971c2', red: '#e03131', green: '#2f9e44' }
/** What every element of the format has. */
const plain = {
  angle: 0, backgroundColor: 'transparent', fillStyle: 'solid', strokeStyle: 'solid', strokeWidth: 1, roughness: 1, opacity: 100, groupIds: [],
  frameId: null, roundness: null, seed: 1, version: 1, versionNonce: 1, isDeleted: false, boundElements: null, updated: 1, link: null, locked: false,
}

/**
 * The neutral board as a scene of the open format that the app reads.
 * @param {import('../board.mjs').NeutralBoard} board
 */
function sceneOf({ strokes, labels }) {
  const drawn = strokes.map(({ color, points }, i) => ({ ...plain, id: `s${i}`, type: 'freedraw', x: 0, y: 0, strokeColor: hexOf[color], points, pressures: [], simulatePressure: true }))
  const written = labels.map(({ x, y, text, color }, i) => ({
    ...plain, id: `t${i}`, type: 'text', x, y, width: text.length * 10, height: 25, strokeColor: hexOf[color], text, originalText: text,
    fontSize: 20, fontFamily: 5, textAlign: 'left', verticalAlign: 'top', containerId: null, lineHeight: 1.25,
  }))
  return { type: 'excalidraw', version: 2, source: 'excalidraw', elements: [...drawn, ...written], appState: {}, files: {} }
}

/**
 * Runs the app's own command line.
 * @param {readonly string[]} args
 * @throws Error with what it wrote when it did not end with 0
 */
async function convert(...args) {
  const cli = spawn(process.execPath, [join(projectRoot, 'dist/cli.cjs'), 'convert', ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  cli.stderr.on('data', (/** @type {Buffer} */ piece) => { said += piece.toString() })
  const code = await new Promise((resolve, reject) => { cli.once('error', reject).once('close', resolve) })
  if (code !== 0) throw new Error(`convert ${args.join(' ')} ended with ${code}: ${said.trim()}`)
}

/** @typedef {{ readonly kind: string, readonly text?: string, readonly matrix: readonly number[] }} PlainMark */

/**
 * Where the scene lies on the page, read from the labels.
 * @param {import('../board.mjs').NeutralBoard['labels']} labels
 * @param {readonly PlainMark[]} marks
 * @returns {Mapping}
 */
function mappingOf(labels, marks) {
  const sorted = [...labels].sort((a, b) => a.x - b.x)
  const left = sorted[0], right = sorted[sorted.length - 1]
  if (!left || !right || left.x === right.x) return nominal
  const place = (/** @type {string} */ text) => marks.find((mark) => mark.text === text)?.matrix ?? [NaN]
  const scale = ((place(right.text)[4] ?? NaN) - (place(left.text)[4] ?? NaN)) / (right.x - left.x)
  return { scale, x: (place(left.text)[4] ?? NaN) - scale * left.x, y: nominal.y }
}

/**
 * The neutral board as a `.doek`, made by the app's own command line: by way of its plain form, in which the page gets
 * the board's proportions.
 * @param {import('../board.mjs').NeutralBoard} board
 * @returns {Promise<{ readonly file: Buffer, readonly mapping: Mapping }>}
 * @throws Error when the app did not take over every stroke and label
 */
export async function droomdoekFile(board) {
  const folder = await mkdtemp(join(tmpdir(), 'droomdoek-bench-file-'))
  const [scene, json, doek] = ['board.excalidraw', 'board.json', 'board.doek'].map((name) => join(folder, name))
  if (!scene || !json || !doek) throw new Error('no names')
  try {
    await writeFile(scene, JSON.stringify(sceneOf(board)))
    await convert(scene, json)
    const document = JSON.parse(await readFile(json, 'utf8'))
    /** @type {PlainMark[]} */
    const marks = Object.values(document.board.buckets).flatMap((bucket) => Object.values(bucket))
    const strokes = marks.filter(({ kind }) => kind === 'stroke').length
    if (strokes !== board.strokes.length || marks.length !== strokes + board.labels.length) throw new Error(`${strokes} strokes and ${marks.length} marks of ${board.strokes.length} and ${board.strokes.length + board.labels.length} were taken over`)
    for (const page of /** @type {{ size: { w: number, h: number } }[]} */ (Object.values(document.board.pages))) page.size = pageUnits
    await writeFile(json, JSON.stringify(document))
    await convert(json, doek)
    return { file: await readFile(doek), mapping: mappingOf(board.labels, marks) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
