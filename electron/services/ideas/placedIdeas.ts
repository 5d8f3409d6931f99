import type { IdeaId } from '../../../shared/base/ids.ts';
import type { Idea, IdeasView } from '../../../shared/contract/ideas.ts';
import type { History } from '../../../shared/journal/history.ts';

/**
 * An idea as the file of the inbox has it. One that was put on the board stays there as `placed` for as long as that can be
 * taken back; `of` is the number of the change that put it there, also while that is taken back.
 */
export type KeptIdea = Omit<Idea, 'state'> & { readonly state: Idea['state'] | 'placed'; readonly of?: number | undefined };

/** The inbox as its file has it. */
export type KeptIdeas = { readonly open: boolean; readonly ideas: readonly KeptIdea[] };

/** What a desk is told: nothing of what stands on the board. */
export function viewOf({ open, ideas }: KeptIdeas): IdeasView {
  return { open, ideas: ideas.flatMap(({ id, kind, text, table, state }) => (state === 'placed' ? [] : [{ id, kind, text, table, state }])) };
}

/** Ideas stand on the board since the change of that number. */
export function placed(kept: KeptIdeas, ids: readonly IdeaId[], of: number): KeptIdeas {
  return { ...kept, ideas: kept.ideas.map((idea): KeptIdea => (ids.includes(idea.id) ? { ...idea, state: 'placed', of } : idea)) };
}

/**
 * The inbox as the history of the board has it: ideas whose change was taken back wait again, those whose change was done
 * again are placed, and those that stand for good are gone. The very same when that changes nothing.
 */
export function followSteps(kept: KeptIdeas, { undo, redo }: History): KeptIdeas {
  if (!kept.ideas.some(({ of }) => of !== undefined)) return kept;
  const done = new Set(undo.map(({ of }) => of)), takenBack = new Set(redo.map(({ of }) => of));
  let isSame = true;
  const ideas = kept.ideas.flatMap((idea): KeptIdea[] => {
    const next = followed(idea, done, takenBack);
    isSame &&= next === idea;
    return next ? [next] : [];
  });
  return isSame ? kept : { ...kept, ideas };
}

function followed(idea: KeptIdea, done: ReadonlySet<number>, takenBack: ReadonlySet<number>): KeptIdea | null {
  const { of, ...rest } = idea;
  if (of === undefined) return idea;
  if (done.has(of)) return idea.state === 'placed' ? idea : { ...idea, state: 'placed' };
  if (takenBack.has(of)) return idea.state === 'placed' ? { ...idea, state: 'waiting' } : idea;
  // Something else was done since: what was on the board then stays there, and what was not stays here.
  return idea.state === 'placed' ? null : rest;
}
