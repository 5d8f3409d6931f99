import { describe, expect, it } from 'vitest';
import { asId, type MarkId, type PageId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { Mark, StampMark } from '../../../shared/board/marks.ts';
import { overlaps } from '../../../shared/geometry/box.ts';
import { boundsOfCard } from '../../../shared/harvest/cardLayout.ts';
import { planMerge, planSplit } from '../../../shared/harvest/mergeCards.ts';
import { planNameSelection } from '../../../shared/harvest/nameSelection.ts';
import { findSame } from '../../../shared/harvest/sameness.ts';
import { measureEm } from '../../support/measureEm.ts';
import { after, boundsOn, cardOf, cardsOf, coverings, HARVEST, kielBoard, name, roomOn } from './kielDay.ts';

const id = (text: string): MarkId => asId<MarkId>(text);

/** A board on which these words were named, one after the other, by tables 1, 2, 3 … */
const named = (...words: readonly string[]): Board => words.reduce((board, word, i) => name(board, word, 'trait', 1 + (i % 7), i), kielBoard());

const split = (board: Board, text: string, ...ids: readonly string[]): Board =>
  after(board, planSplit({ board, card: cardOf(board, text), newIds: ids.map(id), orders: ids.map((_, i) => `c${i}1`), measure: measureEm, roomOf: roomOn(board) }));

const merge = (board: Board, into: string, ...others: readonly string[]): Board =>
  after(board, planMerge(board, others.map((text) => cardOf(board, text)), cardOf(board, into), roomOn(board)));

describe('merging near-doubles', () => {
  it('one card is left with its own word and all mentions in the order in which they came', () => {
    const board = merge(named('samen', 'saamhorig', 'samen', 'verbonden'), 'samen', 'saamhorig', 'verbonden');
    expect(cardsOf(board).map(({ text }) => text)).toEqual(['samen']);
    expect(cardOf(board, 'samen').mentions.map(({ atMs }) => atMs)).toEqual([0, 1, 2, 3]);
    expect(cardOf(board, 'samen').sizeUnits).toBeGreaterThan(52);
    expect(coverings(board)).toEqual([]);
  });

  it('a merged word named again grows the card that it went up in', () => {
    const board = name(merge(named('samen', 'saamhorig'), 'samen', 'saamhorig'), 'Saamhorig', 'trait', 6, 9);
    expect(cardsOf(board)).toHaveLength(1);
    expect(cardOf(board, 'samen').mentions).toHaveLength(3);
  });

  it('there is nothing to merge in a card alone', () => {
    const board = named('samen');
    expect(planMerge(board, [cardOf(board, 'samen')], cardOf(board, 'samen'), roomOn(board))).toBeNull();
  });

  it('splitting gives every word back with its own mentions; what was named since stays', () => {
    let board = named('samen', 'saamhorig', 'saamhorig', 'verbonden');
    board = merge(board, 'saamhorig', 'verbonden');
    board = merge(board, 'samen', 'saamhorig');
    board = name(board, 'samen', 'trait', 7, 20);
    board = split(board, 'samen', 's1', 's2');
    expect(Object.fromEntries(cardsOf(board).map(({ text, mentions }) => [text, mentions.map(({ atMs }) => atMs)]))).toEqual({ samen: [0, 20], saamhorig: [1, 2], verbonden: [3] });
    expect(cardsOf(board).map(({ merged }) => merged)).toEqual([[], [], []]);
    expect(coverings(board)).toEqual([]);
    expect(findSame(board, 'trait', 'verbonden')?.text).toBe('verbonden');
  });

  it('a card into which nothing was merged cannot be split', () => {
    const board = named('samen');
    expect(split(board, 'samen', 's1')).toBe(board);
  });

  it('merging and splitting on a full board lose nobody and cover nothing', () => {
    const words = 'bruisend verbinding eigenheid samen potentie warm groen veilig gastvrij speels zot oké trots fier open divers'.split(' ');
    let board = merge(named(...words, ...words, ...words), 'samen', 'verbinding', 'warm', 'open');
    expect(coverings(board)).toEqual([]);
    board = split(board, 'samen', 's1', 's2', 's3');
    expect(coverings(board)).toEqual([]);
    expect(cardsOf(board).map(({ text }) => text).sort()).toEqual([...words].sort());
    expect(cardsOf(board).every(({ mentions }) => mentions.length === 3)).toBe(true);
  });
});

/** A panda on the harvest page, as somebody put it there. */
const panda = (x: number, y: number, page = HARVEST): StampMark => ({
  kind: 'stamp', id: id('panda1'), page, layer: 'harvest', order: 'd1', matrix: [1, 0, 0, 1, x, y], locked: false, stamp: 'panda', sizeUnits: 150, color: null, alt: 'Panda', outline: null,
});

const nameDrawing = (board: Board, text: string, ...ids: readonly string[]): Board =>
  after(board, planNameSelection({
    board, page: HARVEST, ids: ids.map(id), text, role: 'metaphor', table: null, atMs: 50, newId: id('n1'), order: 'e1', measure: measureEm, roomOf: roomOn(board), boundsOf: boundsOn(board),
  }));

const withMark = (board: Board, mark: Mark): Board => after(board, { type: 'marks.put', what: 'stamp', marks: [mark] });

describe('naming a drawing', () => {
  it('its name stands under it, in the middle, and it is the picture of the card', () => {
    const board = nameDrawing(withMark(kielBoard(), panda(700, 280)), 'panda', 'panda1');
    const card = cardOf(board, 'panda');
    const box = boundsOfCard(card, board.tables);
    expect(card).toMatchObject({ role: 'metaphor', picture: ['panda1'], placed: true });
    expect(box.y).toBeGreaterThan(280 + 150);
    expect(box.y).toBeLessThan(280 + 150 + 30);
    expect(box.x + box.w / 2).toBeCloseTo(775, 0);
  });

  it('where something stands under the drawing, the name finds another place beside it and covers nothing', () => {
    let board = withMark(kielBoard(), panda(700, 280));
    board = withMark(board, { ...panda(690, 440), id: id('panda2') });
    board = nameDrawing(board, 'panda', 'panda1');
    const box = boundsOfCard(cardOf(board, 'panda'), board.tables);
    for (const y of [280, 440]) expect(overlaps(box, { x: 700, y, w: 140, h: 150 })).toBe(false);
    expect(coverings(board)).toEqual([]);
  });

  it('a word that is on the board already gets the drawing and is not named a second time', () => {
    const board = nameDrawing(withMark(name(kielBoard(), 'Panda', 'metaphor', 5, 1), panda(900, 260)), 'panda', 'panda1');
    expect(cardsOf(board)).toHaveLength(1);
    expect(cardOf(board, 'Panda')).toMatchObject({ picture: ['panda1'], mentions: [{ table: 't5', atMs: 1 }] });
  });

  it('without a name, a drawing or a known mark nothing happens', () => {
    const board = withMark(kielBoard(), panda(700, 280));
    expect(nameDrawing(board, ' ', 'panda1')).toBe(board);
    expect(nameDrawing(board, 'panda')).toBe(board);
    expect(nameDrawing(board, 'panda', 'gone')).toBe(board);
  });

  it('a drawing on another page is named on that page', () => {
    const board = nameDrawing(withMark(kielBoard(), panda(160, 420, asId<PageId>('p2'))), 'panda', 'panda1');
    expect(cardOf(board, 'panda').page).toBe('p2');
  });
});
