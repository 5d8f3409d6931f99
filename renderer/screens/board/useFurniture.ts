import { startTransition, useEffect, useState } from 'react';

type Furniture = typeof import('./deskFurniture.ts').deskFurniture;

let here: Furniture | null = null;

/** Fetches the code of what lies around sheet and dock. */
export async function fetchFurniture(): Promise<Furniture> {
  return (here ??= (await import('./deskFurniture.ts')).deskFurniture);
}

/** Null until sheet and dock stand and the rest has come; it is made between pointer events. */
export function useFurniture(): Furniture | null {
  const [furniture, setFurniture] = useState<Furniture | null>(null);
  useEffect(() => {
    let gone = false;
    fetchFurniture().then((found) => { if (!gone) startTransition(() => setFurniture(found)); }, (error: unknown) => { console.warn(error); });
    return () => { gone = true; };
  }, []);
  return furniture;
}
