import * as v from 'valibot';
import type { InkId, MarkId } from '../base/ids.ts';
import { checkInk, type InkText } from '../ink/inkCodec.ts';
import { BOARD_VERSION, type Board } from './board.ts';
import { boardSchema, inksSchema } from './boardSchema.ts';
import { bucketOf } from './buckets.ts';
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
const isDocument = quickCheck(documentSchema);
const versionSchema = v.object({ board: v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) }) });

/**
 * Reads a plain document from outside: refuses newer versions, migrates older ones one step at a time, checks
 * every field and that all records fit together.
 * @param ladder the steps that lead to `BOARD_VERSION`; given by tests only
 */
export function readDocument(value: unknown, ladder: readonly MigrationStep[] = MIGRATIONS): ReadDocument {
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
  const document = checkedDocument(migrated);
  if (typeof document === 'string') return { kind: 'damaged', at: document };
  const at = documentFault(document);
  return at === null ? { kind: 'document', document } : { kind: 'damaged', at };
}

/** The document when every field is sound, else where the first fault lies. */
function checkedDocument(value: unknown): Document | string {
  // The schema lets through unchanged what the quick check does.
  if (isDocument(value)) return value as Document;
  const parsed = v.safeParse(documentSchema, value, { abortEarly: true });
  return parsed.success ? parsed.output : faultPath(parsed.issues);
}

/** Where the first fault lies, as a dotted path; the value itself is left out since it may be anybody's words. */
export function faultPath(issues: readonly v.BaseIssue<unknown>[]): string {
  const issue = issues[0];
  return (issue && v.getDotPath(issue)) ?? 'document';
}

/** The first place where the records of a board do not fit together, or null: wrong keys, a mark without its page or ink. */
export function documentFault({ board, inks }: Document): string | null {
  if (Object.keys(board.pages).length === 0) return 'board.pages';
  for (const group of ['pages', 'tables', 'rounds'] as const) {
    for (const [id, record] of Object.entries(board[group])) if (record.id !== id) return `board.${group}.${id}.id`;
  }
  for (const [name, bucket] of Object.entries(board.buckets)) {
    for (const [id, mark] of Object.entries(bucket)) {
      const at = `board.buckets.${name}.${id}`;
      if (mark.id !== id || bucketOf(id as MarkId) !== name) return `${at}.id`;
      if (!board.pages[mark.page]) return `${at}.page`;
      if (mark.kind === 'stroke' && inks[mark.ink] === undefined) return `${at}.ink`;
    }
  }
  for (const [id, text] of Object.entries(inks)) if (inkFault(text)) return `inks.${id}`;
  return null;
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
