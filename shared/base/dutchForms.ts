import { singularsOf } from './dutchPlural.ts';

/**
 * Dutch diminutives turned round, by the rules of spelling (Woordenlijst Nederlandse Taal, Leidraad 8; Algemene
 * Nederlandse Spraakkunst 12.3.1.4) and the Flemish ones on -ke. Input and output are keys without accents or capitals.
 */

/** Small words whose vowel changes: blaadje comes of blad, scheepje of schip. As ends of words, so that compounds follow. */
const CHANGED: readonly (readonly [small: string, whole: string])[] = [
  ['blaadje', 'blad'], ['paadje', 'pad'], ['gaatje', 'gat'], ['glaasje', 'glas'], ['raadje', 'rad'], ['vaatje', 'vat'], ['scheepje', 'schip'],
  ['daagje', 'dag'], ['lootje', 'lot'], ['weegje', 'weg'],
];

/** Letters after which Flemish puts -ske and not -ke: boekske, bergske, tangske. */
const BEFORE_SKE = /[gkc]$/;

/** The end of a word as it is spelled alone: ball → bal, huiz → huis, briev → brief. */
function closed(stem: string): string {
  const last = stem.at(-1);
  if (last === stem.at(-2) && /[bdfgklmnprst]/.test(last ?? '')) return stem.slice(0, -1);
  if (last === 'z') return `${stem.slice(0, -1)}s`;
  return last === 'v' ? `${stem.slice(0, -1)}f` : stem;
}

/** fietsje, boontje, boompje, koninkje, balletje, autootje. */
function fromJe(word: string): readonly string[] {
  const stem = word.slice(0, -2);
  const shorter = stem.slice(0, -1);
  const found = [stem];
  if (stem.endsWith('et') && stem.length > 4) found.push(closed(stem.slice(0, -2)));
  if (stem.endsWith('t')) found.push(shorter);
  if (/(?:oo|aa|uu|ee)t$/.test(stem)) found.push(stem.slice(0, -2));
  if (stem.endsWith('mp')) found.push(shorter);
  if (stem.endsWith('nk')) found.push(`${shorter}g`);
  return found;
}

/** fietske, boekske, boompke, velooke, katteke, huizeke. */
function fromKe(word: string): readonly string[] {
  const stem = word.slice(0, -2);
  const found = [stem];
  if (stem.endsWith('s') && BEFORE_SKE.test(stem.slice(0, -1))) found.push(stem.slice(0, -1));
  if (stem.endsWith('mp') || /(?:oo|aa|uu)$/.test(stem)) found.push(stem.slice(0, -1));
  if (stem.endsWith('e') && stem.length > 3) found.push(closed(stem.slice(0, -1)));
  return found;
}

/** What a word may be the diminutive of; an empty list when it does not look like one. A candidate need not be a word. */
export function wholesOf(word: string): readonly string[] {
  // pleintjes, fietskes, manneken, boomken
  const small = word.replace(/(?<=[jk]e)[sn]$/, '');
  if (small.length < 5) return [];
  const changed = CHANGED.filter(([end]) => small.endsWith(end)).map(([end, whole]) => small.slice(0, -end.length) + whole);
  const found = small.endsWith('je') ? fromJe(small) : small.endsWith('ke') ? fromKe(small) : [];
  return [...new Set([...changed, ...found])].filter((whole) => whole.length > 1);
}

/** A word and all that it may be the plural or the diminutive of, the word itself first. */
export function formsOfWord(word: string): readonly string[] {
  return [...new Set([word, ...singularsOf(word), ...wholesOf(word)])];
}
