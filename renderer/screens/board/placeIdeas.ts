import type { IdeaId } from '../../../shared/base/ids.ts';
import type { Idea } from '../../../shared/contract/ideas.ts';

/** What placing ideas takes. */
export type PlacingParts = {
  readonly newOpId: () => string;
  /** Puts ideas on the board in one step, sent under that name, and gives those that are there then. */
  readonly catchIdeas: (ideas: readonly Idea[], opId: string) => readonly Idea[];
  /** Resolves when the board has it on the disk. */
  readonly settled: () => Promise<unknown>;
  /** Takes ideas out of the box that are on the board by the step of that name. False when that was refused. */
  readonly taken: (ids: readonly IdeaId[], opId: string) => Promise<boolean>;
};

/**
 * Puts ideas on the board, each once, and then takes them out of the box: in the box they stay visible until the board is
 * on the disk, so that a press may come twice. One that is out of the box may come back and be placed anew.
 * @param caught ideas of the box that are on the board already, with the name of the step
 */
export async function placeIdeas(ideas: readonly Idea[], caught: Map<IdeaId, string>, { newOpId, catchIdeas, settled, taken }: PlacingParts): Promise<void> {
  const fresh = ideas.filter(({ id }) => !caught.has(id));
  const opId = newOpId();
  if (fresh.length > 0) for (const { id } of catchIdeas(fresh, opId)) caught.set(id, opId);
  // Whatever happens in between, an idea is in the box or on the board.
  await settled();
  for (const step of new Set(ideas.flatMap(({ id }) => caught.get(id) ?? []))) {
    const ids = ideas.flatMap(({ id }) => (caught.get(id) === step ? [id] : []));
    if (await taken(ids, step)) for (const id of ids) if (caught.get(id) === step) caught.delete(id);
  }
}
