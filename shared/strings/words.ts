import type { nl } from './nl.ts';

/** The same keys with any text: what another language has to give. */
type SameKeys<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : SameKeys<Tree[Key]> };

/** Words by group and key, as Dutch has them. */
export type Words = SameKeys<typeof nl>;

/** `pages_one` and `pages_other` are one key, `pages`: which of the two is said depends on `count`. */
type WithoutPlural<Key extends string> = Key extends `${infer Base}_one` ? Base : Key extends `${infer Base}_other` ? Base : Key;

type KeysOf<Tree, Before extends string> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Before}${WithoutPlural<Key>}` : KeysOf<Tree[Key], `${Before}${Key}.`>;
}[keyof Tree & string];

/** The name of a text, groups joined by dots: `voting.title`. */
export type WordKey = KeysOf<typeof nl, ''>;

/** What fills the blanks `{{name}}` of a text; `count` also chooses between one and more. */
export type WordValues = { readonly [name: string]: string | number };

type Tree = { readonly [key: string]: string | Tree };

/** Texts by their whole key, one level deep. */
export type FlatWords = { readonly [key: string]: string };

/** Lays a tree of words flat: `{ a: { b: 'x' } }` becomes `{ 'a.b': 'x' }`. */
export function flatWords(words: Tree, before = ''): FlatWords {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat[before + key] = value;
    else Object.assign(flat, flatWords(value, `${before}${key}.`));
  }
  return flat;
}

/**
 * Says a text of a language. Chooses between `_one` and `_other` by `values.count`; an unfilled blank stays empty,
 * and a key without a text says itself.
 */
export function sayIn(words: FlatWords, key: WordKey, values: WordValues = {}): string {
  const plural = typeof values['count'] === 'number' ? words[`${key}_${values['count'] === 1 ? 'one' : 'other'}`] : undefined;
  const text = plural ?? words[key] ?? key;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
