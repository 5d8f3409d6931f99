import type { AssetId, BoardId, InkId } from '../base/ids.ts';
import type { Board } from '../board/board.ts';
import type { Change } from '../board/change.ts';
import type { NewInks } from '../board/commands.ts';
import type { InkText } from '../ink/inkCodec.ts';

/** A board with its ink, as plain data: what `.json` files hold and what a window opens. Pictures stay behind, by id. */
export type PlainDocument = { readonly board: Board; readonly inks: { readonly [id: InkId]: InkText } };

/** Whether there is something to take back or do again, and how that gesture is called (a command type or gesture). */
export type HistoryState = { readonly undo: string | null; readonly redo: string | null };

/** What recovery found: nothing lost, or how many damaged lines were cut from the end of the journal. */
export type RecoveryReport = { readonly entries: number; readonly cutBytes: number; readonly fromSnapshot: boolean };

/** A board as a window receives it when it opens it. `seq` is the number of the last change in it. */
export type OpenedBoard = PlainDocument & {
  readonly seq: number;
  readonly history: HistoryState;
  readonly recovered: RecoveryReport | null;
  /** How safe it is now: what cannot be saved is known before the first stroke. */
  readonly saved: SaveState;
  /** Where the `.doek` file is, when the user saved one. */
  readonly filePath: string | null;
};

/** A board on the start screen. */
export type BoardCard = {
  readonly id: BoardId;
  readonly title: string;
  readonly template: string;
  readonly changedMs: number;
  readonly pages: number;
  /** When its picture was made, or null when none was made yet. */
  readonly picturedMs: number | null;
  /** True when the last session ended without closing it: it is offered for recovery. */
  readonly unfinished: boolean;
  readonly filePath: string | null;
};

/** A change as it is told to all windows, in the order in which the services put it. */
export type BoardChanged = {
  readonly board: BoardId;
  readonly seq: number;
  /** The sender's own name for it, so that it can tell its own changes from others'. */
  readonly opId: string;
  readonly change: Change;
  readonly inks: NewInks;
  readonly history: HistoryState;
};

/** Whether everything is on disk: `safeSeq` is the last change that is; `trouble` says why it is not. */
export type SaveState = {
  readonly board: BoardId;
  readonly safeSeq: number;
  readonly savedMs: number;
  /** The `.doek` file, the second copy: null when up to date or not asked for. */
  readonly trouble: { readonly where: 'journal' | 'file' | 'secondCopy'; readonly code: string; readonly detail: string } | null;
};

/** A picture that was pasted into a board. */
export type AssetData = { readonly asset: AssetId; readonly mime: string; readonly base64: string };
