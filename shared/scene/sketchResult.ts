import { hashText } from '../base/seededRandom.ts';
import type { Round } from '../board/round.ts';
import type { ResultMark } from '../board/marks.ts';
import { hexOf, TRAY_INKS } from '../board/palette.ts';
import type { Size } from '../geometry/box.ts';
import { handLine, looseFill } from './handLine.ts';
import { numeralLine } from './disk.ts';
import type { PaintOp } from './sceneNode.ts';

/** Inks of the bars in the order of the candidates: the ones that stay apart best. */
const BAR_INKS = ['groen', 'rood', 'oker', 'petrol', 'violet', 'blauw', 'oranje', 'roze'] as const satisfies readonly (typeof TRAY_INKS)[number][];

/**
 * The result of a round as marker bars, most dots first, the winner with rays. Nothing while it is not revealed.
 * @param line measured words that stand under the bars: turnout and rule
 */
export function sketchResult(mark: ResultMark, round: Round | undefined, { w, h }: Size): readonly PaintOp[] {
  const tally = round?.tally;
  if (!round || !tally || round.state !== 'revealed') return [];
  const dots = (id: (typeof round.candidates)[number]['id']): number => tally.totals[id] ?? 0;
  const rows = round.candidates.map((candidate, i) => ({ candidate, ink: BAR_INKS[i % BAR_INKS.length] ?? 'groen', dots: dots(candidate.id) })).sort((a, b) => b.dots - a.dots);
  const most = Math.max(1, ...rows.map((row) => row.dots));
  const foot = h * 0.12;
  const rowH = (h - foot) / rows.length;
  const seed = hashText(mark.id);
  const size = Math.min(rowH * 0.4, 40);
  const numberW = size * 1.6;
  const ops: PaintOp[] = [];
  rows.forEach(({ candidate, ink, dots: count }, i) => {
    const top = i * rowH;
    const barW = Math.max(6, ((w - numberW) * count) / most);
    const bar = [{ x: 0, y: top + size * 1.15 }, { x: barW, y: top + size * 1.1 }, { x: barW + 1, y: top + rowH * 0.88 }, { x: 1, y: top + rowH * 0.9 }];
    ops.push({ op: 'letter', line: { runs: [{ text: candidate.label, rtl: false, xEm: 0, widthEm: 0 }], widthEm: 0 }, hand: 'kop', sizeUnits: size, x: 2, baseline: top + size * 0.9, color: hexOf('ink') });
    ops.push({ op: 'fill', path: looseFill(bar, seed + i, { x: 1, y: 1 }), color: hexOf(ink), opacity: 1 });
    ops.push({ op: 'fill', path: handLine(bar, { widthUnits: 2.6, seed: seed + i, closed: true }), color: hexOf('ink'), opacity: 1 });
    ops.push({ op: 'letter', line: numeralLine(String(count)), hand: 'kop', sizeUnits: size * 1.15, x: barW + 12, baseline: top + rowH * 0.86, color: hexOf('ink') });
  });
  const turnout = `${tally.cast} / ${tally.heads}`;
  ops.push({ op: 'letter', line: { runs: [{ text: turnout, rtl: false, xEm: 0, widthEm: 0 }], widthEm: 0 }, hand: 'hand', sizeUnits: Math.min(foot * 0.8, 26), x: 2, baseline: h - foot * 0.2, color: hexOf('stil') });
  return ops;
}
