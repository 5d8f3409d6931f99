import type { MeasureEm } from '../../../shared/board/lettering.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import type { ResultRow } from '../../../shared/voting/ranking.ts';
import { fittedText, oneLine, stacked, widthOf, type PlacedText } from './placedText.ts';
import { FLOOR_UNITS, type RoomStage } from './roomStage.ts';
import type { Underline } from './voteLayout.ts';

/** One candidate beside its bar. */
export type ResultPlace = { readonly picture: Box | null; readonly name: PlacedText; readonly bar: Box; readonly total: PlacedText };

/** A circle of colour behind whoever is shown large. */
export type Sun = { readonly x: number; readonly y: number; readonly r: number };

export type WonPlan = {
  readonly stage: RoomStage;
  /** Most dots first. */
  readonly rows: readonly Pick<ResultRow, 'label' | 'dots' | 'share'>[];
  readonly drawn: readonly boolean[];
  /** The name of the winner, or the question when nobody won. */
  readonly title: string;
  /** False for a winner without a drawing: its name then stands in the sun. */
  readonly pictured: boolean;
  readonly hasWinner: boolean;
  /** "dat is ons beeld voor de wijk" */
  readonly saying: string;
  readonly foot: string;
  readonly measure: MeasureEm;
};

export type WonLayout = {
  readonly sun: Sun | null;
  /** Where the drawing of the winner fits in. */
  readonly hero: Box;
  readonly heroName: readonly PlacedText[];
  readonly title: readonly PlacedText[];
  readonly underline: Underline | null;
  readonly saying: readonly PlacedText[];
  /** In the order of the rows. */
  readonly rows: readonly ResultPlace[];
  readonly foot: PlacedText;
};

/** Where the right half begins, as a share of the stage's width. */
const HALF = 0.567;

/** The winner large at the left, its name and all totals at the right. */
export function wonLayout(plan: WonPlan): WonLayout {
  const { stage: { w, h }, hasWinner, pictured, measure } = plan;
  const x = hasWinner ? w * HALF : 120;
  const width = w - (hasWinner ? 60 : 120) - x;
  const r = Math.min((h - 110) / 2, (x - 70) / 2);
  const sun = hasWinner ? { x: 30 + r + Math.max(0, (x - 60 - 2 * r) / 2), y: h / 2 + 6, r } : null;
  const hero = sun ? { x: sun.x - r * 0.76, y: sun.y - r * 0.72, w: r * 1.52, h: r * 1.58 } : { x: 0, y: 0, w: 1, h: 1 };
  const many = plan.rows.length > 6;
  const named = hasWinner && !pictured;
  const heroFit = fittedText(plan.title, 'kop', r * 1.5, { most: 300, least: 110, lines: 3 }, measure);
  const heroName = named && sun ? stacked(heroFit, 'kop', sun.x, sun.y + heroFit.size * 0.3 - (heroFit.lines.length - 1) * heroFit.size * 0.53, 'middle') : [];
  const head = headOf(plan, x, width, named, many);
  const foot = fittedText(plan.foot, 'hand', width, { most: 58, least: 44, lines: 1 }, measure);
  const footBase = h - 44;
  const rows = rowsOf(plan, { x, y: head.bottom, w: width, h: footBase - foot.size - 14 - head.bottom });
  return { sun, hero, heroName, title: head.title, underline: head.underline, saying: head.saying, rows, foot: oneLine(plan.foot, 'hand', foot.size, x, footBase) };
}

type Head = { readonly title: readonly PlacedText[]; readonly underline: Underline | null; readonly saying: readonly PlacedText[]; readonly bottom: number };

function headOf({ title, saying, hasWinner, measure }: WonPlan, x: number, width: number, named: boolean, many: boolean): Head {
  if (named) {
    const fitted = fittedText(saying, 'kop', width, { most: 104, least: 72, lines: 2 }, measure);
    const said = stacked(fitted, 'kop', x, 50 + fitted.size * 0.8);
    const last = said[said.length - 1] as PlacedText;
    const underline = { x, y: last.baseline + fitted.size * 0.24, w: Math.min(width, widthOf(last.text, 'kop', fitted.size, measure) + 8), thick: 14 };
    return { title: said, underline, saying: [], bottom: underline.y + 40 };
  }
  const fitted = fittedText(title, 'kop', width, { most: many ? 128 : 206, least: many ? 76 : 96, lines: 2 }, measure);
  const lines = stacked(fitted, 'kop', x, 34 + fitted.size * 0.79);
  const last = lines[lines.length - 1] as PlacedText;
  const underline = { x, y: last.baseline + 22 + fitted.size * 0.06, w: Math.min(width, widthOf(last.text, 'kop', fitted.size, measure) + 8), thick: 15 };
  if (!hasWinner || (many && lines.length > 1)) return { title: lines, underline, saying: [], bottom: underline.y + 34 };
  const said = fittedText(saying, 'hand', width, { most: many ? 56 : 70, least: FLOOR_UNITS, lines: 1 }, measure);
  const base = underline.y + 18 + said.size * 0.95;
  return { title: lines, underline, saying: stacked(said, 'hand', x, base), bottom: base + 34 };
}

/** A row with its name over its bar needs this much. */
const TALL_ROW = 124;
/** A name with its descenders, in sizes of its letters. */
const NAME_ROOM = 1.16;
/** Higher than this a row falls apart into name and bar. */
const HIGHEST_ROW = 200;

function rowsOf({ rows, drawn, measure }: WonPlan, area: Box): readonly ResultPlace[] {
  const rowH = Math.min(HIGHEST_ROW, area.h / Math.max(1, rows.length));
  // What few rows leave free is shared out above and below them.
  const from = area.y + (area.h - rowH * rows.length) * 0.35;
  const isTall = rowH >= TALL_ROW;
  const anyDrawn = drawn.some(Boolean);
  const side = Math.min(rowH - 8, isTall ? 150 : 84);
  const left = area.x + (anyDrawn ? side + 26 : 0);
  const right = area.x + area.w;
  const totalSize = isTall ? Math.min(92, rowH * 0.58) : Math.min(72, rowH * 0.95);
  const totalRoom = Math.max(...rows.map(({ dots }) => widthOf(String(dots), 'kop', totalSize, measure)), 30) + 26;
  const nameSize = isTall ? Math.min(80, rowH * 0.43) : Math.min(60, rowH * 0.84);
  const nameWidth = isTall ? right - left : Math.min((right - left) * 0.56, Math.max(...rows.map(({ label }) => widthOf(label, 'kop', nameSize, measure))) + 10);
  const barX = isTall ? left : left + nameWidth + 18;
  const barMost = right - barX - totalRoom;
  return rows.map(({ label, dots, share }, i): ResultPlace => {
    const y = from + i * rowH;
    const fitted = fittedText(label, 'kop', nameWidth, { most: nameSize, least: 0, lines: 1 }, measure);
    const nameBase = isTall ? y + nameSize * 0.86 : y + rowH / 2 + fitted.size * 0.3;
    // Descenders of the name stay free of the bar.
    const barTop = y + nameSize * NAME_ROOM;
    const barH = isTall ? Math.min(60, rowH - nameSize * NAME_ROOM - 14) : Math.min(44, rowH * 0.62);
    const bar: Box = { x: barX, y: isTall ? barTop : y + (rowH - barH) / 2, w: Math.max(10, barMost * share), h: barH };
    return {
      picture: drawn[i] === true ? { x: area.x, y: y + (rowH - side) / 2, w: side, h: side } : null,
      name: oneLine(label, 'kop', fitted.size, left, nameBase), bar,
      total: oneLine(String(dots), 'kop', totalSize, dots === 0 ? bar.x : bar.x + bar.w + 24, bar.y + bar.h / 2 + totalSize * 0.31),
    };
  });
}
