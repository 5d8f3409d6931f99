import { readDocument, readingDocument, type ReadDocument } from '../../../shared/board/readDocument.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { inTurns } from '../files/inTurns.ts';
import { parseJsonInTurns } from '../files/jsonInTurns.ts';

/**
 * Reads a plain document from outside: checked field by field, and migrated when it is older.
 * @throws TroubleError file.tooNew with its version, or file.damaged with the path of the first fault
 */
export function readPlainDocument(value: unknown): PlainDocument {
  return soundOf(readDocument(value));
}

/**
 * Reads the text of a plain document (UTF-8) in turns, so that nobody waits for a large one.
 * @returns the document, and whether it is what the text says, letter by letter: not migrated, nothing left out
 * @throws TroubleError as `readPlainDocument`, also when it is no JSON
 */
export async function readPlainDocumentBytes(bytes: Buffer): Promise<{ readonly document: PlainDocument; readonly asWritten: boolean }> {
  const value = await parseJsonInTurns(bytes).catch(() => { throw new TroubleError('file.damaged', 'JSON'); });
  const document = soundOf(await inTurns(readingDocument(value)));
  return { document, asWritten: document === value };
}

function soundOf(read: ReadDocument): PlainDocument {
  switch (read.kind) {
    case 'document': return read.document;
    case 'tooNew': throw new TroubleError('file.tooNew', String(read.version));
    case 'damaged': throw new TroubleError('file.damaged', read.at);
  }
}

/** The same for the text of a `.json` file. @throws TroubleError file.damaged also when it is no JSON */
export function readPlainDocumentText(text: string): PlainDocument {
  return readPlainDocument(parseJson(text));
}

/** @throws TroubleError file.damaged */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new TroubleError('file.damaged', 'JSON');
  }
}
