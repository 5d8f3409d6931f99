import { describe, expect, test } from 'vitest';
import type { MarkId, PageId } from '../../../shared/base/ids.ts';
import { applyCommand } from '../../../shared/board/applyCommand.ts';
import type { Board, Buckets } from '../../../shared/board/board.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { findMarks } from '../../../shared/outline/findMarks.ts';
import { boxOfHit } from '../../../shared/scene/boxOfHit.ts';
import { at, boardWith, card, image, PAGE, sceneOf, shape, stamp, stroke, text, inkThrough } from '../scene/marks.ts';

const P2 = 'p2' as PageId;
const pages: Board['pages'] = {
  [PAGE]: { id: PAGE, title: 'Droomwijk', order: 'a0', size: { w: 1200, h: 849 }, step: '' },
  [P2]: { id: P2, title: "Thema's", order: 'a1', size: { w: 1200, h: 849 }, step: '' },
};
const found = (marks: readonly Mark[], query: string, part: Partial<Board> = {}): readonly string[] => findMarks({ board: boardWith(marks, { pages, ...part }), inks: new Map() }, query).map(({ mark }) => mark);

describe('what is looked for is found', () => {
  const marks = [
    text('title', 'Welkom in Café\nde Kroon', at(100, 100)), card('word', 'verbinding', { ...at(100, 300), merged: [{ text: 'samenhang', mentions: [], color: 'rood', picture: [] }] }),
    shape('frame', 'frame', { ...at(400, 300), text: 'Kenmerken' }), stamp('market', { ...at(700, 300), stamp: 'kraam', alt: 'een kraam' }), image('photo', { ...at(900, 300), alt: 'Foto van het plein' }),
    card('houses', 'oude huizen', { page: P2 }), card('later', 'warm contact', { placed: false }), stroke('line'),
  ];
  test.each([
    ['cafe', ['title']], ['CAFÉ DE kroon', ['title']], ['kenmerken', ['frame']], ['merk', ['frame']], ['samenhang', ['word']], ['plein', ['photo']],
    ['markt', ['market']], ['stall', ['market']], ['huis', ['houses']], ['huisje', ['houses']], ['huizen oude', ['houses']], ['contact', ['later']], ['   ', []], ['niets daarvan', []],
  ])('%s', (query, ids) => { expect(found(marks, query)).toEqual(ids); });

  test('a word that the user ruled to be the same is found with the other', () => {
    expect(found(marks, 'woningen', { sameness: [{ a: 'Woningen', b: 'oude huizen', same: true }] })).toEqual(['houses']);
    expect(found(marks, 'woningen', { sameness: [{ a: 'woningen', b: 'oude huizen', same: true }, { a: 'oude huizen', b: 'woningen', same: false }] })).toEqual([]);
  });

  test('a stamp is found by what it has to do with only when nothing has the word itself', () => {
    expect(found([stamp('bike', { stamp: 'fiets', alt: 'Fiets' })], 'straten')).toEqual(['bike']);
    expect(found([stamp('bike', { stamp: 'fiets', alt: 'Fiets' }), text('street', 'lange straat')], 'straten')).toEqual(['street']);
  });

  test('a layer that is hidden gives nothing away', () => {
    const layers = { tracing: { locked: true, visible: true }, prepared: { locked: true, visible: false }, harvest: { locked: false, visible: true } };
    expect(found([text('a', 'droom', { layer: 'prepared' }), text('b', 'droom')], 'droom', { layers })).toEqual(['b']);
  });
});

test('hits come as one reads: page by page, in rows, what waits last', () => {
  const marks = [
    card('waits', 'droom vijf', { placed: false }), text('second', 'droom vier', { page: P2, ...at(10, 10) }), text('low', 'droom drie', at(10, 500)),
    text('right', 'droom twee', at(600, 104)), text('left', 'droom een', at(10, 100)),
  ];
  expect(found(marks, 'droom')).toEqual(['left', 'right', 'low', 'second', 'waits']);
});

test('a named drawing is shown with its name', () => {
  const marks = [stroke('ear', at(300, 300)), card('panda', 'panda', { ...at(300, 500), picture: ['ear' as MarkId] })];
  const scene = sceneOf(marks, { ear: inkThrough([[0, 0], [80, 60]]) });
  const box = boxOfHit('panda' as MarkId, scene);
  expect(box?.y).toBeLessThan(310);
  expect((box?.y ?? 0) + (box?.h ?? 0)).toBeGreaterThan(520);
  expect(boxOfHit('gone' as MarkId, scene)).toBeUndefined();
});

test('after a stroke on a board of 50,000 marks only one bucket is read again', () => {
  const plain = boardWith([...Array.from({ length: 49_000 }, (_, i) => stroke(`s${i}`)), ...Array.from({ length: 1000 }, (_, i) => card(`c${i}`, `woord ${i}`, at(i % 1000, Math.floor(i / 40) * 30)))]);
  let visits = 0;
  const watch = (bucket: Buckets[string]): Buckets[string] => new Proxy(bucket, { get: (marks, id) => { visits++; return marks[id as MarkId]; } });
  const first = Object.fromEntries(Object.entries(plain.buckets).map(([name, bucket]) => [name, watch(bucket)]));
  expect(findMarks({ board: { ...plain, buckets: first }, inks: new Map() }, 'woord 77').map(({ text: words }) => words)[0]).toBe('woord 77');
  expect(visits).toBe(50_000);
  const next = applyCommand(plain, { type: 'marks.put', what: 'draw', marks: [stroke('fresh')] }, () => true).board;
  const second = Object.fromEntries(Object.entries(next.buckets).map(([name, bucket]) => [name, bucket === plain.buckets[name] ? (first[name] as Buckets[string]) : watch(bucket)]));
  expect(findMarks({ board: { ...next, buckets: second }, inks: new Map() }, 'woord 999')).toHaveLength(1);
  expect(visits - 50_000).toBeLessThan(330);
});
