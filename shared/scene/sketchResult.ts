import { hashText } from '../base/seededRandom.ts';
import type { Locale } from '../board/board.ts';
import type { Hand, LetteringLine } from '../board/lettering.ts';
import type { ResultMark } from '../board/marks.ts';
import { hexOf, TRAY_INKS } from '../board/palette.ts';
import type { Candidate, Round, Tally } from '../board/round.ts';
import type { Size } from '../geometry/box.ts';
import { numeralLine } from './disk.ts';
import { handLine, looseFill } from './handLine.ts';
import { rays } from './rays.ts';
import { RESULT_WORDS } from './resultWords.ts';
import type { PaintOp } from './sceneNode.ts';

/** Inks of the bars in the order of the candidates: the ones that stay apart best. */
export const BAR_INKS = ['groen', 'rood', 'oker', 'petrol', 'violet', 'blauw', 'oranje', 'roze'] as const satisfies readonly (typeof TRAY_INKS)[number][];

/** Average advance of a letter of the two hands, in ems: lettering here is set from its left end and never measured. */
const LETTER_EM = { kop: 0.46, hand: 0.43 } as const;

type Row = { readonly candidate: Candidate; readonly ink: (typeof BAR_INKS)[number]; readonly dots: number };

/** How the rows lie in the box, board units. */
type Layout = { readonly w: number; readonly h: number; readonly rowH: number; readonly size: number; readonly barMost: number; readonly foot: number };

const letters = (text: string, hand: Hand, sizeUnits: number, x: number, baseline: number, color: 'ink' | 'stil'): PaintOp => {
  const line: LetteringLine = { runs: [{ text, rtl: false, xEm: 0, widthEm: 0 }], widthEm: 0 };
  return { op: 'letter', line, hand, sizeUnits, x, baseline, color: hexOf(color) };
};

/** Size at which a text certainly fits into a width. */
const fitting = (text: string, hand: 'kop' | 'hand', sizeUnits: number, width: number): number => Math.min(sizeUnits, width / (text.length * LETTER_EM[hand]));

function rowsOf(round: Round, tally: Tally): readonly Row[] {
  return round.candidates
    .map((candidate, i) => ({ candidate, ink: BAR_INKS[i % BAR_INKS.length] ?? 'groen', dots: tally.totals[candidate.id] ?? 0 }))
    .sort((a, b) => b.dots - a.dots);
}

/** Below this height of a row there is no room for bars: the result is then two lines of words. */
const LEAST_ROW_UNITS = 36;

/** Names and totals in one line, the leaders underlined, and who voted below it: for a sheet that is nearly full. */
function wordsOps(rows: readonly Row[], leaders: number, line: string, seed: number, { w, h }: Size): PaintOp[] {
  const text = rows.map(({ candidate, dots }) => `${candidate.label} ${dots}`).join(' · ');
  const size = fitting(text, 'kop', h * 0.4, w);
  const first = rows.slice(0, leaders).map(({ candidate, dots }) => `${candidate.label} ${dots}`).join(' · ');
  const under = [{ x: 2, y: size * 1.14 }, { x: first.length * LETTER_EM.kop * size * 0.96, y: size * 1.12 }];
  return [
    ...(leaders > 0 ? [{ op: 'fill', path: handLine(under, { widthUnits: 5, seed, closed: false }), color: hexOf('oranje'), opacity: 1 } as const] : []),
    letters(text, 'kop', size, 2, size * 0.92, 'ink'),
    letters(line, 'hand', fitting(line, 'hand', h * 0.3, w), 2, h * 0.9, 'stil'),
  ];
}

/** Name above, marker bar below it, its total behind the bar. */
function rowOps({ candidate, ink, dots }: Row, i: number, most: number, seed: number, { rowH, size, barMost, w }: Layout): PaintOp[] {
  const top = i * rowH;
  const barW = Math.max(6, (barMost * dots) / most);
  const bar = [{ x: 0, y: top + size * 1.15 }, { x: barW, y: top + size * 1.1 }, { x: barW + 1, y: top + rowH * 0.88 }, { x: 1, y: top + rowH * 0.9 }];
  return [
    letters(candidate.label, 'kop', fitting(candidate.label, 'kop', size, w - size * 2), 2, top + size * 0.9, 'ink'),
    { op: 'fill', path: looseFill(bar, seed + i, { x: 1, y: 1 }), color: hexOf(ink), opacity: 1 },
    { op: 'fill', path: handLine(bar, { widthUnits: 2.6, seed: seed + i, closed: true }), color: hexOf('ink'), opacity: 1 },
    { op: 'letter', line: numeralLine(String(dots)), hand: 'kop', sizeUnits: size * 1.15, x: barW + size * 0.45, baseline: top + rowH * 0.86, color: hexOf('ink') },
  ];
}

/** Rays around the total of the one that won. */
function winnerOps(row: Row, i: number, most: number, seed: number, { rowH, size, barMost }: Layout): PaintOp[] {
  const figures = String(row.dots).length;
  const middle = { x: (barMost * row.dots) / most + size * (0.45 + figures * 0.28), y: i * rowH + rowH * 0.86 - size * 0.38 };
  const paths = rays({ middle, radius: size * (0.62 + figures * 0.14), length: size * 0.42, widthUnits: Math.max(2.6, size * 0.1), from: -Math.PI * 0.92, to: Math.PI * 0.16, count: 9, seed });
  return paths.map((path): PaintOp => ({ op: 'fill', path, color: hexOf('oranje'), opacity: 1 }));
}

/** A bracket that holds together those who have as many dots. */
function tieOps(tied: number, seed: number, { rowH, size, w }: Layout): PaintOp[] {
  const top = size * 1.1, bottom = (tied - 1) * rowH + rowH * 0.9, right = w - 4;
  const corners = [{ x: right - size * 0.36, y: top }, { x: right, y: top + 3 }, { x: right, y: bottom - 3 }, { x: right - size * 0.36, y: bottom }];
  return [{ op: 'fill', path: handLine(corners, { widthUnits: 4, seed, closed: false }), color: hexOf('oranje'), opacity: 1 }];
}

/**
 * The result of a round as marker bars, most dots first. The winner's total has rays, a tie is held by a bracket, and the line
 * under the bars tells turnout and rule in the language of the board. A box too low for bars gets words alone, and a round that is
 * not revealed gets nothing.
 */
export function sketchResult(mark: ResultMark, round: Round | undefined, { w, h }: Size, locale: Locale): readonly PaintOp[] {
  const tally = round?.tally;
  if (!round || !tally || round.state !== 'revealed') return [];
  const rows = rowsOf(round, tally);
  const most = Math.max(1, rows[0]?.dots ?? 0);
  const foot = h * 0.12;
  const rowH = (h - foot) / rows.length;
  const size = Math.min(rowH * 0.4, 40);
  const layout: Layout = { w, h, rowH, size, barMost: w - size * 2.4, foot };
  const seed = hashText(mark.id);
  const tied = rows.filter(({ dots }) => dots > 0 && dots === most).length;
  const winner = round.lots ? rows.findIndex(({ candidate }) => candidate.id === round.lots?.drawn) : tied === 1 ? 0 : -1;
  const words = RESULT_WORDS[locale];
  const line = round.lots ? words.lots(tally.cast, tally.heads) : tied > 1 ? words.tie(tally.cast, tally.heads) : words.turnout(tally.cast, tally.heads, round.rule.dotsPerPerson);
  const won = rows[winner];
  if (rowH < LEAST_ROW_UNITS) return wordsOps(won ? [won, ...rows.filter((row) => row !== won)] : rows, won ? 1 : tied, line, seed, { w, h });

  const ops = rows.flatMap((row, i) => rowOps(row, i, most, seed, layout));
  if (won) ops.push(...winnerOps(won, winner, most, seed + 40, layout));
  else if (tied > 1) ops.push(...tieOps(tied, seed + 40, layout));
  ops.push(letters(line, 'hand', fitting(line, 'hand', Math.min(foot * 0.8, 30), w), 2, h - foot * 0.2, 'stil'));
  return ops;
}
