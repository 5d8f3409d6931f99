import { startTransition, useEffect, useState } from 'react';
import type { BoardCanvas } from '../../stage/boardCanvas.ts';

type Furniture = typeof import('./deskFurniture.ts').deskFurniture;

let here: Furniture | null = null;

/** A server that is just starting again is asked anew after this, ms. */
const AGAIN_MS = 2000;

/** Fetches the code of what lies around sheet and dock, until it comes or nobody waits for it. */
async function fetchFurniture(isWanted: () => boolean): Promise<Furniture | null> {
  while (isWanted()) {
    try {
      return (here ??= (await import('./deskFurniture.ts')).deskFurniture);
    } catch (error) {
      console.warn(error);
      await new Promise((resolve) => { setTimeout(resolve, AGAIN_MS); });
    }
  }
  return null;
}

/** What is on the board is shown first, unless it takes longer than this, ms. */
const PATIENCE_MS = 150;

/** Null until sheet and dock stand, the board's marks are in view and the rest has come; it is made between pointer events. */
export function useFurniture({ painted }: Pick<BoardCanvas, 'painted'>): Furniture | null {
  const [furniture, setFurniture] = useState<Furniture | null>(null);
  useEffect(() => {
    let gone = false;
    const shown = Promise.race([painted(), new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS); })]);
    void Promise.all([fetchFurniture(() => !gone), shown]).then(([found]) => { if (!gone) startTransition(() => setFurniture(found)); });
    return () => { gone = true; };
  }, [painted]);
  return furniture;
}
