import * as v from 'valibot';
import type { AssetId, BoardId } from '../../../shared/base/ids.ts';
import { idSchema, timeMsSchema } from '../../../shared/board/fieldSchema.ts';
import type { PlainDocument } from '../../../shared/contract/boards.ts';

/** First entry of every `.doek` file, stored and without extra fields, so that its kind can be read at byte 38. */
export const MIMETYPE = 'application/vnd.droomdoek.board';

/** Names of the entries. What a reader does not know it passes over. */
export const ENTRY = {
  mimetype: 'mimetype',
  manifest: 'manifest.json',
  document: 'document.json',
  /** Of a large board: the marks that are painted first, so that they are seen while the rest is read. */
  firstMarks: 'first-marks.json',
  /** The board as it was at the beginning, and all changes since: for playing back how it came about. */
  start: 'start.json',
  journal: 'journal.log',
  thumbnail: 'thumbnail.png',
  /** Encrypted; the key stays on the laptop where it was made, so that a file that is passed on names nobody. */
  people: 'people.bin',
  assets: 'assets/',
} as const;

const wholeSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

const manifestSchema = v.object({
  board: idSchema<BoardId>(),
  documentVersion: wholeSchema,
  savedMs: timeMsSchema,
  /** Chance, made anew at each writing: tells whether a file is still the one that was written. */
  mark: v.pipe(v.string(), v.regex(/^[0-9a-f]{16,64}$/)),
  /** The number of the last change in the document, and of the one that the playback begins after. */
  seq: wholeSchema,
  startSeq: v.nullable(wholeSchema),
  app: v.pipe(v.string(), v.maxLength(100)),
});

/** What a container says about itself. */
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** Reads a manifest, or null when it is none. */
export function readManifest(json: string): Manifest | null {
  try {
    const parsed = v.safeParse(manifestSchema, JSON.parse(json));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** How the board came about: the plain document at the beginning, of whatever version, and the text of the journal since. */
export type Playback = { readonly start: unknown; readonly startSeq: number; readonly journal: string };

/** All that a `.doek` file holds. */
export type BoardFile = {
  readonly document: PlainDocument;
  readonly seq: number;
  readonly playback: Playback | null;
  readonly assets: readonly { readonly asset: AssetId; readonly name: string; readonly bytes: Buffer }[];
  readonly thumbnail: Buffer | null;
  /** The encrypted people part as it lies beside the board, never in clear. */
  readonly people: Buffer | null;
};

const MB = 1024 * 1024;

/** What is refused as too large, in bytes and numbers. */
export type Limits = {
  readonly file: number;
  readonly entries: number;
  /** One entry of JSON; any other that is not a picture; all together, unpacked. */
  readonly json: number;
  readonly small: number;
  readonly unpacked: number;
  /** How many times its packed size an entry may be, from which size on. */
  readonly ratio: number;
  readonly ratioFrom: number;
};

/** Far above any board, far below what stops a laptop. */
export const LIMITS: Limits = {
  file: 600 * MB,
  entries: 4000,
  json: 300 * MB,
  small: 20 * MB,
  unpacked: 1200 * MB,
  /** Drawings and words pack to a tenth or so; what packs to less than a two-hundredth was made to fill memory. */
  ratio: 200,
  ratioFrom: 4 * MB,
};
