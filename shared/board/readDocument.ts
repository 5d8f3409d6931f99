import * as v from 'valibot';
import type { InkId, MarkId } from '../base/ids.ts';
import { checkInk, type InkText } from '../ink/inkCodec.ts';
import { BOARD_VERSION, type Board } from './board.ts';
import { boardSchema, bucketNameSchema, bucketSchema, frameSchema, inksSchema } from './boardSchema.ts';
import { bucketOf } from './buckets.ts';
import type { Mark } from './marks.ts';
import { migrate, MIGRATIONS, type MigrationStep } from './migrations.ts';
import { quickCheck } from './quickCheck.ts';

/** A board with its ink as plain data. */
export type Document = { readonly board: Board; readonly inks: { readonly [id: InkId]: InkText } };

/** A document, or why it is none: made by a newer version, or damaged at a place (`board.pages.p1.title`). */
export type ReadDocument =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'tooNew'; readonly version: number }
  | { readonly kind: 'damaged'; readonly at: string };

const documentSchema = v.object({ board: boardSchema, inks: inksSchema });
const versionSchema = v.object({ board: v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) }) });
const isFrame = quickCheck(frameSchema), isBucketName = quickCheck(bucketNameSchema), isBucket = quickCheck(bucketSchema), areInks = quickCheck(inksSchema);

/** After so many strokes' ink a step of the reading ends. */
const INKS_A_STEP = 200;

/**
 * Reads a plain document from outside: refuses newer versions, migrates older ones one step at a time, checks
 * every field and that all records fit together.
 * @param ladder the steps that lead to `BOARD_VERSION`; given by tests only
 */
export function readDocument(value: unknown, ladder: readonly MigrationStep[] = MIGRATIONS): ReadDocument {
  return atOnce(readingDocument(value, ladder));
}

function atOnce<Value>(steps: Generator<undefined, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps of a few ms, for whoever has other things to do meanwhile. */
export function* readingDocument(value: unknown, ladder: readonly MigrationStep[] = MIGRATIONS): Generator<undefined, ReadDocument> {
  const versioned = v.safeParse(versionSchema, value);
  if (!versioned.success) return { kind: 'damaged', at: faultPath(versioned.issues) };
  const { version } = versioned.output.board;
  if (version > BOARD_VERSION) return { kind: 'tooNew', version };
  let migrated: unknown;
  try {
    migrated = migrate(value, version, ladder);
  } catch (error) {
    return { kind: 'damaged', at: `version ${version}: ${error instanceof Error ? error.message : 'migration failed'}` };
  }
  yield;
  const document = (yield* isDocument(migrated)) ? (migrated as Document) : parsedDocument(migrated);
  if (typeof document === 'string') return { kind: 'damaged', at: document };
  const at = yield* findingFault(document);
  return at === null ? { kind: 'document', document } : { kind: 'damaged', at };
}

/** Whether the schema would let a value through as it stands. A no says nothing. */
function* isDocument(value: unknown): Generator<undefined, boolean> {
  const { board, inks, ...more } = value as { readonly board: unknown; readonly inks?: unknown };
  const { buckets, ...frame } = board as { readonly buckets?: unknown };
  if (Object.keys(more).length > 0 || !isFrame(frame) || typeof buckets !== 'object' || buckets === null || Array.isArray(buckets)) return false;
  for (const [name, bucket] of Object.entries(buckets)) {
    if (!isBucketName(name) || !isBucket(bucket)) return false;
    yield;
  }
  return areInks(inks);
}

/** The document as the schema gives it, else where the first fault lies. */
function parsedDocument(value: unknown): Document | string {
  const parsed = v.safeParse(documentSchema, value, { abortEarly: true });
  return parsed.success ? parsed.output : faultPath(parsed.issues);
}

/** Where the first fault lies, as a dotted path; the value itself is left out since it may be anybody's words. */
export function faultPath(issues: readonly v.BaseIssue<unknown>[]): string {
  const issue = issues[0];
  return (issue && v.getDotPath(issue)) ?? 'document';
}

/** The first place where the records of a board do not fit together, or null: wrong keys, a mark without its page or ink. */
export function documentFault(document: Document): string | null {
  return atOnce(findingFault(document));
}

function* findingFault({ board, inks }: Document): Generator<undefined, string | null> {
  if (Object.keys(board.pages).length === 0) return 'board.pages';
  for (const group of ['pages', 'tables', 'rounds'] as const) {
    for (const [id, record] of Object.entries(board[group])) if (record.id !== id) return `board.${group}.${id}.id`;
  }
  for (const [name, bucket] of Object.entries(board.buckets)) {
    for (const id in bucket) {
      const fault = markFault(bucket[id as MarkId] as Mark, id, name, board, inks);
      if (fault !== null) return `board.buckets.${name}.${id}.${fault}`;
    }
    yield;
  }
  let count = 0;
  for (const id in inks) {
    if (inkFault(inks[id as InkId] as InkText)) return `inks.${id}`;
    if (++count % INKS_A_STEP === 0) yield;
  }
  return null;
}

/** The field of a mark that does not fit the board, or null. */
function markFault(mark: Mark, id: string, bucket: string, board: Board, inks: Document['inks']): string | null {
  if (mark.id !== id || bucketOf(id as MarkId) !== bucket) return 'id';
  if (!board.pages[mark.page]) return 'page';
  return mark.kind === 'stroke' && inks[mark.ink] === undefined ? 'ink' : null;
}

/** Whether a text is not ink that can be drawn. */
export function inkFault(text: InkText): boolean {
  try {
    checkInk(text);
    return false;
  } catch {
    return true;
  }
}
