import type { ListSign } from './lettering.ts';

/** How deep items nest. */
export const DEEPEST = 3;

/** One paragraph of a text that is being lettered: the whole of it from `start`, its words from `wordsAt` to `end`. */
export type Paragraph = {
  readonly start: number;
  readonly wordsAt: number;
  readonly end: number;
  /** What it begins with when it is an item of a list, and how deep that lies (0 is outermost). */
  readonly item: { readonly kind: ListSign['kind']; readonly number: number; readonly level: number } | null;
};

const SIGNS: Readonly<Record<string, ListSign['kind']>> = { '-': 'dash', '–': 'dash', '*': 'dot', '•': 'dot', '+': 'tick', '✓': 'tick' };
const ITEM = /^((?:\t| {2})*)(?:([-–*•+✓])|(\d{1,3})[.)])(?: |$)/u;

const depthOf = (indent: string): number => Math.min(DEEPEST, indent.replace(/ {2}/g, '\t').length);

/**
 * Cuts a text into its paragraphs. One that begins with "- ", "* ", "+ " or "1. " is an item of a list (a dash, a dot,
 * a tick, a number); a tab or two spaces before that put it a level deeper.
 */
export function paragraphsOf(text: string): readonly Paragraph[] {
  let start = 0;
  return text.split('\n').map((paragraph): Paragraph => {
    const found = ITEM.exec(paragraph);
    const [whole = '', indent = '', sign, digits] = found ?? [];
    const end = start + paragraph.length;
    const item = found ? { kind: sign === undefined ? 'number' as const : SIGNS[sign] ?? 'dot', number: Number(digits ?? 0), level: depthOf(indent) } : null;
    const cut = { start, wordsAt: start + whole.length, end, item };
    start = end + 1;
    return cut;
  });
}

/**
 * The text with its numbered items counted anew: each list goes on from the number of its first item, and what is
 * nested in an item does not break the count. Paragraphs without a number end it.
 */
export function renumbered(text: string): string {
  const next: (number | undefined)[] = [];
  return paragraphsOf(text).map(({ start, end, item }) => {
    const paragraph = text.slice(start, end);
    next.length = item ? Math.min(next.length, item.level + 1) : 0;
    if (!item) return paragraph;
    if (item.kind !== 'number') { next[item.level] = undefined; return paragraph; }
    const number = next[item.level] ?? (item.level > 0 ? 1 : item.number);
    next[item.level] = number + 1;
    return paragraph.replace(/\d{1,3}/, String(number));
  }).join('\n');
}

/** A text and where the caret, or what is chosen in it, begins and ends. */
export type TextEdit = { readonly text: string; readonly from: number; readonly to: number };

const paragraphAt = (text: string, place: number): Paragraph => {
  const all = paragraphsOf(text);
  return all.find(({ end }) => place <= end) ?? all[all.length - 1] as Paragraph;
};

/** The text counted anew, with the caret kept at its letter in spite of numbers that became longer or shorter. */
export function counted(text: string, caret: number): TextEdit {
  const line = text.slice(0, caret).split('\n').length - 1;
  const fromEnd = paragraphsOf(text)[line]?.end ?? caret;
  const result = renumbered(text);
  const place = Math.max(0, (paragraphsOf(result)[line]?.end ?? result.length) - (fromEnd - caret));
  return { text: result, from: place, to: place };
}

/**
 * Enter in an item begins the next one; in an empty item it goes a level up, and out of the list from the outermost.
 * @returns null when the caret does not stand in a list
 */
export function enterInList({ text, from, to }: TextEdit): TextEdit | null {
  const { start, wordsAt, end, item } = paragraphAt(text, from);
  if (!item || from < wordsAt) return null;
  const before = text.slice(0, start), prefix = text.slice(start, wordsAt);
  if (wordsAt === end) {
    const left = item.level > 0 ? prefix.replace(/^(?:\t| {2})/, '') : '';
    return counted(before + left + text.slice(end), start + left.length);
  }
  return counted(`${text.slice(0, from)}\n${prefix}${text.slice(to)}`, from + 1 + prefix.length);
}

/**
 * Tab puts the items that the choice touches a level deeper, Shift+Tab a level up.
 * @returns null when none of them is an item of a list
 */
export function nestInList({ text, from, to }: TextEdit, deeper: boolean): TextEdit | null {
  const all = paragraphsOf(text);
  const touched = all.filter(({ start, end, item }) => item !== null && start <= to && end >= from);
  if (touched.length === 0) return null;
  const lineOf = (place: number): number => text.slice(0, place).split('\n').length - 1;
  const fromEnd = (place: number): number => (all[lineOf(place)]?.end ?? place) - place;
  const moved = all.map((paragraph) => {
    const words = text.slice(paragraph.start, paragraph.end);
    if (!touched.includes(paragraph)) return words;
    if (!deeper) return words.replace(/^(?:\t| {2})/, '');
    return (paragraph.item?.level ?? 0) < DEEPEST ? `\t${words}` : words;
  }).join('\n');
  const result = renumbered(moved);
  const back = (place: number): number => Math.max(0, (paragraphsOf(result)[lineOf(place)]?.end ?? result.length) - fromEnd(place));
  return { text: result, from: back(from), to: back(to) };
}

/** The two kinds of list that one chooses by a button; a dot or a tick that was typed counts as a dash. */
export type ListKind = 'dash' | 'number';

const kindOf = ({ item }: Paragraph): ListKind | null => (item === null ? null : item.kind === 'number' ? 'number' : 'dash');
const touchedParagraphs = ({ text, from, to }: TextEdit): readonly Paragraph[] => paragraphsOf(text).filter(({ start, end }) => start <= to && end >= from);

/** The paragraphs that a choice touches; among several the empty ones do not count. */
function chosenParagraphs(edit: TextEdit): readonly Paragraph[] {
  const touched = touchedParagraphs(edit);
  const written = touched.filter(({ wordsAt, end }) => wordsAt < end);
  return written.length > 0 ? written : touched.slice(-1);
}

/** The list in which all that is chosen stands; null when it is none, or not all of one. */
export function listAt(edit: TextEdit): ListKind | null {
  const kinds = new Set(chosenParagraphs(edit).map(kindOf));
  return kinds.size === 1 ? [...kinds][0] ?? null : null;
}

/** Makes the paragraphs that are chosen items of a list, each on the level it has, or takes them out of it (null). */
export function asList(edit: TextEdit, kind: ListKind | null): TextEdit {
  const chosen = new Set((kind === null ? touchedParagraphs(edit) : chosenParagraphs(edit)).map(({ start }) => start));
  let from = edit.from, to = edit.to;
  const text = paragraphsOf(edit.text).map((paragraph) => {
    const { start, wordsAt, end, item } = paragraph;
    if (!chosen.has(start) || kindOf(paragraph) === kind) return edit.text.slice(start, end);
    const sign = kind === null ? '' : '\t'.repeat(item?.level ?? 0) + (kind === 'number' ? '1. ' : '- ');
    const longer = sign.length - (wordsAt - start);
    // A place in the words stays at its letter, one in the sign goes to the first letter.
    const moved = (place: number): number => (place < start ? 0 : Math.max(longer, start + sign.length - place));
    from += edit.from > end ? longer : moved(edit.from);
    to += edit.to > end ? longer : moved(edit.to);
    return sign + edit.text.slice(wordsAt, end);
  }).join('\n');
  const before = counted(text, from), after = counted(text, to);
  return { text: after.text, from: before.from, to: after.from };
}

/** Whether a text has an item of a list in it. */
export const hasList = (text: string): boolean => paragraphsOf(text).some(({ item }) => item !== null);

/** A text as it is kept: single spaces between words, no empty lines or empty items at its ends. Tabs of lists stay. */
export function tidyText(text: string): string {
  const lines = renumbered(text.normalize('NFC').replace(/\r\n?/g, '\n')).split('\n').map((line) => line.replace(/(\S)[ \t]+/g, '$1 ').trimEnd());
  const isEmpty = (line: string | undefined): boolean => {
    const [paragraph] = paragraphsOf(line ?? '');
    return line !== undefined && paragraph !== undefined && line.slice(paragraph.wordsAt).trim() === '';
  };
  while (isEmpty(lines[lines.length - 1])) lines.pop();
  while (lines[0] === '') lines.shift();
  const first = lines[0] ?? '';
  return [paragraphsOf(first)[0]?.item ? first : first.trimStart(), ...lines.slice(1)].join('\n');
}
