import { synonyms } from './synonyms.ts';

/** What the picker knows of a stamp without its drawing. */
export type StampEntry = {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
  readonly tags: readonly string[];
};

const LIBRARY_PREFIX = 'noto:';

/** Whether a stamp was drawn for this app, and not taken from the large library. */
export const isOwnStamp = (entry: Pick<StampEntry, 'id'>): boolean => !entry.id.startsWith(LIBRARY_PREFIX);

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

type Words = {
  readonly nl: readonly string[];
  readonly en: readonly string[];
  readonly tags: readonly string[];
  readonly all: ReadonlySet<string>;
};

/** Words by entry: entries never change, and splitting a thousand of them at every key would be felt. */
const wordsByEntry = new WeakMap<StampEntry, Words>();

const wordsFor = (entry: StampEntry): Words => {
  const known = wordsByEntry.get(entry);
  if (known) return known;
  const nl = wordsOf(entry.nl);
  const en = wordsOf(entry.en);
  const tags = entry.tags.flatMap(wordsOf);
  const words = { nl, en, tags, all: new Set([...nl, ...en, ...tags]) };
  wordsByEntry.set(entry, words);
  return words;
};

const SHORTEST_SYNONYM_START = 3;

/** Whole words that stand for what was typed, also while it is still being typed. */
const meantBy = (typed: string): readonly string[] => {
  const whole = Object.hasOwn(synonyms, typed) ? synonyms[typed] : undefined;
  if (whole !== undefined) return whole;
  if (typed.length < SHORTEST_SYNONYM_START) return [];
  return Object.entries(synonyms).flatMap(([word, meant]) => (word.startsWith(typed) ? meant : []));
};

type Typed = { readonly word: string; readonly meant: readonly string[] };

const inName = (name: readonly string[], word: string): number => {
  if (name.length === 1 && name[0] === word) return 100;
  if (name.includes(word)) return 84;
  if (name[0]?.startsWith(word) === true) return 60;
  return name.some((part) => part.startsWith(word)) ? 54 : 0;
};

const inTags = (tags: readonly string[], word: string): number => {
  if (tags.includes(word)) return 66;
  return tags.some((tag) => tag.startsWith(word)) ? 40 : 0;
};

const SYNONYM_SCORE = 24;
const OTHER_LANGUAGE = 0.8;
const OWN_BONUS = 18;

const scoreOf = (entry: StampEntry, typed: readonly Typed[], locale: 'nl' | 'en'): number => {
  const { nl, en, tags, all } = wordsFor(entry);
  const [first, second] = locale === 'nl' ? [nl, en] : [en, nl];
  let total = 0;
  for (const { word, meant } of typed) {
    const score = Math.max(
      inName(first, word),
      inName(second, word) * OTHER_LANGUAGE,
      inTags(tags, word),
      meant.some((other) => all.has(other)) ? SYNONYM_SCORE : 0,
    );
    if (score === 0) return 0;
    total += score;
  }
  return total / typed.length + (isOwnStamp(entry) ? OWN_BONUS : 0);
};

/**
 * The stamps that answer a query, best first. Every word of the query must begin a word of the stamp's Dutch or
 * English name or tags, without regard to accents and capitals, or stand for one of them (`synonyms`). An empty
 * query gives all, the app's own first.
 * @param locale names in this language count a little more
 */
export function searchStamps<Entry extends StampEntry>(
  query: string,
  entries: readonly Entry[],
  locale: 'nl' | 'en',
): readonly Entry[] {
  const typed = wordsOf(query).map((word): Typed => ({ word, meant: meantBy(word) }));
  if (typed.length === 0) return [...entries.filter(isOwnStamp), ...entries.filter((entry) => !isOwnStamp(entry))];
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, typed, locale) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}
