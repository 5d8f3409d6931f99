import type { AssetId } from '../base/ids.ts';
import type { Locale } from '../board/board.ts';
import type { MeasureEm } from '../board/lettering.ts';
import { PALETTE } from '../board/palette.ts';
import { unionOf, type Box, type Size } from '../geometry/box.ts';
import { transformBox } from '../geometry/matrix.ts';
import { OVERLAP_MM, posterSheetName, type Poster, type PosterSheet } from '../paint/poster.ts';
import { PRINT_PAPER } from '../paint/printSurface.ts';
import { disk } from '../scene/disk.ts';
import type { PaintOp } from '../scene/sceneNode.ts';
import { say } from '../strings/say.ts';
import { boxCorners, fittedLetter, hairLines, letter, letterLines, penLine } from './compose.ts';
import type { PrintedItem, PrintedPart, PrintedSheet } from './printedSheet.ts';

/** `picture` is the asset under which the whole page was painted small. */
export type PosterPlanSetting = { readonly locale: Locale; readonly picture: AssetId };

const MARGIN_MM = 15;
/** Where the picture of the whole begins, and how much is left for what to do: below it, or beside it on a sheet that lies. */
const PLAN_TOP_MM = 44;
const STEPS_BELOW_MM = 62;
const STEPS_BESIDE_MM = 84;
const GAP_MM = 14;

/** The poster as it lies on the plan, from mm of the poster to mm of the sheet, and the column of what to do. */
type Plan = { readonly scale: number; readonly x: number; readonly y: number; readonly steps: { readonly x: number; readonly y: number; readonly w: number } };

function planOf({ sheetMm }: Poster, whole: Size): Plan {
  const beside = sheetMm.w > sheetMm.h;
  const width = sheetMm.w - 2 * MARGIN_MM;
  const room: Size = { w: width - (beside ? STEPS_BESIDE_MM + GAP_MM : 0), h: sheetMm.h - PLAN_TOP_MM - MARGIN_MM - (beside ? 0 : STEPS_BELOW_MM) };
  const scale = Math.min(room.w / whole.w, room.h / whole.h);
  const at = { scale, x: MARGIN_MM, y: PLAN_TOP_MM };
  if (beside) return { ...at, steps: { x: MARGIN_MM + whole.w * scale + GAP_MM, y: PLAN_TOP_MM + 6, w: width - whole.w * scale - GAP_MM } };
  return { ...at, steps: { x: MARGIN_MM, y: PLAN_TOP_MM + whole.h * scale + GAP_MM + 4, w: width } };
}

/** What the sheets of a poster cover together, mm. */
function wholeOf({ rows, columns, sheets }: Poster): Size {
  const part = sheets[0]?.part ?? { w: 0, h: 0 };
  return { w: columns * (part.w - OVERLAP_MM) + OVERLAP_MM, h: rows * (part.h - OVERLAP_MM) + OVERLAP_MM };
}

const onPlan = ({ scale, x, y }: Plan, box: Box): Box => ({ x: x + box.x * scale, y: y + box.y * scale, w: box.w * scale, h: box.h * scale });

/** The outline and the name of one sheet. */
function sheetOps(sheet: PosterSheet, plan: Plan, measure: MeasureEm): readonly PaintOp[] {
  const { x, y, w, h } = onPlan(plan, sheet.part);
  const r = Math.min(5.4, w / 4, h / 4);
  const at = { x: x + w / 2, y: y + h / 2 };
  return [
    penLine(boxCorners(x, y, w, h), 0.42, true, posterSheetName(sheet)),
    { op: 'fill', path: disk(at.x, at.y, r * 1.12), color: PALETTE.ink, opacity: 1 },
    { op: 'fill', path: disk(at.x, at.y, r), color: PRINT_PAPER, opacity: 1 },
    fittedLetter(posterSheetName(sheet), measure, { hand: 'faceBold', sizeMm: r, at: { x: at.x, y: at.y + r * 0.34 }, align: 'middle' }, r * 1.6),
  ];
}

/** Where sheets lie over each other, as dotted lines. */
function glueOps(sheets: readonly PosterSheet[], plan: Plan): PaintOp {
  return hairLines(sheets.flatMap(({ part, glueLeft, glueTop }) => {
    const { x, y, w, h } = onPlan(plan, part);
    const strip = OVERLAP_MM * plan.scale;
    return [...(glueLeft ? [[x + strip, y, x + strip, y + h] as const] : []), ...(glueTop ? [[x, y + strip, x + w, y + strip] as const] : [])];
  }), [0.6, 1.2]);
}

/** The places on which nothing would be printed, by name. */
function emptyNames({ rows, columns, sheets }: Poster): readonly string[] {
  const there = new Set(sheets.map(posterSheetName));
  return Array.from({ length: rows * columns }, (_, i) => posterSheetName({ row: Math.floor(i / columns), column: i % columns })).filter((name) => !there.has(name));
}

function stepItems(poster: Poster, { steps: column }: Plan, { locale }: PosterPlanSetting, measure: MeasureEm): readonly PrintedItem[] {
  const first = poster.sheets[0] ? posterSheetName(poster.sheets[0]) : '';
  const empty = emptyNames(poster);
  const steps = [
    say(locale, 'print.planPrint'),
    say(locale, 'print.planCut'),
    say(locale, 'print.planGlue', { first, overlap: OVERLAP_MM }),
    ...(empty.length > 0 ? [say(locale, 'print.planEmpty', { list: empty.join(', ') })] : []),
  ];
  let y = column.y;
  return steps.map((step, i): PrintedItem => {
    const style = { hand: 'hand', sizeMm: 5.6 } as const;
    const lines = letterLines(step, measure, { ...style, at: { x: column.x + 9, y } }, column.w - 9, 6.6);
    const ops = [letter(`${i + 1}`, measure, { hand: 'kop', sizeMm: 7, at: { x: column.x, y } }), ...lines];
    y += lines.length * 6.6 + 3.4;
    return { ops, read: `${i + 1}. ${step}` };
  });
}

/**
 * How a poster is put together, on a sheet of its own: the whole with the names of its sheets, what lies over what, and
 * what to do.
 * @param page size of the page that the poster shows, board units
 */
export function posterPlan(poster: Poster, page: Size, setting: PosterPlanSetting, measure: MeasureEm): PrintedSheet {
  const { locale, picture } = setting;
  const whole = wholeOf(poster);
  const plan = planOf(poster, whole);
  const pageMm = transformBox(poster.toMm, { x: 0, y: 0, ...page });
  const shown = onPlan(plan, pageMm);
  const glued = unionOf(poster.sheets.map(({ part }) => part)) ?? pageMm;
  const numbers = { rows: poster.rows, columns: poster.columns, sheets: poster.sheets.length, width: Math.round(glued.w / 10), height: Math.round(glued.h / 10) };
  const widthMm = poster.sheetMm.w - 2 * MARGIN_MM;
  const alt = say(locale, 'print.planPicture', numbers);
  const parts: readonly PrintedPart[] = [
    { kind: 'heading', level: 1, ops: [fittedLetter(say(locale, 'print.planTitle'), measure, { hand: 'kop', sizeMm: 13, at: { x: MARGIN_MM, y: 26 } }, widthMm)] },
    { kind: 'paragraph', ops: [fittedLetter(say(locale, 'print.planSize', numbers), measure, { hand: 'face', sizeMm: 4.2, at: { x: MARGIN_MM, y: 35 }, color: PALETTE.stil }, widthMm)] },
    { kind: 'figure', alt, box: { x: 0, y: 0, w: shown.w, h: shown.h }, matrix: [1, 0, 0, 1, shown.x, shown.y], ops: [{ op: 'image', asset: picture, w: shown.w, h: shown.h, opacity: 0.7 }] },
    { kind: 'decoration', ops: [...poster.sheets.flatMap((sheet) => sheetOps(sheet, plan, measure)), glueOps(poster.sheets, plan)] },
    { kind: 'list', items: stepItems(poster, plan, setting, measure) },
  ];
  return { sizeMm: poster.sheetMm, bookmark: say(locale, 'print.planTitle'), parts };
}
