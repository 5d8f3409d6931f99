import type { IdeaId } from '../../../shared/base/ids.ts';
import type { Idea } from '../../../shared/contract/ideas.ts';

/** What placing ideas takes. */
export type PlacingParts = {
  /** Puts ideas on the board in one step and gives those that are there then. */
  readonly catchIdeas: (ideas: readonly Idea[]) => readonly Idea[];
  /** Resolves when the board has it on the disk. */
  readonly settled: () => Promise<unknown>;
  /** Takes ideas out of the box. */
  readonly taken: (ids: readonly IdeaId[]) => Promise<unknown>;
};

/**
 * Puts ideas on the board, each once, and then takes them out of the box: in the box they stay visible until the board is
 * on the disk, so that a press may come twice.
 * @param caught ids that are on the board already; grows
 */
export async function placeIdeas(ideas: readonly Idea[], caught: Set<IdeaId>, { catchIdeas, settled, taken }: PlacingParts): Promise<void> {
  const fresh = ideas.filter(({ id }) => !caught.has(id));
  if (fresh.length > 0) for (const { id } of catchIdeas(fresh)) caught.add(id);
  // Whatever happens in between, an idea is in the box or on the board.
  await settled();
  await taken(ideas.flatMap(({ id }) => (caught.has(id) ? [id] : [])));
}
