import * as v from 'valibot';
import type { MarkId, RoundId } from '../base/ids.ts';
import { countSchema, idSchema, lineSchema, recordSchema, timeMsSchema, type Takes, type Writable } from './fieldSchema.ts';
import type { Round } from './round.ts';

const markId = idSchema<MarkId>();

/** Dots per candidate, by candidate id. */
export const dotsSchema = recordSchema<MarkId, number, number>(countSchema);

/** Dots that one person may give. */
const dotsOfOne = v.pipe(countSchema, v.minValue(1), v.maxValue(200));

const tally = v.object({
  totals: dotsSchema,
  cast: countSchema,
  heads: countSchema,
  corrections: countSchema,
  ballots: v.pipe(v.array(v.pipe(v.array(markId), v.maxLength(200))), v.maxLength(10_000)),
  byHand: dotsSchema,
});

const round = v.object({
  id: idSchema<RoundId>(),
  question: lineSchema,
  candidates: v.pipe(v.array(v.object({ id: markId, label: lineSchema })), v.maxLength(200)),
  rule: v.object({ dotsPerPerson: dotsOfOne, atMostPerCandidate: dotsOfOne }),
  state: v.picklist(['open', 'closed', 'revealed', 'cancelled']),
  openedMs: timeMsSchema,
  closedMs: v.nullable(timeMsSchema),
  tally: v.nullable(tally),
  runOffOf: v.nullable(idSchema<RoundId>()),
  lots: v.nullable(v.object({ seed: lineSchema, drawn: markId })),
});

/** A voting round as the board knows it. */
export const roundSchema: v.GenericSchema<unknown, Round> = round;
export type TakesRound = Takes<Writable<Round>, Writable<v.InferInput<typeof round>>>;
