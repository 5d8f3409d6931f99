import { generateNKeysBetween } from 'fractional-indexing';
import { asId, type MarkId, type PageId } from '../base/ids.ts';
import { PAGE_SIZE, tablesOf, type Board, type Page, type Table } from '../board/board.ts';
import { bucketOf } from '../board/buckets.ts';
import { emptyBoard } from '../board/emptyBoard.ts';
import { layLines, type LetteringLine, type MeasureEm } from '../board/lettering.ts';
import type { CardMark, Mark, TextMark } from '../board/marks.ts';
import { PLAIN_TEXT } from '../board/plainMarks.ts';
import { TroubleError } from '../contract/trouble.ts';
import { boxOfCard } from '../harvest/cardLayout.ts';
import type { Imported, ImportTools } from './excalidraw.ts';
import type { Remark } from './remarkRows.ts';

/** Lettering of a remark: the smallest that is still read on a wall. */
const SIZE_UNITS = 22;
const EDGE_UNITS = 48;
const GUTTER_UNITS = 28;
const GAP_UNITS = 12;
const COLUMNS = 3;
const HEADING_UNITS = 54;
/** Height that the heading takes from the top of every page. */
const HEAD_UNITS = 92;
/** Room for a table's disk behind the last word. */
const DISK_UNITS = 32;
const COLUMN_UNITS = (PAGE_SIZE.w - 2 * EDGE_UNITS - (COLUMNS - 1) * GUTTER_UNITS) / COLUMNS;
const FOOT_UNITS = PAGE_SIZE.h - EDGE_UNITS;
/** Lines that one card may have; a longer remark goes on in the next card. */
const MOST_LINES = 20;
const MOST_REMARKS = 50_000;

/** Cuts words that are longer than a line (web addresses), so that no card is wider than its column. */
function cutLongWords(text: string, measure: MeasureEm, maxEm: number): string {
  return text.split(' ').flatMap((word) => {
    if (measure(word, 'kop') <= maxEm) return [word];
    const parts: string[] = [];
    let part = '';
    for (const letter of word) {
      if (part !== '' && measure(part + letter, 'kop') > maxEm) {
        parts.push(part);
        part = '';
      }
      part += letter;
    }
    return [...parts, part];
  }).join(' ');
}

type Piece = { readonly lines: readonly LetteringLine[]; readonly text: string; readonly table: Table | undefined };

/** A remark as one card, or several when it is long. */
function piecesOf(remark: Remark, tables: readonly Table[], measure: MeasureEm): readonly Piece[] {
  const table = tables.find(({ number }) => number === remark.table);
  const maxEm = (COLUMN_UNITS - (table ? DISK_UNITS : 0)) / SIZE_UNITS;
  const lines = layLines(cutLongWords(remark.text, measure, maxEm), 'kop', measure, maxEm);
  if (lines.length <= MOST_LINES) return [{ lines, text: remark.text, table }];
  const pieces: Piece[] = [];
  for (let i = 0; i < lines.length; i += MOST_LINES) {
    const part = lines.slice(i, i + MOST_LINES);
    pieces.push({ lines: part, text: part.map((line) => line.runs.map(({ text }) => text).join('')).join(' '), table });
  }
  return pieces;
}

type Spot = { readonly page: number; readonly x: number; readonly y: number };

/** Gives each card its place: down a column, then the next column, then the next page. */
function columnPlacer(): (heightUnits: number) => Spot {
  let page = 0, column = 0, y = HEAD_UNITS;
  return (heightUnits) => {
    if (y + heightUnits > FOOT_UNITS && y > HEAD_UNITS) {
      y = HEAD_UNITS;
      column = (column + 1) % COLUMNS;
      if (column === 0) page++;
    }
    const spot = { page, x: EDGE_UNITS + column * (COLUMN_UNITS + GUTTER_UNITS), y };
    y += heightUnits + GAP_UNITS;
    return spot;
  };
}

const pageId = (number: number): PageId => asId<PageId>(`p${number + 1}`);

function headingOn(page: number, title: string, order: string, { measure, newId }: ImportTools): TextMark {
  const lines = layLines(title, 'kop', measure);
  const wide = (lines[0]?.widthEm ?? 0) * HEADING_UNITS;
  const sizeUnits = Math.min(HEADING_UNITS, (HEADING_UNITS * (PAGE_SIZE.w - 2 * EDGE_UNITS)) / Math.max(wide, 1));
  return {
    kind: 'text', id: asId<MarkId>(newId()), page: pageId(page), layer: 'prepared', order, matrix: [1, 0, 0, 1, EDGE_UNITS, 24], locked: false,
    text: title, lines, hand: 'kop', sizeUnits, color: 'ink', align: 'left', heading: true, ...PLAIN_TEXT,
  };
}

/**
 * A board of remarks: each a card with the role of an idea, in columns over as many pages as it takes, in the colour
 * of the table where the file names it. The board's title heads every page.
 * @throws TroubleError file.damaged when there is no remark, file.tooLarge beyond 50,000
 */
export function boardOfRemarks(remarks: readonly Remark[], tools: ImportTools): Imported {
  if (remarks.length === 0) throw new TroubleError('file.damaged', 'remarks');
  if (remarks.length > MOST_REMARKS) throw new TroubleError('file.tooLarge', `${remarks.length} remarks`);
  const { seed, measure, newId } = tools;
  const empty = emptyBoard(seed);
  const tables = tablesOf(empty);
  const pieces = remarks.flatMap((remark) => piecesOf(remark, tables, measure));
  const orders = generateNKeysBetween(null, null, pieces.length);
  const placeNext = columnPlacer();
  let pages = 1;
  const marks: Mark[] = pieces.map(({ lines, text, table }, i): CardMark => {
    const look = { role: 'idea' as const, text, lines, sizeUnits: SIZE_UNITS, mentions: [{ table: table?.id ?? null, atMs: seed.createdMs }] };
    const box = boxOfCard(look, empty.tables);
    const spot = placeNext(box.h);
    pages = spot.page + 1;
    return {
      ...look, kind: 'card', id: asId<MarkId>(newId()), page: pageId(spot.page), layer: 'harvest', order: orders[i] as string,
      matrix: [1, 0, 0, 1, spot.x - box.x, spot.y - box.y], locked: false, color: table?.color ?? 'ink', picture: [], placed: true, merged: [],
    };
  });
  for (let page = 0; page < pages; page++) marks.push(headingOn(page, seed.title, 'a0', tools));
  return { document: { board: withPages(empty, pages, marks), inks: {} }, assets: [], skipped: {} };
}

function withPages(board: Board, count: number, marks: readonly Mark[]): Board {
  const orders = generateNKeysBetween(null, null, count);
  const pages: Record<PageId, Page> = {};
  orders.forEach((order, i) => { pages[pageId(i)] = { id: pageId(i), title: '', order, size: PAGE_SIZE, step: '' }; });
  const buckets: Record<string, Record<MarkId, Mark>> = {};
  for (const mark of marks) (buckets[bucketOf(mark.id)] ??= {})[mark.id] = mark;
  return { ...board, pages, buckets };
}
