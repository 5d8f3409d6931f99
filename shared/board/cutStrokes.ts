import type { InkId, MarkId } from '../base/ids.ts';
import { inkLength } from '../ink/rub.ts';
import type { Ink } from '../ink/ink.ts';
import { encodeInk, type InkText } from '../ink/inkCodec.ts';
import type { Board } from './board.ts';
import { markOf } from './buckets.ts';
import type { Command } from './commands.ts';
import { marksOfKind } from './marksByKind.ts';
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

/** The pieces of one stroke as marks, the longest first, with their ink. */
type Cut = { readonly stroke: StrokeMark; readonly marks: readonly StrokeMark[]; readonly inks: readonly (readonly [InkId, InkText])[] };

/** Gathers strokes that are cut, one after the other, for one command. */
export type CutPlan = {
  readonly add: (cut: CutStroke) => void;
  /**
   * One command that cuts all strokes into their pieces; null when none of them is on the board any more. The longest piece
   * stays the stroke that it was, so that arrows and names keep hold of it; the others lie beside it in layer, order and group.
   */
  readonly command: (board: Board) => Extract<Command, { type: 'marks.put' }> | null;
};

function cutOf({ stroke, pieces }: CutStroke, { newMarkId, newInkId }: NewIds): Cut {
  const longestFirst = pieces.map((ink) => ({ ink, length: inkLength(ink) })).sort((a, b) => b.length - a.length);
  const inks = longestFirst.map(({ ink }) => [newInkId(), encodeInk(ink)] as const);
  return { stroke, inks, marks: inks.map(([ink], i) => ({ ...stroke, id: i === 0 ? stroke.id : newMarkId(), ink })) };
}

/** Starts a plan that cuts nothing. */
export function createCutPlan(ids: NewIds): CutPlan {
  const cuts: Cut[] = [];
  return {
    add(cut) {
      cuts.push(cutOf(cut, ids));
    },
    command(board) {
      const marks: Mark[] = [], removes: MarkId[] = [];
      const inks: Record<InkId, InkText> = {};
      const added = new Map<MarkId, readonly MarkId[]>();
      for (const { stroke, marks: pieces, inks: own } of cuts) {
        if (markOf(board, stroke.id) !== stroke) continue;
        if (pieces.length === 0) removes.push(stroke.id);
        for (const piece of pieces) marks.push(piece);
        for (const [id, text] of own) inks[id] = text;
        if (pieces.length > 1) added.set(stroke.id, pieces.slice(1).map(({ id }) => id));
      }
      if (added.size > 0) marks.push(...cardsWithPieces(board, added));
      return marks.length + removes.length === 0 ? null : { type: 'marks.put', what: 'erase', marks, removes, inks };
    },
  };
}

function cardsWithPieces(board: Board, added: ReadonlyMap<MarkId, readonly MarkId[]>): readonly CardMark[] {
  const drawn = (card: CardMark): readonly (readonly MarkId[])[] => [card.picture, ...card.merged.map(({ picture }) => picture)];
  return marksOfKind(board, 'card').filter((card) => drawn(card).some((picture) => picture.some((id) => added.has(id)))).map((card) => withPieces(card, added));
}
