import { animalStamps } from './animals.ts';
import { marketStamps } from './market.ts';
import { natureStamps } from './nature.ts';
import type { Stamp } from './stamp.ts';

/** Every stamp that was drawn for this app, in the order of the picker. */
export const drawnStamps: readonly Stamp[] = [...animalStamps, ...natureStamps, ...marketStamps];
