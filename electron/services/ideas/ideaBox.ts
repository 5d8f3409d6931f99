import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { idFromBytes, type IdeaId, type TableId } from '../../../shared/base/ids.ts';
import { idSchema } from '../../../shared/board/fieldSchema.ts';
import type { Idea, IdeasView } from '../../../shared/contract/ideas.ts';
import type { History } from '../../../shared/journal/history.ts';
import { readIfThere, writeSafely } from '../files/writeSafely.ts';
import { followSteps, placed, viewOf, type KeptIdea, type KeptIdeas } from './placedIdeas.ts';

const keptSchema: v.GenericSchema<unknown, KeptIdeas> = v.object({
  open: v.boolean(),
  ideas: v.array(v.object({
    id: idSchema<IdeaId>(), kind: v.picklist(['trait', 'metaphor']), text: v.pipe(v.string(), v.maxLength(200)), table: idSchema<TableId>(), state: v.picklist(['waiting', 'dropped', 'placed']),
    of: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  })),
});

/** So many may wait; dropped ones make room. */
export const MOST_WAITING = 400;
const MOST_DROPPED = 100;

/**
 * What phones sent to the facilitator of one board, in a file of its own beside the board (`ideas.json`): not on the
 * board, not in its journal, not in its `.doek` file. Whatever changes is on the disk before anybody is told.
 */
export class IdeaBox {
  readonly #path: string;
  readonly #tell: (view: IdeasView) => void;
  readonly #steps: () => History;
  #kept: KeptIdeas;
  #view: IdeasView;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(path: string, kept: KeptIdeas, steps: () => History, tell: (view: IdeasView) => void) {
    this.#path = path;
    this.#kept = kept;
    this.#view = viewOf(kept);
    this.#steps = steps;
    this.#tell = tell;
  }

  /**
   * Opens the inbox that lies there; one that is not there, or cannot be read, is closed and empty.
   * @param steps what can be taken back on the board and done again: what put ideas there may be among it
   */
  static async open(path: string, steps: () => History, tell: (view: IdeasView) => void): Promise<IdeaBox> {
    const bytes = await readIfThere(path);
    let kept: KeptIdeas = { open: false, ideas: [] };
    try {
      const read = v.safeParse(keptSchema, JSON.parse(bytes?.toString('utf8') ?? 'null'));
      if (read.success) kept = read.output;
    } catch {
      // Damaged: what phones sent is gone, and they can send it again.
    }
    // Something may have been taken back that a crash kept from being written here.
    return new IdeaBox(path, followSteps(kept, steps()), steps, tell);
  }

  get view(): IdeasView { return this.#view; }

  setOpen(open: boolean): Promise<IdeasView> {
    return this.#change((kept) => ({ ...kept, open }));
  }

  /** Puts an idea in; false when the inbox is closed or full. */
  async add(idea: Pick<Idea, 'kind' | 'text' | 'table'>): Promise<boolean> {
    let taken = false;
    await this.#change((kept) => {
      taken = kept.open && kept.ideas.filter(({ state }) => state === 'waiting').length < MOST_WAITING;
      return taken ? { ...kept, ideas: [...kept.ideas, { id: idFromBytes<IdeaId>(randomBytes(16)), ...idea, state: 'waiting' }] } : kept;
    });
    return taken;
  }

  drop(ids: readonly IdeaId[]): Promise<IdeasView> {
    return this.#change((kept) => {
      const ideas = kept.ideas.map((idea): KeptIdea => (ids.includes(idea.id) && idea.state === 'waiting' ? { ...idea, state: 'dropped' } : idea));
      const surplus = ideas.filter(({ state }) => state === 'dropped').slice(0, -MOST_DROPPED);
      return { ...kept, ideas: ideas.filter((idea) => !surplus.includes(idea)) };
    });
  }

  restore(ids: readonly IdeaId[]): Promise<IdeasView> {
    return this.#change((kept) => ({ ...kept, ideas: kept.ideas.map((idea): KeptIdea => (ids.includes(idea.id) && idea.state === 'dropped' ? { ...idea, state: 'waiting' } : idea)) }));
  }

  /**
   * They stand on the board now. Where nobody knows of such a change, the board has refused it: they then wait on. So they
   * do when the app ended between that change and this, and its name is forgotten: better twice than lost.
   * @param of the number of the change that put them there; null when it is not known
   */
  take(ids: readonly IdeaId[], of: number | null): Promise<IdeasView> {
    // That change may have been taken back by now.
    return this.#change((kept) => (of === null ? kept : followSteps(placed(kept, ids, of), this.#steps())));
  }

  /** What can be taken back on the board, or done again, is something else now. */
  stepsChanged(): Promise<IdeasView> {
    return this.#change((kept) => followSteps(kept, this.#steps()));
  }

  #change(change: (kept: KeptIdeas) => KeptIdeas): Promise<IdeasView> {
    const turn = this.#last.then(async () => {
      const next = change(this.#kept);
      if (next === this.#kept) return this.#view;
      await writeSafely(this.#path, JSON.stringify(next), 0o600);
      this.#kept = next;
      this.#view = viewOf(next);
      this.#tell(this.#view);
      return this.#view;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
