import { assertNever } from '../base/assertNever.ts';
import type { Locale } from '../board/board.ts';
import type { Outline, OutlineBlock, OutlineList } from './outline.ts';
import { outlineWords } from './outlineWords.ts';

/** Text that Markdown does not take for marking up. */
export const plainMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>|]/g, (character) => `\\${character}`).replace(/^(#+|[-+]|\d+[.)])(?=\s|$)/, '\\$1');

/** A list and what is nested in it; an inner list stands in as far as the words of its item do. */
function listLines({ items }: OutlineList): readonly string[] {
  return items.flatMap(({ text, label, inner }) => {
    const sign = label ?? '-';
    return [`${sign} ${plainMarkdown(text)}`, ...(inner ? listLines(inner).map((line) => ' '.repeat(sign.length + 1) + line) : [])];
  });
}

function blockLines(block: OutlineBlock, level: number): readonly string[] {
  switch (block.kind) {
    case 'heading': return [`${'#'.repeat(level)} ${plainMarkdown(block.text)}`, ''];
    case 'paragraph': return [plainMarkdown(block.text), ''];
    case 'list': return [...listLines(block), ''];
    case 'figure': return [`*${plainMarkdown(block.alt)}*`, ''];
    case 'area': return [`${'#'.repeat(level)} ${plainMarkdown(block.title.text)}`, '', ...block.blocks.flatMap((inner) => blockLines(inner, level + 1))];
    default: return assertNever(block);
  }
}

/** The text twin as a Markdown file (CommonMark), headings without gaps in their levels. */
export function outlineToMarkdown(outline: Outline, locale: Locale): string {
  const words = outlineWords(locale);
  const lines = outline.title === '' ? [] : [`# ${plainMarkdown(outline.title)}`, ''];
  for (const page of outline.pages) {
    lines.push(`## ${plainMarkdown(page.title.text)}`, '');
    lines.push(...(page.blocks.length > 0 ? page.blocks.flatMap((block) => blockLines(block, 3)) : [words.empty, '']));
  }
  if (outline.waiting.length > 0) lines.push(`## ${words.waiting}`, '', ...outline.waiting.map((text) => `- ${plainMarkdown(text)}`), '');
  if (outline.results.length > 0) {
    lines.push(`## ${words.results}`, '');
    for (const { question, lines: rows } of outline.results) lines.push(`### ${plainMarkdown(question)}`, '', ...rows.map((row) => `- ${plainMarkdown(row)}`), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
