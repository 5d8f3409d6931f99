import type { Change } from '../board/change.ts';
import type { NewInks } from '../board/commands.ts';
import type { JournalEntry, What } from './entry.ts';

/** One gesture as it is played back: what changed and when, and nothing about who sent it. */
export type PlayedEntry = {
  readonly seq: number;
  readonly atMs: number;
  readonly kind: 'change' | 'undo' | 'redo';
  /** The number of the gesture that was taken back or done again; null for a new one. */
  readonly of: number | null;
  readonly what: What;
  readonly change: Change;
  readonly inks: NewInks;
};

/** An entry of the journal without what only its sender needs. */
export function playedEntry({ seq, atMs, body }: JournalEntry): PlayedEntry {
  return { seq, atMs, kind: body.kind, of: body.kind === 'change' ? null : body.of, what: body.what, change: body.change, inks: body.kind === 'change' ? body.inks : {} };
}
