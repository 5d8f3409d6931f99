import { formsOfWord } from '../base/dutchForms.ts';
import { synonyms } from './synonyms.ts';

/** What the picker knows of a stamp without its drawing. */
export type StampEntry = {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
  readonly tags: readonly string[];
};

/** Where a stamp comes from: made by the harvester and kept, drawn for this app, or of the large library. */
export type StampOrigin = 'kept' | 'drawn' | 'library';

const LIBRARY_PREFIX = 'noto:';
/** Before the id of a kept stamp, among the ids of the picker. */
export const KEPT_PREFIX = 'kept:';

/** Where a stamp comes from, by its id. */
export function originOf({ id }: Pick<StampEntry, 'id'>): StampOrigin {
  return id.startsWith(LIBRARY_PREFIX) ? 'library' : id.startsWith(KEPT_PREFIX) ? 'kept' : 'drawn';
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** Small words in names that nobody means when they type them: "brug bij nacht" is no bee. */
const SMALL_WORDS = new Set(['aan', 'achter', 'bij', 'de', 'die', 'een', 'en', 'het', 'in', 'met', 'naar', 'om', 'op', 'te', 'uit', 'van', 'voor', 'zonder', 'a', 'and', 'at', 'from', 'of', 'on', 'the', 'to', 'with']);

/** The words of a name that carry it; all of them when there are no others. */
function namingWords(name: string): readonly string[] {
  const words = wordsOf(name);
  const carrying = words.filter((word) => !SMALL_WORDS.has(word));
  return words.length > 1 && carrying.length > 0 ? carrying : words;
}

type Words = {
  readonly nl: readonly string[];
  readonly en: readonly string[];
  readonly tags: readonly string[];
  /** The Dutch words of the name in the singular and whole, for who types the plain word. */
  readonly plain: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
};

/** Words by entry: entries never change, and splitting a thousand of them at every key would be felt. */
const wordsByEntry = new WeakMap<StampEntry, Words>();

const wordsFor = (entry: StampEntry): Words => {
  const known = wordsByEntry.get(entry);
  if (known) return known;
  const nl = namingWords(entry.nl);
  const en = namingWords(entry.en);
  const tags = entry.tags.flatMap(namingWords);
  const words = { nl, en, tags, plain: new Set(nl.flatMap(formsOfWord)), all: new Set([...nl, ...en, ...tags]) };
  wordsByEntry.set(entry, words);
  return words;
};

const SHORTEST_SYNONYM_START = 3;

/** A word of the query: its plain forms, what they stand for (best first), and what it may yet become while it is typed. */
type Typed = { readonly word: string; readonly forms: readonly string[]; readonly meant: readonly string[]; readonly maybe: readonly string[] };

function typedWord(word: string): Typed {
  const forms = formsOfWord(word);
  const meant = [...new Set(forms.flatMap((form) => (Object.hasOwn(synonyms, form) ? (synonyms[form] ?? []) : [])))];
  const maybe = meant.length > 0 || word.length < SHORTEST_SYNONYM_START ? [] : Object.entries(synonyms).flatMap(([key, others]) => (key.startsWith(word) ? others : []));
  return { word, forms, meant, maybe };
}

/** What a half-typed word may yet mean. */
const HINT = 24;
/** Less for the plural or diminutive of what was typed than for the word itself. */
const OTHER_FORM = 4;

function inName(name: readonly string[], { word, forms }: Typed): number {
  if (name.includes(word)) return name.length === 1 ? 100 : 84;
  if (name.some((part) => forms.includes(part))) return (name.length === 1 ? 100 : 84) - OTHER_FORM;
  // A part counts less than any whole word; the beginning of the name a little more than of a later word.
  if (name[0]?.startsWith(word) === true) return 46;
  return name.some((part) => part.startsWith(word)) ? 40 : 0;
}

function inTags(tags: readonly string[], { word, forms }: Typed): number {
  if (tags.includes(word)) return 66;
  if (tags.some((tag) => forms.includes(tag))) return 66 - OTHER_FORM;
  return tags.some((tag) => tag.startsWith(word)) ? 32 : 0;
}

/**
 * What a word stands for: the first of its list most, each further one less; half-typed words only hint. The tags of the
 * large library are many and loose (a slot machine is tagged "slot"), so that a meaning found there counts less.
 */
function inMeaning({ nl, en, all }: Words, { meant, maybe }: Typed, origin: StampOrigin): number {
  const named = meant.findIndex((other) => nl.includes(other) || en.includes(other));
  const tagged = meant.findIndex((other) => all.has(other));
  if (tagged < 0) return maybe.some((other) => all.has(other)) ? HINT : 0;
  return Math.max(36, named < 0 ? 0 : 76 - 3 * named, 76 - 3 * tagged - (origin === 'library' ? 14 : 1));
}

const OTHER_LANGUAGE = 0.8;
/** From this score on a word was found whole, and not as the beginning of another. */
const WHOLE = 50;
/** What a stamp counts more for where it comes from, when whole words answer and when parts do. */
const BONUS: { readonly [origin in StampOrigin]: { readonly whole: number; readonly part: number } } = {
  kept: { whole: 100, part: 60 }, drawn: { whole: 32, part: 14 }, library: { whole: 0, part: 0 },
};

/** How well the words fit, each on its own, on average; 0 when one does not. */
function fitOf(entry: StampEntry, typed: readonly Typed[], locale: 'nl' | 'en'): number {
  const words = wordsFor(entry);
  const { nl, en, tags, plain } = words;
  const origin = originOf(entry);
  const [first, second] = locale === 'nl' ? [nl, en] : [en, nl];
  let total = 0;
  for (const word of typed) {
    // Where a word has a meaning of its own here, what the large library tags with it is something else: the market of yens.
    const loose = origin === 'library' && word.meant.length > 0 ? 0.6 : 1;
    const score = Math.max(inName(first, word), inName(second, word) * OTHER_LANGUAGE, inTags(tags, word) * loose, plain.has(word.word) ? 72 : 0, inMeaning(words, word, origin));
    if (score === 0) return 0;
    total += score;
  }
  return total / typed.length;
}

const ORIGINS: readonly StampOrigin[] = ['kept', 'drawn', 'library'];

/**
 * The stamps that answer a query, best first: kept and drawn ones before those of the library, whole words before
 * parts, the word itself before its plural or diminutive (fietsen, fietsje, fietske). Every word of the query must
 * begin a word of the stamp's Dutch or English name or tags, without regard to accents and capitals, be a form of one,
 * or stand for one (`synonyms`). An empty query gives all, kept ones first, then the app's own.
 * @param locale names in this language count a little more
 */
export function searchStamps<Entry extends StampEntry>(
  query: string,
  entries: readonly Entry[],
  locale: 'nl' | 'en',
): readonly Entry[] {
  const typed = wordsOf(query).map(typedWord);
  if (typed.length === 0) return ORIGINS.flatMap((origin) => entries.filter((entry) => originOf(entry) === origin));
  const fitting = entries.map((entry) => ({ entry, fit: fitOf(entry, typed, locale) }));
  // Once a whole word is found, what it might have become is of no use: "fiets" is no notepad for the sake of "fietspad".
  const least = fitting.some(({ fit }) => fit >= WHOLE) ? HINT : 0;
  const score = ({ entry, fit }: (typeof fitting)[number]): number => fit + BONUS[originOf(entry)][fit >= WHOLE ? 'whole' : 'part'];
  return fitting.filter(({ fit }) => fit > least).sort((a, b) => score(b) - score(a)).map(({ entry }) => entry);
}
