import { randomInt } from 'node:crypto';

/** The same items in an order that the system's source of chance decides (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [mixed[i], mixed[j]] = [mixed[j] as Item, mixed[i] as Item];
  }
  return mixed;
}
