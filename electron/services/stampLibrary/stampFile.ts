import * as v from 'valibot';
import type { AssetId, StampId } from '../../../shared/base/ids.ts';
import { markCount } from '../../../shared/board/buckets.ts';
import { idSchema, timeMsSchema } from '../../../shared/board/fieldSchema.ts';
import { faultPath } from '../../../shared/board/readDocument.ts';
import type { KeptStamp, NewStamp } from '../../../shared/contract/stamps.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { checkImage } from '../assets/assetStore.ts';
import { readPlainDocument } from '../boardFile/readPlainDocument.ts';

/** The version of a stamp's own wrapping; the drawing in it has the version of boards. */
const STAMP_VERSION = 1;

/** More marks than a drawing has that one puts down as one thing. */
const MOST_MARKS = 3000;
/** Largest stamp as text, its pictures with it. */
export const MOST_STAMP_CHARS = 24_000_000;

/** One line that a person can read in a picker. */
export const stampNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80), v.regex(/^[^\p{Cc}]*$/u));

const wrapping = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  id: idSchema<StampId>(),
  name: stampNameSchema,
  keptMs: timeMsSchema,
  document: v.unknown(),
  assets: v.pipe(v.array(v.object({ asset: idSchema<AssetId>(), mime: v.pipe(v.string(), v.maxLength(100)), base64: v.pipe(v.string(), v.maxLength(MOST_STAMP_CHARS)) })), v.maxLength(100)),
});

/**
 * A drawing from outside as a stamp may hold it: one page, marks, ink and pictures that can be shown.
 * @throws TroubleError file.damaged, file.tooNew, stamp.tooLarge, image.unreadable
 */
export function checkedStamp({ name, document, assets }: NewStamp): NewStamp {
  const read = readPlainDocument(document);
  const marks = markCount(read.board);
  if (Object.keys(read.board.pages).length !== 1 || marks === 0) throw new TroubleError('file.damaged', 'board.pages');
  if (marks > MOST_MARKS) throw new TroubleError('stamp.tooLarge', `${marks}`);
  for (const { base64 } of assets) checkImage(Buffer.from(base64, 'base64'));
  return { name, document: read, assets };
}

/** A stamp as it is written: the same alone in a file of the library and among others in a file that travels. */
export function stampJson(stamp: KeptStamp): { readonly version: number } & KeptStamp {
  return { version: STAMP_VERSION, ...stamp };
}

/**
 * Reads what `stampJson` made, of this or an older version of boards.
 * @throws TroubleError file.damaged with the path of the first fault, file.tooNew, stamp.tooLarge, image.unreadable
 */
export function readStamp(json: unknown): KeptStamp {
  const parsed = v.safeParse(wrapping, json, { abortEarly: true });
  if (!parsed.success) throw new TroubleError('file.damaged', faultPath(parsed.issues));
  const { version, id, keptMs, ...rest } = parsed.output;
  if (version > STAMP_VERSION) throw new TroubleError('file.tooNew', `${version}`);
  return { id, keptMs, ...checkedStamp(rest as NewStamp) };
}
