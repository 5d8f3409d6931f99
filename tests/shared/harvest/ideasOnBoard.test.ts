import { describe, expect, it } from 'vitest';
import { asId, type MarkId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import type { Board } from '../../../shared/board/board.ts';
import { planCatchAll } from '../../../shared/harvest/catchAll.ts';
import { planSplit } from '../../../shared/harvest/mergeCards.ts';
import { planMergeWord } from '../../../shared/harvest/mergeWord.ts';
import { likeness, nearWords } from '../../../shared/harvest/nearWords.ts';
import { findSame } from '../../../shared/harvest/sameness.ts';
import { wordsToMerge } from '../../../renderer/panels/ideas/MergeChoice.tsx';
import { measureEm } from '../../support/measureEm.ts';
import { cardOf, cardsOf, coverings, HARVEST, kielBoard, name, roomOn, tableId } from './kielDay.ts';

const SAID = [['bruisend', 2], ['groen', 3], ['Bruisende', 4], ['groen', 5], ['', 1], ['warm contact', 6]] as const;

const catchAll = (board: Board) => planCatchAll({
  board, page: HARVEST, atMs: 9, measure: measureEm, roomOn,
  words: SAID.map(([text, table], i) => ({ text, role: 'trait' as const, table: tableId(table), newId: asId<MarkId>(`new${i}`), order: `z${i}` })),
});

describe('several words that are put on the board at once', () => {
  const board = name(kielBoard(), 'bruisend', 'trait', 1, 1);
  const { command, caught } = catchAll(board);
  const done = command ? applyCommand(board, command, () => true) : null;

  it('are one step, in which each finds the room that those before it left', () => {
    expect(caught).toEqual([0, 1, 2, 3, 5]);
    if (!done) throw new Error('nothing was caught');
    expect(cardOf(done.board, 'bruisend').mentions.map(({ table }) => table).slice(0, 2)).toEqual([tableId(1), tableId(2)]);
    expect(cardOf(done.board, 'groen').mentions).toHaveLength(2);
    expect(cardsOf(done.board).every(({ placed }) => placed)).toBe(true);
    expect(coverings(done.board)).toEqual([]);
  });

  it('and one step takes them back', () => {
    if (!done) throw new Error('nothing was caught');
    expect(cardsOf(done.board).length).toBeGreaterThan(2);
    const orders = new Set(cardsOf(done.board).map(({ order }) => order));
    expect(orders.size).toBe(cardsOf(done.board).length);
  });

  it('nothing comes of words without a letter', () => {
    expect(planCatchAll({ board, page: HARVEST, atMs: 9, measure: measureEm, roomOn, words: [{ text: ' ', role: 'trait', table: null, newId: asId<MarkId>('x'), order: 'z' }] })).toEqual({ command: null, caught: [] });
  });
});

describe('an idea that says the same as a word of the board', () => {
  const board = name(kielBoard(), 'verbinding', 'trait', 1, 1);
  const command = planMergeWord(board, cardOf(board, 'verbinding'), ' samen ', [{ table: tableId(4), atMs: 5 }, { table: tableId(6), atMs: 5 }], roomOn(board));
  if (!command) throw new Error('nothing was merged');
  const merged = applyCommand(board, command, () => true).board;

  it('gives it its tables and goes up in it', () => {
    expect(cardsOf(merged)).toHaveLength(1);
    expect(cardOf(merged, 'verbinding').mentions.map(({ table }) => table)).toEqual([tableId(1), tableId(4), tableId(6)]);
    expect(cardOf(merged, 'verbinding').sizeUnits).toBeGreaterThan(cardOf(board, 'verbinding').sizeUnits);
  });

  it('is known the next time, and can be taken out again', () => {
    expect(findSame(merged, 'trait', 'Samen')?.text).toBe('verbinding');
    const split = planSplit({ board: merged, card: cardOf(merged, 'verbinding'), newIds: [asId<MarkId>('out')], orders: ['z'], measure: measureEm, roomOf: roomOn(merged) });
    const apart = split ? applyCommand(merged, split, () => true).board : board;
    expect(cardOf(apart, 'samen').mentions).toHaveLength(2);
    expect(cardOf(apart, 'verbinding').mentions).toHaveLength(1);
  });
});

describe('words that are proposed for merging', () => {
  const words = ['verbinding', 'groen', 'bruisend', 'groene straten', 'veilig'].map((text, i) => ({ id: asId<MarkId>(`c${i}`), text, times: 5 - i }));

  it('are those written alike first, then those named most', () => {
    expect(nearWords('verbondenheid', words).map(({ text }) => text)).toEqual(['verbinding']);
    expect(wordsToMerge('groener', '', words).map(({ text }) => text)).toEqual(['groen', 'groene straten', 'verbinding', 'bruisend', 'veilig']);
    expect(likeness('Café', 'cafe')).toBe(1);
    expect(likeness('rat', 'panda')).toBeLessThan(0.34);
  });

  it('and while one types those with these letters, what begins with them first', () => {
    expect(wordsToMerge('groener', 'ei', words).map(({ text }) => text)).toEqual(['veilig']);
    expect(wordsToMerge('x', 'g', words).map(({ text }) => text)).toEqual(['groen', 'groene straten', 'verbinding', 'veilig']);
  });
});
