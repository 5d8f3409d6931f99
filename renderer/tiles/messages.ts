import type { AssetId, InkId, MarkId, PageId } from '../../shared/base/ids.ts';
import type { Board } from '../../shared/board/board.ts';
import type { Change } from '../../shared/board/change.ts';
import type { NewInks } from '../../shared/board/commands.ts';
import type { Viewer } from '../../shared/board/viewer.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { Span } from '../../shared/ink/rub.ts';
import type { Face } from '../../shared/paint/faces.ts';

/** Edge of a tile in device pixels. */
export const TILE_PX = 512;

/** A tile of a page: at level k a board unit is 2^(k/2) device pixels. Levels need not be whole numbers. */
export type TileAddress = { readonly page: PageId; readonly level: number; readonly col: number; readonly row: number };

/** Device pixels per board unit at a level. */
export function levelScale(level: number): number {
  return 2 ** (level / 2);
}

/** The part of the page that a tile shows, board units. */
export function tileBox({ level, col, row }: TileAddress): Box {
  const edge = TILE_PX / levelScale(level);
  return { x: col * edge, y: row * edge, w: edge, h: edge };
}

/** The whole pixels of a tile that show a box of its page, one more all around; null when none do. */
export function partOf(address: TileAddress, box: Box): Box | null {
  const scale = levelScale(address.level), { x, y } = tileBox(address);
  const left = Math.max(0, Math.floor((box.x - x) * scale) - 1), top = Math.max(0, Math.floor((box.y - y) * scale) - 1);
  const right = Math.min(TILE_PX, Math.ceil((box.x + box.w - x) * scale) + 1), bottom = Math.min(TILE_PX, Math.ceil((box.y + box.h - y) * scale) + 1);
  return right > left && bottom > top ? { x: left, y: top, w: right - left, h: bottom - top } : null;
}

/** A tile's address as a key of a map. */
export function tileKey({ page, level, col, row }: TileAddress): string {
  return `${page}/${level}/${col}/${row}`;
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
