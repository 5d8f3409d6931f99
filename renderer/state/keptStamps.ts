import { toByteArray } from 'base64-js';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AssetId, InkId, StampId } from '../../shared/base/ids.ts';
import type { Inks } from '../../shared/board/board.ts';
import type { Host } from '../../shared/contract/contract.ts';
import type { KeptStamp, StampCard, StampList } from '../../shared/contract/stamps.ts';
import type { Trouble } from '../../shared/contract/trouble.ts';
import type { Size } from '../../shared/geometry/box.ts';
import { decodeInk } from '../../shared/ink/inkCodec.ts';
import { drawingOf } from '../../shared/scene/keptDrawing.ts';

/** A kept stamp, ready to be painted and put down. */
export type ReadyStamp = {
  readonly stamp: KeptStamp;
  readonly inks: Inks;
  readonly pictures: ReadonlyMap<AssetId, ImageBitmap>;
  readonly size: Size;
};

/** The stamps that this laptop keeps, as a window sees them. */
export type KeptStamps = {
  /** Newest first; null until they have been read. */
  readonly list: StoreApi<readonly StampCard[] | null>;
  /** A stamp with all that is needed to paint it; null when it is gone. Read once. */
  readonly ready: (id: StampId) => Promise<ReadyStamp | null>;
  /** Stops listening and lets go of pictures. */
  readonly close: () => void;
};

async function decoded(stamp: KeptStamp): Promise<ReadyStamp> {
  const pictures = await Promise.all(stamp.assets.map(async ({ asset, mime, base64 }) => [asset, await createImageBitmap(new Blob([toByteArray(base64) as Uint8Array<ArrayBuffer>], { type: mime }))] as const));
  const inks = new Map(Object.entries(stamp.document.inks).map(([id, text]) => [id as InkId, decodeInk(text)]));
  return { stamp, inks, size: drawingOf(stamp.document).size, pictures: new Map(pictures) };
}

/** Reads the kept stamps and keeps the list as the services tell it. A file that had to be set aside is told once. */
export function openKeptStamps(host: Host, onTrouble: (trouble: Trouble) => void): KeptStamps {
  const list = createStore<readonly StampCard[] | null>(() => null);
  const ready = new Map<StampId, Promise<ReadyStamp | null>>();
  let toldAside = 0;
  const take = ({ stamps, setAside }: StampList): void => {
    list.setState(stamps, true);
    if (setAside > toldAside) onTrouble({ code: 'stamps.setAside', detail: '' });
    toldAside = setAside;
  };
  const stop = host.on('stamps.listed', take);
  void host.call('stamps.list', {}).then((result) => {
    if (result.ok) take(result.value);
    else onTrouble(result.trouble);
  });
  const letGo = async (one: Promise<ReadyStamp | null>): Promise<void> => { for (const picture of (await one)?.pictures.values() ?? []) picture.close(); };
  return {
    list,
    ready(id) {
      let one = ready.get(id);
      if (!one) {
        one = host.call('stamps.get', { stamp: id }).then((result) => (result.ok ? decoded(result.value) : null)).catch(() => null);
        ready.set(id, one);
      }
      return one;
    },
    close() {
      stop();
      for (const one of ready.values()) void letGo(one);
      ready.clear();
    },
  };
}
