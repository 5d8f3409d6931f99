import * as v from 'valibot';
import type { GroupId, MarkId, PageId, RoundId, TableId } from '../base/ids.ts';
import { charterSchema, inksSchema, layerSchema, nextStepsSchema, pageSchema, rulingSchema, runningSchema, stepsSchema, tableSchema } from './boardSchema.ts';
import type { Command, Gesture } from './commands.ts';
import { countSchema, idSchema, inkColorSchema, lineSchema, matrixSchema, orderSchema, recordSchema, shareSchema, sizeSchema, type Takes, type Writable } from './fieldSchema.ts';
import { groupsSchema, layerNameSchema, markSchema, mentionSchema } from './markSchema.ts';
import { roundSchema } from './roundSchema.ts';

const markId = idSchema<MarkId>();
const ids = v.pipe(v.array(markId), v.maxLength(200_000));
const marks = v.pipe(v.array(markSchema), v.maxLength(200_000));

const gestures = ['draw', 'write', 'catch', 'shape', 'connect', 'stamp', 'image', 'paste', 'duplicate', 'name', 'place', 'split', 'import', 'edit', 'erase'] as const satisfies readonly Gesture[];
type MissingGesture = Exclude<Gesture, (typeof gestures)[number]>;
export type TakesGesture = Takes<MissingGesture, never>;

const style = v.object({
  color: v.exactOptional(inkColorSchema),
  fill: v.exactOptional(v.nullable(inkColorSchema)),
  widthUnits: v.exactOptional(sizeSchema),
  thinning: v.exactOptional(shareSchema),
  smoothing: v.exactOptional(shareSchema),
  dashed: v.exactOptional(v.boolean()),
  shadow: v.exactOptional(v.boolean()),
  opacity: v.exactOptional(shareSchema),
});

const arrangement = v.object({
  order: v.exactOptional(orderSchema),
  locked: v.exactOptional(v.boolean()),
  layer: v.exactOptional(layerNameSchema),
});

const command = v.variant('type', [
  v.object({ type: v.literal('marks.put'), what: v.picklist(gestures), marks, removes: v.exactOptional(ids), inks: v.exactOptional(inksSchema), rulings: v.exactOptional(v.pipe(v.array(rulingSchema), v.maxLength(1000))) }),
  v.object({ type: v.literal('marks.remove'), ids }),
  v.object({ type: v.literal('marks.transform'), ids, matrix: matrixSchema }),
  v.object({ type: v.literal('marks.restyle'), ids, style }),
  v.object({ type: v.literal('marks.arrange'), arrangements: recordSchema<MarkId, v.InferInput<typeof arrangement>, v.InferOutput<typeof arrangement>>(arrangement) }),
  v.object({ type: v.literal('marks.place'), places: v.pipe(v.array(v.tuple([markId, matrixSchema])), v.maxLength(200_000)) }),
  v.object({ type: v.literal('marks.group'), groups: recordSchema<MarkId, readonly GroupId[], readonly GroupId[]>(groupsSchema) }),
  v.object({ type: v.literal('card.mention'), id: markId, mention: mentionSchema, sizeUnits: sizeSchema, matrix: matrixSchema }),
  v.object({ type: v.literal('card.reattribute'), id: markId, mention: countSchema, table: v.nullable(idSchema<TableId>()), color: inkColorSchema }),
  v.object({ type: v.literal('card.merge'), into: markSchema, from: ids }),
  v.object({ type: v.literal('page.put'), page: pageSchema }),
  v.object({ type: v.literal('page.remove'), id: idSchema<PageId>() }),
  v.object({ type: v.literal('table.put'), table: tableSchema }),
  v.object({ type: v.literal('round.put'), round: roundSchema, marks: v.exactOptional(marks) }),
  v.object({ type: v.literal('round.remove'), id: idSchema<RoundId>() }),
  v.object({ type: v.literal('layer.set'), name: layerNameSchema, layer: layerSchema }),
  v.object({ type: v.literal('charter.set'), charter: charterSchema }),
  v.object({ type: v.literal('nextSteps.set'), steps: nextStepsSchema }),
  v.object({ type: v.literal('order.set'), steps: stepsSchema }),
  v.object({ type: v.literal('order.run'), running: v.nullable(runningSchema) }),
  v.object({ type: v.literal('sameness.rule'), ruling: rulingSchema }),
  v.object({ type: v.literal('board.rename'), title: lineSchema }),
]);

/** A command from a window, a file or the wire: finite numbers, bounded texts, sound ids. */
export const commandSchema: v.GenericSchema<unknown, Command> = command;

// Records that have schemas of their own take `unknown` here; what is left proves that no command and no field is missing.
export type TakesCommand = Takes<Writable<Command>, Writable<v.InferInput<typeof command>>>;
