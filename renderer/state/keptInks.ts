import type { InkId } from '../../shared/base/ids.ts';
import type { NewInks } from '../../shared/board/commands.ts';
import type { Inks } from '../../shared/board/board.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { Ink } from '../../shared/ink/ink.ts';
import { decodeInk, encodedBounds, type InkText } from '../../shared/ink/inkCodec.ts';

/**
 * The ink of a board as its text, unpacked when somebody looks at a stroke and let go of when nobody does any longer:
 * a window needs the samples of few strokes at a time, since a worker paints them. What it needs of thousands, when all of
 * them are picked and moved, is where they lie: that is kept.
 */
export class KeptInks implements Inks {
  readonly #texts = new Map<InkId, InkText>();
  readonly #unpacked = new Map<InkId, WeakRef<Ink>>();

  readonly #bounds = new Map<InkId, Box>();

  get size(): number { return this.#texts.size; }

  /** Takes ink in; what is there already never changes. @returns whether it is new */
  put(id: InkId, text: InkText): boolean {
    if (this.#texts.has(id)) return false;
    this.#texts.set(id, text);
    return true;
  }

  has(id: InkId): boolean { return this.#texts.has(id); }

  /** @throws when the text is not ink */
  get(id: InkId): Ink | undefined {
    const kept = this.#unpacked.get(id)?.deref();
    if (kept) return kept;
    const text = this.#texts.get(id);
    if (text === undefined) return undefined;
    const ink = decodeInk(text);
    this.#unpacked.set(id, new WeakRef(ink));
    return ink;
  }

  /** @throws when the text is not ink */
  boundsOf(id: InkId): Box | undefined {
    const kept = this.#bounds.get(id);
    if (kept) return kept;
    const text = this.#texts.get(id);
    if (text === undefined) return undefined;
    const box = encodedBounds(text);
    this.#bounds.set(id, box);
    return box;
  }

  /** All ink as it came. */
  texts(): NewInks { return Object.fromEntries(this.#texts) as NewInks; }

  keys(): MapIterator<InkId> { return this.#texts.keys(); }

  *entries(): MapIterator<[InkId, Ink]> { for (const id of this.#texts.keys()) yield [id, this.get(id) as Ink]; }

  *values(): MapIterator<Ink> { for (const [, ink] of this.entries()) yield ink; }

  [Symbol.iterator](): MapIterator<[InkId, Ink]> { return this.entries(); }

  forEach(look: (ink: Ink, id: InkId, map: ReadonlyMap<InkId, Ink>) => void): void { for (const [id, ink] of this) look(ink, id, this); }
}
