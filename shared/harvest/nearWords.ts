import { sameKey } from './sameness.ts';

/** Below this likeness two words only have letters in common. */
const LEAST_LIKE = 0.34;
/** Of the likeness, what a common beginning makes: many Dutch words share no more than their ending (-heid, -ing). */
const START_SHARE = 0.3;

/** Pairs of letters that follow each other, with the start and the end of each word as a sign of their own. */
function pairsOf(text: string): readonly string[] {
  const spaced = ` ${sameKey(text)} `;
  return [...spaced].slice(1).map((letter, i) => `${[...spaced][i] ?? ''}${letter}`);
}

/** The share of the shorter word with which both begin. */
function startAlike(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let alike = 0;
  while (alike < shorter && a[alike] === b[alike]) alike++;
  return shorter === 0 ? 0 : alike / shorter;
}

/**
 * How alike two words are written, 0–1: the share of letter pairs that they have in common (Dice, "Measures of the amount
 * of ecologic association between species", 1945, on pairs of letters), and how far they begin alike.
 */
export function likeness(a: string, b: string): number {
  const left = pairsOf(a), right = [...pairsOf(b)];
  const all = left.length + right.length;
  let common = 0;
  for (const pair of left) {
    const at = right.indexOf(pair);
    if (at < 0) continue;
    right.splice(at, 1);
    common++;
  }
  return (1 - START_SHARE) * ((2 * common) / all) + START_SHARE * startAlike(sameKey(a), sameKey(b));
}

/** Those of some words that may mean the same as another, the likest first. */
export function nearWords<Item extends { readonly text: string }>(text: string, items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, like: likeness(text, item.text) }))
    .filter(({ like }) => like >= LEAST_LIKE)
    .sort((a, b) => b.like - a.like)
    .map(({ item }) => item);
}
