/**
 * Draws the app's icon: a sheet of paper on the dark desk, and on it a house from the drawn stamps.
 *   node resources/packaging/drawIcon.mjs resources/packaging/icon.png
 * electron-builder makes the formats of every system from this one picture of 1024 px.
 */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createCanvas, Path2D } from '@napi-rs/canvas'
import { runnerImport } from 'vite'

const SIZE_PX = 1024
/** The stamp is sketched in a small box and enlarged, so that its lines still carry at 32 px. */
const SKETCH_BOX = 64

/** @param {string} name of a file in shared/stamps */
async function load(name) {
  const file = fileURLToPath(new URL(`../../shared/stamps/${name}`, import.meta.url))
  return (await runnerImport(file, { configFile: false, logLevel: 'error' })).module
}

const file = process.argv[2]
if (!file) throw new Error('usage: drawIcon.mjs ICON.png')
const [{ drawnStamps }, { sketchStamp }] = await Promise.all([load('drawn.ts'), load('sketchStamp.ts')])
const house = drawnStamps.find(({ id }) => id === 'huis')

const canvas = createCanvas(SIZE_PX, SIZE_PX)
const context = canvas.getContext('2d')
// Systems expect air around an icon: about a tenth on each side.
context.fillStyle = '#242220'
context.beginPath()
context.roundRect(92, 92, 840, 840, 188)
context.fill()
context.translate(SIZE_PX / 2, SIZE_PX / 2)
context.rotate(-0.045)
context.fillStyle = '#FFFBF2'
context.beginPath()
context.roundRect(-356, -318, 712, 636, 14)
context.fill()
context.translate(-262, -282)
context.scale(524 / SKETCH_BOX, 524 / SKETCH_BOX)
for (const patch of sketchStamp(house, SKETCH_BOX)) {
  context.fillStyle = patch.color
  context.fill(new Path2D(patch.d))
}
await writeFile(file, canvas.toBuffer('image/png'))
