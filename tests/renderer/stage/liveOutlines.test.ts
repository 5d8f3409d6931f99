import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { walkPath, type Path } from '../../../shared/geometry/path.ts';
import { nibOutline, type Nib, type NibPoint } from '../../../shared/ink/outline.ts';
import { createLiveOutlines } from '../../../renderer/stage/liveOutlines.ts';

const NIB: Nib = { widthUnits: 3.6, thinning: 0.5, smoothing: 0.5, blunt: false };
const pen = (points: readonly NibPoint[]) => ({ tool: 'pen' as const, nib: NIB, color: 'ink' as const, points, predicted: [] });

/** A field that is hatched in one go, up and down. */
const hatching = (count: number): NibPoint[] => Array.from({ length: count }, (_, i) => [20 + i / 10, 150 + 90 * Math.sin(i / 11), 0.5 + 0.3 * Math.sin(i / 40)]);

function filled(paths: readonly Path[]): Uint8ClampedArray {
  const canvas = createCanvas(420, 300);
  const context = canvas.getContext('2d');
  for (const path of paths) {
    context.beginPath();
    walkPath(path, context);
    context.fill();
  }
  return context.getImageData(0, 0, 420, 300).data.filter((_, i) => i % 4 === 3);
}

test('a very long stroke looks as if it were worked out in one piece', () => {
  const all = hatching(3500);
  const points: NibPoint[] = [];
  const live = createLiveOutlines();
  let paths: readonly Path[] = [];
  for (let i = 0; i < all.length; i += 10) {
    points.push(...all.slice(i, i + 10));
    paths = live.of('own', pen(points));
  }
  expect(paths.length).toBeGreaterThan(5);
  const inParts = filled(paths), whole = filled([nibOutline(all, NIB, false)]);
  const ink = whole.reduce((sum, value) => sum + value, 0);
  const differs = inParts.reduce((sum, value, i) => sum + Math.abs(value - (whole[i] as number)), 0);
  expect(differs / ink).toBeLessThan(0.01);
});

test('however long it is, a frame works out no more than its end', () => {
  const points = hatching(6000);
  const grown: NibPoint[] = [];
  const kept = createLiveOutlines();
  let before: readonly Path[] = [];
  for (let i = 0; i < points.length; i += 10) {
    grown.push(...points.slice(i, i + 10));
    const now = kept.of('own', pen(grown));
    // Only the last path is new; when a part settles, the one before it too.
    expect(now.slice(0, -2).every((path, k) => path === before[k])).toBe(true);
    before = now;
  }
});

test('a new stroke of the same name begins anew', () => {
  const live = createLiveOutlines();
  live.of('own', pen(hatching(2000)));
  expect(live.of('own', pen(hatching(20)))).toHaveLength(1);
});
