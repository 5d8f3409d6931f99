import * as v from 'valibot';
import type { IdeaRefusal, IdeaRequest } from '../../../shared/contract/phone.ts';
import type { IdeaBox } from '../ideas/ideaBox.ts';
import { ideaText } from '../ideas/ideaText.ts';
import { Allowance } from './allowance.ts';
import { Refused } from './answers.ts';
import type { Voter } from './passes.ts';

const ideaSchema: v.GenericSchema<unknown, IdeaRequest> = v.object({
  key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{8,40}$/)), kind: v.picklist(['trait', 'metaphor']), text: v.pipe(v.string(), v.maxLength(1000)),
});

/** Five at once, then one a minute: who has more to say says it aloud. */
const PER_PASS = { burst: 5, perSecond: 1 / 60 };
const KEPT_KEYS = 5000;

/** Takes ideas from phones, within limits; in memory only, so that nobody can see who sent what. */
export class IdeaIntake {
  readonly #box: IdeaBox;
  readonly #allowance: Allowance;
  readonly #known = new Map<string, Promise<boolean>>();

  constructor(box: IdeaBox, now: () => number) {
    this.#box = box;
    this.#allowance = new Allowance(PER_PASS, now);
  }

  /** Whether phones may send ideas now. */
  get open(): boolean { return this.#box.view.open; }

  /**
   * Takes one idea; resolves with null when it is on the disk. The same again is not taken again.
   * @throws Refused 400 for what is no idea
   */
  async take({ pass, table }: Voter, given: object): Promise<IdeaRefusal | null> {
    const read = v.safeParse(ideaSchema, given);
    const text = read.success ? ideaText(read.output.text) : null;
    if (!read.success || text === null) throw new Refused(400);
    const { key, kind } = read.output;
    const same = `${pass} ${key}`;
    if (!this.open) return 'ideasClosed';
    const before = this.#known.get(same);
    if (before === undefined && !this.#allowance.take(pass)) return 'tooManyIdeas';
    const taken = before ?? this.#box.add({ kind, text, table });
    this.#keep(same, taken);
    return (await taken) ? null : 'inboxFull';
  }

  /** What failed may be sent again. */
  #keep(same: string, taken: Promise<boolean>): void {
    for (const oldest of this.#known.keys()) {
      if (this.#known.size < KEPT_KEYS) break;
      this.#known.delete(oldest);
    }
    this.#known.set(same, taken);
    taken.then((well) => { if (!well) this.#known.delete(same); }, () => this.#known.delete(same));
  }
}
