import type { MarkId } from '../base/ids.ts';
import { comparePaintOrder, markOf } from '../board/buckets.ts';
import type { CardMark } from '../board/marks.ts';
import { unionOf, type Box } from '../geometry/box.ts';
import { compose, scaling, translation } from '../geometry/matrix.ts';
import { markNode, type SceneContext } from '../scene/markNode.ts';
import { chosenOf } from '../voting/ranking.ts';
import type { Drawing } from './printedSheet.ts';

/** What the room chose in its last revealed vote that decided something: the word, and its card when it still is on the board. */
export type Winner = { readonly label: string; readonly card: CardMark | null };

/** Whom the last revealed round chose, or null while nothing is decided. */
export function lastWinner({ board }: Pick<SceneContext, 'board'>): Winner | null {
  const revealed = Object.values(board.rounds).filter(({ state }) => state === 'revealed').sort((a, b) => b.openedMs - a.openedMs);
  const chosen = revealed.map((round) => chosenOf(round)).find((candidate) => candidate !== null);
  if (!chosen) return null;
  const card = markOf(board, chosen.id);
  return { label: chosen.label, card: card?.kind === 'card' ? card : null };
}

/** The drawing of a word in the middle of a box (mm), as large as fits; null when it has none. */
export function drawingOf({ card }: Winner, context: SceneContext, into: Box): Drawing | null {
  return drawingOfMarks(card?.picture ?? [], context, into);
}

/** Marks of the board in the middle of a box (mm), as large as fits; null when nothing of them is to be seen. */
export function drawingOfMarks(ids: readonly MarkId[], context: SceneContext, into: Box): Drawing | null {
  const marks = ids.flatMap((id) => markOf(context.board, id) ?? []).sort(comparePaintOrder);
  const nodes = marks.map((mark) => markNode(mark, context)).filter(({ ops }) => ops.length > 0);
  const box = unionOf(nodes.map(({ bounds }) => bounds));
  if (!box || box.w === 0 || box.h === 0) return null;
  const scale = Math.min(into.w / box.w, into.h / box.h);
  const to = translation(into.x + (into.w - box.w * scale) / 2, into.y + (into.h - box.h * scale) / 2);
  return { nodes, matrix: compose(to, compose(scaling(scale, scale), translation(-box.x, -box.y))) };
}
