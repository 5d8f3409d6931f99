import type { PageId } from '../../shared/base/ids.ts';
import type { Board, Buckets } from '../../shared/board/board.ts';
import type { LayerName } from '../../shared/board/marks.ts';

/** Per bucket, since a gesture makes one new bucket of 256 and leaves the others. */
const kept = new WeakMap<Buckets[string], ReadonlySet<string>>();

function layersIn(bucket: Buckets[string]): ReadonlySet<string> {
  const known = kept.get(bucket);
  if (known) return known;
  const names = new Set<string>();
  for (const { page, layer } of Object.values(bucket)) names.add(`${page}/${layer}`);
  kept.set(bucket, names);
  return names;
}

/** Whether a page has a mark on a layer. */
export function usesLayer(board: Board, page: PageId, layer: LayerName): boolean {
  return Object.values(board.buckets).some((bucket) => layersIn(bucket).has(`${page}/${layer}`));
}
