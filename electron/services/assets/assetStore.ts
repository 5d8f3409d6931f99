import { createHash } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asId, isId, type AssetId } from '../../../shared/base/ids.ts';
import type { AssetData } from '../../../shared/contract/boards.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { isThere, readIfThere, writeSafely } from '../files/writeSafely.ts';
import { IMAGE_KINDS, imageSize, type ImageKind } from './imageKind.ts';

/** Largest picture: more than a phone's camera gives, less than what stalls a window. */
export const MOST_IMAGE_BYTES = 40 * 1024 * 1024;
const MOST_IMAGE_PIXELS = 120_000_000;

/**
 * Checks that bytes are a picture that can be shown.
 * @throws TroubleError image.unreadable, or file.tooLarge for bytes or pixels beyond the limits
 */
export function checkImage(bytes: Buffer): ImageKind {
  if (bytes.length > MOST_IMAGE_BYTES) throw new TroubleError('file.tooLarge', `${bytes.length}`);
  const size = imageSize(bytes);
  if (!size || size.widthPx === 0 || size.heightPx === 0) throw new TroubleError('image.unreadable', '');
  if (size.widthPx * size.heightPx > MOST_IMAGE_PIXELS) throw new TroubleError('file.tooLarge', `${size.widthPx} × ${size.heightPx}`);
  return size.kind;
}

/**
 * Keeps a picture with a board under a name made from its content, so that the same picture is kept once.
 * @param id its name, when a document refers to it already
 */
export async function putAsset(folder: string, bytes: Buffer, id?: AssetId): Promise<AssetId> {
  const { extension } = checkImage(bytes);
  const asset = id ?? asId<AssetId>(createHash('sha256').update(bytes).digest('hex').slice(0, 40));
  const path = join(folder, `${asset}.${extension}`);
  if (await isThere(path)) return asset;
  await mkdir(folder, { recursive: true });
  await writeSafely(path, bytes);
  return asset;
}

/** Reads a picture of a board. @throws TroubleError image.unreadable when the board does not have it */
export async function getAsset(folder: string, asset: AssetId): Promise<AssetData> {
  const bytes = await readAsset(folder, asset);
  const kind = bytes && imageSize(bytes)?.kind;
  if (!bytes || !kind) throw new TroubleError('image.unreadable', asset);
  return { asset, mime: kind.mime, base64: bytes.toString('base64') };
}

/** The bytes of a picture of a board, or null when the board does not have it. */
export async function readAsset(folder: string, asset: AssetId): Promise<Buffer | null> {
  for (const { extension } of IMAGE_KINDS) {
    const bytes = await readIfThere(join(folder, `${asset}.${extension}`));
    if (bytes) return bytes;
  }
  return null;
}

/** The pictures of a board, as file names. */
export async function listAssets(folder: string): Promise<readonly { readonly asset: AssetId; readonly name: string; readonly path: string }[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names.flatMap((name) => {
    const asset = assetOfName(name);
    return asset ? [{ asset, name, path: join(folder, name) }] : [];
  });
}

/** The id in a picture's file name, or null when it is not the name of a picture. */
export function assetOfName(name: string): AssetId | null {
  const [id = '', extension = '', ...more] = name.split('.');
  return more.length === 0 && isId(id) && IMAGE_KINDS.some((kind) => kind.extension === extension) ? asId<AssetId>(id) : null;
}
