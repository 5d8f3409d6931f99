import { formsOfWord } from '../base/dutchForms.ts';
import type { MarkId, PageId } from '../base/ids.ts';
import { pagesOf, type Board, type Buckets, type SamenessRuling } from '../board/board.ts';
import { kindsInBucket } from '../board/marksByKind.ts';
import type { CardMark, ImageMark, ShapeMark, StampMark, TextMark } from '../board/marks.ts';
import { sameKey } from '../harvest/sameness.ts';
import { markBox, type SceneContext } from '../scene/markNode.ts';
import { drawnStamp } from '../stamps/drawn.ts';
import { oneLine } from './describeMark.ts';
import { readingOrder } from './readingOrder.ts';

/** Marks that have words, or a name. */
export type Worded = TextMark | CardMark | ShapeMark | StampMark | ImageMark;

/** Something on the board that answers what was looked for. */
export type Hit = {
  readonly mark: MarkId;
  readonly page: PageId;
  readonly kind: Worded['kind'];
  readonly text: string;
  /** It has no place on the page yet. */
  readonly waits: boolean;
};

/** A mark as it is searched: every name it has as one key, and the words of those. */
type Names = { readonly mark: Worded; readonly keys: readonly string[]; readonly words: readonly string[]; readonly forms: Map<string, readonly string[]> };
/** With the words that a stamp may also be looked for by: they count only when nothing has the word itself. */
type Entry = Names & { readonly loose: Names };

const KINDS = ['text', 'card', 'shape', 'stamp', 'image'] as const satisfies readonly Worded['kind'][];

/** What a mark is called, the first as it is read out. */
function namesOf(mark: Worded): readonly string[] {
  switch (mark.kind) {
    case 'text': case 'shape': return [mark.text];
    case 'card': return [mark.text, ...mark.merged.map(({ text }) => text)];
    case 'image': return [mark.alt];
    case 'stamp': {
      const drawn = drawnStamp(mark.stamp);
      return [mark.alt || (drawn?.nl ?? ''), ...(drawn ? [drawn.nl, drawn.en] : [])];
    }
  }
}

/** What a stamp may also be looked for by. */
const looseNamesOf = (mark: Worded): readonly string[] => (mark.kind === 'stamp' ? (drawnStamp(mark.stamp)?.tags ?? []) : []);

/** A text as one key without the breaks between its lines. */
const keyOf = (text: string): string => sameKey(oneLine(text));
const wordsIn = (key: string): readonly string[] => key.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '');

/** Per bucket: what a change leaves alone is never read again. */
const entries = new WeakMap<Buckets[string], readonly Entry[]>();

function namedBy(mark: Worded, names: readonly string[]): Names {
  const keys = [...new Set(names.map(keyOf))].filter((key) => key !== '');
  return { mark, keys, words: [...new Set(keys.flatMap(wordsIn))], forms: new Map() };
}

function entriesIn(bucket: Buckets[string]): readonly Entry[] {
  const known = entries.get(bucket);
  if (known) return known;
  const kinds = kindsInBucket(bucket);
  const made = KINDS.flatMap((kind) => (kinds.get(kind) ?? []) as readonly Worded[]).flatMap((mark): Entry[] => {
    const names = namedBy(mark, namesOf(mark));
    const loose = namedBy(mark, looseNamesOf(mark));
    return names.keys.length + loose.keys.length === 0 ? [] : [{ ...names, loose }];
  });
  entries.set(bucket, made);
  return made;
}

/** What was looked for: the whole of it, its words with their forms, and what the room ruled to be the same. */
type Looked = { readonly key: string; readonly words: readonly { readonly word: string; readonly forms: readonly string[] }[]; readonly ruled: ReadonlySet<string> };

function lookedFor(query: string, rulings: readonly SamenessRuling[]): Looked {
  const key = keyOf(query);
  const ruled = new Set<string>();
  for (const { a, b, same } of rulings) {
    const one = sameKey(a), other = sameKey(b);
    if (one === key || other === key) ruled[same ? 'add' : 'delete'](one === key ? other : one);
  }
  return { key, words: wordsIn(key).map((word) => ({ word, forms: formsOfWord(word) })), ruled };
}

/** A word begins another, or is its plural or diminutive, or the other way round. */
function answers(entry: Names, { word, forms }: Looked['words'][number]): boolean {
  return entry.words.some((other) => {
    if (other.startsWith(word) || forms.includes(other)) return true;
    // Forms never change the first letter, and most words differ in it.
    if (other[0] !== word[0]) return false;
    let own = entry.forms.get(other);
    if (!own) entry.forms.set(other, (own = formsOfWord(other)));
    return own.some((form) => forms.includes(form));
  });
}

function isHit(entry: Names, { key, words, ruled }: Looked): boolean {
  if (entry.keys.some((name) => name.includes(key) || ruled.has(name))) return true;
  return words.length > 0 && words.every((word) => answers(entry, word));
}

const isVisible = (board: Board, { layer }: Worded): boolean => board.layers[layer].visible;

const asHit = ({ mark }: Names): Hit => ({ mark: mark.id, page: mark.page, kind: mark.kind, text: oneLine(namesOf(mark)[0] ?? ''), waits: mark.kind === 'card' && !mark.placed });

/**
 * Everything on the board that has the words that are looked for: lettering, words of the harvest and what was merged
 * into them, named drawings, stamps by their names (by what they have to do with only when nothing else answers),
 * pictures by their description. Case, accents and hyphens do not matter; plurals, diminutives and words that the user
 * ruled to be the same count. In reading order, page by page, what waits for a place last. Hidden layers are left out.
 */
export function findMarks(context: SceneContext, query: string): readonly Hit[] {
  const { board } = context;
  const looked = lookedFor(query, board.sameness);
  if (looked.key === '') return [];
  const all = Object.values(board.buckets).flatMap(entriesIn).filter(({ mark }) => isVisible(board, mark));
  const named = all.filter((entry) => isHit(entry, looked));
  // A bicycle has to do with streets, but who looks for a street wants the word first.
  const found: readonly Names[] = named.length > 0 ? named : all.filter(({ loose }) => isHit(loose, looked));
  const placed = found.filter((entry) => !asHit(entry).waits);
  const waiting = found.filter((entry) => asHit(entry).waits).sort((a, b) => (a.mark.order < b.mark.order ? -1 : 1));
  const byPage = pagesOf(board).flatMap(({ id }) => readingOrder(placed.filter(({ mark }) => mark.page === id), ({ mark }) => markBox(mark, context)));
  return [...byPage, ...waiting].map(asHit);
}
