import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InkId, MarkId, PageId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import type { Board, Buckets } from '../../../shared/board/board.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import type { Command } from '../../../shared/board/commands.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { isPageEmpty, marksOfKind } from '../../../shared/board/marksByKind.ts';
import { waitingCards } from '../../../shared/harvest/placeWaiting.ts';
import { findSame } from '../../../shared/harvest/sameness.ts';
import { outlineOf } from '../../../shared/outline/outlineOf.ts';
import { at, boardWith, card, inkThrough, PAGE, stroke, text } from '../scene/marks.ts';

/** A board whose buckets count how often a mark is looked at. */
function counted(board: Board): { readonly board: Board; readonly visits: () => number } {
  let visits = 0;
  const watch = (bucket: Buckets[string]): Buckets[string] => new Proxy(bucket, { get: (marks, id) => { visits++; return marks[id as MarkId]; } });
  const buckets = Object.fromEntries(Object.entries(board.buckets).map(([name, bucket]) => [name, watch(bucket)]));
  return { board: { ...board, buckets }, visits: () => visits };
}

/** The board after a command: what it did not touch is the very same, what it did touch is counted too. */
function after(before: ReturnType<typeof counted>, plain: Board, command: Command): { readonly counted: ReturnType<typeof counted>; readonly plain: Board } {
  const next = applyCommand(plain, command, () => true).board;
  let visits = 0;
  const buckets = Object.fromEntries(Object.entries(next.buckets).map(([name, bucket]) => {
    if (bucket === plain.buckets[name]) return [name, before.board.buckets[name] as Buckets[string]];
    return [name, new Proxy(bucket, { get: (marks, id) => { visits++; return marks[id as MarkId]; } })];
  }));
  return { counted: { board: { ...next, buckets }, visits: () => visits + before.visits() }, plain: next };
}

const FULL = 50_000;
const dot = inkThrough([[10, 10]]);
const plain = boardWith([
  ...Array.from({ length: FULL - 60 }, (_, i) => stroke(`s${i}`)),
  ...Array.from({ length: 60 }, (_, i) => card(`c${i}`, `woord ${i}`, { placed: i % 10 !== 0 })),
]);

describe('on a board of 50,000 marks', () => {
  test('the lists of the rails look at every mark once, and after a stroke at those of one bucket only', () => {
    const first = counted(plain);
    expect(waitingCards(first.board)).toHaveLength(6);
    expect(first.visits()).toBe(FULL);
    expect(waitingCards(first.board)).toHaveLength(6);
    expect(findSame(first.board, 'trait', 'woord 7')?.id).toBe('c7');
    expect(isPageEmpty(first.board, 'p2' as PageId)).toBe(true);
    expect(first.visits()).toBe(FULL);

    const second = after(first, plain, { type: 'marks.put', what: 'draw', marks: [stroke('fresh')] });
    expect(waitingCards(second.counted.board)).toHaveLength(6);
    expect(marksOfKind(second.counted.board, 'stroke')).toHaveLength(FULL - 59);
    expect(second.counted.visits() - FULL).toBeLessThan(FULL / 150);
  });

  test('the text of the picture counts the lines anew without looking at them all', () => {
    const first = counted(plain);
    const inks = new Map(Array.from({ length: FULL }, (_, i) => [`ink-s${i}` as InkId, dot] as const).concat([['ink-fresh' as InkId, dot]]));
    const linesSaid = (board: Board): string => JSON.stringify(outlineOf({ board, inks }, 'nl').pages[0]?.blocks.filter(({ kind }) => kind === 'figure').map((block) => ('alt' in block ? block.alt : '')));
    expect(linesSaid(first.board)).toContain(`${FULL - 60} lijnen`);
    const before = first.visits();
    const second = after(first, plain, { type: 'marks.put', what: 'draw', marks: [stroke('fresh')] });
    expect(linesSaid(second.counted.board)).toContain(`${FULL - 59} lijnen`);
    expect(second.counted.visits() - before).toBeLessThan(FULL / 100);
  });

  test('a word that waits is in the list at once, and gone when it has its place', () => {
    const first = counted(plain);
    waitingCards(first.board);
    const waits = card('late', 'laat', { placed: false });
    const second = after(first, plain, { type: 'marks.put', what: 'catch', marks: [waits] });
    expect(waitingCards(second.counted.board).map(({ id }) => id)).toContain('late');
    const third = after(second.counted, second.plain, { type: 'marks.put', what: 'place', marks: [{ ...waits, placed: true }] });
    expect(waitingCards(third.counted.board).map(({ id }) => id)).not.toContain('late');
    expect(third.counted.visits() - FULL).toBeLessThan(FULL / 75);
  });
});

test('whatever is done to a board, the lists say what is on it', () => {
  const mark = fc.oneof(fc.integer({ min: 0, max: 30 }).map((i): Mark => stroke(`s${i}`)), fc.integer({ min: 0, max: 30 }).map((i): Mark => card(`c${i}`, 'w', { placed: i % 2 === 0 })));
  const step = fc.oneof(mark.map((one): Command => ({ type: 'marks.put', what: 'import', marks: [one] })), mark.map((one): Command => ({ type: 'marks.remove', ids: [one.id] })), mark.map((one): Command => ({ type: 'marks.transform', ids: [one.id], matrix: [1, 0, 0, 1, 5, 5] })));
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
    let board = boardWith([]);
    for (const command of steps) {
      try { board = applyCommand(board, command, () => true).board; } catch { continue; }
      for (const kind of ['stroke', 'card'] as const) {
        expect(new Set(marksOfKind(board, kind))).toEqual(new Set([...marksOf(board)].filter((one) => one.kind === kind)));
      }
      expect(isPageEmpty(board, PAGE)).toBe([...marksOf(board)].length === 0);
    }
  }), { numRuns: 60 });
});

test('the list of a kind is the very same as long as the marks are', () => {
  const board = boardWith([card('c', 'woord'), text('t', 'titel', at(10, 10))]);
  const renamed: Board = { ...board, title: 'anders' };
  expect(marksOfKind(renamed, 'card')).toBe(marksOfKind(board, 'card'));
  expect(outlineOf({ board, inks: new Map() }, 'nl').waiting).toEqual([]);
});
