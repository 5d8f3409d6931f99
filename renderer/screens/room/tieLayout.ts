import type { MeasureEm } from '../../../shared/board/lettering.ts';
import type { Box, Point } from '../../../shared/geometry/box.ts';
import { fittedText, oneLine, stacked, type FittedText, type PlacedText } from './placedText.ts';
import type { Sun } from './resultLayout.ts';
import { FLOOR_UNITS, type RoomStage } from './roomStage.ts';
import type { Underline } from './voteLayout.ts';

export type TieLeader = { readonly label: string; readonly dots: number; readonly drawn: boolean };

export type TiePlan = {
  readonly stage: RoomStage;
  readonly leaders: readonly TieLeader[];
  /** "Gelijke stand!" */
  readonly title: string;
  /** Everybody else with their totals, on one line; empty when there are none. */
  readonly others: string;
  readonly next: string;
  readonly nextRule: string;
  readonly measure: MeasureEm;
};

/** Where one of the leaders stands; all of them are equally large. */
export type TiePlace = { readonly sun: Sun | null; readonly picture: Box | null; readonly total: PlacedText; readonly name: readonly PlacedText[]; readonly ring: Box };

export type TieLayout = {
  readonly title: PlacedText;
  readonly underline: Underline;
  readonly leaders: readonly TiePlace[];
  /** Middles of the equals signs. */
  readonly equals: readonly Point[];
  readonly others: PlacedText | null;
  readonly box: Box;
  readonly texts: readonly PlacedText[];
};

/** The leaders equally large, equals signs between them, and what happens next in a box of its own. */
export function tieLayout(plan: TiePlan): TieLayout {
  const { stage: { w, h }, leaders, measure } = plan;
  const heading = fittedText(plan.title, 'kop', w - 300, { most: 186, least: 110, lines: 1 }, measure);
  const width = measure(plan.title, 'kop') * heading.size;
  const title = oneLine(plan.title, 'kop', heading.size, w / 2, 166, 'middle');
  const underline = { x: w / 2 - width * 0.46, y: 204, w: width * 0.92, thick: 14 };
  const inner = w - 560;
  const next = fittedText(plan.next, 'kop', inner, { most: 98, least: 70, lines: 2 }, measure);
  const rule = fittedText(plan.nextRule, 'hand', inner + 60, { most: 60, least: FLOOR_UNITS, lines: 2 }, measure);
  const boxH = 62 + next.lines.length * next.size * 1.06 + rule.lines.length * rule.size * 1.1 + 14;
  const box: Box = { x: (w - (inner + 120)) / 2, y: h - 54 - boxH, w: inner + 120, h: boxH };
  const nextBase = box.y + 34 + next.size * 0.8;
  const texts = [
    ...stacked(next, 'kop', w / 2, nextBase, 'middle'),
    ...stacked(rule, 'hand', w / 2, nextBase + (next.lines.length - 1) * next.size * 1.06 + 22 + rule.size, 'middle'),
  ];
  const othersSize = plan.others === '' ? 0 : fittedText(plan.others, 'hand', w - 200, { most: 58, least: 0, lines: 1 }, measure).size;
  const others = othersSize === 0 ? null : oneLine(plan.others, 'hand', othersSize, w / 2, box.y - 34, 'middle');
  const area: Box = { x: 60, y: 236, w: w - 120, h: (others ? others.baseline - othersSize - 16 : box.y - 30) - 236 };
  const places = leaders.length === 2 && leaders.some(({ drawn }) => drawn) ? asPair(leaders, area, measure) : asRow(leaders, area, measure);
  return { title, underline, box, texts, others, ...places };
}

type Placed = Pick<TieLayout, 'leaders' | 'equals'>;

/** Two with a drawing: they look at each other over their totals. */
function asPair(leaders: readonly TieLeader[], area: Box, measure: MeasureEm): Placed {
  const r = Math.min(280, area.h / 2, area.w * 0.16);
  const y = area.y + area.h / 2;
  const inner = (area.w - 4 * r - 60) / 2;
  const places = leaders.map(({ label, dots, drawn }, i): TiePlace => {
    const x = i === 0 ? area.x + r : area.x + area.w - r;
    const textX = i === 0 ? area.x + 2 * r + 20 + inner * 0.42 : area.x + area.w - 2 * r - 20 - inner * 0.42;
    const total = oneLine(String(dots), 'kop', 210, textX, y + 36, 'middle');
    const fitted = fittedText(label, 'kop', inner * 0.92, { most: 84, least: FLOOR_UNITS, lines: 2 }, measure);
    const name = stacked(fitted, 'kop', textX, y + 36 + fitted.size * 1.12, 'middle');
    return { sun: { x, y, r }, picture: drawn ? { x: x - r * 0.8, y: y - r * 0.82, w: r * 1.6, h: r * 1.64 } : null, total, name, ring: { x: x - r - 6, y: y - r - 6, w: 2 * r + 12, h: 2 * r + 12 } };
  });
  return { leaders: places, equals: [{ x: area.x + area.w / 2, y: y - 34 }] };
}

/** Any number, side by side, with or without drawings. */
function asRow(leaders: readonly TieLeader[], area: Box, measure: MeasureEm): Placed {
  const perRow = leaders.length > 6 ? Math.ceil(leaders.length / 2) : leaders.length;
  const rows = Math.ceil(leaders.length / perRow);
  const cellW = area.w / perRow, cellH = area.h / rows;
  const anyDrawn = leaders.some(({ drawn }) => drawn);
  const totalSize = Math.min(anyDrawn ? 120 : 210, cellH * (anyDrawn ? 0.24 : 0.5));
  const nameMost = Math.min(84, cellH * (anyDrawn ? 0.16 : 0.28));
  const fits = leaders.map(({ label }) => fittedText(label, 'kop', cellW - 60, { most: nameMost, least: Math.min(nameMost, FLOOR_UNITS), lines: 2 }, measure));
  const below = totalSize * 0.8 + Math.max(...fits.map(({ lines, size }) => lines.length * size * 1.1)) + 20;
  const r = Math.min(cellW * 0.44, (cellH - below) / 2 - 8);
  const places = leaders.map(({ dots, drawn }, i): TiePlace => {
    const x = area.x + cellW * ((i % perRow) + 0.5);
    const top = area.y + cellH * Math.floor(i / perRow);
    const fitted = fits[i] as FittedText;
    const start = anyDrawn ? top + 2 * r + 8 : top + (cellH - below) / 2;
    const totalBase = start + totalSize * 0.8;
    return {
      sun: anyDrawn ? { x, y: top + r + 4, r } : null,
      picture: drawn ? { x: x - r * 0.8, y: top + r + 4 - r * 0.82, w: r * 1.6, h: r * 1.64 } : null,
      total: oneLine(String(dots), 'kop', totalSize, x, totalBase, 'middle'),
      name: stacked(fitted, 'kop', x, totalBase + 8 + fitted.size * 0.9, 'middle'),
      ring: anyDrawn ? { x: x - r - 6, y: top - 2, w: 2 * r + 12, h: 2 * r + 12 } : { x: x - cellW * 0.44, y: start - 16, w: cellW * 0.88, h: below + 36 },
    };
  });
  const equals = leaders.length <= 4 ? places.slice(1).map((_, i) => ({ x: area.x + cellW * (i + 1), y: (places[0] as TiePlace).total.baseline - totalSize * 0.32 })) : [];
  return { leaders: places, equals };
}
