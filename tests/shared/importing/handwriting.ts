import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../../shared/base/seededRandom.ts';

/** Letters as a hand draws them: loops and hooks of a few dozen samples, pressure swelling and fading. */
function letter(random: () => number, i: number): object {
  const samples = 24 + Math.floor(random() * 40);
  const points: [number, number][] = [];
  const pressures: number[] = [];
  for (let k = 0; k < samples; k++) {
    const turn = (k / samples) * (2 + random() * 0.1) * Math.PI;
    points.push([k * 0.35 + Math.cos(turn) * 4, Math.sin(turn * 1.3) * 6]);
    pressures.push(0.15 + 0.5 * Math.sin((k / samples) * Math.PI));
  }
  return {
    id: `w${i}`, type: 'freedraw', x: 40 + (i % 28) * 19, y: 40 + Math.floor(i / 28) * 52 + random() * 3, angle: 0, opacity: 100, strokeWidth: 2,
    strokeColor: i % 40 === 0 ? '#f6d32d' : '#ffffff', isDeleted: false, points, pressures, simulatePressure: false,
  };
}

/**
 * A page of handwriting as an Excalidraw scene: what a person drew, from the folder in DROOMDOEK_PEN_SAMPLES,
 * else letters made here.
 */
export function handwriting(): unknown {
  const file = join(process.env['DROOMDOEK_PEN_SAMPLES'] ?? '', 'real-pen.excalidraw');
  if (process.env['DROOMDOEK_PEN_SAMPLES'] && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  const random = seededRandom(7);
  return { type: 'excalidraw', version: 2, source: 'test', elements: Array.from({ length: 490 }, (_, i) => letter(random, i)), files: {} };
}
