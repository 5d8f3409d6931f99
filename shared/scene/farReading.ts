import type { MarkId, PageId } from '../base/ids.ts';
import type { Board } from '../board/board.ts';
import { marksOfKind } from '../board/marksByKind.ts';
import type { Mark } from '../board/marks.ts';
import { showsLayer } from '../board/viewer.ts';
import type { Size } from '../geometry/box.ts';
import { meanScale } from '../geometry/matrix.ts';

/** How a room sits: from the last row to the picture, and how wide the picture is, metres. */
export type Seats = { readonly distanceM: number; readonly pictureM: number };

/**
 * Size of lettering, in px of a picture 1920 px wide, that can just be read: per metre of distance and of width. Capitals
 * are then 16 minutes of arc high (capital height of our hands 0.66 of their size). 16–18 minutes can do, 20–22 are safe:
 * legibility of characters by visual angle, doi 10.1201/b22361-52.
 */
const JUST_READABLE_PX = 13.5;
const PICTURE_PX = 1920;

/** The picture of a projector: the page is shown as large as it allows. */
const PICTURE_SHAPE: Size = { w: 16, h: 9 };

/**
 * The smallest lettering that the last row can read, board units.
 * @param shown the part of the page that the room sees
 */
export function readableUnits({ distanceM, pictureM }: Seats, shown: Size): number {
  const pxPerUnit = Math.min(PICTURE_PX / Math.max(1, shown.w), ((PICTURE_PX / PICTURE_SHAPE.w) * PICTURE_SHAPE.h) / Math.max(1, shown.h));
  return (JUST_READABLE_PX * distanceM) / Math.max(0.1, pictureM) / pxPerUnit;
}

/** Lettering that is too small, and how large it is, board units. */
export type FarText = { readonly mark: MarkId; readonly text: string; readonly sizeUnits: number };

/** The lettering of a mark and its size as it stands on the page. */
function letteringOf(mark: Extract<Mark, { readonly kind: 'text' | 'card' | 'shape' }>): { readonly text: string; readonly sizeUnits: number } {
  switch (mark.kind) {
    case 'text': return { text: mark.text, sizeUnits: mark.sizeUnits * meanScale(mark.matrix) };
    case 'card': return { text: mark.placed ? mark.text : '', sizeUnits: mark.sizeUnits * meanScale(mark.matrix) };
    // A form is drawn anew at its size, and its lettering keeps its own.
    case 'shape': return { text: mark.text, sizeUnits: mark.textSizeUnits };
  }
}

/** What the room sees of a page and cannot read from the last row, the smallest first. */
export function tooSmall(board: Board, page: PageId, leastUnits: number): readonly FarText[] {
  return [...marksOfKind(board, 'text'), ...marksOfKind(board, 'card'), ...marksOfKind(board, 'shape')]
    .filter((mark) => mark.page === page && showsLayer(board, mark.layer, 'room'))
    .map((mark) => ({ mark: mark.id, ...letteringOf(mark) }))
    // A hair below the floor nobody sees.
    .filter(({ text, sizeUnits }) => text.trim() !== '' && sizeUnits < leastUnits * 0.98)
    .sort((a, b) => a.sizeUnits - b.sizeUnits || (a.mark < b.mark ? -1 : 1));
}
