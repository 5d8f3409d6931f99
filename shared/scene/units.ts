import type { GroupId, MarkId } from '../base/ids.ts';
import { markOf } from '../board/buckets.ts';
import { groupOf } from '../board/groups.ts';
import type { Mark } from '../board/marks.ts';
import { unionOf, type Box, type Point } from '../geometry/box.ts';
import { compose, translation, type Matrix } from '../geometry/matrix.ts';
import { markBox, type SceneContext } from './markNode.ts';

/** What moves as one when things are lined up: a group, a word with its drawing, or a single mark. */
export type Unit = { readonly ids: readonly MarkId[]; readonly box: Box };

/** Arrows that hang between two marks go where those go. */
const follows = (mark: Mark, { board }: SceneContext): boolean =>
  mark.kind === 'connector' && [mark.from, mark.to].every((end) => end.mark !== null && markOf(board, end.mark) !== undefined);

/** Marks with the name of the unit that each belongs to. */
function* byUnit(context: SceneContext, marks: readonly Mark[], inside: GroupId | null): Generator<readonly [string, Mark]> {
  const cardOf = new Map<MarkId, MarkId>();
  for (const mark of marks) if (mark.kind === 'card') for (const part of mark.picture) cardOf.set(part, mark.id);
  for (const mark of marks) {
    if (follows(mark, context)) continue;
    const card = markOf(context.board, cardOf.get(mark.id) ?? mark.id) ?? mark;
    yield [groupOf(mark, inside) ?? groupOf(card, inside) ?? card.id, mark];
  }
}

/**
 * The units among marks, in no order.
 * @param inside the group that was gone into, null when none
 */
export function unitsOf(context: SceneContext, marks: readonly Mark[], inside: GroupId | null): readonly Unit[] {
  const units = new Map<string, Mark[]>();
  for (const [unit, mark] of byUnit(context, marks, inside)) {
    const list = units.get(unit);
    if (list) list.push(mark); else units.set(unit, [mark]);
  }
  return [...units.values()].map((members) => ({
    ids: members.map(({ id }) => id),
    box: unionOf(members.map((mark) => markBox(mark, context))) as Box,
  }));
}

/** Whether there are so many units among marks; the rest of thousands is not looked at. */
export function hasUnits(context: SceneContext, marks: readonly Mark[], inside: GroupId | null, least: number): boolean {
  const units = new Set<string>();
  for (const [unit] of byUnit(context, marks, inside)) if (units.add(unit).size >= least) return true;
  return false;
}

/** Where the marks of units come to lie when each unit moves by its own way; units that stay are left out. */
export function movedUnits({ board }: SceneContext, units: readonly Unit[], moves: readonly Point[]): readonly (readonly [MarkId, Matrix])[] {
  return units.flatMap(({ ids }, i) => {
    const { x, y } = moves[i] ?? { x: 0, y: 0 };
    if (Math.abs(x) < 1e-6 && Math.abs(y) < 1e-6) return [];
    return ids.flatMap((id): (readonly [MarkId, Matrix])[] => {
      const mark = markOf(board, id);
      return mark ? [[id, compose(translation(x, y), mark.matrix)]] : [];
    });
  });
}
