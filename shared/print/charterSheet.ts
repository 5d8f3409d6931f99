import type { Locale } from '../board/board.ts';
import { layLines, type MeasureEm } from '../board/lettering.ts';
import { PALETTE } from '../board/palette.ts';
import { charterFromBoard } from '../charter/charterFromBoard.ts';
import type { Signer } from '../charter/signer.ts';
import type { SceneContext } from '../scene/markNode.ts';
import { say } from '../strings/say.ts';
import { LEFT, RIGHT, SHEET, WIDTH, type Composer } from './charterLayout.ts';
import { dealPoints, layPoints, POINTS_HEAD, pointParts, pointsHeight, type LaidPoint } from './charterPoints.ts';
import { footNote, signatureParts, signatureSheets, signCells, signTop, type SignBlock } from './charterSignatures.ts';
import { charterTop } from './charterTop.ts';
import { boxCorners, fittedLetter, letter, letterLines, markerFill, penLine } from './compose.ts';
import { scaledSheet, type PrintedPart, type PrintedSheet } from './printedSheet.ts';
import { lastWinner } from './winnerDrawing.ts';

/** What a charter is printed on, and who stands under it: null for a public version, which names nobody. */
export type CharterPrint = { readonly paper: 'a4' | 'a3'; readonly signers: readonly Signer[] | null };

/** An A3 is an A4 so many times as large. */
const TIMES = { a4: 1, a3: Math.SQRT2 } as const;
/** Sizes at which the points are tried on one sheet, and the smallest that is still read at arm's length from that paper. */
const SHRINKS = [1, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55, 0.48] as const;
const LEAST = { a4: 0.62, a3: 0.48 } as const;
/** Signatures go on a sheet of their own while the points need not be smaller than this; else the points take that sheet too. */
const LEAST_ABOVE = 0.7;
/** Their size when one sheet is not enough: nothing is won then by making them small. */
const ON_SHEETS = 0.85;
const CARRIED_H = 14;
/** Between the points and what follows. */
const AIR = 5;
/** Where further sheets begin and end, mm. */
const NEXT_TOP = 32;
const NEXT_BOTTOM = SHEET.h - 20;

/** Sizes of lettering that are tried for who drives it, mm. */
const CARRIED_SIZES = [7.8, 6, 5, 4.2, 3.6, 3] as const;

/** Who drives it, in a box of its own: a charter that nobody carries is forgotten. */
function carriedParts(top: number, { charter, measure, locale }: Composer): readonly PrintedPart[] {
  if (charter.carriedBy.trim() === '') return [];
  const corners = boxCorners(LEFT, top, WIDTH, CARRIED_H);
  const said = `${say(locale, 'charter.carriedBy')}: ${charter.carriedBy.trim()}`;
  const keeps = say(locale, 'print.keepsAlive');
  const keepsW = measure(keeps, 'hand') * 5.8;
  const box: PrintedPart = { kind: 'decoration', ops: [markerFill(corners.map(({ x, y }) => ({ x: x + 0.5, y: y + 0.4 })), PALETTE.munt, 'carried'), penLine(corners, 0.9, true, 'carried line')] };
  const beside = WIDTH - keepsW - 17;
  if (measure(said, 'kop') * 7.8 <= beside) {
    return [box, { kind: 'paragraph', ops: [
      letter(said, measure, { hand: 'kop', sizeMm: 7.8, at: { x: LEFT + 5.5, y: top + CARRIED_H / 2 + 2.5 } }),
      letter(keeps, measure, { hand: 'hand', sizeMm: 5.8, at: { x: RIGHT - 5.5, y: top + CARRIED_H / 2 + 2 }, align: 'right' }),
    ] }];
  }
  const width = WIDTH - 11;
  const sizeMm = CARRIED_SIZES.find((size) => layLines(said, 'kop', measure, width / size).length * size * 1.1 <= CARRIED_H - 2.5);
  if (sizeMm === undefined) return [box, { kind: 'paragraph', ops: [fittedLetter(said, measure, { hand: 'kop', sizeMm: 3, at: { x: LEFT + 5.5, y: top + CARRIED_H / 2 + 1 } }, width)] }];
  const lines = layLines(said, 'kop', measure, width / sizeMm).length;
  const y = top + CARRIED_H / 2 - ((lines - 1) * sizeMm * 1.1) / 2 + sizeMm * 0.32;
  return [box, { kind: 'paragraph', ops: letterLines(said, measure, { hand: 'kop', sizeMm, at: { x: LEFT + 5.5, y } }, width, sizeMm * 1.1) }];
}

/** What the foot of a sheet holds: who drives it, and signatures. */
type Foot = { readonly carried: boolean; readonly signs: SignBlock; readonly note: string | null };

/** Where (mm) the foot begins, and where its box of who drives it stands. */
function footTop({ carried, signs }: Foot): { readonly top: number; readonly carriedTop: number } {
  const carriedTop = signTop(signs) - CARRIED_H - (signs.cells.length === 0 ? 3 : 0);
  return { top: carried ? carriedTop : signTop(signs), carriedTop };
}

function footParts(foot: Foot, composer: Composer): readonly PrintedPart[] {
  return [
    ...(foot.carried ? carriedParts(footTop(foot).carriedTop, composer) : []),
    ...signatureParts(foot.signs, composer),
    ...(foot.note === null ? [] : [footNote(foot.note, composer)]),
  ];
}

/** A further sheet says whose it is, above. */
const running = ({ charter, measure }: Composer): PrintedPart =>
  ({ kind: 'paragraph', ops: [fittedLetter(charter.heading, measure, { hand: 'face', sizeMm: 4.4, at: { x: LEFT, y: 18 }, color: PALETTE.stil }, WIDTH)] });

/** Parts of every sheet: all on one when it can be read there, else signatures or points too on further ones. */
function dealSheets(context: SceneContext, foot: Foot, least: number, composer: Composer): readonly (readonly PrintedPart[])[] {
  const { parts: top, freeFrom } = charterTop(context, composer);
  const roomAbove = (given: Foot, from: number): number => footTop(given).top - AIR - from - POINTS_HEAD;
  const fitting = (given: Foot, smallest: number): { readonly shrink: number; readonly laid: readonly LaidPoint[] } | undefined => SHRINKS.filter((shrink) => shrink >= smallest)
    .map((shrink) => ({ shrink, laid: layPoints(composer, shrink) }))
    .find(({ shrink, laid }) => pointsHeight(laid, shrink) <= roomAbove(given, freeFrom));
  const oneSheet = (given: Foot, found: { readonly shrink: number; readonly laid: readonly LaidPoint[] }): readonly PrintedPart[] =>
    [...top, ...pointParts(found.laid, { top: freeFrom, bottom: footTop(given).top - AIR, shrink: found.shrink, continued: false }, composer), ...footParts(given, composer)];

  // Points that nobody typed yet are written by hand, which takes room.
  const leastRoom = composer.charter.points.length === 0 ? 50 : 0;
  const narrow: Foot = { ...foot, signs: { ...foot.signs, columns: 4 } };
  for (const given of [foot, narrow]) {
    const all = roomAbove(given, freeFrom) >= leastRoom ? fitting(given, least) : undefined;
    if (all) return [oneSheet(given, all)];
  }
  const withoutCells: Foot = { ...foot, signs: { cells: [], columns: 3 } };
  const upper = fitting(withoutCells, LEAST_ABOVE);
  const ownSheets = signatureSheets(foot.signs.cells, composer).map((parts) => [running(composer), ...parts]);
  if (upper) return [oneSheet(withoutCells, upper), ...ownSheets];

  const shrink = ON_SHEETS;
  const dealt = dealPoints(layPoints(composer, shrink), { first: NEXT_BOTTOM - freeFrom - POINTS_HEAD, next: NEXT_BOTTOM - NEXT_TOP - POINTS_HEAD }, shrink);
  const last = dealt.at(-1) ?? [];
  const place = (given: Foot): boolean => dealt.length > 1 && pointsHeight(last, shrink) <= roomAbove(given, NEXT_TOP);
  const lastFoot = place(foot) ? foot : place(withoutCells) ? withoutCells : null;
  const sheets = dealt.map((laid, i) => {
    const isLast = i === dealt.length - 1;
    const from = i === 0 ? freeFrom : NEXT_TOP;
    const bottom = isLast && lastFoot ? footTop(lastFoot).top - AIR : NEXT_BOTTOM;
    return [...(i === 0 ? top : [running(composer)]), ...pointParts(laid, { top: from, bottom, shrink, continued: i > 0 }, composer), ...(isLast && lastFoot ? footParts(lastFoot, composer) : [])];
  });
  if (lastFoot === foot) return sheets;
  if (lastFoot) return [...sheets, ...ownSheets];
  // Neither fits below the last points.
  const carried = foot.carried ? [[running(composer), ...carriedParts(NEXT_TOP, composer)]] : [];
  return [...sheets, ...carried, ...ownSheets];
}

/** Which sheet this is of how many, when there is more than one. */
const sheetNumber = (number: number, sheets: number, { measure, locale }: Composer): readonly PrintedPart[] =>
  (sheets === 1 ? [] : [{ kind: 'paragraph', ops: [letter(say(locale, 'print.sheetOf', { number, sheets }), measure, { hand: 'face', sizeMm: 3.8, at: { x: RIGHT, y: SHEET.h - 10.5 }, align: 'right', color: PALETTE.stil })] }]);

/**
 * The charter: what the room chose, the dream in one sentence, what was heard most, what was agreed, who drives it, and
 * who signs, in ink or on a line. What nobody typed is filled in from the board. It is one sheet where that can be read,
 * else as many as it takes; a public version names nobody and says where the signatures are.
 */
export function charterSheets(context: SceneContext, locale: Locale, measure: MeasureEm, { paper, signers }: CharterPrint): readonly PrintedSheet[] {
  const charter = charterFromBoard(context.board, lastWinner(context)?.label ?? null);
  const composer: Composer = { charter, measure, locale };
  const roles = charter.roles.filter((role) => role.trim() !== '');
  const foot: Foot = {
    carried: charter.carriedBy.trim() !== '',
    signs: { cells: signers === null ? [] : signCells(roles, signers), columns: 3 },
    note: signers === null && roles.length > 0 ? say(locale, 'print.signedElsewhere') : null,
  };
  const sheets = dealSheets(context, foot, LEAST[paper], composer);
  return sheets.map((parts, i) => scaledSheet({ sizeMm: SHEET, bookmark: i === 0 ? charter.heading : null, parts: [...parts, ...sheetNumber(i + 1, sheets.length, composer)] }, TIMES[paper]));
}
