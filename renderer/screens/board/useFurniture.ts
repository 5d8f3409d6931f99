import { startTransition, useEffect, useState } from 'react';
import type { BoardCanvas } from '../../stage/boardCanvas.ts';

type Furniture = typeof import('./deskFurniture.ts').deskFurniture;

let here: Furniture | null = null;

/** Fetches the code of what lies around sheet and dock. */
export async function fetchFurniture(): Promise<Furniture> {
  return (here ??= (await import('./deskFurniture.ts')).deskFurniture);
}

/** What is on the board is shown first, unless it takes longer than this, ms. */
const PATIENCE_MS = 150;

/** Null until sheet and dock stand, the board's marks are in view and the rest has come; it is made between pointer events. */
export function useFurniture({ painted }: Pick<BoardCanvas, 'painted'>): Furniture | null {
  const [furniture, setFurniture] = useState<Furniture | null>(null);
  useEffect(() => {
    let gone = false;
    const shown = Promise.race([painted(), new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS); })]);
    Promise.all([fetchFurniture(), shown]).then(([found]) => { if (!gone) startTransition(() => setFurniture(found)); }, (error: unknown) => { console.warn(error); });
    return () => { gone = true; };
  }, [painted]);
  return furniture;
}
