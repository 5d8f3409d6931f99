/** The list with one item replaced. */
export function replaced<Item>(list: readonly Item[], at: number, item: Item): readonly Item[] {
  return list.map((old, i) => (i === at ? item : old));
}

/** The list without one item. */
export function without<Item>(list: readonly Item[], at: number): readonly Item[] {
  return list.filter((_, i) => i !== at);
}

/** The list with one item moved by a number of places; unchanged when that leads past an end. */
export function moved<Item>(list: readonly Item[], at: number, by: number): readonly Item[] {
  const item = list[at];
  const to = at + by;
  if (item === undefined || to < 0 || to >= list.length) return list;
  const rest = without(list, at);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
