import type { Charter, Locale } from '../board/board.ts';
import { layLines, LINE_EM, widestEm, type MeasureEm } from '../board/lettering.ts';
import { hexOf, PALETTE, type InkColor } from '../board/palette.ts';
import { charterFromBoard } from '../charter/charterFromBoard.ts';
import { marksOfKind } from '../board/marksByKind.ts';
import type { Box, Size } from '../geometry/box.ts';
import { ellipse } from '../scene/forms.ts';
import type { SceneContext } from '../scene/markNode.ts';
import type { PaintOp } from '../scene/sceneNode.ts';
import { say } from '../strings/say.ts';
import { boxCorners, fittedLetter, letter, letterLine, letterLines, markerFill, numberBadge, penLine } from './compose.ts';
import type { PrintedItem, PrintedPart, PrintedSheet } from './printedSheet.ts';
import { drawingOf, lastWinner } from './winnerDrawing.ts';

/** An A4 upright; an A3 is the same, larger. */
const SHEET: Size = { w: 210, h: 297 };
const LEFT = 14;
const RIGHT = SHEET.w - LEFT;
const WIDTH = RIGHT - LEFT;
const PICTURE: Box = { x: LEFT + 3, y: 16, w: 62, h: 66 };
const MOST_TRAITS = 5;
/** The rule above the traits. */
const RULE_TOP = 96;
/** Where the points begin: below the traits, else below the dream, else below the heading. */
const POINTS_TOP = { traits: 127, dream: 98, heading: 62 } as const;
/** As many places are left to write points by hand when there is none yet. */
const BLANK_POINTS = 5;
const SIGNATURE_PITCH = 16.4;
const SIGNATURE_COLUMNS = 3;
const LAST_SIGNATURE_Y = 272.5;
/** Room above the uppermost line to sign on, and for who drives the charter. */
const SIGN_ROOM = 15;
const CARRIED_H = 14;

/** What each part of the sheet needs. */
type Composer = { readonly charter: Charter; readonly measure: MeasureEm; readonly locale: Locale };

/** Sizes of lettering that are tried for the heading, and the height that it may have, mm. */
const HEADING_SIZES = [19, 17.5, 16, 14.5, 13, 11.5, 10, 9, 8, 7, 6, 5, 4.2] as const;
const HEADING_ROOM = 40;

/** The heading in one or two lines where it can be, as large as its width allows, with a stroke of the marker under it. */
function headingPart(x: number, { charter, measure }: Composer): { readonly part: PrintedPart; readonly bottom: number } {
  const widthMm = RIGHT - x;
  const sizeMm = HEADING_SIZES.find((size) => {
    const lines = layLines(charter.heading, 'kop', measure, widthMm / size);
    return lines.length * size <= HEADING_ROOM && (lines.length <= 2 || size < 10) && widestEm(lines) * size <= widthMm;
  }) ?? 3.4;
  const lines = layLines(charter.heading, 'kop', measure, widthMm / sizeMm);
  const last = lines.at(-1);
  const bottom = 30 + (lines.length - 1) * sizeMm * 0.95;
  const underline = penLine([{ x, y: bottom + 4.4 }, { x: x + ((last?.widthEm ?? 0) * sizeMm) / 2, y: bottom + 3.8 }, { x: x + (last?.widthEm ?? 0) * sizeMm * 0.94, y: bottom + 4.5 }], 2, false, 'underline', PALETTE.groen);
  return { part: { kind: 'heading', level: 1, ops: [underline, ...lines.map((line, i) => letterLine(line, { hand: 'kop', sizeMm, at: { x, y: 30 + i * sizeMm * 0.95 } }))] }, bottom: bottom + 6.5 };
}

/** Sizes of lettering that are tried for the dream, mm. */
const DREAM_SIZES = [7.4, 6.7, 6, 5.4, 4.8, 4.2, 3.6, 3] as const;

/** The dream in one sentence, then place and date. */
function dreamParts(x: number, top: number, { charter, measure }: Composer): readonly PrintedPart[] {
  const widthMm = RIGHT - x;
  // The first line stands 8 mm below the heading, place and date stand 10 mm below the last.
  const room = RULE_TOP - 20 - top;
  const linesAt = (size: number) => letterLines(charter.dream, measure, { hand: 'hand', sizeMm: size, at: { x, y: top + 8 } }, widthMm, size * 1.16);
  const sizeMm = DREAM_SIZES.find((size) => (linesAt(size).length - 1) * size * 1.16 <= room) ?? 2.6;
  const lines = linesAt(sizeMm);
  const y = top + 8 + Math.max(0, lines.length - 1) * sizeMm * 1.16;
  return [
    ...(charter.dream === '' ? [] : [{ kind: 'paragraph', ops: lines } as const]),
    ...(charter.place === '' ? [] : [{ kind: 'paragraph', ops: [fittedLetter(charter.place, measure, { hand: 'face', sizeMm: 4.6, at: { x, y: y + 9.5 }, color: PALETTE.stil }, widthMm)] } as const]),
  ];
}

type Trait = { readonly text: string; readonly times: number; readonly color: InkColor };

/** The traits heard most, most first, with the colour that they have on the board. */
function traitsOf({ board }: SceneContext): readonly Trait[] {
  return marksOfKind(board, 'card').filter(({ role }) => role === 'trait')
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.text < b.text ? -1 : 1)).slice(0, MOST_TRAITS)
    .map(({ text, mentions, color }) => ({ text, times: Math.max(1, mentions.length), color }));
}

const rule = (y: number, seed: string): PaintOp => penLine([{ x: LEFT, y }, { x: SHEET.w / 2, y: y + 0.4 }, { x: RIGHT, y: y - 0.2 }], 0.7, false, seed, PALETTE.grijs2);

/** The traits side by side between two rules, spread over the width, each with how often it was heard. */
function traitParts(traits: readonly Trait[], { measure, locale }: Composer): readonly PrintedPart[] {
  if (traits.length === 0) return [];
  const gapMm = 9;
  const free = WIDTH - gapMm * (traits.length - 1);
  const natural = traits.map(({ text }) => measure(text, 'kop') * 10.4);
  const heard = traits.map(({ times }) => say(locale, 'print.heard', { count: times }));
  const widths = natural.map((width, i) => Math.max(width, measure(heard[i] ?? '', 'face') * 3.8));
  const shrink = Math.min(1, free / widths.reduce((sum, width) => sum + width, 0));
  const spare = traits.length > 1 ? Math.max(0, WIDTH - widths.reduce((sum, width) => sum + width * shrink, 0)) / (traits.length - 1) : 0;
  let x = LEFT;
  const items = traits.map(({ text, color }, i): PrintedItem => {
    const widthMm = (widths[i] ?? 0) * shrink;
    const ops = [
      fittedLetter(text, measure, { hand: 'kop', sizeMm: 10.4, at: { x, y: 107 }, color: hexOf(color) }, widthMm),
      fittedLetter(heard[i] ?? '', measure, { hand: 'face', sizeMm: 3.8, at: { x, y: 113.4 }, color: PALETTE.stil }, widthMm),
    ];
    x += widthMm + Math.min(spare, 24);
    return { ops, read: `${text}, ${heard[i] ?? ''}` };
  });
  return [{ kind: 'decoration', ops: [rule(RULE_TOP, 'above traits'), rule(RULE_TOP + 22.5, 'below traits')] }, { kind: 'list', items }];
}

/** A point as it is laid out: its lines, and how high they are. */
type LaidPoint = { readonly lines: readonly (ReturnType<typeof layLines>[number])[]; readonly more: readonly (ReturnType<typeof layLines>[number])[]; readonly h: number };

/** Sizes of the points at their largest, mm; all are made smaller together when there is more to say. */
const POINT = { text: 8.2, more: 5.6, gap: 4.6, badge: 5.2 } as const;
const SHRINKS = [1, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55, 0.48, 0.4] as const;

function layPoints({ points }: Charter, shrink: number, measure: MeasureEm): readonly LaidPoint[] {
  const widthMm = WIDTH - (2 * POINT.badge + 5) * shrink;
  return points.map(({ text, more }) => {
    const lines = layLines(text, 'kop', measure, widthMm / (POINT.text * shrink));
    const below = more.trim() === '' ? [] : layLines(more, 'hand', measure, widthMm / (POINT.more * shrink));
    const h = (lines.length * POINT.text * 1.05 + below.length * POINT.more * LINE_EM) * shrink;
    return { lines, more: below, h: Math.max(h, 2 * POINT.badge * shrink) };
  });
}

/** Numbered lines to write on by hand. */
function blankPoints(top: number, room: number, measure: MeasureEm): PrintedPart {
  const pitch = room / BLANK_POINTS;
  const ops = Array.from({ length: BLANK_POINTS }, (_, i): readonly PaintOp[] => {
    const y = top + pitch * (i + 0.5);
    const x = LEFT + 2 * POINT.badge + 5;
    return [...numberBadge(i + 1, { x: LEFT + POINT.badge, y }, POINT.badge, measure), penLine([{ x, y: y + 4 }, { x: (x + RIGHT) / 2, y: y + 4.3 }, { x: RIGHT, y: y + 3.9 }], 0.4, false, `blank ${i}`, PALETTE.grijs2)];
  });
  return { kind: 'decoration', ops: ops.flat() };
}

/** What was agreed, numbered, in the largest lettering that leaves room for the signatures. */
function pointParts(top: number, bottom: number, { charter, measure, locale }: Composer): readonly PrintedPart[] {
  const headY = top + 5.6;
  const title = say(locale, 'charter.points');
  const titleW = measure(title, 'kop') * 11.4;
  const head: readonly PrintedPart[] = [
    { kind: 'heading', level: 2, ops: [letter(title, measure, { hand: 'kop', sizeMm: 11.4, at: { x: LEFT, y: headY } })] },
    { kind: 'paragraph', ops: [fittedLetter(say(locale, 'charter.forNow'), measure, { hand: 'hand', sizeMm: 5.8, at: { x: LEFT + titleW + 7, y: headY }, color: PALETTE.stil }, WIDTH - titleW - 7)] },
  ];
  const room = bottom - headY - 7;
  const height = (laid: readonly LaidPoint[], shrink: number): number => laid.reduce((sum, { h }) => sum + h, 0) + (laid.length - 1) * POINT.gap * shrink;
  const shrink = SHRINKS.find((candidate) => height(layPoints(charter, candidate, measure), candidate) <= room) ?? 0.4;
  const laid = layPoints(charter, shrink, measure);
  // A few points breathe, but stay together.
  const gap = laid.length > 1 ? Math.min(POINT.gap * 1.7, (room - height(laid, 0)) / (laid.length - 1)) : 0;
  const x = LEFT + (2 * POINT.badge + 5) * shrink;
  let y = headY + 7;
  const items = laid.map(({ lines, more, h }, i): PrintedItem => {
    const first = y + POINT.text * 0.82 * shrink;
    const below = first + (lines.length - 1) * POINT.text * 1.05 * shrink + POINT.more * 1.22 * shrink;
    const ops = [
      ...numberBadge(i + 1, { x: LEFT + POINT.badge * shrink, y: y + POINT.badge * shrink }, POINT.badge * shrink, measure),
      ...lines.map((line, n) => letterLine(line, { hand: 'kop', sizeMm: POINT.text * shrink, at: { x, y: (more.length === 0 && lines.length === 1 ? y + POINT.badge * shrink + POINT.text * 0.27 * shrink : first) + n * POINT.text * 1.05 * shrink } })),
      ...more.map((line, n) => letterLine(line, { hand: 'hand', sizeMm: POINT.more * shrink, at: { x, y: below + n * POINT.more * LINE_EM * shrink } })),
    ];
    y += h + gap;
    const point = charter.points[i];
    return { ops, read: `${i + 1}. ${point?.text ?? ''}${point?.more.trim() ? ` ${point.more.trim()}` : ''}` };
  });
  return [...head, charter.points.length === 0 ? blankPoints(headY + 7, room, measure) : { kind: 'list', items }];
}

/** Who drives it, in a box of its own: a charter that nobody carries is forgotten. */
function carriedParts(top: number, { charter, measure, locale }: Composer): readonly PrintedPart[] {
  if (charter.carriedBy.trim() === '') return [];
  const corners = boxCorners(LEFT, top, WIDTH, CARRIED_H);
  const keeps = say(locale, 'print.keepsAlive');
  const keepsW = measure(keeps, 'hand') * 5.8;
  return [
    { kind: 'decoration', ops: [markerFill(corners.map(({ x, y }) => ({ x: x + 0.5, y: y + 0.4 })), PALETTE.munt, 'carried'), penLine(corners, 0.9, true, 'carried line')] },
    { kind: 'paragraph', ops: [
      fittedLetter(`${say(locale, 'charter.carriedBy')}: ${charter.carriedBy.trim()}`, measure, { hand: 'kop', sizeMm: 7.8, at: { x: LEFT + 5.5, y: top + CARRIED_H / 2 + 2.5 } }, WIDTH - keepsW - 17),
      letter(keeps, measure, { hand: 'hand', sizeMm: 5.8, at: { x: RIGHT - 5.5, y: top + CARRIED_H / 2 + 2 }, align: 'right' }),
    ] },
  ];
}

/** A line to sign on for each role, three beside each other. */
function signatureParts(first: number, { charter, measure, locale }: Composer): readonly PrintedPart[] {
  const gap = 7;
  const w = (WIDTH - gap * (SIGNATURE_COLUMNS - 1)) / SIGNATURE_COLUMNS;
  const items = charter.roles.map((role, i): PrintedItem => {
    const x = LEFT + (i % SIGNATURE_COLUMNS) * (w + gap);
    const y = first + Math.floor(i / SIGNATURE_COLUMNS) * SIGNATURE_PITCH;
    const line = penLine([{ x, y }, { x: x + w / 2, y: y + 0.3 }, { x: x + w, y: y - 0.1 }], 0.6, false, `sign ${i}`);
    return { ops: [line, fittedLetter(role, measure, { hand: 'face', sizeMm: 4, at: { x, y: y + 5 } }, w)], read: say(locale, 'print.signHere', { role }) };
  });
  const note: PrintedPart = { kind: 'paragraph', ops: [letter(say(locale, 'charter.byChoice'), measure, { hand: 'face', sizeMm: 3.8, at: { x: LEFT, y: SHEET.h - 10.5 }, color: PALETTE.stil })] };
  return items.length === 0 ? [] : [{ kind: 'list', items }, note];
}

/** The drawing of what the room chose on a wash of colour, and the heading beside it; without a drawing the heading has the whole width. */
function topParts(context: SceneContext, composer: Composer): readonly PrintedPart[] {
  const winner = lastWinner(context);
  const drawing = winner && drawingOf(winner, context, PICTURE);
  const x = drawing ? PICTURE.x + PICTURE.w + 10 : LEFT;
  const { part, bottom } = headingPart(x, composer);
  const wash = ellipse({ w: PICTURE.w + 9, h: PICTURE.h + 5 });
  const figure: readonly PrintedPart[] = winner && drawing ? [
    { kind: 'decoration', ops: [markerFill(wash.map(({ x: dx, y: dy }) => ({ x: PICTURE.x - 4.5 + dx, y: PICTURE.y - 3.5 + dy })), PALETTE.perzik, 'winner')] },
    { kind: 'figure', alt: say(composer.locale, 'print.winnerPicture', { name: winner.label }), box: PICTURE, ops: [], drawing },
  ] : [];
  return [part, ...figure, ...dreamParts(x, bottom, composer)];
}

/**
 * The charter on an A4 to be signed by hand: what the room chose, the dream in one sentence, what was heard most, what
 * was agreed, who drives it, a line for each role. What nobody typed is filled in from the board; names are never on it.
 */
export function charterSheet(context: SceneContext, locale: Locale, measure: MeasureEm): PrintedSheet {
  const charter = charterFromBoard(context.board, lastWinner(context)?.label ?? null);
  const composer: Composer = { charter: { ...charter, roles: charter.roles.filter((role) => role.trim() !== '') }, measure, locale };
  const rows = Math.ceil(composer.charter.roles.length / SIGNATURE_COLUMNS);
  const firstSignature = LAST_SIGNATURE_Y - Math.max(0, rows - 1) * SIGNATURE_PITCH;
  const signTop = rows === 0 ? SHEET.h - LEFT : firstSignature - SIGN_ROOM;
  const carriedTop = signTop - CARRIED_H;
  const pointsBottom = (charter.carriedBy.trim() === '' ? signTop : carriedTop) - 5;
  const traits = traitsOf(context);
  const pointsTop = POINTS_TOP[traits.length > 0 ? 'traits' : charter.dream !== '' || lastWinner(context)?.card ? 'dream' : 'heading'];
  return {
    sizeMm: SHEET,
    bookmark: charter.heading,
    parts: [
      ...topParts(context, composer),
      ...traitParts(traits, composer),
      ...pointParts(pointsTop, pointsBottom, composer),
      ...carriedParts(carriedTop, composer),
      ...signatureParts(firstSignature, composer),
    ],
  };
}
