import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type MarkId, type PageId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { contains } from '../../../shared/geometry/box.ts';
import { boundsOfCard } from '../../../shared/harvest/cardLayout.ts';
import { sizeForCount } from '../../../shared/harvest/cardSize.ts';
import { planReattribute, planRename, planRole, previewCatch, tidyWord } from '../../../shared/harvest/catchWord.ts';
import { planPlaceByHand, planPlaceWaiting, waitingCards } from '../../../shared/harvest/placeWaiting.ts';
import { measureEm } from '../../support/measureEm.ts';
import { after, boundsOn, cardOf, cardsOf, coverings, HARVEST, kielBoard, name, roomOn, tableId } from './kielDay.ts';

const empty = kielBoard();
const areaOf = (board: Board, role: string) => roomOn(board)(HARVEST)!.areas.find((area) => area.role === role)!;

const WORDS = ['bruisend', 'verbinding', 'eigenheid', 'samen', 'potentie', 'warm', 'groen', 'veilig', 'gastvrij', 'speels', 'nieuwsgierig', 'café’s vol leven', 'ruimte om te spelen', 'zot', 'trots op elkaar', 'wĳs', 'multiculturele braderie', 'المدينة', 'oké', 'ÉÉN'];

describe('catching a word', () => {
  it('a new word stands in its area, in the colour of its table, at the size of once heard', () => {
    const board = name(empty, '  bruisend ', 'trait', 2, 1);
    const card = cardOf(board, 'bruisend');
    expect(card).toMatchObject({ placed: true, color: 'oranje', sizeUnits: 40, mentions: [{ table: 't2', atMs: 1 }], page: HARVEST });
    expect(contains(areaOf(board, 'traits').inner, boundsOfCard(card, board.tables))).toBe(true);
  });

  it('a word of the plenary is lettered in ink and has no table', () => {
    expect(cardOf(name(empty, 'samen', 'trait', 0, 1), 'samen')).toMatchObject({ color: 'ink', mentions: [{ table: null }] });
  });

  it('the same word named again grows instead of doubling, and stays where it was', () => {
    const once = name(empty, 'bruisend', 'trait', 2, 1);
    const twice = name(once, 'Bruisend', 'trait', 4, 2);
    const [before, now] = [boundsOfCard(cardOf(once, 'bruisend'), once.tables), boundsOfCard(cardOf(twice, 'bruisend'), twice.tables)];
    expect(cardsOf(twice)).toHaveLength(1);
    expect(cardOf(twice, 'bruisend')).toMatchObject({ sizeUnits: 52, color: 'oranje', mentions: [{ table: 't2' }, { table: 't4' }] });
    expect(Math.hypot(now.x - before.x, now.y - before.y)).toBeLessThan(12);
  });

  it('alone in its area a word takes one big step at the fourth time, after that only its count rises', () => {
    let board = empty;
    const sizes = [1, 2, 3, 4, 5, 9].map((times) => {
      while ((cardsOf(board)[0]?.mentions.length ?? 0) < times) board = name(board, 'samen', 'trait', 3, cardsOf(board)[0]?.mentions.length ?? 0);
      return cardsOf(board)[0]?.sizeUnits;
    });
    expect(sizes).toEqual([40, 52, 68, 116, 116, 116]);
    expect(sizes.slice(0, 4)).toEqual([1, 2, 3, 4].map((times) => sizeForCount(times, 'trait')));
  });

  it('a trait and a metaphor of the same word are two cards', () => {
    const board = name(name(empty, 'jungle', 'trait', 1, 1), 'jungles', 'metaphor', 1, 2);
    expect(cardsOf(board).map(({ role }) => role)).toEqual(['trait', 'metaphor']);
  });

  it('the user can say that two words which look alike are not the same, and it stays said', () => {
    const apart = name(name(empty, 'bank', 'trait', 1, 1), 'banken', 'trait', 2, 2, HARVEST, true);
    expect(cardsOf(apart).map(({ text, mentions }) => [text, mentions.length])).toEqual([['bank', 1], ['banken', 1]]);
    const again = name(name(apart, 'banken', 'trait', 3, 3), 'bank', 'trait', 4, 4);
    expect(cardsOf(again).map(({ text, mentions }) => [text, mentions.length])).toEqual([['bank', 2], ['banken', 2]]);
  });

  it('says beforehand what Enter will do', () => {
    const board = name(name(empty, 'eigenheid', 'trait', 1, 1), 'eigenheid', 'trait', 6, 2);
    expect(previewCatch(board, 'trait', 'Eigenheden')).toMatchObject({ kind: 'grows', times: 3, card: { text: 'eigenheid' } });
    expect(previewCatch(board, 'trait', 'eigen')).toEqual({ kind: 'new' });
    expect(previewCatch(board, 'trait', '   ')).toBeNull();
  });

  it('nothing is caught from an empty line, and a long line is cut to eighty letters', () => {
    expect(name(empty, ' \n ', 'trait', 1, 1)).toBe(empty);
    expect([...tidyWord('é'.repeat(200))]).toHaveLength(80);
    expect(tidyWord('een\topen\u0000  deur')).toBe('een open deur');
  });

  it('four metaphors leave room above their names for the drawings', () => {
    let board = empty;
    ['jungle', 'mierennest', 'braderie', 'panda'].forEach((word, i) => { board = name(board, word, 'metaphor', i + 1, i); });
    const boxes = cardsOf(board).map((card) => boundsOfCard(card, board.tables));
    for (const box of boxes) expect(boxes.filter((other) => other !== box && other.y < box.y && other.x < box.x + box.w && box.x < other.x + other.w && other.y + other.h > box.y - 100)).toEqual([]);
  });

  it('the five points of a charter stand one in each row', () => {
    let board = empty;
    const page = asId<PageId>('p5');
    ['We zien elkaar ook zomaar', 'We spreken elkaar aan', 'Eén WhatsAppgroep', 'We zeggen goeiendag', 'De wijk is ons geheel'].forEach((point, i) => { board = name(board, point, 'point', i, i, page); });
    const rows = roomOn(board)(page)!.areas.filter((area) => area.role === 'charter');
    expect(cardsOf(board).map((card) => rows.findIndex((row) => contains(row.outer, boundsOfCard(card, board.tables))))).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('a full board', () => {
  it('three hundred words on the Kiel template: nothing covers anything, none is lost, every count is right', () => {
    const said = fc.record({
      word: fc.oneof(fc.constantFrom(...WORDS), fc.stringMatching(/^[a-zë]{3,14}( [a-z]{2,8})?$/)),
      role: fc.constantFrom('trait' as const, 'trait' as const, 'metaphor' as const),
      table: fc.integer({ min: 0, max: 7 }),
    });
    fc.assert(fc.property(fc.array(said, { minLength: 300, maxLength: 300 }), (all) => {
      let board = empty;
      all.forEach(({ word, role, table }, i) => { board = name(board, word, role, table, i); });
      const cards = cardsOf(board);
      expect(coverings(board)).toEqual([]);
      expect(cards.reduce((sum, card) => sum + card.mentions.length, 0)).toBe(300);
      expect(cards.flatMap((card) => card.mentions.map(({ atMs }) => atMs)).sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
      expect(cards.filter(({ placed }) => placed).length + waitingCards(board).length).toBe(cards.length);
      for (const role of ['trait', 'metaphor'] as const) {
        const inner = areaOf(board, `${role}s`).inner;
        const outside = cards.filter((card) => card.role === role && card.placed && !contains({ x: inner.x - 0.01, y: inner.y - 0.01, w: inner.w + 0.02, h: inner.h + 0.02 }, boundsOfCard(card, board.tables)));
        expect(outside.map(({ text }) => text)).toEqual([]);
      }
    }), { numRuns: 6, endOnFailure: true });
  }, 120_000);

  it('the same day gives the same board', () => {
    const day = (): Board => WORDS.reduce((board, word, i) => name(name(board, word, 'trait', i % 8, i * 2), WORDS[(i * 7) % 5]!, 'trait', i % 8, i * 2 + 1), kielBoard());
    expect(day()).toEqual(day());
  });

  it('what found no room waits, takes mentions, and comes onto the board when there is room again', () => {
    let board = empty;
    for (let i = 0; i < 40; i++) board = name(board, `woord nummer ${'abcdefghijklmnopqrstuvwxyz'[i % 26]}${'klmn'[Math.floor(i / 10)]}`, 'trait', 1 + (i % 7), i);
    const [first] = waitingCards(board);
    expect(first).toBeDefined();
    board = name(board, first!.text, 'trait', 5, 100);
    expect(waitingCards(board)[0]).toMatchObject({ id: first!.id, placed: false, mentions: [{}, { table: 't5' }] });
    expect(planPlaceWaiting(board, roomOn(board))).toBeNull();
    const gone = cardsOf(board).filter(({ placed }) => placed).slice(0, 8).map(({ id }) => id);
    board = after(board, { type: 'marks.remove', ids: gone });
    board = after(board, planPlaceWaiting(board, roomOn(board)));
    expect(cardOf(board, first!.text).placed).toBe(true);
    expect(coverings(board)).toEqual([]);
  });

  it('a hand may put a waiting word wherever it likes', () => {
    const board = name(empty, 'panda', 'metaphor', 1, 1);
    const moved = after(board, planPlaceByHand(board, { ...cardOf(board, 'panda'), placed: false }, asId<PageId>('p1'), { x: 700, y: 260 }));
    expect(boundsOfCard(cardOf(moved, 'panda'), moved.tables)).toMatchObject({ x: 700, y: 260 });
    expect(cardOf(moved, 'panda')).toMatchObject({ page: 'p1', placed: true });
  });
});

describe('correcting a word', () => {
  it('the last word goes to another table with its colour; a later mention keeps the colour of the first', () => {
    let board = name(name(empty, 'warm', 'trait', 1, 1), 'samen', 'trait', 2, 2);
    board = after(board, planReattribute(board, cardOf(board, 'warm'), 0, tableId(4), roomOn(board)));
    expect(cardOf(board, 'warm')).toMatchObject({ color: 'groen', mentions: [{ table: 't4', atMs: 1 }] });
    board = name(board, 'warm', 'trait', 4, 3);
    board = after(board, planReattribute(board, cardOf(board, 'warm'), 1, tableId(7), roomOn(board)));
    expect(cardOf(board, 'warm')).toMatchObject({ color: 'groen', mentions: [{ table: 't4' }, { table: 't7' }] });
    expect(planReattribute(board, cardOf(board, 'warm'), 1, tableId(7), roomOn(board))).toBeNull();
  });

  it('a word given to other tables on a full board still covers nothing', () => {
    let board = empty;
    for (let i = 0; i < 30; i++) board = name(board, WORDS[i % 20]!, 'trait', 0, i);
    for (const { id } of cardsOf(board)) {
      const card = cardsOf(board).find((one) => one.id === id)!;
      board = after(board, planReattribute(board, card, card.mentions.length - 1, tableId(6), roomOn(board)));
      expect(coverings(board)).toEqual([]);
    }
  });

  it('a corrected spelling that needs more room takes it without covering its neighbours', () => {
    let board = empty;
    for (let i = 0; i < 14; i++) board = name(board, WORDS[i]!, 'trait', 1, i);
    board = after(board, planRename(board, cardOf(board, 'zot'), 'een heel klein beetje zot', measureEm, roomOn(board)));
    expect(cardOf(board, 'een heel klein beetje zot').mentions).toHaveLength(1);
    expect(coverings(board)).toEqual([]);
  });

  it('a trait that was meant as a metaphor moves to the metaphors with all its mentions', () => {
    let board = name(name(empty, 'jungle', 'trait', 1, 1), 'jungle', 'trait', 2, 2);
    board = after(board, planRole(board, cardOf(board, 'jungle'), 'metaphor', measureEm, roomOn(board)));
    const card = cardOf(board, 'jungle');
    expect(card).toMatchObject({ role: 'metaphor', mentions: [{ table: 't1' }, { table: 't2' }], placed: true });
    expect(contains(areaOf(board, 'metaphors').outer, boundsOfCard(card, board.tables))).toBe(true);
  });

  it('a locked word keeps its place when it is named again', () => {
    let board = name(empty, 'samen', 'trait', 1, 1);
    board = after(board, { type: 'marks.arrange', arrangements: { [asId<MarkId>('w1')]: { locked: true } } });
    const before = boundsOn(board)(cardOf(board, 'samen'));
    board = name(board, 'samen', 'trait', 2, 2);
    const now = boundsOfCard(cardOf(board, 'samen'), board.tables);
    expect(now.x).toBeCloseTo(before.x, 3);
    expect(Math.abs(now.y + now.h / 2 - before.y - before.h / 2)).toBeLessThan(now.h - before.h + 1);
  });
});
