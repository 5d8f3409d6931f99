import { describe, expect, test } from 'vitest';
import type { InkId, MarkId } from '../../../shared/base/ids.ts';
import { bucketOf, comparePaintOrder, markCount, marksOf } from '../../../shared/board/buckets.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import { firstMarksOf } from '../../../shared/board/firstMarks.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { documentFault, type Document } from '../../../shared/board/readDocument.ts';
import { encodeInk } from '../../../shared/ink/inkCodec.ts';
import { at, card, connector, inkThrough, stroke } from '../scene/marks.ts';

const TEXT = encodeInk(inkThrough([[0, 0], [40, 30]]));
const order = (i: number): string => `a${String(i).padStart(6, '0')}`;

function documentWith(marks: readonly Mark[], text = TEXT): Document {
  const buckets: Record<string, Record<MarkId, Mark>> = {};
  for (const mark of marks) (buckets[bucketOf(mark.id)] ??= {})[mark.id] = mark;
  const board = { ...emptyBoard({ id: 'b1' as never, title: 'Kiel', locale: 'nl', createdMs: 0 }), buckets };
  return { board, inks: Object.fromEntries(marks.flatMap((mark) => (mark.kind === 'stroke' ? [[mark.ink, text]] : []))) as Record<InkId, string> };
}
const strokes = (count: number): readonly Mark[] => Array.from({ length: count }, (_, i) => ({ ...stroke(`s${i}`), order: order(i) }));

describe('the first marks of a board', () => {
  test('are not kept apart where there are few', () => {
    expect(firstMarksOf(documentWith(strokes(1999)))).toBeNull();
  });

  test('are the lowest, with their ink and no other, and make a sound document', () => {
    const whole = documentWith(strokes(2500));
    const first = firstMarksOf(whole);
    if (!first) throw new Error('nothing was kept apart');
    const kept = [...marksOf(first.board)].sort(comparePaintOrder);
    expect(kept).toEqual([...marksOf(whole.board)].sort(comparePaintOrder).slice(0, kept.length));
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.length).toBeLessThan(1000);
    expect(Object.keys(first.inks).sort()).toEqual(kept.flatMap((mark) => (mark.kind === 'stroke' ? [mark.ink] : [])).sort());
    expect(documentFault(first)).toBeNull();
  });

  test('are fewer where strokes are long, so that they are read at once', () => {
    const long = TEXT + 'A'.repeat(20_000);
    const first = firstMarksOf(documentWith(strokes(2500), long));
    expect(first && markCount(first.board)).toBeLessThan(30);
    expect(first && markCount(first.board)).toBeGreaterThan(5);
  });

  test('pass over arrows, which may hang on what is not there, and over layers that are switched off', () => {
    const low = [{ ...connector('c', { mark: 's1' as MarkId, at: { x: 0, y: 0 } }, { mark: 's2' as MarkId, at: { x: 9, y: 9 } }), order: order(-1) }, { ...card('k', 'samen', at(9, 9)), layer: 'tracing' as const, order: order(-2) }];
    const document = documentWith([...low, ...strokes(2500)] as readonly Mark[]);
    const hidden = { ...document, board: { ...document.board, layers: { ...document.board.layers, tracing: { ...document.board.layers.tracing, visible: false } } } };
    const first = firstMarksOf(hidden);
    expect(first && [...marksOf(first.board)].every(({ kind }) => kind === 'stroke')).toBe(true);
  });

  test('take neither rounds nor charter along', () => {
    const document = documentWith(strokes(2500));
    const first = firstMarksOf({ ...document, board: { ...document.board, charter: { ...document.board.charter, dream: 'een jungle' } } });
    expect(JSON.stringify(first)).not.toContain('jungle');
  });
});
