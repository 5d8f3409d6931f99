import type { InkId, MarkId } from '../base/ids.ts';
import { inkLength } from '../ink/rub.ts';
import type { Ink } from '../ink/ink.ts';
import { encodeInk, type InkText } from '../ink/inkCodec.ts';
import type { Board } from './board.ts';
import { markOf, marksOf } from './buckets.ts';
import type { Command } from './commands.ts';
import type { CardMark, Mark, StrokeMark } from './marks.ts';

/** What stays of a stroke: nothing, or pieces of it. */
export type CutStroke = { readonly stroke: StrokeMark; readonly pieces: readonly Ink[] };

/** Ids for the new pieces and their ink. */
export type NewIds = { readonly newMarkId: () => MarkId; readonly newInkId: () => InkId };

/** A card whose drawing has these strokes also has the pieces that they fell into. */
function withPieces(card: CardMark, pieces: ReadonlyMap<MarkId, readonly MarkId[]>): CardMark {
  const extended = (picture: readonly MarkId[]): readonly MarkId[] => picture.flatMap((id) => [id, ...(pieces.get(id) ?? [])]);
  return { ...card, picture: extended(card.picture), merged: card.merged.map((part) => ({ ...part, picture: extended(part.picture) })) };
}

/**
 * One command that cuts strokes into pieces; null when none of them is on the board any more. The longest piece stays
 * the stroke that it was, so that arrows and names keep hold of it; the others lie beside it in layer, order and group.
 */
export function planCut(board: Board, cuts: readonly CutStroke[], { newMarkId, newInkId }: NewIds): Extract<Command, { type: 'marks.put' }> | null {
  const marks: Mark[] = [], removes: MarkId[] = [];
  const inks: Record<InkId, InkText> = {};
  const added = new Map<MarkId, readonly MarkId[]>();
  for (const { stroke, pieces } of cuts) {
    if (markOf(board, stroke.id) !== stroke) continue;
    const longestFirst = pieces.map((ink) => ({ ink, length: inkLength(ink) })).sort((a, b) => b.length - a.length);
    if (longestFirst.length === 0) removes.push(stroke.id);
    const ids = longestFirst.map((_, i) => (i === 0 ? stroke.id : newMarkId()));
    longestFirst.forEach(({ ink }, i) => {
      const named = newInkId();
      inks[named] = encodeInk(ink);
      marks.push({ ...stroke, id: ids[i] as MarkId, ink: named });
    });
    if (ids.length > 1) added.set(stroke.id, ids.slice(1));
  }
  if (added.size > 0) {
    for (const mark of marksOf(board)) {
      if (mark.kind !== 'card') continue;
      const drawn = [mark.picture, ...mark.merged.map(({ picture }) => picture)];
      if (drawn.some((picture) => picture.some((id) => added.has(id)))) marks.push(withPieces(mark, added));
    }
  }
  return marks.length + removes.length === 0 ? null : { type: 'marks.put', what: 'erase', marks, removes, inks };
}
