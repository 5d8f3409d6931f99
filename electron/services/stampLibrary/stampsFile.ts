import * as v from 'valibot';
import type { KeptStamp } from '../../../shared/contract/stamps.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { readStamp, stampJson } from './stampFile.ts';

/** The name under which a file with stamps is proposed. */
export const STAMPS_NAME = 'eigen stempels.doekstempels';

const KIND = 'droomdoek.stamps';
/** More than anybody draws in a working life, and less than what fills a laptop's memory. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_STAMPS = 2000;

const fileSchema = v.object({ kind: v.literal(KIND), stamps: v.pipe(v.array(v.unknown()), v.maxLength(MOST_STAMPS)) });

/** Stamps as one file of JSON, for another laptop. */
export function stampsText(stamps: readonly KeptStamp[]): string {
  return `${JSON.stringify({ kind: KIND, stamps: stamps.map(stampJson) })}\n`;
}

/**
 * Reads a file with stamps: all of them or none, so that nobody believes to have what is not there.
 * @throws TroubleError stamps.foreign, file.tooLarge, file.damaged, file.tooNew
 */
export function readStamps(bytes: Buffer): readonly KeptStamp[] {
  if (bytes.length > MOST_BYTES) throw new TroubleError('file.tooLarge', `${bytes.length}`);
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new TroubleError(bytes.includes(KIND) ? 'file.damaged' : 'stamps.foreign', 'JSON');
  }
  const parsed = v.safeParse(fileSchema, json);
  if (!parsed.success) throw new TroubleError('stamps.foreign', '');
  return parsed.output.stamps.map(readStamp);
}
