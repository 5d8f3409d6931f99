import { paragraphsOf } from '../board/listText.ts';
import type { ShapeMark, TextMark } from '../board/marks.ts';
import { oneLine } from './describeMark.ts';
import type { OutlineBlock, OutlineItem, OutlineList } from './outline.ts';

type Flat = { readonly text: string; readonly part: number; readonly level: number; readonly number: number | null };
type Plain = { readonly text: string; readonly part: number };

/** The parts of a text as they are lettered: items one by one, what stands between lists together. */
function partsOf(text: string): readonly (Flat | Plain)[] {
  const parts: (Flat | Plain)[] = [];
  let plain: string[] | null = null;
  for (const { wordsAt, end, item } of paragraphsOf(text)) {
    const words = text.slice(wordsAt, end);
    if (item) {
      plain = null;
      parts.push({ text: oneLine(words), part: parts.length, level: item.level, number: item.kind === 'number' ? item.number : null });
    } else if (plain) {
      plain.push(words);
      parts[parts.length - 1] = { text: oneLine(plain.join(' ')), part: parts.length - 1 };
    } else {
      plain = [words];
      parts.push({ text: oneLine(words), part: parts.length });
    }
  }
  return parts;
}

/** Items one behind the other as lists in lists. */
function nested(flat: readonly Flat[], marks: OutlineItem['marks']): OutlineList {
  const first = flat[0]?.level ?? 0;
  const outer = flat.reduce((least, { level }) => Math.min(least, level), first);
  const items: OutlineItem[] = [];
  for (let i = 0; i < flat.length;) {
    const { text, part, number, level } = flat[i] as Flat;
    let end = i + 1;
    while (end < flat.length && (flat[end] as Flat).level > level && (flat[end] as Flat).level > outer) end++;
    const inner = flat.slice(i + 1, end);
    items.push({ text, marks, part, ...(number === null ? {} : { label: `${number}.` }), ...(inner.length > 0 ? { inner: nested(inner, marks) } : {}) });
    i = end;
  }
  return { kind: 'list', items };
}

/** The lettering of a mark as blocks: a list where it has one, else one heading or paragraph; none when it is empty. */
export function letteringBlocks(mark: TextMark | ShapeMark, heading: boolean): readonly OutlineBlock[] {
  const marks = [mark.id];
  const kind = heading ? 'heading' : 'paragraph';
  if (!mark.lines.some(({ sign }) => sign !== undefined)) {
    const text = oneLine(mark.text);
    return text === '' ? [] : [{ kind, text, marks }];
  }
  const blocks: OutlineBlock[] = [];
  let items: Flat[] = [];
  const closeList = (): void => {
    if (items.length > 0) blocks.push(nested(items, marks));
    items = [];
  };
  for (const part of partsOf(mark.text)) {
    if ('level' in part) {
      if (part.text !== '') items.push(part);
      continue;
    }
    closeList();
    if (part.text !== '') blocks.push({ kind, text: part.text, marks, part: part.part });
  }
  closeList();
  return blocks;
}
