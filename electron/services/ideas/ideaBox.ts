import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { idFromBytes, type IdeaId, type TableId } from '../../../shared/base/ids.ts';
import { idSchema } from '../../../shared/board/fieldSchema.ts';
import type { Idea, IdeasView } from '../../../shared/contract/ideas.ts';
import { readIfThere, writeSafely } from '../files/writeSafely.ts';

const viewSchema: v.GenericSchema<unknown, IdeasView> = v.object({
  open: v.boolean(),
  ideas: v.array(v.object({
    id: idSchema<IdeaId>(), kind: v.picklist(['trait', 'metaphor']), text: v.pipe(v.string(), v.maxLength(200)), table: idSchema<TableId>(), state: v.picklist(['waiting', 'dropped']),
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
  #view: IdeasView;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(path: string, view: IdeasView, tell: (view: IdeasView) => void) {
    this.#path = path;
    this.#view = view;
    this.#tell = tell;
  }

  /** Opens the inbox that lies there; one that is not there, or cannot be read, is closed and empty. */
  static async open(path: string, tell: (view: IdeasView) => void): Promise<IdeaBox> {
    const bytes = await readIfThere(path);
    let view: IdeasView = { open: false, ideas: [] };
    try {
      const read = v.safeParse(viewSchema, JSON.parse(bytes?.toString('utf8') ?? 'null'));
      if (read.success) view = read.output;
    } catch {
      // Damaged: what phones sent is gone, and they can send it again.
    }
    return new IdeaBox(path, view, tell);
  }

  get view(): IdeasView { return this.#view; }

  setOpen(open: boolean): Promise<IdeasView> {
    return this.#change((view) => ({ ...view, open }));
  }

  /** Puts an idea in; false when the inbox is closed or full. */
  async add(idea: Pick<Idea, 'kind' | 'text' | 'table'>): Promise<boolean> {
    let taken = false;
    await this.#change((view) => {
      taken = view.open && view.ideas.filter(({ state }) => state === 'waiting').length < MOST_WAITING;
      return taken ? { ...view, ideas: [...view.ideas, { id: idFromBytes<IdeaId>(randomBytes(16)), ...idea, state: 'waiting' }] } : view;
    });
    return taken;
  }

  drop(ids: readonly IdeaId[]): Promise<IdeasView> {
    return this.#change((view) => {
      const ideas = view.ideas.map((idea): Idea => (ids.includes(idea.id) ? { ...idea, state: 'dropped' } : idea));
      const surplus = ideas.filter(({ state }) => state === 'dropped').slice(0, -MOST_DROPPED);
      return { ...view, ideas: ideas.filter((idea) => !surplus.includes(idea)) };
    });
  }

  restore(ids: readonly IdeaId[]): Promise<IdeasView> {
    return this.#change((view) => ({ ...view, ideas: view.ideas.map((idea): Idea => (ids.includes(idea.id) ? { ...idea, state: 'waiting' } : idea)) }));
  }

  /** They stand on the board now. */
  take(ids: readonly IdeaId[]): Promise<IdeasView> {
    return this.#change((view) => ({ ...view, ideas: view.ideas.filter(({ id }) => !ids.includes(id)) }));
  }

  #change(change: (view: IdeasView) => IdeasView): Promise<IdeasView> {
    const turn = this.#last.then(async () => {
      const next = change(this.#view);
      if (next === this.#view) return next;
      await writeSafely(this.#path, JSON.stringify(next), 0o600);
      this.#view = next;
      this.#tell(next);
      return next;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
