import type { Board } from '../../shared/board/board.ts';
import type { Box, Size } from '../../shared/geometry/box.ts';
import { levelScale, tileBox, tilePx, type TileAddress } from './messages.ts';

/** What a picture of a tile, or of a part of one, shows: a part of its page, board units, and how large it is, px. */
export type TileSight = { readonly box: Box; readonly px: Size };

/** What pixels of a tile show, counted from its upper left corner. */
export function sightOf(address: TileAddress, px: Box): TileSight {
  const scale = levelScale(address.level), { x, y } = tileBox(address);
  return { box: { x: x + px.x / scale, y: y + px.y / scale, w: px.w / scale, h: px.h / scale }, px: { w: px.w, h: px.h } };
}

/**
 * What a tile of a board shows: whole pixels, and no more of them than its page reaches. Of the tiles of a page that is fitted to
 * a small window more than half lies beyond the page, where nobody sees it. All of a tile when there is no such page.
 */
export function sightOnBoard(address: TileAddress, board: Board | undefined): TileSight {
  const size = board?.pages[address.page]?.size, scale = levelScale(address.level), { x, y, w, h } = tilePx(address);
  const reached = (units: number | undefined, from: number, most: number): number => (units === undefined ? most : Math.max(1, Math.min(most, Math.ceil(units * scale) - from)));
  return sightOf(address, { x: 0, y: 0, w: reached(size?.w, x, w), h: reached(size?.h, y, h) });
}
