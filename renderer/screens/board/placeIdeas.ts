import type { IdeaId } from '../../../shared/base/ids.ts';
import type { Idea } from '../../../shared/contract/ideas.ts';

/** What placing ideas takes. */
export type PlacingParts = {
  /** Puts an idea on the board; false when nothing came of it. */
  readonly catchIdea: (idea: Idea) => boolean;
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
export async function placeIdeas(ideas: readonly Idea[], caught: Set<IdeaId>, { catchIdea, settled, taken }: PlacingParts): Promise<void> {
  for (const idea of ideas) if (!caught.has(idea.id) && catchIdea(idea)) caught.add(idea.id);
  // Whatever happens in between, an idea is in the box or on the board.
  await settled();
  await taken(ideas.flatMap(({ id }) => (caught.has(id) ? [id] : [])));
}
