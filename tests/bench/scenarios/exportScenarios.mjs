import { readFile, rm } from 'node:fs/promises'
import { convert } from '../convert.mjs'

/** At this resolution a page of 1200 board units is about 6000 px wide when the board itself is the paper. */
const WIDE_DPI = 363

/** @typedef {{ readonly name: string, readonly kind: 'pdf' | 'svg' | 'png', readonly options: readonly string[], readonly widthPx: number | null }} Export */

/** @type {readonly Export[]} */
export const exportKinds = [
  { name: 'pdf', kind: 'pdf', options: [], widthPx: null },
  { name: 'svg', kind: 'svg', options: [], widthPx: null },
  { name: 'pngA4', kind: 'png', options: ['--paper', 'a4', '--dpi', '300'], widthPx: 3508 },
  { name: 'png6000', kind: 'png', options: ['--paper', 'board', '--dpi', String(WIDE_DPI)], widthPx: 6000 },
]

/**
 * One export of a board through the command line, and what its file says of itself.
 * @param {Export} wanted
 * @param {import('../boards.mjs').BenchBoard} board
 */
export async function exportScenario({ kind, options, widthPx }, board) {
  const out = `${board.path}.out.${kind}`
  const usage = await convert([board.path, out, ...options])
  const file = await readFile(out)
  await rm(out)
  const size = { ...usage, fileKB: file.length / 1000 }
  if (kind === 'pdf') {
    const whole = file.subarray(0, 5).toString('latin1') === '%PDF-' && file.subarray(-8).toString('latin1').includes('%%EOF')
    return { ...size, void: whole && file.length > board.n * 100 ? null : `no whole PDF of ${board.n} strokes: ${file.length} bytes` }
  }
  if (kind === 'svg') {
    const paths = file.toString('utf8').match(/<path/g)?.length ?? 0
    return { ...size, paths, void: paths >= board.n ? null : `${paths} paths for ${board.n} strokes` }
  }
  const width = file.readUInt32BE(16), height = file.readUInt32BE(20)
  const sound = file.readUInt32BE(0) === 0x89504e47 && widthPx !== null && Math.abs(width - widthPx) <= 40
  return { ...size, width, height, void: sound ? null : `a PNG of ${width} × ${height} px instead of ${widthPx} wide` }
}
