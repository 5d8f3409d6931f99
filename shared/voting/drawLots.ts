import { hashText, seededRandom } from '../base/seededRandom.ts';

/**
 * Draws lots among ids: the first of the returned order is the one drawn. The same seed gives the same order whatever
 * the order in which the ids are given, so a room can repeat what it saw. Fisher–Yates over sorted ids.
 * @param seed what the room agreed on beforehand, for instance the words spoken by two people
 */
export function drawLots<Id extends string>(seed: string, ids: readonly Id[]): readonly Id[] {
  const lots = [...new Set(ids)].sort();
  const random = seededRandom(hashText(seed));
  for (let i = lots.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [lots[i], lots[k]] = [lots[k] as Id, lots[i] as Id];
  }
  return lots;
}
