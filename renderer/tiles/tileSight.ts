import type { Board } from '../../shared/board/board.ts';
import type { Box, Size } from '../../shared/geometry/box.ts';
import { levelScale, TILE_PX, tileBox, type TileAddress } from './messages.ts';

/** What the picture of a tile shows: a part of its page, board units, and how large it is, px. */
export type TileSight = { readonly box: Box; readonly px: Size };

/** What the picture of a tile shows that has so many px: they are counted from the tile's upper left corner. */
export function sightOf(address: TileAddress, px: Size): TileSight {
  const scale = levelScale(address.level), { x, y } = tileBox(address);
  return { box: { x, y, w: px.w / scale, h: px.h / scale }, px };
}

/**
 * What a tile of a board shows: whole pixels, and no more of them than its page reaches. Of the tiles of a page that is fitted to
 * a small window more than half lies beyond the page, where nobody sees it. All of a tile when there is no such page.
 */
export function sightOnBoard(address: TileAddress, board: Board | undefined): TileSight {
  const size = board?.pages[address.page]?.size, scale = levelScale(address.level);
  const reached = (units: number | undefined, at: number): number => (units === undefined ? TILE_PX : Math.max(1, Math.min(TILE_PX, Math.ceil(units * scale) - at * TILE_PX)));
  return sightOf(address, { w: reached(size?.w, address.col), h: reached(size?.h, address.row) });
}
