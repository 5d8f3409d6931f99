import { toByteArray } from 'base64-js';
import type { AssetId, BoardId } from '../../shared/base/ids.ts';
import type { Host } from '../../shared/contract/contract.ts';

/** The pasted pictures of a film, unpacked: each takes width × height × 4 bytes until it is closed. */
export type FilmPictures = ReadonlyMap<AssetId, ImageBitmap>;

/**
 * Fetches the pasted pictures of a film; one that cannot be had leaves its place empty, as everywhere. Whoever gets them
 * closes them (`closePictures`). Null when it was given up: those that were there by then are closed.
 */
export async function filmPictures(host: Host, board: BoardId, assets: Iterable<AssetId>, signal: AbortSignal): Promise<FilmPictures | null> {
  const pictures = new Map<AssetId, ImageBitmap>();
  for (const asset of assets) {
    if (signal.aborted) break;
    const got = await host.call('assets.get', { board, asset });
    if (signal.aborted) break;
    if (!got.ok) continue;
    const picture = await createImageBitmap(new Blob([toByteArray(got.value.base64) as Uint8Array<ArrayBuffer>], { type: got.value.mime })).catch(() => null);
    if (picture) pictures.set(asset, picture);
  }
  if (!signal.aborted) return pictures;
  closePictures(pictures);
  return null;
}

/** Gives their memory back now, and not when the garbage is collected some day; a closed picture cannot be painted. */
export function closePictures(pictures: FilmPictures): void {
  for (const picture of pictures.values()) picture.close();
}
