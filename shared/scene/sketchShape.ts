import { assertNever } from '../base/assertNever.ts';
import { hashText } from '../base/seededRandom.ts';
import { boxAround, grow, overlaps, type Point, type Size } from '../geometry/box.ts';
import { polygon } from '../geometry/path.ts';
import { LINE_EM, widestEm } from '../board/lettering.ts';
import type { ShapeMark } from '../board/marks.ts';
import { hexOf, type InkColor } from '../board/palette.ts';
import { banner } from './banner.ts';
import { thoughtDrops } from './bubble.ts';
import { cloudCurls } from './cloud.ts';
import { arc } from './curves.ts';
import { formLetters, formLineBoxes } from './formLetters.ts';
import { formCorners, SUN_DISC, tailOf } from './forms.ts';
import { handLine, looseFill } from './handLine.ts';
import { ovalRays } from './rays.ts';
import type { PaintOp } from './sceneNode.ts';
import { shaded } from './shaded.ts';

/** Colour lies this far right of and below its outline. */
const FILL_OFFSET: Point = { x: 1.7, y: 1.4 };
const SHADOW_UNITS = 9;

const fillOp = (corners: readonly Point[], color: InkColor, seed: number, offset: Point): PaintOp =>
  ({ op: 'fill', path: looseFill(corners, seed, offset), color: hexOf(color), opacity: 1 });

const lineOp = (shape: ShapeMark, corners: readonly Point[], closed: boolean, seed: number): PaintOp =>
  shape.dashed
    ? { op: 'stroke', path: polygonOrLine(corners, closed), color: hexOf(shape.color), widthUnits: shape.widthUnits, dashUnits: [shape.widthUnits * 0.4, shape.widthUnits * 3] }
    : { op: 'fill', path: handLine(corners, { widthUnits: shape.widthUnits, seed, closed }), color: hexOf(shape.color), opacity: 1 };

function polygonOrLine(corners: readonly Point[], closed: boolean): { readonly data: readonly number[] } {
  const path = polygon(corners);
  return { data: closed ? (path.data as readonly number[]) : (path.data as readonly number[]).slice(0, -1) };
}

/** The corners of a line at the size that its matrix gives it. */
export function linePoints(shape: ShapeMark, size: Size): readonly Point[] {
  return shape.points.map(({ x, y }) => ({ x: (x * size.w) / (shape.w || 1), y: (y * size.h) / (shape.h || 1) }));
}

/** Width that a frame's line leaves free for its heading, from the left. */
export function headingGap(shape: ShapeMark): { readonly from: number; readonly to: number } | null {
  if (shape.form !== 'frame' || shape.lines.length === 0) return null;
  return { from: 20, to: 20 + widestEm(shape.lines) * shape.textSizeUnits + 24 };
}

function frameOps(shape: ShapeMark, size: Size, seed: number): PaintOp[] {
  const gap = headingGap(shape);
  const corners = formCorners('frame', size);
  if (!gap || gap.to > size.w - 24) return [lineOp(shape, corners, true, seed)];
  const line: Point[] = [{ x: gap.to, y: 0 }, ...corners, { x: gap.from, y: 0 }];
  const wash = shape.textSizeUnits * 0.34;
  return [
    lineOp(shape, line, false, seed),
    fillOp([{ x: gap.from + 4, y: -wash }, { x: gap.to - 4, y: -wash - 3 }, { x: gap.to - 2, y: wash * 0.9 }, { x: gap.from + 8, y: wash * 0.9 + 2 }], shape.fill ?? 'hemel', seed, { x: 0, y: 0 }),
  ];
}

/** A grey shadow at the right and below: a bent stroke beside a box, the form itself moved behind any other that is filled. */
function shadowOps(shape: ShapeMark, size: Size, seed: number): PaintOp[] {
  if (!shape.shadow || shape.form === 'line') return [];
  const { w, h } = size;
  const s = Math.min(SHADOW_UNITS, Math.min(w, h) * 0.12);
  if (shape.form === 'rectangle' || shape.form === 'frame') {
    const from = Math.min(18, h * 0.2, w * 0.2);
    return [fillOp([{ x: w - 2, y: from }, { x: w + s, y: from + s * 0.5 }, { x: w + s, y: h + s }, { x: from + 2, y: h + s }, { x: from, y: h - 2 }, { x: w - 4, y: h - 2 }], 'grijs1', seed + 5, { x: 0, y: 0 })];
  }
  return shape.fill === null ? [] : [fillOp(formCorners(shape.form, size, tailOf(shape, size)), 'grijs1', seed + 5, { x: s, y: s })];
}

function bannerOps(shape: ShapeMark, size: Size, seed: number): PaintOp[] {
  const parts = banner(size);
  const ops: PaintOp[] = [];
  const fill = shape.fill ?? 'perzik';
  parts.tails.forEach((tail, i) => {
    ops.push(fillOp(tail, shaded(fill), seed + i, { x: 1, y: 1 }), lineOp(shape, tail, true, seed + i));
  });
  for (const fold of parts.folds) ops.push({ op: 'fill', path: polygon(fold), color: hexOf(shape.color), opacity: 1 });
  ops.push({ op: 'fill', path: looseFill(parts.front, seed + 3, { x: 0, y: 0 }), color: hexOf(fill), opacity: 1 }, lineOp(shape, parts.front, true, seed + 4));
  return ops;
}

function closedForm(shape: ShapeMark, corners: readonly Point[], seed: number): PaintOp[] {
  return [...(shape.fill ? [fillOp(corners, shape.fill, seed, FILL_OFFSET)] : []), lineOp(shape, corners, true, seed)];
}

/** So far lettering keeps off a curl, board units. */
const CURL_AIR_UNITS = 10;

/** The bows of a cloud, and the curls inside it that a small cloud does without, and one whose words need the room. */
function cloudOps(shape: ShapeMark, size: Size, seed: number): PaintOp[] {
  const lettered = formLineBoxes(shape, size);
  const curls = shape.dashed ? [] : cloudCurls(size).filter((curl) => !lettered.some((line) => overlaps(grow(line, CURL_AIR_UNITS), boxAround(curl))));
  return [...closedForm(shape, formCorners('cloud', size), seed), ...curls.map((curl, i) => lineOp({ ...shape, widthUnits: shape.widthUnits * 0.8 }, curl, false, seed + 11 + i))];
}

function thoughtOps(shape: ShapeMark, size: Size, seed: number): PaintOp[] {
  const drops = thoughtDrops(size, tailOf(shape, size)).flatMap(({ at, rx, ry }, i) =>
    closedForm({ ...shape, widthUnits: shape.widthUnits * 0.85 }, arc(at.x, at.y, rx, ry, -0.9, 2 * Math.PI - 0.9, 24).slice(0, -1), seed + 21 + i));
  return [...cloudOps(shape, size, seed), ...drops];
}

function sunOps(shape: ShapeMark, size: Size, seed: number): PaintOp[] {
  const lines = ovalRays({ size, disc: SUN_DISC, widthUnits: shape.widthUnits, seed: seed + 31 });
  return [
    ...closedForm(shape, formCorners('sun', size), seed),
    ...lines.map((path): PaintOp => ({ op: 'fill', path, color: hexOf(shape.color === 'ink' && shape.fill === 'licht' ? 'oranje' : shape.color), opacity: 1 })),
  ];
}

function outlineOps(shape: ShapeMark, size: Size, seed: number): PaintOp[] {
  switch (shape.form) {
    case 'rectangle': case 'ellipse': case 'diamond': case 'arrow': return closedForm(shape, formCorners(shape.form, size), seed);
    case 'bubble': return closedForm(shape, formCorners('bubble', size, tailOf(shape, size)), seed);
    case 'cloud': return cloudOps(shape, size, seed);
    case 'thought': return thoughtOps(shape, size, seed);
    case 'sun': return sunOps(shape, size, seed);
    case 'banner': return bannerOps(shape, size, seed);
    case 'frame': return frameOps(shape, size, seed);
    case 'line': return [lineOp(shape, linePoints(shape, size), false, seed)];
    default: return assertNever(shape.form);
  }
}

/** Lettering in the middle of a form, or on the line of a frame. */
function letterOps(shape: ShapeMark, size: Size, seed: number): readonly PaintOp[] {
  if (shape.form !== 'frame') return formLetters(shape, size, seed);
  const color = hexOf(shape.color === 'grijs2' ? 'stil' : 'ink');
  const gap = headingGap(shape);
  const sizeUnits = shape.textSizeUnits;
  return shape.lines.map((line, i) => ({ op: 'letter', line, hand: shape.hand, sizeUnits, x: (gap?.from ?? 0) + 12, baseline: sizeUnits * (0.3 + i * LINE_EM), color }));
}

/** A form and its lettering, drawn at the size that its matrix gives it, so that its line keeps its width. */
export function sketchShape(shape: ShapeMark, size: Size): readonly PaintOp[] {
  const seed = hashText(shape.id);
  return [...shadowOps(shape, size, seed), ...outlineOps(shape, size, seed), ...letterOps(shape, size, seed)];
}
