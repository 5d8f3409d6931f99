import type { StampOp } from './stamp.ts';
import type { StampColor } from './stampColors.ts';
import { mapStampPath } from './stampPath.ts';
import type { Spot } from './stampPath.ts';

type Ops = readonly StampOp[];

/** Colour beside its outline. */
export const wash = (d: string, color: StampColor): StampOp => ({ kind: 'wash', d, color });

/** An exact area. */
export const fill = (d: string, color: StampColor): StampOp => ({ kind: 'fill', d, color });

/** A line of ink; `width` 1 is the stamp's own line. */
export const line = (d: string, width = 1, color: StampColor = 'ink'): StampOp => ({ kind: 'line', d, width, color });

/** A line that is left out when the stamp is small. */
export const inner = (d: string, width = 0.6, color: StampColor = 'ink'): StampOp => ({
  kind: 'line',
  d,
  width,
  color,
  inner: true,
});

/** A closed thing that hides what lies behind it: paper, colour, outline. */
export const shape = (d: string, color: StampColor, width = 1): Ops => [fill(d, 'paper'), wash(d, color), line(d, width)];

/** The shadow that a drawing stands on, from `x0` to `x1` at height `y`. */
export const ground = (x0: number, x1: number, y = 95): StampOp => {
  const w = x1 - x0;
  return fill(
    `M${x0} ${y}C${x0 + w * 0.25} ${y - 2.6} ${x0 + w * 0.75} ${y - 2.4} ${x1} ${y}` +
      `C${x1 - w * 0.1} ${y + 2.6} ${x0 + w * 0.12} ${y + 2.8} ${x0} ${y}Z`,
    'grijs1',
  );
};

const tenth = (value: number): number => Math.round(value * 10) / 10;
const KAPPA = 0.5523;

/** An ellipse as a path that starts at its top and turns left, as a right hand draws it; `turn` in degrees. */
export function oval(cx: number, cy: number, rx: number, ry = rx, turn = 0): string {
  const c = Math.cos((turn * Math.PI) / 180);
  const s = Math.sin((turn * Math.PI) / 180);
  const at = (x: number, y: number): string => `${tenth(cx + x * c - y * s)} ${tenth(cy + x * s + y * c)}`;
  const kx = rx * KAPPA;
  const ky = ry * KAPPA;
  return (
    `M${at(0, -ry)}C${at(-kx, -ry)} ${at(-rx, -ky)} ${at(-rx, 0)}C${at(-rx, ky)} ${at(-kx, ry)} ${at(0, ry)}` +
    `C${at(kx, ry)} ${at(rx, ky)} ${at(rx, 0)}C${at(rx, -ky)} ${at(kx, -ry)} ${at(0, -ry)}Z`
  );
}

/** A leaf from stem to tip, `half` wide on each side, bent sideways by `bend`. */
export function leafPaths(
  [x0, y0]: Spot,
  [x1, y1]: Spot,
  half: number,
  bend = 0,
): { readonly outline: string; readonly middle: string; readonly veins: string } {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const long = Math.hypot(dx, dy);
  const at = (t: number, aside: number): string => {
    const out = aside + bend * 4 * t * (1 - t);
    return `${tenth(x0 + dx * t - (dy / long) * out)} ${tenth(y0 + dy * t + (dx / long) * out)}`;
  };
  const vein = (t: number): string =>
    [half, -half].map((w) => `M${at(t, 0)}L${at(t + 0.15, w * 0.62 * (1.1 - t))}`).join('');
  return {
    outline: `M${at(0, 0)}C${at(0.18, half)} ${at(0.62, half)} ${at(1, 0)}C${at(0.62, -half)} ${at(0.18, -half)} ${at(0, 0)}Z`,
    middle: `M${at(0, 0)}C${at(0.3, 0)} ${at(0.6, 0)} ${at(0.88, 0)}`,
    veins: [0.26, 0.44, 0.62].map(vein).join(''),
  };
}

/** A heart around (0, 0), about 21 wide. */
export const SMALL_HEART = 'M0 9C-10 2 -13 -6 -7 -9C-3 -11 0 -7 0 -5C0 -7 4 -11 8 -8C13 -5 9 3 0 9Z';

/** In a leaf shorter than this, colour beside the outline would look like a second leaf. */
const SMALL_LEAF = 26;

/** A coloured leaf with its middle vein. */
export function leaf(from: Spot, tip: Spot, half: number, color: StampColor, bend = 0, width = 0.85): Ops {
  const paths = leafPaths(from, tip, half, bend);
  const isSmall = Math.hypot(tip[0] - from[0], tip[1] - from[1]) < SMALL_LEAF;
  const body = isSmall ? [fill(paths.outline, color), line(paths.outline, width)] : shape(paths.outline, color, width);
  return [...body, inner(paths.middle, width * 0.6)];
}

/** Where a part of a drawing comes: scaled and turned (degrees) about its own origin, then moved. */
export type Placing = { readonly x: number; readonly y: number; readonly scale?: number; readonly turn?: number };

/** A path drawn elsewhere, put in its place. */
export function placedPath(d: string, { x, y, scale = 1, turn = 0 }: Placing): string {
  const c = Math.cos((turn * Math.PI) / 180) * scale;
  const s = Math.sin((turn * Math.PI) / 180) * scale;
  return mapStampPath(d, ([px, py]) => [x + px * c - py * s, y + px * s + py * c]);
}

/** A part of a drawing made elsewhere, put in its place; widths of lines stay. */
export function placed(ops: Ops, placing: Placing): Ops {
  return ops.map((op) => ({ ...op, d: placedPath(op.d, placing) }));
}
