import type { InkId } from '../../../shared/base/ids.ts';
import type { Inks, Page } from '../../../shared/board/board.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';
import type { Ink } from '../../../shared/ink/ink.ts';
import type { Breath } from '../files/inTurns.ts';
import { parseJsonInTurns } from '../files/jsonInTurns.ts';
import { MOST_KEPT_BYTES, type SharedDocument } from './documentShelf.ts';
import { inksOf } from './lateInks.ts';

/** A document as a thread has read it. What is worked out from its marks is kept with them. */
export type ReadDocument = {
  readonly document: PlainDocument;
  /** `inksOf` this document; what was unpacked once stays so. */
  readonly inksOn: (pages: readonly Pick<Page, 'id'>[]) => Inks;
};

let kept: { readonly name: number; readonly read: ReadDocument } | null = null;

const bytesOf = ({ memory }: SharedDocument): Buffer => Buffer.from(memory);

function asRead(document: PlainDocument): ReadDocument {
  const unpacked = new Map<InkId, Ink>();
  return {
    document,
    inksOn: (pages) => inksOf(document, pages, unpacked),
  };
}

function keep({ name, memory }: SharedDocument, read: ReadDocument): ReadDocument {
  if (memory.byteLength <= MOST_KEPT_BYTES) kept = { name, read };
  return read;
}

/** Reads a document and keeps nothing of it. */
export const readOnce = (shared: SharedDocument): ReadDocument => asRead(JSON.parse(bytesOf(shared).toString('utf8')) as PlainDocument);

/** The document as it was read before, or read now and kept until another one comes. */
export function keptDocument(shared: SharedDocument): ReadDocument {
  if (kept?.name === shared.name) return kept.read;
  kept = null;
  return keep(shared, readOnce(shared));
}

/** A document of up to some five thousand strokes is parsed within a blink; in turns it takes three times as long. */
const AT_ONCE_BYTES = 4 * 1024 * 1024;

/**
 * Reads a document ahead, a large one in turns.
 * @param breathe ends the reading when it throws
 */
export async function readAhead(shared: SharedDocument, breathe: Breath): Promise<ReadDocument> {
  if (kept?.name === shared.name) return kept.read;
  if (shared.memory.byteLength <= AT_ONCE_BYTES) return keptDocument(shared);
  kept = null;
  const document = await parseJsonInTurns(bytesOf(shared), breathe) as PlainDocument;
  await breathe();
  return keep(shared, asRead(document));
}

/** Lets go of what is kept. */
export function forgetDocument(): void {
  kept = null;
}
