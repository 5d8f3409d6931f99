import { drawnStamp, drawnStamps } from './drawn.ts';
import { knowDrawings } from './knownDrawing.ts';

knowDrawings(drawnStamp);

/** Every stamp that was drawn for this app. Importing this is what lets scenes paint them. */
export const allDrawings = drawnStamps;
