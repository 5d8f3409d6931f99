/** FNV-1a over UTF-16 units, stirred once more so that ids which differ in their last sign do not stay neighbours. */
function rankOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The order in which this phone shows a round's candidates, so that the first on the list is not the same for
 * everybody. The same phone always shows a round in the same order.
 * @param seed a whole number that this phone drew once
 */
export function shuffled<Item extends { readonly id: string }>(items: readonly Item[], seed: number, round: string): readonly Item[] {
  return items
    .map((item) => ({ item, rank: rankOf(`${seed} ${round} ${item.id}`) }))
    .sort((a, b) => a.rank - b.rank || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
}
