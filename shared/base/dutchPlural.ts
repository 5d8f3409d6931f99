/**
 * Dutch plurals by the rules of spelling (open and closed syllables, v/f, z/s; Woordenlijst Nederlandse Taal,
 * Leidraad 6–7), turned round: from a plural to what its singular may be. Input and output are keys without accents
 * or capitals (see `harvest/sameness.ts`). The lists hold what the rules cannot know.
 */

/** Plurals whose vowel changes or that add more than a syllable; as ends of words, so that compounds follow. */
const IRREGULAR: readonly (readonly [plural: string, singular: string])[] = [
  ['steden', 'stad'], ['schepen', 'schip'], ['leden', 'lid'], ['smeden', 'smid'], ['heden', 'heid'], ['koeien', 'koe'], ['vlooien', 'vlo'],
  ['kinderen', 'kind'], ['eieren', 'ei'], ['liederen', 'lied'], ['bladeren', 'blad'], ['volkeren', 'volk'], ['goederen', 'goed'],
  ['kalveren', 'kalf'], ['lammeren', 'lam'], ['runderen', 'rund'], ['hoenderen', 'hoen'], ['raderen', 'rad'], ['gemoederen', 'gemoed'],
  ['dagen', 'dag'], ['wegen', 'weg'], ['paden', 'pad'], ['daken', 'dak'], ['glazen', 'glas'], ['goden', 'god'], ['spelen', 'spel'],
  ['baden', 'bad'], ['gebeden', 'gebed'], ['oorlogen', 'oorlog'], ['hoven', 'hof'], ['loten', 'lot'], ['sloten', 'slot'], ['vaten', 'vat'],
  ['gaten', 'gat'], ['bladen', 'blad'], ['graven', 'graf'], ['holen', 'hol'], ['bevelen', 'bevel'], ['geboden', 'gebod'], ['verboden', 'verbod'],
  ['staven', 'staf'], ['slagen', 'slag'], ['bedragen', 'bedrag'], ['verdragen', 'verdrag'], ['dalen', 'dal'], ['gebreken', 'gebrek'],
  ['hertogen', 'hertog'], ['treden', 'tred'], ['schoten', 'schot'],
];

/** Loan words of one syllable and others that take an -s where Dutch would not let one guess it; as ends of words. */
const TAKES_S = [
  'club', 'film', 'flat', 'tram', 'team', 'bar', 'pub', 'shop', 'show', 'tip', 'job', 'coach', 'fan', 'chip', 'clown', 'tank', 'truck', 'trend',
  'ticket', 'budget', 'wagon', 'salon', 'ballon', 'station', 'perron', 'balkon', 'seizoen', 'meeting', 'training', 'workshop', 'plan', 'roman', 'oom', 'kok', 'maat', 'broer', 'zoon', 'app', 'blog', 'link', 'post', 'event', 'buddy', 'hub', 'lab',
] as const;

/** Ends of words of two syllables and more that take an -s. */
const S_ENDING = /(?:e[lmnr]|aar|aard|erd|um|or|eur|ier|oon|[^aeiouy][aiouy]|[^aeiouy]e|ie|eau|ee|yo|io|ia|ua)$/;

/** Words that look like a plural and are none, or would be that of another word. */
const NO_PLURAL = new Set([
  'anders', 'volgens', 'trouwens', 'tevens', 'ergens', 'nergens', 'overigens', 'wegens', 'jegens', 'alles', 'morgens', 'telkens',
  'onderwijs', 'alvorens', 'minstens', 'hoogstens', 'niks', 'basis', 'thermos', 'kosmos', 'chaos', 'jongen',
]);

const VOWEL = 'aeiouy';
const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWEL.includes(letter);

/** How many vowel groups a word has, as a measure of its syllables; "ij" is one. */
function vowelGroups(word: string): number {
  return word.match(/ij|[aeiouy]+/g)?.length ?? 0;
}

/** The end of a singular as it is spelled: v becomes f and z becomes s. */
function closed(stem: string): string {
  if (stem.endsWith('v')) return `${stem.slice(0, -1)}f`;
  if (stem.endsWith('z')) return `${stem.slice(0, -1)}s`;
  return stem;
}

/** What stood before -en, as a closed syllable: bom → boom, bakk → bak, huiz → huis, wijk → wijk. */
function fromStem(stem: string): readonly string[] {
  const last = stem.at(-1), before = stem.at(-2), third = stem.at(-3);
  if (isVowel(last) || stem.endsWith('ij')) return [stem];
  if (last === before) return isVowel(third) ? [stem.slice(0, -1)] : [];
  const longVowel = isVowel(before) && isVowel(third);
  if (!isVowel(before) || longVowel || /ij.$/.test(stem)) return [closed(stem)];
  const doubled = before === 'i' || before === 'y' ? closed(stem) : closed(stem.slice(0, -1) + before + last);
  const unstressed = vowelGroups(stem) >= 2 && /(?:e[lmnr]|i[kg]|et|or)$/.test(stem) ? [stem] : [];
  return [doubled, ...unstressed];
}

function fromEn(word: string): readonly string[] {
  if (!word.endsWith('en') || word.length < 5 || NO_PLURAL.has(word)) return [];
  const stem = word.slice(0, -2);
  if (vowelGroups(stem) === 0) return [];
  // gemeente(n), ziekte(n), bacterie(n): only where the word is long enough not to be another one (rede, reden).
  const weak = /(?:[^aeiouy][td]e|ie)$/.test(word.slice(0, -1)) && word.length >= 6 ? [word.slice(0, -1)] : [];
  return [...fromStem(stem), ...weak];
}

function fromS(word: string): readonly string[] {
  if (word.endsWith("'s")) return word.length >= 4 ? [word.slice(0, -2)] : [];
  if (!word.endsWith('s') || NO_PLURAL.has(word)) return [];
  const stem = word.slice(0, -1);
  if (TAKES_S.some((end) => stem.endsWith(end))) return [stem];
  return vowelGroups(stem) >= 2 && S_ENDING.test(stem) ? [stem] : [];
}

/** museum/musea, politicus/politici, crisis/crises. */
function fromLatin(word: string): readonly string[] {
  if (vowelGroups(word) < 2 || word.length < 4) return [];
  if (word.endsWith('ses')) return [`${word.slice(0, -2)}is`];
  if (word.endsWith('ci') || word.endsWith('gi')) return [`${word.slice(0, -1)}us`];
  return /(?:e|tr|t|di|ri|gi)a$/.test(word) ? [`${word.slice(0, -1)}um`] : [];
}

/**
 * What a word may be the plural of; an empty list when it does not look like one. A candidate need not be a word:
 * two words are the same when one is among the other's candidates, so that nonsense harms nobody.
 */
export function singularsOf(word: string): readonly string[] {
  const irregular = IRREGULAR.filter(([plural]) => word.endsWith(plural)).map(([plural, singular]) => word.slice(0, -plural.length) + singular);
  return [...new Set([...irregular, ...fromEn(word), ...fromS(word), ...fromLatin(word)])];
}
