import { asId, type BoardId, type InkId, type MarkId, type PageId } from '../base/ids.ts';
import { packInk, type InkSample } from '../ink/ink.ts';
import { encodeInk, type InkText } from '../ink/inkCodec.ts';
import { PAGE_SIZE } from './board.ts';
import { bucketOf } from './buckets.ts';
import { emptyBoard } from './emptyBoard.ts';
import type { Mark, StrokeMark } from './marks.ts';
import type { Document } from './readDocument.ts';

const SAMPLES = 90;

/** A wave across a part of the page, as a hand would draw it. */
function wave(number: number): readonly InkSample[] {
  const x = (number * 173) % PAGE_SIZE.w, y = (number * 97) % PAGE_SIZE.h;
  return Array.from({ length: SAMPLES }, (_, i) => ({ x: x + 1.3 * i, y: y + 20 * Math.sin(i / (7 + (number % 5))), pressure: 0.5 + 0.3 * Math.sin(i / 11), timeMs: 8 * i }));
}

/**
 * A board that nobody sees: what reads and paints boards is run on it while nobody waits. An engine runs code that it has
 * not run before several times slower, which is most of what opening a small board costs the first time.
 */
export function practiceBoard(strokes: number): Document {
  const empty = emptyBoard({ id: asId<BoardId>('practice'), title: '', locale: 'nl', createdMs: 0 });
  const page = Object.keys(empty.pages)[0] as PageId;
  const buckets: Record<string, Record<MarkId, Mark>> = {};
  const inks: Record<InkId, InkText> = {};
  for (let number = 0; number < strokes; number++) {
    const id = asId<MarkId>(`practice${number}`), ink = asId<InkId>(`ink${number}`);
    const mark: StrokeMark = {
      kind: 'stroke', id, page, layer: 'harvest', order: `a${String(number).padStart(4, '0')}1`, matrix: [1, 0, 0, 1, 0, 0], locked: false,
      ink, tool: 'pen', color: 'ink', widthUnits: 3, thinning: 0.5, smoothing: 0.5,
    };
    (buckets[bucketOf(id)] ??= {})[id] = mark;
    inks[ink] = encodeInk(packInk(wave(number)));
  }
  return { board: { ...empty, buckets }, inks };
}
