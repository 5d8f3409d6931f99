import { expect, test } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import { namedMarks, perList } from '../../../renderer/state/namedMarks.ts';
import { boardWith, text } from '../../shared/scene/marks.ts';

const ids = ['b', 'a', 'gone'] as MarkId[];

test('the marks of a selection come in its order, without those that are gone', () => {
  expect(namedMarks(ids, boardWith([text('a', 'panda'), text('b', 'rat')])).map(({ id }) => id)).toEqual(['b', 'a']);
});

test('what is asked of the same selection again is not worked out again until the board changes', () => {
  let worked = 0;
  const count = perList((list, board) => { worked++; return list.filter((id) => Object.values(board.buckets).some((bucket) => id in bucket)).length; });
  const board = boardWith([text('a', 'panda')]);
  expect([count(ids, board), count(ids, { ...board, title: 'Kiel' })]).toEqual([1, 1]);
  expect(worked).toBe(1);
  expect(count(ids, boardWith([text('a', 'panda'), text('b', 'rat')]))).toBe(2);
  expect(worked).toBe(2);
  expect(count([...ids], board)).toBe(1);
});
