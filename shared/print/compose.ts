import { hashText } from '../base/seededRandom.ts';
import { layLines, runsOf, type Hand, type LetteringLine, type MeasureEm } from '../board/lettering.ts';
import { PALETTE, type InkName } from '../board/palette.ts';
import type { Box, Point } from '../geometry/box.ts';
import { compose, scaling, translation } from '../geometry/matrix.ts';
import { CLOSE, LINE, MOVE, pathFromSvg, transformPath, type Path } from '../geometry/path.ts';
import { ellipse } from '../scene/forms.ts';
import { handLine, looseFill } from '../scene/handLine.ts';
import type { PaintOp } from '../scene/sceneNode.ts';
import { drawnStamp } from '../stamps/drawn.ts';
import { sketchStamp } from '../stamps/sketchStamp.ts';

/** How a line of lettering stands on a printed sheet. Lengths in mm; `at` is the end of its baseline that `align` names. */
export type Lettered = {
  readonly hand: Hand;
  readonly sizeMm: number;
  readonly at: Point;
  readonly align?: 'left' | 'middle' | 'right';
  /** `#rrggbb`; the outliner's ink when it is left out. */
  readonly color?: string;
};

const START = { left: 0, middle: 0.5, right: 1 } as const;

/** A line that was measured, as it is painted. */
export function letterLine(line: LetteringLine, { hand, sizeMm, at, align = 'left', color = PALETTE.ink }: Lettered): PaintOp {
  return { op: 'letter', line, hand, sizeUnits: sizeMm, x: at.x - START[align] * line.widthEm * sizeMm, baseline: at.y, color };
}

/** One line of lettering. */
export const letter = (text: string, measure: MeasureEm, style: Lettered): PaintOp => letterLine(runsOf(text, style.hand, measure), style);

/** The size (mm) at which a line is no wider than `widthMm`, at most `sizeMm`. */
export function fittingSize(text: string, hand: Hand, measure: MeasureEm, sizeMm: number, widthMm: number): number {
  const widthEm = measure(text, hand);
  return widthEm * sizeMm <= widthMm ? sizeMm : widthMm / widthEm;
}

/** One line of lettering that is made smaller where it would be wider than `widthMm`. */
export function fittedLetter(text: string, measure: MeasureEm, style: Lettered, widthMm: number): PaintOp {
  return letter(text, measure, { ...style, sizeMm: fittingSize(text, style.hand, measure, style.sizeMm, widthMm) });
}

/** Lines of a text that is broken between words, the first with its baseline at `at`, each `leadMm` below the one before. */
export function letterLines(text: string, measure: MeasureEm, style: Lettered, widthMm: number, leadMm: number): readonly PaintOp[] {
  return layLines(text, style.hand, measure, widthMm / style.sizeMm).map((line, i) => letterLine(line, { ...style, at: { x: style.at.x, y: style.at.y + i * leadMm } }));
}

/** Size of a board unit on a printed sheet that is drawn by hand: the wobble of a line is the board's. */
const HAND_MM = 0.3;

const inHandUnits = (corners: readonly Point[]): readonly Point[] => corners.map(({ x, y }) => ({ x: x / HAND_MM, y: y / HAND_MM }));
const inMm = (path: Path): Path => transformPath(scaling(HAND_MM, HAND_MM), path);

/** A filled form with the loose edge of a marker. */
export function markerFill(corners: readonly Point[], color: string, seed: string): PaintOp {
  return { op: 'fill', path: inMm(looseFill(inHandUnits(corners), hashText(seed), { x: 0, y: 0 })), color, opacity: 1 };
}

/** A line as the board's pen draws it. */
export function penLine(corners: readonly Point[], widthMm: number, closed: boolean, seed: string, color: string = PALETTE.ink): PaintOp {
  return { op: 'fill', path: inMm(handLine(inHandUnits(corners), { widthUnits: widthMm / HAND_MM, seed: hashText(seed), closed })), color, opacity: 1 };
}

/** A drawn stamp in a square of `sizeMm`, its lines as broad as on a stamp of `asUnits` on the board. */
export function stampOps(id: string, topLeft: Point, sizeMm: number, asUnits: number, paper: string): readonly PaintOp[] {
  const stamp = drawnStamp(id);
  if (!stamp) return [];
  const matrix = compose(translation(topLeft.x, topLeft.y), scaling(sizeMm / asUnits, sizeMm / asUnits));
  return sketchStamp(stamp, asUnits, undefined, paper).map(({ d, color }) => ({ op: 'fill', path: transformPath(matrix, pathFromSvg(d)), color, opacity: 1 }));
}

const WASHES = ['munt', 'perzik', 'hemel'] as const satisfies readonly InkName[];

/** A number from 1 in a hand-drawn ring with a wash in it, the next one in another colour. */
export function numberBadge(number: number, at: Point, radiusMm: number, measure: MeasureEm): readonly PaintOp[] {
  const units = radiusMm / HAND_MM;
  const ring = ellipse({ w: 2 * units, h: 2 * units }).map(({ x, y }) => ({ x: at.x - radiusMm + x * HAND_MM, y: at.y - radiusMm + y * HAND_MM }));
  return [
    markerFill(ring.map(({ x, y }) => ({ x: x + 0.5, y: y + 0.4 })), PALETTE[WASHES[(number - 1) % WASHES.length] ?? 'munt'], `wash ${number}`),
    penLine(ring, radiusMm * 0.13, true, `ring ${number}`),
    letter(String(number), measure, { hand: 'kop', sizeMm: radiusMm * 1.52, at: { x: at.x, y: at.y + radiusMm * 0.5 }, align: 'middle' }),
  ];
}

/** A round as a hand draws it in a box (mm), with as many corners as its size on a board would take. */
export const ringIn = ({ x, y, w, h }: Box): readonly Point[] => ellipse({ w: w / HAND_MM, h: h / HAND_MM }).map((corner) => ({ x: x + corner.x * HAND_MM, y: y + corner.y * HAND_MM }));

/** The corners of a box, clockwise. */
export const boxCorners = (x: number, y: number, w: number, h: number): readonly Point[] => [{ x, y }, { x: x + w, y }, { x: x + w, y: y + h }, { x, y: y + h }];

/** Boxes as one path. */
export function boxesPath(boxes: readonly (readonly [x: number, y: number, w: number, h: number])[]): Path {
  return { data: boxes.flatMap(([x, y, w, h]) => [MOVE, x, y, LINE, x + w, y, LINE, x + w, y + h, LINE, x, y + h, CLOSE]) };
}

/** Straight hair lines as one path, each from a point to another. */
export function hairLines(lines: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[], dashMm: readonly number[] = []): PaintOp {
  return { op: 'stroke', path: { data: lines.flatMap(([x1, y1, x2, y2]) => [MOVE, x1, y1, LINE, x2, y2]) }, color: PALETTE.ink, widthUnits: 0.18, dashUnits: dashMm };
}
