import type { PaintOp, SceneNode } from '../../../shared/scene/sceneNode.ts';
import type { Matrix } from '../../../shared/geometry/matrix.ts';
import { CUBIC, LINE, MOVE, QUAD, CLOSE, type Path } from '../../../shared/geometry/path.ts';
import { meanScale } from '../../../shared/geometry/matrix.ts';

/** How an outline runs: once around it, and how wide the line is that it encloses, own coordinates. */
export type LineMeasure = { readonly around: number; readonly width: number; readonly isLine: boolean };

/** Outlines whose mean width is more than this share of their length are areas and no lines. */
const LINE_SHARE = 0.12;

/** Follows a path along the ends of its curves, which lie close together in ink. */
export function measureOutline({ data }: Path): LineMeasure {
  let around = 0, area = 0;
  let x = 0, y = 0, startX = 0, startY = 0;
  const to = (nextX: number, nextY: number): void => {
    around += Math.hypot(nextX - x, nextY - y);
    area += x * nextY - nextX * y;
    x = nextX;
    y = nextY;
  };
  const at = (i: number): number => data[i] as number;
  for (let i = 0; i < data.length;) {
    switch (data[i]) {
      case MOVE: to(startX, startY); x = startX = at(i + 1); y = startY = at(i + 2); i += 3; break;
      case LINE: to(at(i + 1), at(i + 2)); i += 3; break;
      // The middle of a curve by its control points, so that a circle of few curves keeps its length.
      case QUAD: to((x + 2 * at(i + 1) + at(i + 3)) / 4, (y + 2 * at(i + 2) + at(i + 4)) / 4); to(at(i + 3), at(i + 4)); i += 5; break;
      case CUBIC: to((x + 3 * at(i + 1) + 3 * at(i + 3) + at(i + 5)) / 8, (y + 3 * at(i + 2) + 3 * at(i + 4) + at(i + 6)) / 8); to(at(i + 5), at(i + 6)); i += 7; break;
      case CLOSE: to(startX, startY); i += 1; break;
      default: return { around: 0, width: 0, isLine: false };
    }
  }
  to(startX, startY);
  const width = around === 0 ? 0 : Math.abs(area) / around;
  return { around, width, isLine: around > 0 && width / (around / 2) < LINE_SHARE };
}

/**
 * One step of drawing a picture again. A `line` is followed from its beginning to its end, an `area` of ink or paper is
 * there at its turn, `letters` are written from left to right; what is `late` (colour, photographs) comes with the wash.
 */
export type HeroStep = {
  readonly kind: 'line' | 'area' | 'letters' | 'late';
  readonly matrix: Matrix;
  readonly op: PaintOp;
  readonly measure: LineMeasure;
  /** Its share of the whole time, 0–1, from where to where. */
  readonly from: number;
  readonly to: number;
};

/** The shortest line still takes as long as one of this length, board units: a dot is a touch of the pen. */
const TOUCH_UNITS = 14;

const LIGHT = 0.82, DARK = 0.09;

/** Relative luminance (WCAG 2) of `#rrggbb`. */
function luminance(hex: string): number {
  const part = (from: number): number => {
    const share = parseInt(hex.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

/** Black parts and what covers them belong to the ink; all other areas are colour. */
const isColour = (hex: string): boolean => { const light = luminance(hex); return light > DARK && light < LIGHT; };

function stepOf(op: PaintOp): { readonly kind: HeroStep['kind']; readonly measure: LineMeasure } {
  const none: LineMeasure = { around: 0, width: 0, isLine: false };
  switch (op.op) {
    case 'fill': {
      const measure = measureOutline(op.path);
      if (op.opacity < 1) return { kind: 'late', measure };
      return { kind: measure.isLine ? 'line' : isColour(op.color) ? 'late' : 'area', measure };
    }
    case 'letter': return { kind: 'letters', measure: { around: op.line.widthEm * op.sizeUnits * 4, width: 0, isLine: false } };
    case 'stroke': case 'image': return { kind: 'late', measure: none };
  }
}

/** The ink of a drawing in the order in which it was made, with the time that each line takes by its length. */
export function heroSteps(nodes: readonly SceneNode[]): readonly HeroStep[] {
  const bare = nodes.flatMap(({ matrix, ops }) => ops.map((op) => ({ op, matrix, ...stepOf(op) })));
  const weights = bare.map(({ kind, measure, matrix }) => (kind === 'late' ? 0 : kind === 'area' ? TOUCH_UNITS : TOUCH_UNITS + (measure.around / 2) * meanScale(matrix)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  let before = 0;
  return bare.map((step, i) => {
    const from = before / whole;
    before += weights[i] as number;
    return { ...step, from, to: before / whole };
  });
}
