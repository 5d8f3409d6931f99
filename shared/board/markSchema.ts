import * as v from 'valibot';
import type { AssetId, GroupId, InkId, MarkId, PageId, RoundId, TableId } from '../base/ids.ts';
import { idSchema, inkColorSchema, lengthSchema, matrixSchema, orderSchema, pointSchema, shareSchema, sizeSchema, textSchema, timeMsSchema, type Takes, type Writable } from './fieldSchema.ts';
import type { Mark } from './marks.ts';

const markId = idSchema<MarkId>();
const hand = v.picklist(['kop', 'hand', 'marker', 'face', 'faceBold']);
const emSchema = v.pipe(v.number(), v.finite(), v.minValue(-1e6), v.maxValue(1e6));
const run = v.object({ text: textSchema, rtl: v.boolean(), xEm: emSchema, widthEm: emSchema, steps: v.exactOptional(v.pipe(v.array(emSchema), v.maxLength(20_000))) });
const sign = v.object({ kind: v.picklist(['dot', 'dash', 'tick', 'number']), text: v.pipe(v.string(), v.maxLength(20)), xEm: emSchema });
const lines = v.pipe(v.array(v.object({ runs: v.pipe(v.array(run), v.maxLength(1000)), widthEm: emSchema, sign: v.exactOptional(sign) })), v.maxLength(2000));

export const layerNameSchema = v.picklist(['tracing', 'prepared', 'harvest']);
/** Groups in groups, deeper than any hand makes them. */
export const groupsSchema = v.pipe(v.array(idSchema<GroupId>()), v.maxLength(50));
export const mentionSchema = v.object({ table: v.nullable(idSchema<TableId>()), atMs: timeMsSchema });

const mentions = v.pipe(v.array(mentionSchema), v.maxLength(10_000));
const picture = v.pipe(v.array(markId), v.maxLength(10_000));

const base = {
  id: markId,
  page: idSchema<PageId>(),
  layer: layerNameSchema,
  order: orderSchema,
  matrix: matrixSchema,
  locked: v.boolean(),
  groups: v.exactOptional(groupsSchema),
};

const stroke = v.object({
  ...base, kind: v.literal('stroke'), ink: idSchema<InkId>(), tool: v.picklist(['pen', 'highlighter', 'shadow']), color: inkColorSchema,
  widthUnits: sizeSchema, thinning: shareSchema, smoothing: shareSchema, alt: v.exactOptional(textSchema),
});

const text = v.object({
  ...base, kind: v.literal('text'), text: textSchema, lines, hand, sizeUnits: sizeSchema, color: inkColorSchema,
  align: v.picklist(['left', 'middle']), heading: v.boolean(), caps: v.boolean(),
  accent: v.picklist(['none', 'line', 'wave', 'wash']), accentColor: v.nullable(inkColorSchema), breakUnits: v.nullable(sizeSchema),
});

const card = v.object({
  ...base, kind: v.literal('card'), role: v.picklist(['trait', 'metaphor', 'theme', 'idea', 'point']), text: textSchema, lines,
  sizeUnits: sizeSchema, color: inkColorSchema, mentions, picture, placed: v.boolean(),
  merged: v.pipe(v.array(v.object({ text: textSchema, mentions, color: inkColorSchema, picture })), v.maxLength(1000)),
});

const shape = v.object({
  ...base, kind: v.literal('shape'), form: v.picklist(['rectangle', 'ellipse', 'diamond', 'line', 'banner', 'bubble', 'thought', 'cloud', 'sun', 'arrow', 'frame']),
  w: sizeSchema, h: sizeSchema, points: v.pipe(v.array(pointSchema), v.maxLength(10_000)), color: inkColorSchema, widthUnits: sizeSchema,
  fill: v.nullable(inkColorSchema), dashed: v.boolean(), shadow: v.boolean(), text: textSchema, lines, textSizeUnits: sizeSchema, hand,
  area: v.picklist(['traits', 'metaphors', 'themes', 'charter', 'question', 'none']), caps: v.boolean(),
  least: v.nullable(v.object({ w: sizeSchema, h: sizeSchema })), tail: v.nullable(pointSchema),
});

const connectorEnd = v.object({ mark: v.nullable(markId), at: pointSchema });
const connector = v.object({
  ...base, kind: v.literal('connector'), from: connectorEnd, to: connectorEnd, bend: lengthSchema, color: inkColorSchema,
  widthUnits: sizeSchema, head: v.picklist(['arrow', 'none']),
});

const stamp = v.object({
  ...base, kind: v.literal('stamp'), stamp: v.pipe(v.string(), v.maxLength(200)), sizeUnits: sizeSchema, color: v.nullable(inkColorSchema),
  alt: textSchema, outline: v.nullable(v.pipe(v.string(), v.maxLength(200_000))),
});

const image = v.object({ ...base, kind: v.literal('image'), asset: idSchema<AssetId>(), w: sizeSchema, h: sizeSchema, alt: textSchema, opacity: v.exactOptional(shareSchema) });
const result = v.object({ ...base, kind: v.literal('result'), round: idSchema<RoundId>(), w: sizeSchema, h: sizeSchema });

const mark = v.variant('kind', [stroke, text, card, shape, connector, stamp, image, result]);

/** Any mark, field by field. */
export const markSchema: v.GenericSchema<unknown, Mark> = mark;
export type TakesMark = Takes<Writable<Mark>, Writable<v.InferInput<typeof mark>>>;

