import { hexOf, type InkColor } from '../../../shared/board/palette.ts';
import { runsOf, type MeasureEm } from '../../../shared/board/lettering.ts';
import type { Box, Point } from '../../../shared/geometry/box.ts';
import { walkPath, type Path } from '../../../shared/geometry/path.ts';
import { canvasAdvanceEm, type Canvas2D } from '../../../shared/paint/canvas2dSurface.ts';
import { canvasFont } from '../../../shared/paint/faces.ts';
import { placeGlyphRuns } from '../../../shared/paint/glyphRuns.ts';
import { arc } from '../../../shared/scene/curves.ts';
import { ellipse } from '../../../shared/scene/forms.ts';
import { handLine, looseFill } from '../../../shared/scene/handLine.ts';
import type { LineMeasure } from './heroInk.ts';
import { measureOutline } from './heroInk.ts';
import type { PlacedText } from './placedText.ts';
import type { Underline } from './voteLayout.ts';

/** A canvas that the room screen is painted on: of the page, or one that is kept beside it. */
export type RoomContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Form and colour of something drawn by hand; the same seed gives the same line. */
type HandForm = { readonly seed: number; readonly thick: number; readonly color: InkColor };

/** Draws on the room's stage: lettering, lines of a marker, and both only as far as the hand has come. */
export type RoomPen = {
  readonly context: RoomContext;
  readonly measure: MeasureEm;
  /** `share` 0–1 writes it from left to right. */
  readonly letters: (text: PlacedText, color?: InkColor, share?: number) => void;
  /** An area, worked out once under a name that says all about it. */
  readonly area: (name: string, make: () => Path, color: InkColor) => void;
  /** A closed outline of ink as far as a hand has drawn it, `share` 0–1; worked out once under its name. */
  readonly line: (name: string, make: () => Path, color: InkColor, share?: number) => void;
  readonly underline: (at: Underline, form: Pick<HandForm, 'seed' | 'color'>, share?: number) => void;
  readonly ring: (at: Box, form: HandForm, share?: number) => void;
  readonly box: (at: Box, radius: number, form: HandForm, share?: number) => void;
  /** Colour that lies loosely in a round place. */
  readonly wash: (at: Box, seed: number, color: InkColor) => void;
};

type Made = { readonly drawn: Path2D; readonly measure: LineMeasure };
const kept = new Map<string, Made>();
const MOST_KEPT = 900;

/** A hand's line is worked out once and kept under a name that says all about it. */
function once(name: string, make: () => Path): Made {
  const known = kept.get(name);
  if (known) return known;
  const path = make();
  const made = { drawn: path2d(path), measure: measureOutline(path) };
  if (kept.size > MOST_KEPT) kept.clear();
  kept.set(name, made);
  return made;
}

/** A path as the canvas takes it. */
export function path2d(path: Path): Path2D {
  const made = new Path2D();
  walkPath(path, made);
  return made;
}

/**
 * Fills the outline of a line as far as the hand has come. An outline runs along one side of its line and back along the
 * other: a broad brush along its first half, kept inside of it, uncovers the line from its beginning.
 */
export function fillPart(context: RoomContext, drawn: Path2D, { around, width }: LineMeasure, color: string, share: number): void {
  if (share <= 0) return;
  if (share >= 1) {
    context.fillStyle = color;
    context.fill(drawn);
    return;
  }
  context.save();
  context.clip(drawn);
  context.strokeStyle = color;
  context.lineWidth = width * 4;
  context.lineCap = 'butt';
  context.lineJoin = 'round';
  context.setLineDash([(around / 2) * share, around * 2]);
  context.stroke(drawn);
  context.restore();
}

const rounded = ({ x, y, w, h }: Box, r: number): Point[] => {
  const q = Math.PI / 2;
  return [...arc(x + w - r, y + r, r, r, -q, 0, 5), ...arc(x + w - r, y + h - r, r, r, 0, q, 5), ...arc(x + r, y + h - r, r, r, q, 2 * q, 5), ...arc(x + r, y + r, r, r, 2 * q, 3 * q, 5)];
};

const moved = (points: readonly Point[], { x, y }: Point): Point[] => points.map((point) => ({ x: point.x + x, y: point.y + y }));

/** A pen on a canvas whose transform takes stage units to pixels. */
export function createRoomPen(context: RoomContext, measure: MeasureEm): RoomPen {
  const advanceEm = canvasAdvanceEm(context as unknown as Canvas2D);
  const part = (name: string, make: () => Path, color: InkColor, share: number): void => {
    const { drawn, measure: along } = once(name, make);
    fillPart(context, drawn, along, hexOf(color), share);
  };
  return {
    context, measure,
    area(name, make, color) {
      context.fillStyle = hexOf(color);
      context.fill(once(name, make).drawn);
    },
    line: (name, make, color, share = 1) => part(name, make, color, share),
    letters({ text, hand, size, x, baseline, anchor, bold }, color = 'ink', share = 1) {
      if (share <= 0 || text === '') return;
      const line = runsOf(text, hand, measure);
      const width = line.widthEm * size;
      const left = anchor === 'left' ? x : anchor === 'middle' ? x - width / 2 : x - width;
      context.save();
      if (share < 1) {
        context.beginPath();
        context.rect(left - size * 0.1, baseline - size * 1.2, (width + size * 0.2) * share, size * 1.7);
        context.clip();
      }
      context.fillStyle = context.strokeStyle = hexOf(color);
      context.lineJoin = 'round';
      context.lineWidth = bold;
      context.textAlign = 'left';
      context.textBaseline = 'alphabetic';
      for (const run of line.runs) {
        for (const piece of placeGlyphRuns(run.text, run.rtl, hand, advanceEm)) {
          context.direction = run.rtl ? 'rtl' : 'ltr';
          context.font = canvasFont(piece.face, size);
          const at = left + (run.xEm + piece.xEm) * size;
          context.fillText(piece.text, at, baseline);
          if (bold > 0) context.strokeText(piece.text, at, baseline);
        }
      }
      context.restore();
    },
    underline({ x, y, w, thick }, { seed, color }, share = 1) {
      part(`u${x}/${y}/${w}/${thick}/${seed}`, () => handLine([{ x, y }, { x: x + w * 0.3, y: y - 4 }, { x: x + w * 0.65, y: y + 3 }, { x: x + w, y: y - 2 }], { widthUnits: thick, seed, closed: false }), color, share);
    },
    ring({ x, y, w, h }, { seed, thick, color }, share = 1) {
      part(`r${x}/${y}/${w}/${h}/${thick}/${seed}`, () => handLine(moved(ellipse({ w, h }), { x, y }), { widthUnits: thick, seed, closed: true }), color, share);
    },
    box(at, radius, { seed, thick, color }, share = 1) {
      part(`b${at.x}/${at.y}/${at.w}/${at.h}/${thick}/${seed}`, () => handLine(rounded(at, radius), { widthUnits: thick, seed, closed: true }), color, share);
    },
    wash({ x, y, w, h }, seed, color) {
      const { drawn } = once(`w${x}/${y}/${w}/${h}/${seed}`, () => looseFill(moved(ellipse({ w, h }), { x, y }), seed, { x: 0, y: 0 }));
      context.fillStyle = hexOf(color);
      context.fill(drawn);
    },
  };
}
