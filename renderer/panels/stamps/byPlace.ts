/** Where something stands on the screen, in px. */
export type Place = { readonly x: number; readonly y: number };

/**
 * The one that an arrow key leads to among things laid out in rows: the nearest in the direction of the key,
 * where a step to the side counts more than one along.
 * @returns its index, or -1 when there is nothing in that direction
 */
export function byPlace(places: readonly Place[], from: number, key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'): number {
  if (key === 'ArrowLeft') return from - 1;
  if (key === 'ArrowRight') return from + 1 < places.length ? from + 1 : -1;
  const here = places[from];
  if (!here) return -1;
  let best = -1;
  let least = Infinity;
  places.forEach(({ x, y }, i) => {
    const down = key === 'ArrowDown' ? y - here.y : here.y - y;
    if (down <= 1) return;
    const distance = down * 10 + Math.abs(x - here.x);
    if (distance < least) { least = distance; best = i; }
  });
  return best;
}
