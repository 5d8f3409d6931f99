import { expect, test } from 'vitest';
import { createKeptOpened } from '../../../renderer/host/openedBoard.ts';
import { asId, type BoardId } from '../../../shared/base/ids.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import type { BoardChanged, OpenedBoard } from '../../../shared/contract/boards.ts';

const openedAt = (seq: number, id = 'kiel'): OpenedBoard => ({
  board: emptyBoard({ id: asId<BoardId>(id), title: 'Kiel', locale: 'nl', createdMs: 1 }), inks: {}, seq, history: { undo: null, redo: null }, recovered: null,
  saved: { board: asId<BoardId>(id), safeSeq: seq, savedMs: 1, trouble: null }, filePath: null,
});
const change = (seq: number, board = 'kiel'): BoardChanged => ({
  board: asId<BoardId>(board), seq, opId: `op${seq}`, change: { kind: 'patches', patches: [] }, inks: {}, history: { undo: null, redo: null },
});

test('a board that came opened answers the call to open it, once', () => {
  const kept = createKeptOpened();
  const opened = openedAt(3);
  kept.keep(opened);
  expect(kept.answerTo('settings.get', {})).toBeNull();
  expect(kept.answerTo('boards.open', { board: 'kiel' })).toBe(opened);
  expect(kept.answerTo('boards.open', { board: 'kiel' })).toBeNull();
});

test.each([['boards.open', { board: 'other' }], ['boards.close', { board: 'kiel' }], ['boards.list', {}]])('%s about something else lets go of it', (call, input) => {
  const kept = createKeptOpened();
  kept.keep(openedAt(3));
  expect(kept.answerTo(call, input)).toBeNull();
  expect(kept.answerTo('boards.open', { board: 'kiel' })).toBeNull();
});

test('to close the board that is left for it does not let go of it', () => {
  const kept = createKeptOpened();
  kept.keep(openedAt(3));
  expect(kept.answerTo('boards.close', { board: 'other' })).toBeNull();
  expect(kept.answerTo('boards.open', { board: 'kiel' })?.seq).toBe(3);
});

test('asking whether another window works on it does not let go of it', () => {
  const kept = createKeptOpened();
  kept.keep(openedAt(3));
  expect(kept.answerTo('boards.hold', { board: 'kiel' })).toBeNull();
  expect(kept.answerTo('boards.open', { board: 'kiel' })?.seq).toBe(3);
});

test('a board that changed since it was opened is asked for anew, whichever of the two was heard first', () => {
  const later = createKeptOpened();
  later.keep(openedAt(3));
  later.changed(change(4));
  expect(later.answerTo('boards.open', { board: 'kiel' })).toBeNull();
  const earlier = createKeptOpened();
  earlier.changed(change(4));
  earlier.keep(openedAt(3));
  expect(earlier.answerTo('boards.open', { board: 'kiel' })).toBeNull();
});

test('what was changed before it was opened, or on another board, does not count', () => {
  const kept = createKeptOpened();
  kept.changed(change(3));
  kept.keep(openedAt(3));
  kept.changed(change(9, 'other'));
  expect(kept.answerTo('boards.open', { board: 'kiel' })?.seq).toBe(3);
});

test('a board of a line that was lost is asked for anew', () => {
  const kept = createKeptOpened();
  kept.keep(openedAt(3));
  kept.forget();
  expect(kept.answerTo('boards.open', { board: 'kiel' })).toBeNull();
});

test('a board that changed is asked for anew though another one changed after it', () => {
  const kept = createKeptOpened();
  kept.changed(change(4));
  kept.changed(change(9, 'other'));
  kept.keep(openedAt(3));
  expect(kept.answerTo('boards.open', { board: 'kiel' })).toBeNull();
});
