import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type InkId, type MarkId } from '../../../shared/base/ids.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { contains, grow, overlaps, type Box } from '../../../shared/geometry/box.ts';
import { packInk } from '../../../shared/ink/ink.ts';
import { cheapestPlace, occupancyOf } from '../../../shared/harvest/occupancy.ts';
import { pageRoom } from '../../../shared/harvest/pageRoom.ts';
import { GAP_UNITS, placeCard } from '../../../shared/harvest/placement.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import { after, HARVEST, kielBoard } from './kielDay.ts';

const sheet: Box = { x: 0, y: 0, w: 1200, h: 849 };
const boxes = fc.array(fc.record({ x: fc.integer({ min: -100, max: 1250 }), y: fc.integer({ min: -100, max: 900 }), w: fc.integer({ min: 0, max: 400 }), h: fc.integer({ min: 0, max: 300 }) }), { maxLength: 60 });
const sizes = fc.record({ w: fc.integer({ min: 5, max: 500 }), h: fc.integer({ min: 5, max: 200 }) });

describe('looking for a free place', () => {
  it('a place that is found lies inside and keeps its gap to everything', () => {
    fc.assert(fc.property(boxes, sizes, fc.constantFrom('trait' as const, 'metaphor' as const, 'idea' as const), (obstacles, size, role) => {
      const at = placeCard({ role, within: [sheet], obstacles, kin: obstacles.slice(0, 5), size });
      if (!at) return;
      const box = { ...at, ...size };
      expect(contains(grow(sheet, 0.001), box)).toBe(true);
      for (const obstacle of obstacles) expect(overlaps(grow(obstacle, GAP_UNITS - 0.001), box)).toBe(false);
    }));
  });

  it('what the grid calls full has no free place on the grid either', () => {
    fc.assert(fc.property(boxes, sizes, (obstacles, size) => {
      const grid = occupancyOf(sheet, obstacles);
      if (cheapestPlace(grid, size)) return;
      const step = grid.cellUnits;
      for (let x = 0; x + size.w <= sheet.w - step; x += step * 5) {
        for (let y = 0; y + size.h <= sheet.h - step; y += step * 5) {
          const roomy = grow({ x, y, ...size }, step);
          expect(obstacles.some((obstacle) => obstacle.w > 0 && obstacle.h > 0 && overlaps(roomy, obstacle))).toBe(true);
        }
      }
    }), { numRuns: 40 });
  });

  it('near a point the nearest free place is taken', () => {
    const at = placeCard({ role: 'idea', within: [sheet], obstacles: [{ x: 560, y: 400, w: 80, h: 50 }], kin: [], size: { w: 60, h: 30 }, near: { x: 600, y: 425 } });
    expect(at && Math.hypot(at.x + 30 - 600, at.y + 15 - 425)).toBeLessThan(60);
  });

  it('the name of a drawing stands by it, where a word without one would go where it has room to grow', () => {
    // Two drawings side by side with their names, and free room far below.
    const kin = [{ x: 300, y: 300, w: 160, h: 40 }, { x: 620, y: 300, w: 160, h: 40 }];
    const near = { x: 540, y: 330 }, size = { w: 90, h: 40 };
    const search = { role: 'metaphor' as const, within: [sheet], obstacles: kin, kin, size, near };
    const far = (at: { readonly x: number; readonly y: number } | null): number => (at ? Math.hypot(at.x + size.w / 2 - near.x, at.y + size.h / 2 - near.y) : Infinity);
    expect(far(placeCard({ ...search, drawn: true }))).toBeLessThan(12);
    expect(far(placeCard(search))).toBeGreaterThan(100);
  });

  it('a sheet without room gives no place', () => {
    expect(placeCard({ role: 'trait', within: [sheet], obstacles: [sheet], kin: [], size: { w: 10, h: 10 } })).toBeNull();
    expect(placeCard({ role: 'trait', within: [{ x: 0, y: 0, w: 3, h: 0 }], obstacles: [], kin: [], size: { w: 10, h: 10 } })).toBeNull();
  });
});

/** A stroke on the harvest page through these places. */
function stroke(id: string, points: readonly (readonly [number, number])[]): { mark: Mark; ink: ReturnType<typeof packInk> } {
  const ink = packInk(points.map(([x, y], i) => ({ x, y, pressure: 0.5, timeMs: i * 8 })));
  return { ink, mark: { kind: 'stroke', id: asId<MarkId>(id), page: HARVEST, layer: 'harvest', order: 'e1', matrix: [1, 0, 0, 1, 0, 0], locked: false, ink: asId<InkId>(id), tool: 'pen', color: 'ink', widthUnits: 3, thinning: 0.5, smoothing: 0.5 } };
}

function roomWithStroke(points: readonly (readonly [number, number])[]): readonly Box[] {
  const { mark, ink } = stroke('swing', points);
  const inks = new Map([[asId<InkId>('swing'), ink]]);
  const board = after(kielBoard(), { type: 'marks.put', what: 'draw', marks: [mark] });
  return pageRoom(board, inks, HARVEST, (one) => markBox(one, { board, inks }))!.taken.filter(({ id }) => id === 'swing').map(({ box }) => box);
}

describe('what a page has room for', () => {
  it('a small drawing takes its whole box, so that no word lands in the face of a panda', () => {
    const face = Array.from({ length: 40 }, (_, i): [number, number] => [800 + 60 * Math.cos(i / 6), 400 + 60 * Math.sin(i / 6)]);
    expect(roomWithStroke(face)).toHaveLength(1);
  });

  it('a swing around a whole area takes only where the pen went', () => {
    const around = Array.from({ length: 200 }, (_, i): [number, number] => [300 + 250 * Math.cos(i / 30), 400 + 200 * Math.sin(i / 30)]);
    const taken = roomWithStroke(around);
    expect(taken.some((box) => overlaps(box, { x: 250, y: 350, w: 100, h: 100 }))).toBe(false);
    for (const [x, y] of around) expect(taken.some((box) => contains(box, { x, y, w: 0, h: 0 }))).toBe(true);
  });

  it('frames have room inside, below their heading; their outline and heading are taken', () => {
    const board = kielBoard();
    const room = pageRoom(board, new Map(), HARVEST, (mark) => markBox(mark, { board, inks: new Map() }))!;
    const area = room.areas.find(({ role }) => role === 'traits')!;
    expect(room.taken.some(({ box }) => overlaps(box, area.inner))).toBe(false);
    expect(area.inner.w * area.inner.h).toBeGreaterThan(area.outer.w * area.outer.h * 0.6);
  });

  it('a page that the board does not have has no room', () => {
    expect(pageRoom(kielBoard(), new Map(), asId('p99'), () => ({ x: 0, y: 0, w: 0, h: 0 }))).toBeNull();
  });
});
