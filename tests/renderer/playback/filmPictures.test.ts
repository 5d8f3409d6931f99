import { afterEach, beforeEach, expect, test } from 'vitest';
import { asId, type AssetId, type BoardId } from '../../../shared/base/ids.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import { closePictures, filmPictures } from '../../../renderer/playback/filmPictures.ts';

const ASSETS = ['a', 'b', 'c'].map((name) => asId<AssetId>(name));
let open = 0, made = 0;
/** Counts the pictures that a browser would hold in memory. */
const unpack = (): Promise<ImageBitmap> => {
  open++;
  made++;
  return Promise.resolve({ width: 1, height: 1, close: () => { open--; } } as ImageBitmap);
};
const { createImageBitmap: own } = globalThis;
beforeEach(() => {
  open = made = 0;
  globalThis.createImageBitmap = unpack as typeof createImageBitmap;
});
afterEach(() => { globalThis.createImageBitmap = own; });

/** A host with a small picture for every name; tells how many were asked for. */
function hostWith(onAsk: (asked: number) => void): { readonly host: Host; readonly asked: () => number } {
  let asked = 0;
  const call = (): Promise<unknown> => {
    onAsk(++asked);
    return Promise.resolve({ ok: true, value: { mime: 'image/png', base64: 'AAAA' } });
  };
  return { host: { call, on: () => () => undefined } as unknown as Host, asked: () => asked };
}

test('the pictures of a film are there until they are closed', async () => {
  const pictures = await filmPictures(hostWith(() => undefined).host, asId<BoardId>('kiel'), ASSETS, new AbortController().signal);
  expect([pictures?.size, open]).toEqual([3, 3]);
  if (pictures) closePictures(pictures);
  expect(open).toBe(0);
});

test('whoever leaves while they are fetched fetches no more of them, and keeps none', async () => {
  const gone = new AbortController();
  const { host, asked } = hostWith((count) => { if (count === 2) gone.abort(); });
  expect(await filmPictures(host, asId<BoardId>('kiel'), ASSETS, gone.signal)).toBeNull();
  expect([asked(), made, open]).toEqual([2, 1, 0]);
});
