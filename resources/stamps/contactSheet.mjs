/**
 * Paints every drawn stamp, numbered and without its name, on one sheet:
 *   node resources/stamps/contactSheet.mjs sheet.png [key.txt] [cell in px] [ids, comma separated] [one ink]
 * The key tells which number is which stamp. For looking: can each be recognised without its label?
 */
import { writeFile } from 'node:fs/promises';
import { createCanvas, Path2D } from '@napi-rs/canvas';
import { runnerImport } from 'vite';

const [sheetPath, keyPath, cellText, idsText, ink] = process.argv.slice(2);
if (!sheetPath) {
  process.stderr.write('usage: contactSheet.mjs SHEET.png [KEY.txt] [CELL_PX] [IDS] [INK]\n');
  process.exit(2);
}
const load = async (name) =>
  (await runnerImport(new URL(`../../shared/stamps/${name}`, import.meta.url).pathname, { configFile: false, logLevel: 'error' })).module;
const { drawnStamps } = await load('drawn.ts');
const { sketchStamp } = await load('sketchStamp.ts');

const wanted = idsText ? idsText.split(',') : [];
const stamps = wanted.length ? drawnStamps.filter((stamp) => wanted.includes(stamp.id)) : drawnStamps;
const cell = Number(cellText || 170);
const margin = cell * 0.12;
const columns = Math.min(stamps.length, Math.max(1, Math.floor(1500 / cell)));
const rows = Math.ceil(stamps.length / columns);
const canvas = createCanvas(columns * cell, rows * cell);
const context = canvas.getContext('2d');
context.fillStyle = '#FFFBF2';
context.fillRect(0, 0, canvas.width, canvas.height);
stamps.forEach((stamp, i) => {
  context.setTransform(1, 0, 0, 1, (i % columns) * cell + margin, Math.floor(i / columns) * cell + margin);
  for (const patch of sketchStamp(stamp, cell - 2 * margin, ink)) {
    context.fillStyle = patch.color;
    context.fill(new Path2D(patch.d));
  }
  context.fillStyle = '#968E82';
  context.font = '13px sans-serif';
  context.fillText(String(i + 1), -margin * 0.75, -margin * 0.2);
});
await writeFile(sheetPath, canvas.toBuffer('image/png'));
if (keyPath) await writeFile(keyPath, stamps.map((stamp, i) => `${i + 1}\t${stamp.id}\t${stamp.nl}\t${stamp.en}\n`).join(''));
