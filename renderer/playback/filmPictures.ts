import { toByteArray } from 'base64-js';
import type { AssetId, BoardId } from '../../shared/base/ids.ts';
import type { Host } from '../../shared/contract/contract.ts';

/** Fetches the pasted pictures of a film; one that cannot be had leaves its place empty, as everywhere. */
export async function filmPictures(host: Host, board: BoardId, assets: Iterable<AssetId>): Promise<ReadonlyMap<AssetId, ImageBitmap>> {
  const pictures = new Map<AssetId, ImageBitmap>();
  for (const asset of assets) {
    const got = await host.call('assets.get', { board, asset });
    if (!got.ok) continue;
    const picture = await createImageBitmap(new Blob([toByteArray(got.value.base64) as Uint8Array<ArrayBuffer>], { type: got.value.mime })).catch(() => null);
    if (picture) pictures.set(asset, picture);
  }
  return pictures;
}
