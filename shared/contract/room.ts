import type { BoardId, MarkId, PageId, RoundId } from '../base/ids.ts';
import type { StrokeTool } from '../board/marks.ts';
import type { Box, Point } from '../geometry/box.ts';
import type { Joining } from './door.ts';

/** A display that the room screen can be shown on. */
export type DisplayInfo = {
  /** What it calls itself, its size and its place: the same after the cable was pulled and put in again. */
  readonly id: string;
  readonly label: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** The one that the desk is on. */
  readonly holdsDesk: boolean;
};

/** How long the step of the session still takes: until `endsMs` (ms since 1970), or `leftMs` while the clock is held. */
export type RoomClock = { readonly title: string; readonly endsMs: number | null; readonly leftMs: number };

/**
 * Where the room's own camera looks: the `whole` page, a `frame` of it, what the desk looks at (`follow`, once it rests),
 * what is being drawn (`pen`), or `frozen` at the picture of that moment.
 */
export type RoomMode = 'whole' | 'frame' | 'follow' | 'pen' | 'frozen';

/** Where phones come in, as the room is told it. */
export type RoomDoor = { readonly url: string; readonly joining: Joining };

/** What the room has before it instead of the board: a vote that runs or waits for its reveal, or the result. */
export type RoomScene =
  | { readonly kind: 'board' }
  | {
    readonly kind: 'vote';
    readonly round: RoundId;
    readonly cast: number;
    readonly heads: number;
    /** When a countdown closes the round; null without one. */
    readonly closesMs: number | null;
    readonly door: RoomDoor | null;
  }
  | { readonly kind: 'result'; readonly round: RoundId }
  | RoomPlayback;

/**
 * How the board came about, as far as change `toSeq`: the room reads the same journal by itself. The film is `wishMs` long
 * at most; at the time `sinceMs` (ms since 1970) it stood at `atMs` and has run on `speed` times as fast since.
 */
export type RoomPlayback = {
  readonly kind: 'playback';
  readonly toSeq: number;
  readonly wishMs: number;
  /** The only page that is shown; null follows the hand. */
  readonly only: PageId | null;
  readonly atMs: number;
  readonly sinceMs: number;
  readonly speed: number;
};

/** What the room sees. The desk decides it; the room screen obeys. */
export type RoomView = {
  readonly board: BoardId;
  readonly page: PageId;
  readonly mode: RoomMode;
  /** The mark that `frame` shows with some air around it. */
  readonly frame: MarkId | null;
  /** The part of the page that the desk sees, board units; used by `follow`. */
  readonly deskView: Box;
  readonly curtain: 'open' | 'black' | 'title';
  readonly clock: RoomClock | null;
  readonly scene: RoomScene;
};

/** Passing things that the room sees and nobody keeps. */
export type LiveMessage =
  /** A stroke being drawn: all samples since the last message, as x, y, pressure (0–1) triples. */
  | { readonly kind: 'stroke'; readonly stroke: string; readonly page: PageId; readonly color: string; readonly widthUnits: number; readonly thinning: number; readonly smoothing: number; readonly tool: StrokeTool; readonly from: number; readonly points: readonly number[] }
  | { readonly kind: 'strokeEnd'; readonly stroke: string; readonly kept: boolean }
  | { readonly kind: 'laser'; readonly at: Point | null };

/** Whether the room screen is off, shows a board, or shows another one, which another window leads. */
export type RoomOfBoard = 'off' | 'here' | 'elsewhere';

/** Where the room screen is as seen from a board. */
export function roomOf(board: BoardId, { open, view }: RoomState): RoomOfBoard {
  if (!open) return 'off';
  return view?.board === board ? 'here' : 'elsewhere';
}

export type RoomState = { readonly open: boolean; readonly display: string | null; readonly view: RoomView | null };
