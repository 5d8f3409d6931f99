import { asId, type BoardId, type InkId, type MarkId, type PageId, type TableId } from '../../shared/base/ids.ts';
import { seededRandom } from '../../shared/base/seededRandom.ts';
import { PAGE_SIZE, type Board } from '../../shared/board/board.ts';
import { bucketOf } from '../../shared/board/buckets.ts';
import { emptyBoard } from '../../shared/board/emptyBoard.ts';
import { layLines } from '../../shared/board/lettering.ts';
import type { CardMark, Mark, StrokeMark } from '../../shared/board/marks.ts';
import type { PlainDocument } from '../../shared/contract/boards.ts';
import { packInk } from '../../shared/ink/ink.ts';
import { encodeInk, type InkText } from '../../shared/ink/inkCodec.ts';
import { penStrokes } from './penSamples.ts';

const PAGE = asId<PageId>('p1');

function boardOf(title: string, marks: readonly Mark[]): Board {
  const buckets: Record<string, Record<MarkId, Mark>> = {};
  for (const mark of marks) (buckets[bucketOf(mark.id)] ??= {})[mark.id] = mark;
  return { ...emptyBoard({ id: asId<BoardId>('heavy'), title, locale: 'nl', createdMs: 0 }), buckets };
}

const lies = (id: string, i: number, x: number, y: number) =>
  ({ id: asId<MarkId>(id), page: PAGE, layer: 'harvest', matrix: [1, 0, 0, 1, x, y], locked: false, order: `a${i.toString(36).padStart(6, '0')}V` } as const);

/** A page full of recorded handwriting: every stroke is one that a hand drew, anywhere on the page and up to half as large again or as small. */
export function handwrittenPage(count: number): PlainDocument {
  const random = seededRandom(11);
  const recorded = penStrokes();
  const inks: Record<InkId, InkText> = {};
  const marks = Array.from({ length: count }, (_, i): StrokeMark => {
    const stroke = recorded[Math.floor(random() * recorded.length)] ?? [];
    const [left, top] = [Math.min(...stroke.map(({ x }) => x)), Math.min(...stroke.map(({ y }) => y))];
    const scale = 0.5 + random();
    const [x, y] = [random() * (PAGE_SIZE.w - 120), random() * (PAGE_SIZE.h - 120)];
    inks[asId<InkId>(`k${i}`)] = encodeInk(packInk(stroke.map((sample, k) => ({ x: x + (sample.x - left) * scale, y: y + (sample.y - top) * scale, pressure: sample.pressure, timeMs: k * 8 }))));
    return { ...lies(`m${i}`, i, 0, 0), kind: 'stroke', ink: asId<InkId>(`k${i}`), tool: 'pen', color: i % 7 === 0 ? 'blauw' : 'ink', widthUnits: 3.6, thinning: 0.5, smoothing: 0.3 };
  });
  return { board: boardOf('Volgeschreven', marks), inks };
}

/** A page with more cards than any room can say, each with words of its own. */
export function cardsPage(count: number): PlainDocument {
  const measure = (text: string): number => [...text].length * 0.45;
  const columns = Math.ceil(Math.sqrt(count * 2));
  const marks = Array.from({ length: count }, (_, i): CardMark => {
    const text = `droom ${i}`;
    return {
      ...lies(`c${i}`, i, ((i % columns) * PAGE_SIZE.w) / columns, (Math.floor(i / columns) * PAGE_SIZE.h) / Math.ceil(count / columns)),
      kind: 'card', role: i % 5 === 0 ? 'metaphor' : 'trait', text, lines: layLines(text, 'kop', measure), sizeUnits: 4, color: 'ink',
      mentions: [{ table: asId<TableId>(`t${1 + (i % 7)}`), atMs: 1 }], picture: [], placed: true, merged: [],
    };
  });
  return { board: boardOf('Tienduizend dromen', marks), inks: {} };
}
