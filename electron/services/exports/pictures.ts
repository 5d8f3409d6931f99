import type { Image } from '@napi-rs/canvas';
import type { AssetId } from '../../../shared/base/ids.ts';
import { lateCanvas } from './latePackages.ts';

/** A picture of the board, decoded; `bytes` are PNG or JPEG, which every format takes. */
export type Picture = { readonly image: Image; readonly bytes: Uint8Array; readonly mime: 'image/png' | 'image/jpeg' };
export type Pictures = ReadonlyMap<AssetId, Picture>;

/** More than any screen or print needs; a larger one is a trap or a mistake and counts as unreadable. */
const MOST_PIXELS = 120_000_000;

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);

async function decode(bytes: Uint8Array): Promise<Picture | null> {
  const image = await lateCanvas().loadImage(bytes).catch(() => null);
  if (!image || image.width === 0 || image.height === 0 || image.width * image.height > MOST_PIXELS) return null;
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return { image, bytes, mime: 'image/png' };
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return { image, bytes, mime: 'image/jpeg' };
  const canvas = lateCanvas().createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return { image, bytes: canvas.toBuffer('image/png'), mime: 'image/png' };
}

/** Decodes pictures; those that cannot be read are left out. Formats that PDF and SVG lack are turned into PNG. */
export async function readPictures(assets: ReadonlyMap<AssetId, Uint8Array>): Promise<Pictures> {
  const pictures = new Map<AssetId, Picture>();
  for (const [asset, bytes] of assets) {
    const picture = await decode(bytes);
    if (picture) pictures.set(asset, picture);
  }
  return pictures;
}
