import type { BoardId } from '../../../shared/base/ids.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import { documentPieces } from '../boards/documentPieces.ts';
import { goOn } from './exportJob.ts';

/** A document in memory that all threads read: JSON in UTF-8. No other content ever has its name. */
export type SharedDocument = { readonly name: number; readonly memory: SharedArrayBuffer };

/** The document that was exported or prepared last. */
export type DocumentShelf = {
  /**
   * The document as it is now, made in turns; what was made of the very same one a while ago is given again.
   * @throws TroubleError export.cancelled once nobody wants it any more
   */
  of(document: PlainDocument, cancelled: () => boolean): Promise<SharedDocument>;
  /** Gives the memory back, and stops what is being made only to be ready. */
  forget(board: BoardId): void;
  clear(): void;
};

/** Larger documents (of about 25,000 strokes) are made for one export and let go of: two threads would hold them and what they worked out. */
export const MOST_KEPT_BYTES = 16 * 1024 * 1024;

/** Whether all that a document is made from is the same: boards and ink never change, others take their place. */
function isSame(a: PlainDocument, b: PlainDocument): boolean {
  if (a.board !== b.board) return false;
  const inks = Object.entries(a.inks);
  return inks.length === Object.keys(b.inks).length && inks.every(([id, text]) => b.inks[id as keyof typeof b.inks] === text);
}

let named = 0;

/**
 * A document for threads. As JSON and not by `serialize` of `node:v8`: Electron 22 ends the process (SIGTRAP in
 * `~BackingStore`) when it collects a buffer that comes from there, now or when the app is left.
 * @throws TroubleError export.cancelled
 */
export async function shareDocument(document: PlainDocument, cancelled: () => boolean): Promise<SharedDocument> {
  const pieces: Buffer[] = [];
  for await (const piece of documentPieces(document)) {
    goOn({ cancelled });
    pieces.push(Buffer.from(piece, 'utf8'));
  }
  const memory = new SharedArrayBuffer(pieces.reduce((sum, { length }) => sum + length, 0));
  const bytes = new Uint8Array(memory);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { name: ++named, memory };
}

/** @param keepMs how long a document is kept after it was last asked for, ms: as long as a thread may have read it */
export function documentShelf(keepMs: number): DocumentShelf {
  type Kept = { readonly document: PlainDocument; readonly made: Promise<SharedDocument>; readonly asking: (() => boolean)[] };
  let kept: Kept | null = null;
  let patience: NodeJS.Timeout | undefined;

  const clear = (): void => {
    clearTimeout(patience);
    kept = null;
  };

  function make(document: PlainDocument): Kept {
    const asking: (() => boolean)[] = [];
    const one: Kept = {
      document, asking,
      made: shareDocument(document, () => {
        const isUnwanted = asking.every((cancelled) => cancelled());
        // Whoever asks from now on gets one that is made for him.
        if (isUnwanted && kept === one) clear();
        return isUnwanted;
      }),
    };
    const letGo = (): void => { if (kept === one) clear(); };
    one.made.then(({ memory }) => { if (memory.byteLength > MOST_KEPT_BYTES) letGo(); }, letGo);
    return one;
  }

  return {
    of(document, cancelled) {
      const one = kept && isSame(kept.document, document) ? kept : make(document);
      one.asking.push(cancelled);
      clear();
      kept = one;
      patience = setTimeout(clear, keepMs).unref();
      return one.made;
    },
    forget(board) { if (kept?.document.board.id === board) clear(); },
    clear,
  };
}
