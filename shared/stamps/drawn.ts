import { animalStamps } from './animals.ts';
import { marketStamps } from './market.ts';
import { natureStamps } from './nature.ts';
import { peopleStamps } from './people.ts';
import { placeStamps } from './place.ts';
import type { Stamp } from './stamp.ts';
import { symbolStamps } from './symbols.ts';
import { talkStamps } from './talk.ts';
import { thingStamps } from './things.ts';

/** Every stamp that was drawn for this app, in the order of the picker. */
export const drawnStamps: readonly Stamp[] = [
  ...animalStamps,
  ...marketStamps,
  ...placeStamps,
  ...natureStamps,
  ...peopleStamps,
  ...symbolStamps,
  ...talkStamps,
  ...thingStamps,
];

const byId: ReadonlyMap<string, Stamp> = new Map(drawnStamps.map((stamp) => [stamp.id, stamp]));

/** The drawn stamp with this id, or undefined. */
export function drawnStamp(id: string): Stamp | undefined {
  return byId.get(id);
}
