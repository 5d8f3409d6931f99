import type { InkId } from '../base/ids.ts';
import type { Board } from '../board/board.ts';
import { applyChange } from '../board/change.ts';
import type { NewInks } from '../board/commands.ts';
import type { InkText } from '../ink/inkCodec.ts';
import type { JournalEntry } from './entry.ts';
import { afterFixed, afterGesture, afterRedo, afterUndo, type History } from './history.ts';

/** A board at a moment of its journal. */
export type Moment = { readonly board: Board; readonly seq: number; readonly history: History };

/**
 * The moment after one entry of the journal. The same for entries that are being written and for entries that are
 * read again, so that a recovered board cannot differ from the one that was lost.
 * @throws when the entry does not follow the moment, or its change does not fit the board
 */
export function replayEntry(moment: Moment, entry: JournalEntry): Moment {
  const { seq, body } = entry;
  if (seq !== moment.seq + 1) throw new Error(`Entry ${seq} does not follow ${moment.seq}`);
  const { board, inverse } = applyChange(moment.board, body.change);
  return { board, seq, history: historyAfter(moment.history, entry, inverse) };
}

/** What can be taken back after an entry of which `inverse` takes back the change. */
export function historyAfter(history: History, { seq, body }: JournalEntry, inverse: JournalEntry['body']['change']): History {
  switch (body.kind) {
    case 'change': return body.undoable ? afterGesture(history, { of: seq, what: body.what, change: inverse }) : afterFixed(history, body.change);
    case 'undo': return afterUndo(history, { of: body.of, what: body.what, change: inverse });
    case 'redo': return afterRedo(history, { of: body.of, what: body.what, change: inverse });
  }
}

/** The moment after a run of entries, and how many of them fitted: it ends before the first that does not. */
export function replay(from: Moment, entries: readonly JournalEntry[]): { readonly moment: Moment; readonly fitted: number } {
  let moment = from;
  for (const [index, entry] of entries.entries()) {
    try {
      moment = replayEntry(moment, entry);
    } catch {
      return { moment, fitted: index };
    }
  }
  return { moment, fitted: entries.length };
}

/** The ink that came with the entries. */
export function inksOf(entries: readonly JournalEntry[]): NewInks {
  const inks: Record<InkId, InkText> = {};
  for (const { body } of entries) if (body.kind === 'change') Object.assign(inks, body.inks);
  return inks;
}
