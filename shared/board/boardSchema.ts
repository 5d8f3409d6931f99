import * as v from 'valibot';
import type { BoardId, InkId, MarkId, PageId, RoundId, StepId, TableId } from '../base/ids.ts';
import { BOARD_VERSION, type Board, type Charter, type Layer, type Page, type SamenessRuling, type Table } from './board.ts';
import type { NewInks } from './commands.ts';
import { countSchema, idSchema, inkColorSchema, lineSchema, orderSchema, recordSchema, sizeSchema, textSchema, timeMsSchema, type Takes, type Writable } from './fieldSchema.ts';
import type { Mark } from './marks.ts';
import { markSchema } from './markSchema.ts';
import type { Round } from './round.ts';
import { roundSchema } from './roundSchema.ts';
import type { Running, Step } from './runningOrder.ts';

const page = v.object({ id: idSchema<PageId>(), title: lineSchema, order: orderSchema, size: v.object({ w: sizeSchema, h: sizeSchema }), step: lineSchema });
export const pageSchema: v.GenericSchema<unknown, Page> = page;

const table = v.object({ id: idSchema<TableId>(), number: countSchema, name: lineSchema, color: inkColorSchema, heads: countSchema });
export const tableSchema: v.GenericSchema<unknown, Table> = table;

const layer = v.object({ locked: v.boolean(), visible: v.boolean(), inRoom: v.exactOptional(v.boolean()) });
export const layerSchema: v.GenericSchema<unknown, Layer> = layer;

const charter = v.object({
  heading: lineSchema,
  place: lineSchema,
  dream: textSchema,
  points: v.pipe(v.array(v.object({ text: textSchema, more: textSchema })), v.maxLength(200)),
  carriedBy: textSchema,
  roles: v.pipe(v.array(lineSchema), v.maxLength(200)),
  picture: v.exactOptional(v.pipe(v.array(idSchema<MarkId>()), v.maxLength(5000))),
});
export const charterSchema: v.GenericSchema<unknown, Charter> = charter;

const step = v.object({
  id: idSchema<StepId>(),
  title: lineSchema,
  minutes: v.pipe(countSchema, v.maxValue(24 * 60)),
  page: v.nullable(idSchema<PageId>()),
  frame: v.nullable(idSchema<MarkId>()),
  reminders: v.pipe(v.array(lineSchema), v.maxLength(50)),
});
export const stepsSchema: v.GenericSchema<unknown, readonly Step[]> = v.pipe(v.array(step), v.maxLength(200));

const running = v.object({ step: idSchema<StepId>(), startedMs: timeMsSchema, heldMs: v.nullable(timeMsSchema) });
export const runningSchema: v.GenericSchema<Running, Running> = running;

const ruling = v.object({ a: lineSchema, b: lineSchema, same: v.boolean() });
export const rulingSchema: v.GenericSchema<unknown, SamenessRuling> = ruling;

/** The lines of a report's next steps. */
export const nextStepsSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(20));

const bucketName = v.pipe(v.string(), v.regex(/^[0-9a-f]{2}$/));

const bucket = recordSchema<MarkId, unknown, Mark>(markSchema);

const board = v.object({
  version: v.literal(BOARD_VERSION),
  id: idSchema<BoardId>(),
  title: lineSchema,
  locale: v.picklist(['nl', 'en']),
  createdMs: timeMsSchema,
  template: lineSchema,
  pages: recordSchema<PageId, Page, Page>(page),
  layers: v.object({ tracing: layer, prepared: layer, harvest: layer }),
  buckets: v.record(bucketName, bucket),
  tables: recordSchema<TableId, Table, Table>(table),
  rounds: recordSchema<RoundId, unknown, Round>(roundSchema),
  charter,
  sameness: v.pipe(v.array(ruling), v.maxLength(10_000)),
  runningOrder: v.exactOptional(v.object({ steps: v.pipe(v.array(step), v.maxLength(200)), running: v.nullable(running) })),
  nextSteps: v.exactOptional(nextStepsSchema),
});

/** The shape of a whole board; that its records fit together is `documentFault`'s business. */
export const boardSchema: v.GenericSchema<unknown, Board> = board;

/** All of a board but its marks, and the marks of one bucket: a large board is looked through piece by piece. */
export const frameSchema: v.GenericSchema<unknown, Omit<Board, 'buckets'>> = v.omit(board, ['buckets']);
export const bucketNameSchema: v.GenericSchema<unknown, string> = bucketName;
export const bucketSchema: v.GenericSchema<unknown, Board['buckets'][string]> = bucket;

// Marks and rounds prove themselves in their own files.
type Own = Omit<Board, 'buckets' | 'rounds'>;
export type TakesBoard = Takes<Writable<Own>, Writable<Omit<v.InferInput<typeof board>, 'buckets' | 'rounds'>>>;

/** Ink by id, as text; that it is ink is checked by `inkFault`. */
export const inksSchema: v.GenericSchema<unknown, NewInks> = recordSchema<InkId, string, string>(v.pipe(v.string(), v.maxLength(32_000_000)));
