import { toByteArray } from 'base64-js';
import type { AssetId, PageId } from '../../shared/base/ids.ts';
import type { Mark } from '../../shared/board/marks.ts';
import type { Host } from '../../shared/contract/contract.ts';
import type { BoardStore } from '../state/boardStore.ts';
import type { TileView } from './tileView.ts';

/**
 * Fetches the pasted pictures of a board once each, and hands them to the tiles.
 * @returns looks through marks for pictures on a page that are not there yet and says when they have come (null: none was
 * missing); one that cannot be had is asked for again next time
 */
export function createPictureFetcher(host: Host, store: BoardStore, tiles: TileView): (marks: Iterable<Mark>, page: PageId) => Promise<unknown> | null {
  const known = new Set<AssetId>();
  const fetchOne = async (asset: AssetId): Promise<void> => {
    known.add(asset);
    const result = await host.call('assets.get', { board: store.id, asset });
    if (result.ok) tiles.asset(asset, toByteArray(result.value.base64), result.value.mime, store.get().revision);
    else known.delete(asset);
  };
  return (marks, page) => {
    const missing = new Set<AssetId>();
    for (const mark of marks) if (mark.kind === 'image' && mark.page === page && !known.has(mark.asset)) missing.add(mark.asset);
    return missing.size === 0 ? null : Promise.all([...missing].map(fetchOne));
  };
}
