import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, type Box } from '../../../shared/geometry/box.ts';
import { walkPath, type Path } from '../../../shared/geometry/path.ts';
import { nibOutline, type Nib, type NibPoint } from '../../../shared/ink/outline.ts';
import { createLiveDamage } from '../../../renderer/stage/liveDamage.ts';

const SIZE = 260;
const all: Box = { x: 0, y: 0, w: SIZE, h: SIZE };
const pen = (points: readonly NibPoint[], predicted: readonly NibPoint[], nib: Nib) => ({ tool: 'pen' as const, nib, color: 'ink' as const, points, predicted });
type Strokes = ReadonlyMap<string, ReturnType<typeof pen>>;
const strokesOf = (stroke: ReturnType<typeof pen>): Strokes => new Map([['own', stroke]]);
const one = () => 1;

/** A sheet on which a part is painted anew, as the live layer does. */
function sheet() {
  const context = createCanvas(SIZE, SIZE).getContext('2d');
  return {
    paint(paths: readonly Path[], part: Box) {
      context.save();
      context.beginPath();
      context.rect(Math.floor(part.x) - 1, Math.floor(part.y) - 1, Math.ceil(part.w) + 3, Math.ceil(part.h) + 3);
      context.clip();
      context.clearRect(0, 0, SIZE, SIZE);
      for (const path of paths) {
        context.beginPath();
        walkPath(path, context);
        context.fill();
      }
      context.restore();
    },
    alpha: () => context.getImageData(0, 0, SIZE, SIZE).data.filter((_, i) => i % 4 === 3),
  };
}

/** A hand that swings about, at rest now and then. */
const hand = fc.array(fc.record({ turn: fc.double({ min: -0.9, max: 0.9, noNaN: true }), step: fc.constantFrom(0, 0.2, 2, 7, 20), pressure: fc.double({ min: 0.05, max: 1, noNaN: true }) }), { minLength: 60, maxLength: 160 })
  .map((moves) => {
    let x = 130, y = 130, direction = 0;
    return moves.map(({ turn, step, pressure }): NibPoint => {
      direction += turn;
      x = Math.min(230, Math.max(30, x + step * Math.cos(direction)));
      y = Math.min(230, Math.max(30, y + step * Math.sin(direction)));
      return [x, y, pressure];
    });
  });
const nibs = fc.record({ widthUnits: fc.constantFrom(2, 6, 18), thinning: fc.constantFrom(0, 0.62), smoothing: fc.constantFrom(0, 0.5, 1), blunt: fc.constant(false) });

describe('what is painted anew of a line that goes on', () => {
  test('leaves the line as if all of it had been painted', () => {
    let inked = 0, off = 0;
    fc.assert(fc.property(hand, hand, nibs, fc.integer({ min: 2, max: 6 }), (way, other, nib, pace) => {
      const kept = sheet(), anew = sheet();
      const damage = createLiveDamage();
      const waiting = pen(other, [], nib), behind = nibOutline(other, nib, false);
      const points: NibPoint[] = [];
      for (let i = 0; i < way.length; i += pace) {
        points.push(...way.slice(i, i + pace));
        const predicted = way.slice(i + pace, i + pace + 3).map(([x, y, pressure], k): NibPoint => [x + 4 * k, y - 3 * k, pressure]);
        const paths = [behind, nibOutline([...points, ...predicted], nib, false)];
        kept.paint(paths, damage.next(new Map([['waiting', waiting], ['own', pen(points, predicted, nib)]]), one) ?? all);
        anew.paint(paths, all);
      }
      // Where a line crosses itself, the painter softens edges in one of two ways by how much there is to paint.
      const whole = anew.alpha(), differences = kept.alpha().map((value, i) => Math.abs(value - (whole[i] as number)));
      expect(differences.reduce((most, value) => Math.max(most, value), 0)).toBeLessThan(160);
      inked += whole.filter((value) => value > 0).length;
      off += differences.filter((value) => value > 40).length;
    }), { numRuns: 10 });
    expect(off / inked, 'the share of the ink that is softer or harder').toBeLessThan(0.01);
  });

  const nib: Nib = { widthUnits: 4, thinning: 0.5, smoothing: 0.5, blunt: false };
  const line = (count: number): NibPoint[] => Array.from({ length: count }, (_, i) => [10 + 3 * i, 100, 0.5]);

  test('is no more than its end', () => {
    const damage = createLiveDamage();
    const points = line(80);
    expect(damage.next(strokesOf(pen(points, [], nib)), one)).toBeNull();
    points.push([253, 104, 0.5]);
    const part = damage.next(strokesOf(pen(points, [], nib)), one) as Box;
    expect(part.w).toBeLessThan(70);
    expect(contains(part, { x: 250, y: 100, w: 3, h: 4 })).toBe(true);
  });

  test.each([
    ['something else changed', (damage: ReturnType<typeof createLiveDamage>) => damage.all(), line(80), 1],
    ['it has got one more settled part', () => undefined, line(80), 2],
    ['it was laid anew in the same list', (_: unknown, points: NibPoint[]) => { points.splice(0, points.length, ...line(80)); }, line(80), 1],
  ] as const)('is everything when %s', (_, between, points, parts) => {
    const damage = createLiveDamage();
    const own = [...points];
    damage.next(strokesOf(pen(own, [], nib)), one);
    between(damage, own);
    expect(damage.next(strokesOf(pen(own, [], nib)), () => parts)).toBeNull();
  });

  test('is everything when there is another line', () => {
    const damage = createLiveDamage();
    damage.next(strokesOf(pen(line(80), [], nib)), one);
    expect(damage.next(strokesOf(pen(line(80), [], nib)), one)).toBeNull();
    expect(damage.next(new Map([...strokesOf(pen(line(80), [], nib)), ['other', pen(line(40), [], nib)]]), one)).toBeNull();
  });

  test('is no more than its end while others wait to come onto the board, however short, and nothing when none goes on', () => {
    const damage = createLiveDamage();
    const points = line(80);
    const waiting: Strokes = new Map([['long', pen(line(60).map(([x, y, p]) => [x, y + 300, p]), [], nib)], ['short', pen([[900, 500, 0.5], [902, 500, 0.5]], [], nib)]]);
    const now = (): Strokes => new Map([...waiting, ...strokesOf(pen(points, [], nib))]);
    damage.next(now(), one);
    points.push([253, 104, 0.5]);
    const part = damage.next(now(), one) as Box;
    expect(part.w).toBeLessThan(70);
    expect(part.h).toBeLessThan(70);
    expect(contains(part, { x: 250, y: 100, w: 3, h: 4 })).toBe(true);
    expect(damage.next(now(), one)).toMatchObject({ w: 0, h: 0 });
  });

  test('has what was foreseen of a line that rests and is so no longer', () => {
    const damage = createLiveDamage();
    const points = line(80), foreseen: NibPoint[] = [[253, 100, 0.5], [290, 130, 0.5]];
    damage.next(strokesOf(pen(points, foreseen, nib)), one);
    expect(contains(damage.next(strokesOf(pen(points, [], nib)), one) as Box, { x: 250, y: 100, w: 40, h: 30 })).toBe(true);
  });
});
