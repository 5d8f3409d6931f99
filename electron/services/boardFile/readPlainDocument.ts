import { readDocument } from '../../../shared/board/readDocument.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';

/**
 * Reads a plain document from outside: checked field by field, and migrated when it is older.
 * @throws TroubleError file.tooNew with its version, or file.damaged with the path of the first fault
 */
export function readPlainDocument(value: unknown): PlainDocument {
  const read = readDocument(value);
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
