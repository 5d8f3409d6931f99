import type { AssetId, GroupId, StampId } from '../../../shared/base/ids.ts';
import { IDENTITY } from '../../../shared/geometry/matrix.ts';
import { putDown } from '../../../shared/scene/keptDrawing.ts';
import { ghostOfStamp } from '../../stage/paintStamp.ts';
import { newId } from '../../state/newId.ts';
import type { KeptStamps, ReadyStamp } from '../../state/keptStamps.ts';
import type { StampInHand } from '../../tools/tool.ts';
import type { DeskSession } from './deskSession.ts';

/** Above so many marks what was put down is left to the tiles alone. */
const MOST_KEPT_LIVE = 150;

/** Lays the pictures of a stamp with the board, once; nothing waits when it has none. */
function boardPictures(desk: DeskSession, { stamp }: ReadyStamp): () => Promise<ReadonlyMap<AssetId, AssetId>> {
  let laid: Promise<ReadonlyMap<AssetId, AssetId>> | null = null;
  return () => (laid ??= (async () => {
    const names = new Map<AssetId, AssetId>();
    for (const { asset, mime, base64 } of stamp.assets) {
      const put = await desk.host.call('assets.put', { board: desk.store.id, mime, base64 });
      if (put.ok) names.set(asset, put.value.asset);
      else desk.notices.tell(put.trouble);
    }
    return names;
  })());
}

/**
 * Takes a kept stamp in the hand: the stamp tool then shows its ghost and puts it down.
 * @param longestUnits its longer side on the board; null is as it was drawn
 * @returns null when the stamp is gone
 */
export async function takeKeptStamp(desk: DeskSession, kept: KeptStamps, id: StampId, longestUnits: number | null): Promise<StampInHand | null> {
  const ready = await kept.ready(id);
  if (!ready) return null;
  const { size, stamp, inks } = ready;
  const scale = longestUnits === null ? 1 : longestUnits / Math.max(size.w, size.h);
  const w = size.w * scale, h = size.h * scale;
  const pictures = boardPictures(desk, ready);
  let ghost: { readonly bitmap: ImageBitmap; readonly atScale: number } | null = null;

  /** Painted once per zoom: moving it costs the same however much is in it. */
  const ghostNow = (): ImageBitmap => {
    const atScale = desk.canvas.camera.get().scale * (window.devicePixelRatio || 1);
    if (ghost?.atScale !== atScale) {
      ghost?.bitmap.close();
      ghost = { bitmap: ghostOfStamp(ready, scale, atScale), atScale };
    }
    return ghost.bitmap;
  };

  const put = (at: { readonly x: number; readonly y: number }, assets: ReadonlyMap<AssetId, AssetId>): void => {
    const { context, store } = desk;
    const { marks, inks: newInks } = putDown(stamp.document, inks, {
      page: context.page(), at, scale, newMarkId: context.newMarkId, newInkId: context.newInkId, newGroupId: () => newId<GroupId>(), above: context.topOrder(), assets,
    });
    if (store.do({ type: 'marks.put', what: 'stamp', marks, inks: newInks }) && marks.length <= MOST_KEPT_LIVE) for (const mark of marks) context.keep(mark);
  };

  return {
    id, longestUnits,
    ghost: (at) => ({ kind: 'picture', bitmap: ghostNow(), box: { x: at.x - w / 2, y: at.y - h / 2, w, h }, matrix: IDENTITY }),
    put(at) {
      if (stamp.assets.length === 0) put(at, new Map());
      else void pictures().then((assets) => put(at, assets));
    },
    letGo() {
      ghost?.bitmap.close();
      ghost = null;
    },
  };
}
