import type { TableId } from '../base/ids.ts';
import type { Table } from '../board/board.ts';
import { LINE_EM, type Hand, type LetteringLine } from '../board/lettering.ts';
import type { CardMark } from '../board/marks.ts';
import { hexOf, numeralOn } from '../board/palette.ts';
import { cardParts } from '../harvest/cardLayout.ts';
import { disk, numeralLine } from './disk.ts';
import type { PaintOp } from './sceneNode.ts';

const HAND: Hand = 'kop';

/** One line of letters that needs no measuring: it is set from its left end. */
const plainLine = (text: string, widthEm: number): LetteringLine => ({ runs: [{ text, rtl: false, xEm: 0, widthEm }], widthEm });

/** A word as the room named it: lettering, how often it was heard, and the disks of the tables that named it. */
export function sketchCard(card: CardMark, tables: { readonly [id: TableId]: Table }): readonly PaintOp[] {
  const parts = cardParts(card, tables);
  const color = hexOf(card.color);
  const ops: PaintOp[] = card.lines.map((line, i) => ({
    op: 'letter', line, hand: HAND, sizeUnits: parts.word.sizeUnits, x: parts.word.x, baseline: parts.word.baseline + i * LINE_EM * parts.word.sizeUnits, color,
  }));
  if (parts.count) ops.push({ op: 'letter', line: plainLine(parts.count.text, 0), hand: HAND, sizeUnits: parts.count.sizeUnits, x: parts.count.x, baseline: parts.count.baseline, color });
  for (const { x, y, r, table } of parts.disks) {
    const record = tables[table];
    if (!record) continue;
    const text = String(record.number);
    ops.push({ op: 'fill', path: disk(x, y, r), color: hexOf(record.color), opacity: 1 });
    ops.push({ op: 'letter', line: numeralLine(text), hand: 'faceBold', sizeUnits: r * 1.25, x: x - numeralLine(text).widthEm * r * 0.625, baseline: y + r * 0.43, color: hexOf(numeralOn(record.color)) });
  }
  return ops;
}
