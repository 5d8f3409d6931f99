import type { PlayedEntry } from '../journal/playedEntry.ts';
import type { PlainDocument } from './boards.ts';

/** Where a reader of a board's journals stands: before which byte of the journal of which generation, and after which change. */
export type PlaybackPlace = { readonly generation: number; readonly byte: number; readonly afterSeq: number };

/** A board as it was before the first change that can be played back. */
export type PlaybackStart = {
  readonly document: PlainDocument;
  /** The numbers of the last change in that document, and of the last one that there is now. */
  readonly afterSeq: number;
  readonly toSeq: number;
  /** Whether this is how the board began; if not, what came before can no longer be shown. */
  readonly whole: boolean;
  /** Where reading goes on; null when nothing was done since. */
  readonly next: PlaybackPlace | null;
};

/** The next gestures in their order, and where reading goes on; null at the end. */
export type PlaybackPiece = { readonly entries: readonly PlayedEntry[]; readonly next: PlaybackPlace | null };
