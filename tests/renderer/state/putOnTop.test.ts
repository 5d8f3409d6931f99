import { describe, expect, test } from 'vitest';
import type { MarkId, PageId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import type { Command } from '../../../shared/board/commands.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { putOnTop } from '../../../renderer/state/putOnTop.ts';
import { boardWith, stroke, text } from '../../shared/scene/marks.ts';

const put = (marks: readonly Mark[]): Command => ({ type: 'marks.put', what: 'draw', marks });
/** Which strokes a command lays above everything else of this board. */
const laid = (before: Board, command: Command): readonly MarkId[] | null => {
  const { board, change } = applyCommand(before, command, () => true);
  return putOnTop(change, before, board)?.strokes.map(({ id }) => id) ?? null;
};

describe('only paint on top is needed', () => {
  test('for a pen stroke above all that is on its page', () => {
    expect(laid(boardWith([text('t', 'panda', { order: 'a1' })]), put([stroke('s', { order: 'a2' })]))).toEqual(['s']);
    expect(laid(boardWith([]), put([stroke('s')]))).toEqual(['s']);
  });

  test('for several at once, in painting order', () => {
    expect(laid(boardWith([]), put([stroke('b', { order: 'a2' }), stroke('a', { order: 'a1' })]))).toEqual(['a', 'b']);
  });
});

describe('everything is painted anew where', () => {
  const below = boardWith([text('t', 'panda', { order: 'a5' })]);
  test('a stroke comes to lie below something', () => expect(laid(below, put([stroke('s', { order: 'a2' })]))).toBeNull());
  test('a highlighter comes to lie below the ink', () => expect(laid(below, put([stroke('s', { order: 'a9', tool: 'highlighter' })]))).toBeNull());
  test('a prepared stroke comes to lie below the harvest', () => expect(laid(below, put([stroke('s', { order: 'a9', layer: 'prepared' })]))).toBeNull());
  test('something else than a stroke is put', () => expect(laid(below, put([stroke('s', { order: 'a9' }), text('u', 'braderie', { order: 'b1' })]))).toBeNull());
  test('a stroke is put that was there before', () => expect(laid(boardWith([stroke('s')]), put([stroke('s', { color: 'rood', order: 'a9' })]))).toBeNull());
  test('strokes are put on two pages', () => {
    const two = boardWith([], { pages: { ...below.pages, ['p2' as PageId]: { ...(below.pages['p1' as PageId] as Board['pages'][PageId]), id: 'p2' as PageId } } });
    expect(laid(two, put([stroke('a', { order: 'a1' }), stroke('b', { order: 'a2', page: 'p2' as PageId })]))).toBeNull();
  });
  test('a stroke goes', () => expect(laid(boardWith([stroke('s')]), { type: 'marks.remove', ids: ['s' as MarkId] })).toBeNull());
  test('a mark moves', () => expect(laid(boardWith([stroke('s')]), { type: 'marks.transform', ids: ['s' as MarkId], matrix: [1, 0, 0, 1, 5, 5] })).toBeNull());
});
