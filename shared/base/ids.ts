/** A text that the compiler keeps apart from other texts; the property exists in types only. */
type Branded<Name extends string> = string & { readonly idOf: Name };

export type BoardId = Branded<'board'>;
export type PageId = Branded<'page'>;
export type MarkId = Branded<'mark'>;
export type InkId = Branded<'ink'>;
export type AssetId = Branded<'asset'>;
export type TableId = Branded<'table'>;
export type RoundId = Branded<'round'>;
export type PersonId = Branded<'person'>;
export type GroupId = Branded<'group'>;
export type StampId = Branded<'stamp'>;
export type StepId = Branded<'step'>;
export type IdeaId = Branded<'idea'>;

/** An id of any kind of record. */
export type AnyId = BoardId | PageId | MarkId | InkId | AssetId | TableId | RoundId | PersonId | GroupId | StampId | StepId | IdeaId;

const ID = /^[A-Za-z0-9_-]{1,64}$/;
/** Names that Windows keeps for devices, whatever folder they stand in. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Whether a text may serve as an id: letters, digits, `_` and `-`, at most 64, so that it is safe as a file name,
 * and no name that every object has already (`constructor`, `__proto__`), so that it is safe as a key of a record.
 */
export function isId(text: string): boolean {
  return ID.test(text) && !(text in Object.prototype) && !DEVICE.test(text);
}

/**
 * Turns a text into an id of the kind asked for.
 * @throws when the text has other characters than `isId` allows.
 */
export function asId<Id extends AnyId>(text: string): Id {
  if (!isId(text)) throw new Error(`Not an id: ${JSON.stringify(text.slice(0, 80))}`);
  return text as Id;
}

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * Makes a new id of 16 characters (82 bits) from random bytes that the caller supplies,
 * since `shared` has no source of chance of its own.
 * @param randomBytes at least 16 bytes
 */
export function idFromBytes<Id extends AnyId>(randomBytes: Uint8Array): Id {
  let id = '';
  for (let i = 0; i < 16; i++) id += ALPHABET[(randomBytes[i] ?? 0) % 36];
  return id as Id;
}
