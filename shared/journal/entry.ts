import type { BoardId } from '../base/ids.ts';
import type { Change } from '../board/change.ts';
import type { CommandType, Gesture, NewInks } from '../board/commands.ts';

/** How a gesture is called in the undo button and the time-lapse. */
export type What = CommandType | Gesture;

/** First line of a journal: which board it belongs to, in which version its changes are put, and after which change it goes on. */
export type JournalHeader = {
  readonly journal: 'droomdoek';
  readonly documentVersion: number;
  readonly board: BoardId;
  /** The number of the last change before the first entry. */
  readonly afterSeq: number;
};

/** What happened. Undo and redo carry the change that they made, so that replaying is the same for all three. */
export type EntryBody =
  | {
      readonly kind: 'change';
      readonly what: What;
      /** The sender's own name for it; a resend of the same name is not applied twice. */
      readonly opId: string;
      readonly change: Change;
      readonly inks: NewInks;
      /** False for what the services did themselves (a round that closed): it cannot be taken back. */
      readonly undoable: boolean;
    }
  | { readonly kind: 'undo' | 'redo'; readonly what: What; readonly of: number; readonly change: Change };

/** One line of a journal. `seq` counts from 1 over the whole life of a board, without gaps. */
export type JournalEntry = { readonly seq: number; readonly atMs: number; readonly body: EntryBody };
