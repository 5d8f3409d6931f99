import * as v from 'valibot';
import type { BoardId, MarkId, PageId, RoundId } from '../../../shared/base/ids.ts';
import { countSchema, idSchema, lengthSchema, pointSchema, shareSchema, sizeSchema, timeMsSchema } from '../../../shared/board/fieldSchema.ts';
import type { LiveMessage, RoomView } from '../../../shared/contract/room.ts';

const round = idSchema<RoundId>();
const page = idSchema<PageId>();
const short = v.pipe(v.string(), v.maxLength(200));

/** What the room is to see. */
export const roomViewSchema: v.GenericSchema<unknown, RoomView> = v.object({
  board: idSchema<BoardId>(),
  page,
  mode: v.picklist(['whole', 'frame', 'follow', 'pen', 'frozen']),
  frame: v.nullable(idSchema<MarkId>()),
  deskView: v.object({ x: lengthSchema, y: lengthSchema, w: sizeSchema, h: sizeSchema }),
  curtain: v.picklist(['open', 'black', 'title']),
  clock: v.nullable(v.object({ title: short, endsMs: v.nullable(timeMsSchema), leftMs: v.pipe(v.number(), v.finite()) })),
  scene: v.variant('kind', [
    v.object({ kind: v.literal('board') }),
    v.object({
      kind: v.literal('vote'), round, cast: countSchema, heads: countSchema, closesMs: v.nullable(v.pipe(v.number(), v.integer())),
      door: v.nullable(v.object({ url: short, joining: v.picklist(['codes', 'open']) })),
    }),
    v.object({ kind: v.literal('result'), round }),
    v.object({
      kind: v.literal('playback'), toSeq: countSchema, wishMs: timeMsSchema, only: v.nullable(page), atMs: v.pipe(v.number(), v.finite(), v.minValue(0)), sinceMs: timeMsSchema,
      speed: v.pipe(v.number(), v.minValue(0), v.maxValue(64)),
    }),
  ]),
});

/** A passing message to the room screen. */
export const liveMessageSchema: v.GenericSchema<unknown, LiveMessage> = v.variant('kind', [
  v.object({
    kind: v.literal('stroke'), stroke: short, page, color: short, widthUnits: sizeSchema, thinning: shareSchema, smoothing: shareSchema,
    tool: v.picklist(['pen', 'highlighter', 'shadow']), from: countSchema, points: v.pipe(v.array(lengthSchema), v.maxLength(300_000)),
  }),
  v.object({ kind: v.literal('strokeEnd'), stroke: short, kept: v.boolean() }),
  v.object({ kind: v.literal('laser'), at: v.nullable(pointSchema) }),
]);
