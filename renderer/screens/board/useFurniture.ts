import { startTransition, useEffect, useState } from 'react';
import type { BoardCanvas } from '../../stage/boardCanvas.ts';

type Furniture = typeof import('./deskFurniture.ts').deskFurniture;

let here: Furniture | null = null;

const rest = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** A server that is just starting again is asked anew after this, ms. */
const AGAIN_MS = 2000;

/** Fetches the code of what lies around sheet and dock, until it comes or nobody waits for it. */
async function fetchFurniture(isWanted: () => boolean): Promise<Furniture | null> {
  while (isWanted()) {
    try {
      return (here ??= (await import('./deskFurniture.ts')).deskFurniture);
    } catch (error) {
      console.warn(error);
      await rest(AGAIN_MS);
    }
  }
  return null;
}

/** What lies around the sheet is made so long after the marks were painted, ms: before, it would hold up the frames that show them. */
const REST_MS = 200;
/** It waits no longer than this for them, ms. */
const PATIENCE_MS = 400;

/** Null until sheet and dock stand, the board's marks are in view and the rest has come; it is made between pointer events. */
export function useFurniture({ painted }: Pick<BoardCanvas, 'painted'>): Furniture | null {
  const [furniture, setFurniture] = useState<Furniture | null>(null);
  useEffect(() => {
    let isGone = false;
    const shown = Promise.race([painted().then(() => rest(REST_MS)), rest(PATIENCE_MS)]);
    void Promise.all([fetchFurniture(() => !isGone), shown]).then(([found]) => { if (!isGone) startTransition(() => setFurniture(found)); });
    return () => { isGone = true; };
  }, [painted]);
  return furniture;
}
