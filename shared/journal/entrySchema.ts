import * as v from 'valibot';
import type { BoardId, InkId, MarkId } from '../base/ids.ts';
import type { Change } from '../board/change.ts';
import { idSchema, matrixSchema, recordSchema, timeMsSchema } from '../board/fieldSchema.ts';
import type { JournalEntry, JournalHeader, What } from './entry.ts';

const seq = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const ids = v.array(idSchema<MarkId>());

const patch = v.object({
  op: v.picklist(['add', 'replace', 'remove']),
  path: v.pipe(v.array(v.union([v.string(), v.number()])), v.maxLength(20)),
  // What a patch sets is checked with the whole board after the replay.
  value: v.exactOptional(v.unknown()),
});

/** A change as it stands in a journal; whether it fits the board shows when it is applied. */
const changeSchema: v.GenericSchema<unknown, Change> = v.variant('kind', [
  v.object({ kind: v.literal('patches'), patches: v.array(patch) }),
  v.object({ kind: v.literal('transform'), ids, matrix: matrixSchema }),
  v.object({ kind: v.literal('place'), places: v.array(v.tuple([idSchema<MarkId>(), matrixSchema])) }),
]);

const what = v.custom<What>((value) => typeof value === 'string' && /^[a-zA-Z.]{1,40}$/.test(value), 'not a gesture');

/** First line of a journal. */
export const headerSchema: v.GenericSchema<unknown, JournalHeader> = v.object({
  journal: v.literal('droomdoek'),
  documentVersion: v.pipe(seq, v.minValue(1)),
  board: idSchema<BoardId>(),
  afterSeq: seq,
});

/** Any further line of a journal. */
export const entrySchema: v.GenericSchema<unknown, JournalEntry> = v.object({
  seq,
  atMs: timeMsSchema,
  body: v.variant('kind', [
    v.object({
      kind: v.literal('change'), what, opId: v.pipe(v.string(), v.maxLength(200)), change: changeSchema,
      inks: recordSchema<InkId, string, string>(v.string()), undoable: v.boolean(),
    }),
    v.object({ kind: v.picklist(['undo', 'redo']), what, of: seq, change: changeSchema }),
  ]),
});
