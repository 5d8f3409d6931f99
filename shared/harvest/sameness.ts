import type { Board, SamenessRuling } from '../board/board.ts';
import { marksOfKind } from '../board/marksByKind.ts';
import type { CardMark, CardRole } from '../board/marks.ts';
import { singularsOf } from '../base/dutchPlural.ts';

/**
 * The form in which words are compared: without case, accents, hyphens and the signs around them. "Café!" gives "cafe".
 * Articles stay: "het plein" is not "plein", the user merges where the room means the same.
 */
export function sameKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[-\u2010-\u2015]/g, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ');
}

/** The key of a text and the keys of what may be its singular; only the last of several words is turned into one. */
function formsOf(text: string): readonly string[] {
  const key = sameKey(text);
  const cut = key.lastIndexOf(' ') + 1;
  const before = key.slice(0, cut);
  return [key, ...singularsOf(key.slice(cut)).map((singular) => before + singular)];
}

/**
 * Whether two words are one on the board: the same but for case and accents, or one and its Dutch plural
 * (jungle/jungles, huis/huizen, café/cafe), or two plurals of one word. An empty text is the same as nothing.
 */
export function sameWord(a: string, b: string): boolean {
  const forms = formsOf(a);
  return forms[0] !== '' && formsOf(b).some((form) => forms.includes(form));
}

/** What the user ruled about two words, whichever was named first; undefined when nothing was said. The latest ruling counts. */
function rulingOn(rulings: readonly SamenessRuling[], a: string, b: string): boolean | undefined {
  const keyA = sameKey(a), keyB = sameKey(b);
  for (let i = rulings.length - 1; i >= 0; i--) {
    const ruling = rulings[i] as SamenessRuling;
    const one = sameKey(ruling.a), other = sameKey(ruling.b);
    if ((one === keyA && other === keyB) || (one === keyB && other === keyA)) return ruling.same;
  }
  return undefined;
}

const cardForms = new WeakMap<CardMark, readonly string[]>();

/** The forms of a card's word, kept per card since cards never change. */
function formsOfCard(card: CardMark): readonly string[] {
  let forms = cardForms.get(card);
  if (!forms) cardForms.set(card, (forms = formsOf(card.text)));
  return forms;
}

/** 3 for the very word, 2 for what the user ruled, 1 for a word that was merged into it or is its plural, 0 for another word. */
function closeness(card: CardMark, text: string, forms: readonly string[], rulings: readonly SamenessRuling[]): number {
  const own = formsOfCard(card);
  if (own[0] === forms[0]) return 3;
  const ruled = rulingOn(rulings, card.text, text);
  if (ruled !== undefined) return ruled ? 2 : 0;
  return own.some((form) => forms.includes(form)) || card.merged.some((merged) => sameKey(merged.text) === forms[0]) ? 1 : 0;
}

/**
 * The card that a word belongs to when it is named again: of that role, anywhere on the board. The nearest form wins,
 * then what was heard most, then what came first.
 */
export function findSame(board: Board, role: CardRole, text: string): CardMark | undefined {
  const forms = formsOf(text);
  if (forms[0] === '') return undefined;
  let best: CardMark | undefined;
  let bestRank = 0;
  for (const mark of marksOfKind(board, 'card')) {
    if (mark.role !== role) continue;
    const rank = closeness(mark, text, forms, board.sameness);
    if (rank > bestRank || (rank > 0 && rank === bestRank && best && comesBefore(mark, best))) {
      best = mark;
      bestRank = rank;
    }
  }
  return best;
}

function comesBefore(a: CardMark, b: CardMark): boolean {
  if (a.mentions.length !== b.mentions.length) return a.mentions.length > b.mentions.length;
  const first = (card: CardMark): number => card.mentions[0]?.atMs ?? 0;
  return first(a) !== first(b) ? first(a) < first(b) : a.id < b.id;
}
