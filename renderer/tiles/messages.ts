import type { AssetId, InkId, MarkId, PageId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import type { Change } from '../../shared/board/change.ts';
import type { NewInks } from '../../shared/board/commands.ts';
import type { Viewer } from '../../shared/board/viewer.ts';
import type { Box, Point } from '../../shared/geometry/box.ts';
import type { Span } from '../../shared/ink/rub.ts';
import type { Face } from '../../shared/paint/faces.ts';

/** Edge of a tile in device pixels. */
export const TILE_PX = 512;

/**
 * The tiles of a page at a scale: at level k a board unit is 2^(k/2) device pixels. Levels need not be whole numbers. The first
 * column and row begin `shift` px before the page's corner, 0 to 511, or at the corner; what would lie before it is not part of them.
 */
export type TileGrid = { readonly page: PageId; readonly level: number; readonly shift?: Point };

/** A tile of a page. */
export type TileAddress = TileGrid & { readonly col: number; readonly row: number };

/** Device pixels per board unit at a level. */
export function levelScale(level: number): number {
  return 2 ** (level / 2);
}

const NO_SHIFT: Point = { x: 0, y: 0 };

/** How far before its page's corner a grid begins, px. */
export const shiftOf = ({ shift = NO_SHIFT }: Pick<TileGrid, 'shift'>): Point => shift;

/** Where a tile lies on its page, px of its level. */
export function tilePx({ col, row, ...grid }: TileAddress): Box {
  const { x: shiftX, y: shiftY } = shiftOf(grid), x = Math.max(0, col * TILE_PX - shiftX), y = Math.max(0, row * TILE_PX - shiftY);
  return { x, y, w: (col + 1) * TILE_PX - shiftX - x, h: (row + 1) * TILE_PX - shiftY - y };
}

/** The part of the page that a tile shows, board units. */
export function tileBox(address: TileAddress): Box {
  const { x, y, w, h } = tilePx(address), scale = levelScale(address.level);
  return { x: x / scale, y: y / scale, w: w / scale, h: h / scale };
}

/** The whole pixels of a tile that show a box of its page, one more all around; null when none do. */
export function partOf(address: TileAddress, box: Box): Box | null {
  const scale = levelScale(address.level), { x, y } = tileBox(address), { w, h } = tilePx(address);
  const left = Math.max(0, Math.floor((box.x - x) * scale) - 1), top = Math.max(0, Math.floor((box.y - y) * scale) - 1);
  const right = Math.min(w, Math.ceil((box.x + box.w - x) * scale) + 1), bottom = Math.min(h, Math.ceil((box.y + box.h - y) * scale) + 1);
  return right > left && bottom > top ? { x: left, y: top, w: right - left, h: bottom - top } : null;
}

/** The grid alone. */
export function gridOf({ page, level, ...grid }: TileGrid): TileGrid {
  const shift = shiftOf(grid);
  return shift.x === 0 && shift.y === 0 ? { page, level } : { page, level, shift };
}

/** A grid as a key of a map. */
export function gridKey({ page, level, ...grid }: TileGrid): string {
  const { x, y } = shiftOf(grid);
  return `${page}/${level}${x === 0 && y === 0 ? '' : `/${x},${y}`}`;
}

/** A tile's address as a key of a map. */
export function tileKey(address: TileAddress): string {
  return `${gridKey(address)}/${address.col}/${address.row}`;
}

export type PaperKind = 'board' | 'print' | 'none';

/** A picture of part of a page, or of some of its marks alone: thumbnails, dragged selections, candidates. */
export type PictureRequest = {
  readonly page: PageId;
  readonly box: Box;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Only these marks, or everything. */
  readonly only: readonly MarkId[] | null;
  /** What lies below: the warm sheet of the screen, the white paper of a print, or nothing. */
  readonly paper: PaperKind;
  /** For a picture of everything: who it is for; left out for a print. */
  readonly viewer?: Viewer;
};

/** What is left of a stroke that a hand is cutting: spans of the ink that it had when it was taken. */
export type StrokeCut = { readonly stroke: MarkId; readonly ink: InkId; readonly spans: readonly Span[] };

/** Whole pixels of a tile, from its upper left corner. */
export type TilePart = { readonly address: TileAddress; readonly px: Box };

/** What a window tells its tile worker. `revision` counts the states of the window's own view of the board. */
export type ToTiles =
  /** Before a board is opened: loads what every board needs. */
  | { readonly type: 'warm'; readonly fontsUrl: string }
  | { readonly type: 'open'; readonly viewer: Viewer; readonly board: Board; readonly inks: NewInks; readonly revision: number }
  | { readonly type: 'reset'; readonly board: Board; readonly inks: NewInks; readonly revision: number }
  | { readonly type: 'change'; readonly change: Change; readonly inks: NewInks; readonly revision: number }
  | { readonly type: 'hide'; readonly ids: readonly MarkId[]; readonly revision: number }
  /** More marks are in the hand. */
  | { readonly type: 'hideMore'; readonly ids: readonly MarkId[]; readonly revision: number }
  /** Strokes are shown cut from now on: these parts of tiles, all others in view stay as they are. */
  | { readonly type: 'cut'; readonly cuts: readonly StrokeCut[]; readonly parts: readonly TilePart[] }
  /** The hand lets go of the strokes that it cut. */
  | { readonly type: 'uncut'; readonly revision: number }
  | { readonly type: 'asset'; readonly asset: AssetId; readonly bytes: Uint8Array; readonly mime: string; readonly revision: number }
  /**
   * Replaces what was wanted before; the most urgent first. `got` is how many tiles the window has received so far; `hold` when
   * it zooms and will ask anew once it rests.
   */
  | { readonly type: 'want'; readonly tiles: readonly TileAddress[]; readonly got: number; readonly hold?: true }
  | { readonly type: 'picture'; readonly ticket: number; readonly request: PictureRequest }
  /** Forgets the board, and is ready for another one. */
  | { readonly type: 'close' };

/** A damaged part of a page, board units. */
export type Damage = { readonly page: PageId; readonly box: Box };

/** What the worker tells its window. All damage of one revision comes at once: after it, older tiles are known to be older. */
export type FromTiles =
  | { readonly type: 'ready'; readonly revision: number }
  /** `anew` when the same state of the board looks otherwise now: marks are in the hand or put down, a picture has come. */
  | { readonly type: 'damaged'; readonly revision: number; readonly damage: readonly Damage[] | 'all'; readonly anew?: true }
  | { readonly type: 'tile'; readonly address: TileAddress; readonly revision: number; readonly bitmap: ImageBitmap }
  /** Part of a tile, painted anew since strokes are cut there. */
  | { readonly type: 'patch'; readonly part: TilePart; readonly revision: number; readonly bitmap: ImageBitmap }
  /** A tile of a board that is being opened, as far as it is painted. */
  | { readonly type: 'glimpse'; readonly address: TileAddress; readonly bitmap: ImageBitmap }
  | { readonly type: 'picture'; readonly ticket: number; readonly bitmap: ImageBitmap }
  /** Spare faces that what is painted needs: the window will need them too. */
  | { readonly type: 'faces'; readonly faces: readonly Face[] }
  /** Nothing of the board that was closed comes after it. */
  | { readonly type: 'closed' };
