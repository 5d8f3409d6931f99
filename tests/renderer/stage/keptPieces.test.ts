import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { createKeptPieces, type KeptPieces, type PieceCanvas, type PieceView } from '../../../renderer/stage/keptPieces.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { LINE, MOVE } from '../../../shared/geometry/path.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';

/** A canvas of Node that counts what is filled on it. */
type Counting = PieceCanvas & SKRSContext2D & { fills: number };

function counting(widthPx: number, heightPx: number): Counting {
  const context = createCanvas(widthPx, heightPx).getContext('2d') as unknown as Counting;
  const fill = context.fill.bind(context) as () => void;
  context.fills = 0;
  context.fill = (() => { context.fills++; fill(); }) as Counting['fill'];
  return context;
}

const node = ({ x, y, w, h }: Box, color = '#ff0000'): SceneNode => ({
  id: `${x},${y}` as never, matrix: [1, 0, 0, 1, 0, 0], bounds: { x, y, w, h },
  ops: [{ op: 'fill', path: { data: [MOVE, x, y, LINE, x + w, y, LINE, x + w, y + h, LINE, x, y + h] }, color, opacity: 1 }],
});
const VIEW: PieceView = { scale: 2, x: 10, y: 20, widthPx: 400, heightPx: 300 };
/** Thirty bars over the whole width, one above the other. */
const bars = (cutAt = 0, to = 0): readonly SceneNode[] => Array.from({ length: 30 }, (_, i) => {
  const y = i * 4;
  return y >= cutAt && y < to ? [node({ x: 0, y, w: 80, h: 3 }), node({ x: 100, y, w: 90, h: 3 })] : [node({ x: 0, y, w: 190, h: 3 })];
}).flat();
const pixels = (kept: KeptPieces<Counting>, view = VIEW): Uint8ClampedArray => (kept.bitmap(view) as Counting).getImageData(0, 0, view.widthPx, view.heightPx).data;

describe('pieces of cut strokes', () => {
  test('are painted again only where something changed, and come to the same as when all is painted', () => {
    const kept = createKeptPieces(counting);
    kept.change(bars(), { x: 0, y: 0, w: 190, h: 120 });
    const on = kept.bitmap(VIEW) as Counting;
    expect(on.fills).toBe(30);
    kept.bitmap(VIEW);
    expect(on.fills).toBe(30);
    kept.change(bars(40, 52), { x: 78, y: 40, w: 24, h: 12 });
    kept.bitmap(VIEW);
    // The five rows that the changed part and the soft edge around it touch, and no other.
    expect(on.fills - 30).toBeLessThanOrEqual(8);
    const whole = createKeptPieces(counting);
    whole.change(bars(40, 52), { x: 0, y: 0, w: 190, h: 120 });
    expect(Buffer.compare(Buffer.from(pixels(kept)), Buffer.from(pixels(whole)))).toBe(0);
  });

  test('changed several times before a frame are painted once, with all that changed', () => {
    const kept = createKeptPieces(counting);
    kept.change(bars(), { x: 0, y: 0, w: 190, h: 120 });
    const on = kept.bitmap(VIEW) as Counting;
    kept.change(bars(0, 8), { x: 78, y: 0, w: 24, h: 8 });
    kept.change(bars(0, 16), { x: 78, y: 8, w: 24, h: 8 });
    kept.bitmap(VIEW);
    const whole = createKeptPieces(counting);
    whole.change(bars(0, 16), { x: 0, y: 0, w: 190, h: 120 });
    expect(Buffer.compare(Buffer.from(pixels(kept)), Buffer.from(pixels(whole)))).toBe(0);
    expect(on.fills - 30).toBeLessThanOrEqual(14);
  });

  test('are painted whole when the view moves', () => {
    const kept = createKeptPieces(counting);
    kept.change(bars(), { x: 0, y: 0, w: 190, h: 120 });
    pixels(kept);
    const moved = { ...VIEW, x: 30, scale: 1 };
    const fresh = createKeptPieces(counting);
    fresh.change(bars(), { x: 0, y: 0, w: 190, h: 120 });
    expect(Buffer.compare(Buffer.from(pixels(kept, moved)), Buffer.from(pixels(fresh, moved)))).toBe(0);
  });

  test('leave nothing behind when the last of them is gone', () => {
    const kept = createKeptPieces(counting);
    expect(kept.bitmap(VIEW)).toBeNull();
    kept.change(bars(), { x: 0, y: 0, w: 190, h: 120 });
    expect(pixels(kept).some((value) => value > 0)).toBe(true);
    kept.change([], { x: 0, y: 0, w: 190, h: 120 });
    expect(pixels(kept).every((value) => value === 0)).toBe(true);
  });
});
