import { boxAround, type Point } from '../geometry/box.ts';
import { rotation, transformPoint } from '../geometry/matrix.ts';
import type { RoughForm } from './roughForm.ts';
import { hullOf, meanDistance, turn } from './wayPoints.ts';

type Turned = Extract<RoughForm, { kind: 'ellipse' | 'rectangle' | 'diamond' }>;
type ClosedForm = Exclude<RoughForm, { kind: 'line' | 'arrow' }>;

/** The ends of a closed form come this near, as a share of the form's diagonal. */
const OPEN_SHARE = 0.25;
/** A form lies no farther beside what was drawn than this, on average, as a share of its diagonal. */
const WORST_FIT = 0.036;
/** A hand that means upright is off by less than this. */
const UPRIGHT_RADIANS = (11 * Math.PI) / 180;
/** A box turned by more than this stands on its corner. */
const ON_CORNER_RADIANS = (30 * Math.PI) / 180;
/** What is this nearly as high as wide is meant to be a circle, a square. */
const ROUND = 0.84, SQUARE = 0.93;

const ORIGIN: Point = { x: 0, y: 0 };
const turnedBy = (points: readonly Point[], radians: number): readonly Point[] => {
  const matrix = rotation(radians, ORIGIN);
  return points.map((point) => transformPoint(matrix, point));
};

/** An angle as the same form has it between −45° and 45°, its sides swapped where needed. */
function settled({ kind, middle, w, h, radians }: Turned): Turned {
  const quarter = Math.PI / 2;
  const turns = Math.round(radians / quarter);
  const rest = radians - turns * quarter;
  return turns % 2 === 0 ? { kind, middle, w, h, radians: rest } : { kind, middle, w: h, h: w, radians: rest };
}

/** Middle and size of points in the axes of an angle. */
function extentAt(points: readonly Point[], radians: number): { readonly middle: Point; readonly w: number; readonly h: number } {
  const { x, y, w, h } = boxAround(turnedBy(points, -radians));
  return { middle: transformPoint(rotation(radians, ORIGIN), { x: x + w / 2, y: y + h / 2 }), w, h };
}

/** The ellipse with the same area moments as the hull: for a uniform ellipse the variance along an axis is a²/4. */
function ellipseOf(hull: readonly Point[]): Turned {
  let area = 0, sx = 0, sy = 0, xx = 0, yy = 0, xy = 0;
  hull.forEach((a, i) => {
    const b = hull[(i + 1) % hull.length] as Point;
    const piece = a.x * b.y - b.x * a.y;
    area += piece / 2;
    sx += ((a.x + b.x) * piece) / 6;
    sy += ((a.y + b.y) * piece) / 6;
    xx += ((a.x * a.x + a.x * b.x + b.x * b.x) * piece) / 12;
    yy += ((a.y * a.y + a.y * b.y + b.y * b.y) * piece) / 12;
    xy += ((a.x * b.y + 2 * a.x * a.y + 2 * b.x * b.y + b.x * a.y) * piece) / 24;
  });
  const middle = { x: sx / area, y: sy / area };
  const vx = xx / area - middle.x ** 2, vy = yy / area - middle.y ** 2, vxy = xy / area - middle.x * middle.y;
  const spread = Math.hypot((vx - vy) / 2, vxy), mean = (vx + vy) / 2;
  const radians = Math.atan2(2 * vxy, vx - vy) / 2;
  const w = 4 * Math.sqrt(mean + spread), h = 4 * Math.sqrt(Math.max(0, mean - spread));
  if (h > w * ROUND) return { kind: 'ellipse', middle, w: (w + h) / 2, h: (w + h) / 2, radians: 0 };
  const ellipse = settled({ kind: 'ellipse', middle, w, h, radians });
  return Math.abs(ellipse.radians) < UPRIGHT_RADIANS ? { ...ellipse, radians: 0 } : ellipse;
}

/** Where a side of a box lies: the mean of what was drawn along it, its corners left out. */
function sideAt(points: readonly Point[], along: (p: Point) => number, across: (p: Point) => number, from: number, to: number, low: boolean): number {
  const band = (to - from) * 0.25;
  const ends = boxAround(points.map((p) => ({ x: along(p), y: 0 })));
  const side = points.filter((p) => Math.abs(across(p) - (low ? from : to)) < band && along(p) > ends.x + ends.w * 0.15 && along(p) < ends.x + ends.w * 0.85);
  return side.length === 0 ? (low ? from : to) : side.reduce((sum, p) => sum + across(p), 0) / side.length;
}

/** The box with the least area around the hull (it lies along one of the hull's edges), each side then where the hand drew it. */
function rectangleOf(way: readonly Point[], hull: readonly Point[]): Turned {
  let radians = 0, least = Infinity;
  hull.forEach((a, i) => {
    const b = hull[(i + 1) % hull.length] as Point;
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    const { w, h } = extentAt(hull, angle);
    if (w * h < least) {
      least = w * h;
      radians = angle;
    }
  });
  const turned = settled({ kind: 'rectangle', radians, ...extentAt(hull, radians) }).radians;
  const angle = Math.abs(turned) < UPRIGHT_RADIANS ? 0 : turned;
  const flat = turnedBy(way, -angle);
  const { x, y, w, h } = boxAround(flat);
  const px = (p: Point): number => p.x, py = (p: Point): number => p.y;
  const left = sideAt(flat, py, px, x, x + w, true), right = sideAt(flat, py, px, x, x + w, false);
  const top = sideAt(flat, px, py, y, y + h, true), bottom = sideAt(flat, px, py, y, y + h, false);
  const middle = transformPoint(rotation(angle, ORIGIN), { x: (left + right) / 2, y: (top + bottom) / 2 });
  const even = Math.min(right - left, bottom - top) > SQUARE * Math.max(right - left, bottom - top);
  const mean = (right - left + bottom - top) / 2;
  return { kind: 'rectangle', middle, w: even ? mean : right - left, h: even ? mean : bottom - top, radians: angle };
}

/** The triangle of the hull's corners with the most area. */
function triangleOf(hull: readonly Point[]): Extract<RoughForm, { kind: 'triangle' }> {
  let corners: readonly [Point, Point, Point] = [hull[0] as Point, hull[1] as Point, hull[2] as Point];
  let most = 0;
  for (let i = 0; i < hull.length; i++) for (let j = i + 1; j < hull.length; j++) for (let k = j + 1; k < hull.length; k++) {
    const area = Math.abs(turn(hull[i] as Point, hull[j] as Point, hull[k] as Point));
    if (area <= most) continue;
    most = area;
    corners = [hull[i] as Point, hull[j] as Point, hull[k] as Point];
  }
  return { kind: 'triangle', corners };
}

/** The closed outline of a form as a line through points that ends where it begins. */
export function outlineOfForm(form: ClosedForm): readonly Point[] {
  if (form.kind === 'triangle') return [...form.corners, form.corners[0]];
  const { middle, w, h, radians, kind } = form;
  const corners: readonly Point[] = kind === 'rectangle'
    ? [{ x: -w / 2, y: -h / 2 }, { x: w / 2, y: -h / 2 }, { x: w / 2, y: h / 2 }, { x: -w / 2, y: h / 2 }]
    : kind === 'diamond'
      ? [{ x: 0, y: -h / 2 }, { x: w / 2, y: 0 }, { x: 0, y: h / 2 }, { x: -w / 2, y: 0 }]
      : Array.from({ length: 40 }, (_, i) => ({ x: (Math.cos((i * Math.PI) / 20) * w) / 2, y: (Math.sin((i * Math.PI) / 20) * h) / 2 }));
  const placed = turnedBy(corners, radians).map(({ x, y }) => ({ x: x + middle.x, y: y + middle.y }));
  return [...placed, placed[0] as Point];
}

/** Points along the whole outline, so that a side that nobody drew counts against a form. */
function alongOutline(outline: readonly Point[]): readonly Point[] {
  return outline.slice(1).flatMap((b, i) => {
    const a = outline[i] as Point;
    return [0.125, 0.375, 0.625, 0.875].map((t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }));
  });
}

/** The closed form that lies nearest to what was drawn, if the line closes and one lies near enough. */
export function closedFormOf(way: readonly Point[]): ClosedForm | null {
  const box = boxAround(way);
  const diagonal = Math.hypot(box.w, box.h);
  const first = way[0] as Point, last = way[way.length - 1] as Point;
  const hull = hullOf(way);
  // A hull that is all edge is a line that goes there and back.
  if (hull.length < 3 || Math.min(box.w, box.h) < diagonal * 0.08 || Math.hypot(first.x - last.x, first.y - last.y) > diagonal * OPEN_SHARE) return null;
  const diamond: Turned = { kind: 'diamond', radians: 0, ...extentAt(way, 0) };
  let best: ClosedForm | null = null;
  let least = WORST_FIT * diagonal;
  for (const form of [ellipseOf(hull), diamond, rectangleOf(way, hull), triangleOf(hull)]) {
    const outline = outlineOfForm(form);
    const fit = (meanDistance(way, outline) + meanDistance(alongOutline(outline), way)) / 2;
    // A square on its corner is a diamond, though it fits as well as a turned box.
    const stands = form.kind === 'rectangle' && best?.kind === 'diamond' && Math.abs(form.radians) > ON_CORNER_RADIANS;
    if (fit >= least || stands) continue;
    least = fit;
    best = form;
  }
  return best;
}
