import type { PageId } from '../base/ids.ts';
import type { Buckets } from './board.ts';
import type { Mark } from './marks.ts';

type Bucket = Buckets[string];
type Kind = Mark['kind'];
type MarkOf<Of extends Kind> = Extract<Mark, { readonly kind: Of }>;
type Sorted = { readonly kinds: ReadonlyMap<Kind, readonly Mark[]>; readonly pages: ReadonlySet<PageId> };

/**
 * Marks by kind, per bucket: buckets never change, and a gesture makes a new one of a few and leaves the others. So a
 * list of all cards costs a look at the few hundred marks of one bucket after each change, not at 50,000.
 */
const sorted = new WeakMap<Bucket, Sorted>();
/** What was put together of all buckets, until one of them is another. */
const lists = new WeakMap<Buckets, Map<Kind, readonly Mark[]>>();

function sortedBucket(bucket: Bucket): Sorted {
  const known = sorted.get(bucket);
  if (known) return known;
  const kinds = new Map<Kind, Mark[]>();
  const pages = new Set<PageId>();
  for (const mark of Object.values(bucket)) {
    pages.add(mark.page);
    const list = kinds.get(mark.kind);
    if (list) list.push(mark);
    else kinds.set(mark.kind, [mark]);
  }
  const made = { kinds, pages };
  sorted.set(bucket, made);
  return made;
}

/** All marks of one kind on a board, in no order. The same list as long as the marks are the same. */
export function marksOfKind<Of extends Kind>({ buckets }: { readonly buckets: Buckets }, kind: Of): readonly MarkOf<Of>[] {
  let known = lists.get(buckets);
  if (!known) lists.set(buckets, (known = new Map()));
  let list = known.get(kind);
  if (!list) {
    const found: Mark[] = [];
    for (const bucket of Object.values(buckets)) for (const mark of sortedBucket(bucket).kinds.get(kind) ?? []) found.push(mark);
    known.set(kind, (list = found));
  }
  return list as readonly MarkOf<Of>[];
}

/** The marks of some kinds in one bucket, for those who keep something of their own per bucket. */
export function kindsInBucket(bucket: Bucket): ReadonlyMap<Kind, readonly Mark[]> {
  return sortedBucket(bucket).kinds;
}

/** Whether a page has no marks at all. */
export function isPageEmpty({ buckets }: { readonly buckets: Buckets }, page: PageId): boolean {
  return !Object.values(buckets).some((bucket) => sortedBucket(bucket).pages.has(page));
}
