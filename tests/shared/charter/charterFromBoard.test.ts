import { describe, expect, it } from 'vitest';
import { asId, type PageId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { charterFromBoard, traitsHeard } from '../../../shared/charter/charterFromBoard.ts';
import { kielBoard, name } from '../harvest/kielDay.ts';

const page = asId<PageId>('p5');
const withPoints = (...points: readonly string[]): Board => points.reduce((board, point, i) => name(board, point, 'point', i, i, page), kielBoard());

describe('the charter filled from the board', () => {
  it('takes the points in the order in which the room named them, placed or waiting', () => {
    const many = Array.from({ length: 9 }, (_, i) => `punt ${'abcdefghi'[i]} van onze afspraken voor nu`);
    expect(charterFromBoard(withPoints(...many), null).points.map(({ text }) => text)).toEqual(many);
  });

  it('keeps what was typed, and does not name a point twice', () => {
    const board = withPoints('We zeggen goeiendag', 'Een open deur');
    const typed = { ...board, charter: { ...board.charter, dream: 'Eigen woorden', points: [{ text: 'een open deur ', more: 'is niet genoeg' }, { text: ' ', more: '' }] } };
    const charter = charterFromBoard(typed, 'panda');
    expect(charter.points).toEqual([{ text: 'een open deur ', more: 'is niet genoeg' }, { text: 'We zeggen goeiendag', more: '' }]);
    expect(charter.dream).toBe('Eigen woorden');
  });

  it('says the dream with the metaphor that won, in the language of the board', () => {
    const board = kielBoard();
    expect(charterFromBoard(board, 'panda').dream).toBe('Onze droomwijk is als een panda');
    expect(charterFromBoard({ ...board, locale: 'en' }, 'ant hill').dream).toBe('Our dream neighbourhood is like an ant hill');
    expect(charterFromBoard(board, null).dream).toBe('');
  });

  it('keeps a blank point where one is about to type it', () => {
    const board = withPoints('We zeggen goeiendag');
    const begun = { ...board, charter: { ...board.charter, points: [{ text: '', more: '' }] } };
    expect(charterFromBoard(begun, null, 'kept').points).toEqual([{ text: '', more: '' }, { text: 'We zeggen goeiendag', more: '' }]);
    expect(charterFromBoard(begun, null).points).toEqual([{ text: 'We zeggen goeiendag', more: '' }]);
  });

  it('lists the traits that were heard most', () => {
    let board = kielBoard();
    ['samen', 'warm', 'samen', 'groen', 'samen', 'warm'].forEach((word, i) => { board = name(board, word, 'trait', 1 + i, i); });
    expect(traitsHeard(board, 2)).toEqual([{ text: 'samen', times: 3 }, { text: 'warm', times: 2 }]);
  });
});
