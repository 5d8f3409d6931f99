import * as v from 'valibot';
import { timeMsSchema } from '../../../shared/board/fieldSchema.ts';
import type { Joining } from '../../../shared/contract/door.ts';
import { readIfThere, writeSafely } from '../files/writeSafely.ts';

/** How the door of a board was opened last; in the board's folder on this laptop. Nothing about who came in. */
export type DoorMemory = {
  readonly joining: Joining;
  readonly address: string;
  /** Null once it was closed; still there when the app ended without closing it. */
  readonly openedMs: number | null;
};

const memorySchema: v.GenericSchema<unknown, DoorMemory> = v.object({ joining: v.picklist(['codes', 'open']), address: v.pipe(v.string(), v.maxLength(40)), openedMs: v.nullable(timeMsSchema) });

/** How the door was opened last, or null. */
export async function readDoorMemory(path: string): Promise<DoorMemory | null> {
  const bytes = await readIfThere(path);
  try {
    const read = v.safeParse(memorySchema, JSON.parse(bytes?.toString('utf8') ?? 'null'));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** Keeps how the door stands. */
export async function writeDoorMemory(path: string, memory: DoorMemory): Promise<void> {
  await writeSafely(path, JSON.stringify(memory), 0o600);
}
