import { describe, expect, test } from 'vitest';
import { asId, type BoardId } from '../../../shared/base/ids.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import { readDocument } from '../../../shared/board/readDocument.ts';
import { contains, overlaps } from '../../../shared/geometry/box.ts';
import { remarksOfCsv, remarksOfText } from '../../../shared/importing/remarkRows.ts';
import { boardOfRemarks } from '../../../shared/importing/remarks.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import { measureEm } from '../../support/measureEm.ts';

function tools() {
  let next = 0;
  return { seed: { id: asId<BoardId>('board'), title: 'Opmerkingen', locale: 'nl', createdMs: 1 } as const, measure: measureEm, newId: () => `n${next++}` };
}

describe('remarks in a file', () => {
  test('a text file has one on each line, bullets and empty lines aside', () => {
    expect(remarksOfText('\uFEFF- meer groen\r\n\r\n• een bank\n  traag   verkeer  ').map(({ text }) => text)).toEqual(['meer groen', 'een bank', 'traag verkeer']);
  });

  test('a table of a Dutch Excel is read by its headings', () => {
    expect(remarksOfCsv('Naam;Tafel;Opmerking\r\nAn;3;"Meer ""groen"";\nen water"\r\nBo;;Een bank\r\n')).toEqual([{ text: 'Meer "groen"; en water', table: 3 }, { text: 'Een bank', table: null }]);
  });

  test('without headings the column with most words is taken, its first row too', () => {
    expect(remarksOfCsv('1,Meer groen in de straat,An\n2,"Een bank, graag",Bo\n').map(({ text }) => text)).toEqual(['Meer groen in de straat', 'Een bank, graag']);
  });

  test('a sentence whose commas nobody quoted is not cut', () => {
    expect(remarksOfCsv("Meer groen, minder auto's\nEen bank, graag\nRust\n").map(({ text }) => text)).toEqual(["Meer groen, minder auto's", 'Een bank, graag', 'Rust']);
    expect(remarksOfCsv("Meer groen, minder auto's\nEen bank, graag\n").map(({ text }) => text)).toEqual(["Meer groen, minder auto's", 'Een bank, graag']);
    expect(remarksOfCsv('Tafel,Opmerking\n2,Meer groen, en water\n')).toEqual([{ text: 'Meer groen, en water', table: 2 }]);
  });

  test('a heading alone above one column is no remark, a remark that begins like a heading is one', () => {
    expect(remarksOfCsv('Opmerking\nMeer groen\n').map(({ text }) => text)).toEqual(['Meer groen']);
    expect(remarksOfCsv('Droom van een plein met bomen\nMeer groen\n').map(({ text }) => text)).toHaveLength(2);
  });

  test('one remark a line with commas in it stays one remark when it is quoted', () => {
    expect(remarksOfCsv('"groen, water, rust"\n"stilte"\n').map(({ text }) => text)).toEqual(['groen, water, rust', 'stilte']);
  });
});

describe('a board of remarks', () => {
  const words = 'een plein met bomen waar kinderen spelen en buren elkaar kennen'.split(' ');
  const remarks = Array.from({ length: 700 }, (_, i) => ({ text: Array.from({ length: 1 + (i % 23) }, (__, k) => words[(i + k * 7) % words.length]).join(' '), table: i % 3 === 0 ? (i % 7) + 1 : null }));
  const { document } = boardOfRemarks(remarks, tools());
  const context = { board: document.board, inks: new Map() };
  const marks = [...marksOf(document.board)];

  test('keeps every remark as a card, in the colour of its table', () => {
    const cards = marks.flatMap((mark) => (mark.kind === 'card' ? [mark] : []));
    expect(cards.map(({ text }) => text).sort()).toEqual(remarks.map(({ text }) => text).sort());
    expect(new Set(cards.map(({ color }) => color)).size).toBe(8);
  });

  test('no card leaves its page or covers another', () => {
    for (const page of Object.values(document.board.pages)) {
      const boxes = marks.filter((mark) => mark.page === page.id).map((mark) => markBox(mark, context));
      boxes.forEach((box, i) => {
        expect(contains({ x: 0, y: 0, ...page.size }, box)).toBe(true);
        for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
      });
    }
  });

  test('can be read again like any other', () => {
    expect(readDocument(document).kind).toBe('document');
  });

  test('a web address is cut to the column and a very long remark goes on in the next card', () => {
    const address = `https://voorbeeld.be/${'lang-'.repeat(40)}`;
    const long = Array.from({ length: 600 }, (_, i) => words[i % words.length]).join(' ');
    const board = boardOfRemarks([{ text: address, table: 1 }, { text: long, table: null }], tools()).document.board;
    const cards = [...marksOf(board)].filter((mark) => mark.kind === 'card');
    expect(cards.length).toBeGreaterThan(2);
    for (const card of cards) expect(markBox(card, { board, inks: new Map() }).w).toBeLessThan(360);
  });

  test('a file without a remark is refused', () => {
    expect(() => boardOfRemarks([], tools())).toThrow(/file.damaged/);
  });
});
