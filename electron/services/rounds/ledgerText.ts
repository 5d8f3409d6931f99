import * as v from 'valibot';
import type { TableId } from '../../../shared/base/ids.ts';
import { countSchema, idSchema, recordSchema, timeMsSchema } from '../../../shared/board/fieldSchema.ts';
import { dotsSchema, roundSchema } from '../../../shared/board/roundSchema.ts';
import type { TableDots, VotingWay } from '../../../shared/contract/rounds.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import type { LedgerState } from './ledgerState.ts';

const slotSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const place = v.pipe(countSchema, v.maxValue(199));
const ballot = v.object({ table: countSchema, choices: v.pipe(v.array(place), v.maxLength(200)), count: v.optional(countSchema, 0) });

/** What stands in a ledger file. Fields that a round had not yet when its ledger was written get what they mean then. */
const ledgerSchema: v.GenericSchema<unknown, LedgerState> = v.object({
  round: roundSchema,
  ways: v.optional(recordSchema<TableId, VotingWay, VotingWay>(v.picklist(['paper', 'phones', 'hands'])), {}),
  rows: recordSchema<TableId, unknown, TableDots>(dotsSchema),
  hands: v.optional(v.nullable(dotsSchema), null),
  recounts: v.array(v.object({ table: v.nullable(idSchema<TableId>()), before: v.nullable(dotsSchema) })),
  corrections: countSchema,
  ballots: v.record(slotSchema, ballot),
  closesMs: v.optional(v.nullable(timeMsSchema), null),
  time: v.optional(v.picklist(['open', 'up', 'missed']), 'open'),
});

/** A ledger as text. Slots stand in their own order, which says nothing about the order in which people voted. */
export function ledgerText(ledger: LedgerState): string {
  const ballots = Object.entries(ledger.ballots).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ ...ledger, ballots: Object.fromEntries(ballots) });
}

/** Reads a ledger. @throws TroubleError file.damaged */
export function readLedger(text: string): LedgerState {
  const parsed = v.safeParse(ledgerSchema, JSON.parse(text));
  if (!parsed.success) throw new TroubleError('file.damaged', 'round ledger');
  return parsed.output;
}
