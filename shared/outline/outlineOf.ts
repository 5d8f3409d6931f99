import type { MarkId } from '../base/ids.ts';
import { pagesOf, type Locale, type Page } from '../board/board.ts';
import { comparePaintOrder, markOf } from '../board/buckets.ts';
import { marksOfKind } from '../board/marksByKind.ts';
import type { CardMark, Mark, ShapeMark, TextMark } from '../board/marks.ts';
import type { Box } from '../geometry/box.ts';
import { meanScale } from '../geometry/matrix.ts';
import { markBox, type SceneContext } from '../scene/markNode.ts';
import { describeCard, describeConnector, describeCounting, describeResult, describeResultMark, describeStamp, oneLine } from './describeMark.ts';
import { letteringBlocks } from './letteringBlocks.ts';
import type { Outline, OutlineBlock, OutlineItem, OutlinePage } from './outline.ts';
import { outlineWords, type OutlineWords } from './outlineWords.ts';
import type { Round } from '../board/round.ts';
import { linesDescription, spokenDescription } from '../board/describeMarks.ts';
import { chosenOf } from '../voting/ranking.ts';
import { isPainted, linesByArea } from './linesByArea.ts';
import { areaAround, readingOrder } from './readingOrder.ts';

/** What describing a page needs. */
type Reader = { readonly context: SceneContext; readonly locale: Locale; readonly words: OutlineWords; readonly winners: ReadonlySet<MarkId> };
type Placed = { readonly mark: Mark; readonly box: Box };
type Area = { readonly frame: ShapeMark; readonly box: Box };

const isArea = (mark: Mark): mark is ShapeMark => mark.kind === 'shape' && mark.form === 'frame';

/** Size of lettering that a screen reader announces as a heading, or 0. */
function headingSize(mark: Mark): number {
  if (mark.kind === 'text' && mark.heading && oneLine(mark.text) !== '') return mark.sizeUnits * meanScale(mark.matrix);
  if (mark.kind === 'shape' && mark.form === 'banner' && oneLine(mark.text) !== '') return mark.textSizeUnits * meanScale(mark.matrix);
  return 0;
}

const textIn = (mark: Mark): string => ('text' in mark ? oneLine(mark.text) : '');

/** What the room chose: whom the revealed rounds chose that no run-off came after. */
function winnersOf(rounds: readonly Round[]): ReadonlySet<MarkId> {
  const revealed = rounds.filter(({ state }) => state === 'revealed');
  const last = revealed.filter(({ id }) => !rounds.some(({ runOffOf }) => runOffOf === id));
  return new Set(last.flatMap((round) => chosenOf(round)?.id ?? []));
}

/** One mark as blocks of its own; none when it is decoration or part of something else. */
function blocksOfMark(mark: Mark, reader: Reader): readonly OutlineBlock[] {
  if (mark.kind === 'text' || mark.kind === 'shape') return isArea(mark) ? [] : letteringBlocks(mark, headingSize(mark) > 0);
  const block = blockOf(mark, reader);
  return block ? [block] : [];
}

function blockOf(mark: Exclude<Mark, TextMark | ShapeMark>, { context, locale, words }: Reader): OutlineBlock | undefined {
  const marks = [mark.id];
  switch (mark.kind) {
    case 'stamp': return { kind: 'figure', alt: describeStamp(mark, words, locale), marks, written: spokenDescription(mark.alt) };
    case 'image': return { kind: 'figure', alt: words.image(spokenDescription(mark.alt)), marks, written: spokenDescription(mark.alt) };
    case 'result': {
      const alt = describeResultMark(mark, context.board, words);
      return alt === undefined ? undefined : { kind: 'figure', alt, marks };
    }
    case 'connector': {
      const alt = describeConnector(mark, context.board, words, locale);
      return alt === undefined ? undefined : { kind: 'figure', alt, marks };
    }
    case 'card': case 'stroke': return undefined;
  }
}

/** Cards as a list, the word heard most first; then the drawings that were given a name. */
function cardBlocks(cards: readonly CardMark[], withRole: boolean, { context, words, winners }: Reader): readonly OutlineBlock[] {
  if (cards.length === 0) return [];
  const sorted = [...cards].sort((a, b) => b.mentions.length - a.mentions.length);
  const items = sorted.map((card): OutlineItem => ({ text: describeCard(card, context.board, words, withRole), marks: [card.id] }));
  const drawings = sorted.flatMap((card): OutlineBlock[] => {
    const marks = card.picture.filter((id) => { const part = markOf(context.board, id); return part?.page === card.page && isPainted(part, context.board); });
    if (marks.length === 0) return [];
    const written = linesDescription(context.board, marks);
    return [{ kind: 'figure', alt: words.drawing(oneLine(card.text), words.role[card.role], winners.has(card.id), written), marks, ...(marks.some((id) => markOf(context.board, id)?.kind === 'stroke') ? { written } : {}) }];
  });
  return [{ kind: 'list', items }, ...drawings];
}

/**
 * What stands in one area, or loose: words in reading order, cards, and all lines without a name as one drawing.
 * @param lines the drawn lines that stand there
 */
function blocksOf(placed: readonly Placed[], lines: readonly MarkId[], withRole: boolean, taken: ReadonlySet<MarkId>, reader: Reader): readonly OutlineBlock[] {
  const free = placed.filter(({ mark }) => !taken.has(mark.id));
  const sorted = readingOrder(free, ({ box }) => box);
  const blocksFor = (connectors: boolean): readonly OutlineBlock[] =>
    sorted.flatMap(({ mark }) => ((mark.kind === 'connector') === connectors ? blocksOfMark(mark, reader) : []));
  const cards = readingOrder(placed, ({ box }) => box).flatMap(({ mark }) => (mark.kind === 'card' ? [mark] : []));
  const strokes = lines.filter((id) => !taken.has(id));
  const written = linesDescription(reader.context.board, strokes);
  const drawing: readonly OutlineBlock[] = strokes.length > 0 ? [{ kind: 'figure', alt: reader.words.lines(strokes.length, written), marks: strokes, written }] : [];
  // What an arrow joins is named before the arrow.
  return [...blocksFor(false), ...cardBlocks(cards, withRole, reader), ...blocksFor(true), ...drawing];
}

/** Kinds that can say something by themselves; drawn lines, of which there are many more, are only counted. */
const SPEAKING = ['text', 'card', 'shape', 'connector', 'stamp', 'image', 'result'] as const satisfies readonly Mark['kind'][];

/** The marks of a page that are painted and are no drawn lines, with their boxes. */
function paintedMarks(page: Page, context: SceneContext): readonly Placed[] {
  const { board } = context;
  return SPEAKING
    .flatMap((kind): readonly Mark[] => marksOfKind(board, kind).filter((mark) => mark.page === page.id && isPainted(mark, board)))
    .sort(comparePaintOrder)
    .map((mark) => ({ mark, box: markBox(mark, context) }));
}

function outlinePage(page: Page, number: number, reader: Reader): OutlinePage {
  const placed = paintedMarks(page, reader.context);
  const areas = readingOrder(placed.flatMap(({ mark, box }): Area[] => (isArea(mark) ? [{ frame: mark, box }] : [])), ({ box }) => box);
  const lines = linesByArea(page.id, areas, reader.context);
  const rest = placed.filter(({ mark }) => !isArea(mark)).map((thing) => ({ ...thing, area: areaAround(areas, thing.box) }));
  const title = rest.filter(({ mark, area }) => !area && headingSize(mark) > 0).sort((a, b) => headingSize(b.mark) - headingSize(a.mark))[0]?.mark;
  const taken = new Set(rest.flatMap(({ mark }) => (mark.kind === 'card' ? mark.picture : [])));
  if (title) taken.add(title.id);
  const areaBlocks = areas.flatMap((area, i): readonly OutlineBlock[] => {
    const blocks = blocksOf(rest.filter((thing) => thing.area === area), lines[i] ?? [], area.frame.area === 'none', taken, reader);
    const text = textIn(area.frame);
    // A frame without a name keeps its things together, but there is nothing to announce.
    return text === '' ? blocks : [{ kind: 'area', title: { text, marks: [area.frame.id] }, blocks }];
  });
  const text = (title && textIn(title)) || oneLine(page.title) || reader.words.page(number);
  return {
    page: page.id,
    title: { text, marks: title ? [title.id] : [] },
    blocks: [...areaBlocks, ...blocksOf(rest.filter(({ area }) => !area), lines[areas.length] ?? [], true, taken, reader)],
  };
}

/**
 * The text twin of a board: everything on it in reading order. Pages in their order; on a page first its areas, then
 * what stands loose, each in rows from the top left. Hidden layers and results that were not revealed are left out.
 */
export function outlineOf(context: SceneContext, locale: Locale): Outline {
  const reader: Reader = { context, locale, words: outlineWords(locale), winners: winnersOf(Object.values(context.board.rounds)) };
  const { board } = context;
  const waiting = marksOfKind(board, 'card').filter(({ placed }) => !placed);
  const rounds = Object.values(board.rounds).sort((a, b) => a.openedMs - b.openedMs);
  return {
    title: oneLine(board.title),
    pages: pagesOf(board).map((page, i) => outlinePage(page, i + 1, reader)),
    waiting: waiting.sort((a, b) => (a.order < b.order ? -1 : 1)).map((card) => describeCard(card, board, reader.words, true)),
    results: rounds.flatMap((round) => {
      const lines = describeResult(round, reader.words);
      return lines ? [{ question: oneLine(round.question), lines: [...lines, ...describeCounting(round, rounds, reader.words, locale)] }] : [];
    }),
  };
}
