import type { AreaRole } from '../board/marks.ts';

/** The beginnings of words that say, as the heading of a frame, what it gathers; Dutch and English. */
const BEGINNINGS: readonly (readonly [begins: RegExp, role: AreaRole])[] = [
  [/^(kenmerk|eigenschap|trait)/u, 'traits'],
  [/^(metafo|metaph)/u, 'metaphors'],
  [/^(thema|theme)/u, 'themes'],
  [/^(charter|handvest|afspra|agreement)/u, 'charter'],
];

/** What a frame gathers by the first word of its heading: "Kenmerken van de wijk" gathers traits; `none` when that says nothing. */
export function areaNamed(heading: string): AreaRole {
  const word = heading.normalize('NFC').trim().toLocaleLowerCase('nl');
  return BEGINNINGS.find(([begins]) => begins.test(word))?.[1] ?? 'none';
}

/** What a frame gathers after its heading was written: what the new one says; else what it did, unless only the old one said so. */
export function areaAfter(before: { readonly text: string; readonly area: AreaRole }, heading: string): AreaRole {
  const said = areaNamed(heading);
  return said === 'none' && areaNamed(before.text) !== before.area ? before.area : said;
}
