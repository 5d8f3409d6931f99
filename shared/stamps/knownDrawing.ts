import type { Stamp } from './stamp.ts';

let drawingOf: ((id: string) => Stamp | undefined) | null = null;

/** Says where the drawings of stamps are; `allDrawings.ts` does, as soon as it is imported. */
export function knowDrawings(find: (id: string) => Stamp | undefined): void {
  drawingOf = find;
}

/**
 * The drawn stamp with this id; undefined when there is none, or the drawings have not been fetched. They are the largest
 * single part of what a window would have to load before one can draw, and most boards that are begun have none: whoever
 * paints stamps imports `allDrawings.ts`, and the desk fetches it when its board has some, or a little later.
 */
export function knownDrawing(id: string): Stamp | undefined {
  return drawingOf?.(id);
}
