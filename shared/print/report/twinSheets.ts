import { assertNever } from '../../base/assertNever.ts';
import { PALETTE } from '../../board/palette.ts';
import type { Box } from '../../geometry/box.ts';
import type { OutlineBlock, OutlineList } from '../../outline/outline.ts';
import { outlineWords } from '../../outline/outlineWords.ts';
import { say } from '../../strings/say.ts';
import type { PrintedPart } from '../printedSheet.ts';
import type { Composer } from './composer.ts';
import { letter } from '../compose.ts';
import { flowed, type FlowBlock } from './flow.ts';
import type { Report } from './report.ts';
import { BODY, heading, paragraph, partTitle, SMALL, TEXT, textLines } from './sheetParts.ts';

/** Two columns beside each other. */
const GAP_MM = 10;
const COLUMN_W = (TEXT.w - GAP_MM) / 2;
const columnsFrom = (y: number): readonly Box[] => [0, 1].map((i) => ({ x: TEXT.x + i * (COLUMN_W + GAP_MM), y, w: COLUMN_W, h: TEXT.y + TEXT.h - y }));

/** So far a nested list stands in. */
const INDENT_MM = 5;

function listBlocks({ items }: OutlineList, depth: number, composer: Composer): readonly FlowBlock[] {
  const { measure } = composer;
  return items.flatMap(({ text, label, inner }, i): readonly FlowBlock[] => {
    const sign = label ?? '•';
    const indent = depth * INDENT_MM + Math.max(4, measure(sign, 'face') * SMALL.sizeMm + 1.6);
    const { hMm, ops } = textLines(text, measure, { hand: 'face', ...SMALL }, COLUMN_W - indent);
    const block: FlowBlock = {
      hMm, gapMm: depth === 0 && i === 0 ? 1 : 0.6,
      lay: ({ x, y }) => ({ item: {
        ops: [letter(sign, measure, { hand: 'face', sizeMm: SMALL.sizeMm, at: { x: x + depth * INDENT_MM, y: y + SMALL.leadMm / 2 + SMALL.sizeMm * 0.33 } }), ...ops({ x: x + indent, y })],
        ...(label === undefined ? { read: text } : {}),
      } }),
    };
    return [block, ...(inner ? listBlocks(inner, depth + 1, composer) : [])];
  });
}

function blocksOf(block: OutlineBlock, level: 3 | 4, composer: Composer): readonly FlowBlock[] {
  const { measure } = composer;
  const headingOf = (text: string): FlowBlock => heading(text, level, measure, { hand: 'faceBold', sizeMm: level === 3 ? 4.3 : 3.8, leadMm: 5.6 }, COLUMN_W, level === 3 ? 4 : 2.6);
  switch (block.kind) {
    case 'heading': return [headingOf(block.text)];
    case 'paragraph': return [paragraph(block.text, measure, { hand: 'face', ...SMALL }, COLUMN_W, 1.4)];
    case 'list': return listBlocks(block, 0, composer);
    case 'figure': return [paragraph(block.alt, measure, { hand: 'face', ...SMALL, color: PALETTE.stil }, COLUMN_W, 1.4)];
    case 'area': return [headingOf(block.title.text), ...block.blocks.flatMap((inner) => blocksOf(inner, 4, composer))];
    default: return assertNever(block);
  }
}

/** The text twin of the pages in two columns, for who does not see them and for who looks for a word. */
export function twinSheets({ pages }: Report, composer: Composer): readonly (readonly PrintedPart[])[] {
  const { locale, measure } = composer;
  if (pages.length === 0) return [];
  const title = partTitle(say(locale, 'report.twin'), measure);
  const about = paragraph(say(locale, 'report.twinAbout'), measure, { hand: 'face', ...BODY, color: PALETTE.stil }, TEXT.w, 4);
  const top = flowed([title, about], [TEXT])[0] ?? [];
  const text = pages.flatMap(({ number, outlined }, i) => [
    heading(say(locale, 'report.pageTitle', { number, title: outlined.title.text }), 2, measure, { hand: 'kop', sizeMm: 7.4, leadMm: 8 }, COLUMN_W, i === 0 ? 0 : 8),
    ...(outlined.blocks.length > 0 ? outlined.blocks.flatMap((block) => blocksOf(block, 3, composer)) : [paragraph(outlineWords(locale).empty, measure, { hand: 'face', ...SMALL }, COLUMN_W, 1.4)]),
  ]);
  const sheets = flowed(text, columnsFrom(TEXT.y + title.hMm + about.gapMm + about.hMm + 8), columnsFrom(TEXT.y));
  return sheets.map((parts, i) => (i === 0 ? [...top, ...parts] : parts));
}
