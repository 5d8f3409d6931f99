import { breathing } from './inTurns.ts';

/** Objects are taken apart down to this depth: in the answer to `boards.open` the buckets of a board lie at 5. */
const DEPTH = 5;
/** Smaller objects are not worth a turn of their own. */
const FEW_MEMBERS = 40;

/**
 * The JSON of a plain value as `JSON.stringify` gives it, made in turns, so that nobody waits for a large one. The
 * value must not change meanwhile.
 */
export async function jsonInTurns(value: unknown): Promise<string> {
  const breathe = breathing();
  const pieces: string[] = [];
  const isWhole = (inner: unknown, depth: number): inner is string | number | boolean | null | readonly unknown[] => depth === 0 || typeof inner !== 'object' || inner === null || Array.isArray(inner);
  const put = async (inner: object, depth: number): Promise<void> => {
    let comma = '{';
    let count = 0;
    for (const [key, member] of Object.entries(inner)) {
      if (member === undefined) continue;
      pieces.push(`${comma}${JSON.stringify(key)}:`);
      comma = ',';
      if (isWhole(member, depth - 1)) pieces.push(JSON.stringify(member));
      else await put(member as object, depth - 1);
      if (++count % FEW_MEMBERS === 0) await breathe();
    }
    pieces.push(comma === '{' ? '{}' : '}');
    await breathe();
  };
  if (isWhole(value, DEPTH)) return JSON.stringify(value);
  await put(value as object, DEPTH);
  return pieces.join('');
}
