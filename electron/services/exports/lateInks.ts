import type { InkId, PageId } from '../../../shared/base/ids.ts';
import type { Inks, Page } from '../../../shared/board/board.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import type { Ink } from '../../../shared/ink/ink.ts';
import { decodeInk } from '../../../shared/ink/inkCodec.ts';

/** Some of a document's ink, each unpacked when it is first looked at: a thread that helps with a picture needs part of it. */
class LateInks implements ReadonlyMap<InkId, Ink> {
  readonly #texts: PlainDocument['inks'];
  readonly #unpacked: Map<InkId, Ink>;
  readonly #ids: ReadonlySet<InkId>;

  /** @param unpacked what was looked at before; it takes up what is looked at here */
  constructor(texts: PlainDocument['inks'], unpacked: Map<InkId, Ink>, ids: ReadonlySet<InkId>) {
    this.#texts = texts;
    this.#unpacked = unpacked;
    this.#ids = ids;
  }

  get size(): number { return this.#ids.size; }

  has(id: InkId): boolean { return this.#ids.has(id); }

  /** @throws when the text is not ink */
  get(id: InkId): Ink | undefined {
    const text = this.#ids.has(id) ? this.#texts[id] : undefined;
    if (text === undefined) return undefined;
    let ink = this.#unpacked.get(id);
    if (!ink) this.#unpacked.set(id, (ink = decodeInk(text)));
    return ink;
  }

  keys(): MapIterator<InkId> { return this.#ids.keys(); }

  *entries(): MapIterator<[InkId, Ink]> { for (const id of this.#ids) yield [id, this.get(id) as Ink]; }

  *values(): MapIterator<Ink> { for (const [, ink] of this.entries()) yield ink; }

  [Symbol.iterator](): MapIterator<[InkId, Ink]> { return this.entries(); }

  forEach(look: (ink: Ink, id: InkId, map: Inks) => void): void { for (const [id, ink] of this) look(ink, id, this); }
}

/**
 * The ink of what stands on pages; that of others counts as missing, so that nobody unpacks it.
 * @param unpacked what of it was looked at before; it takes up what is looked at from now on
 */
export function inksOf(document: PlainDocument, pages: readonly Pick<Page, 'id'>[], unpacked: Map<InkId, Ink> = new Map()): Inks {
  const wanted = new Set<PageId>(pages.map(({ id }) => id));
  const ids = new Set<InkId>();
  for (const mark of marksOf(document.board)) if (mark.kind === 'stroke' && wanted.has(mark.page) && document.inks[mark.ink] !== undefined) ids.add(mark.ink);
  return new LateInks(document.inks, unpacked, ids);
}
