import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGE_SIZE } from '../../../shared/board/board.ts';
import { contains, overlaps, type Box } from '../../../shared/geometry/box.ts';
import { transformBox } from '../../../shared/geometry/matrix.ts';
import { cutPoster, OVERLAP_MM } from '../../../shared/paint/poster.ts';
import { PAPERS_MM, sheetFor } from '../../../shared/paint/sheet.ts';

const whole: Box = { x: 0, y: 0, ...PAGE_SIZE };

describe('a page on paper', () => {
  test('a lying page turns the paper by itself and keeps clear of the edges', () => {
    for (const paper of ['a4', 'a3', 'a2', 'a1', 'a0'] as const) {
      const sheet = sheetFor(PAGE_SIZE, paper, 'auto');
      const { long, short, margin } = PAPERS_MM[paper];
      expect([sheet.wMm, sheet.hMm]).toEqual([long, short]);
      const printable = { x: margin - 0.001, y: margin - 0.001, w: long - 2 * margin + 0.002, h: short - 2 * margin + 0.002 };
      expect(contains(printable, transformBox(sheet.toMm, whole))).toBe(true);
    }
  });

  test('the board itself as paper has no margin', () => {
    const { wMm, hMm, toMm } = sheetFor(PAGE_SIZE, 'board', 'auto');
    const box = transformBox(toMm, whole);
    expect([box.x, box.y, box.w, box.h]).toEqual([0, 0, wMm, hMm]);
  });

  test('a strip of a hundred pages still fits what PDF can hold', () => {
    expect(sheetFor({ w: 849, h: 120_000 }, 'board', 'auto').hMm).toBeLessThanOrEqual(5000);
  });
});

describe('a poster of sheets', () => {
  test.each([['a0', 'a4', 16], ['a1', 'a4', 8], ['a2', 'a4', 4], ['a0', 'a3', 8], ['a3', 'a4', 2], ['a4', 'a4', 1]] as const)('an %s of %s takes %i sheets', (paper, tile, count) => {
    expect(cutPoster(PAGE_SIZE, paper, 'auto', tile, [whole]).sheets).toHaveLength(count);
  });

  test('neighbours show ten millimetres of each other', () => {
    const { sheets } = cutPoster(PAGE_SIZE, 'a0', 'auto', 'a4', [whole]);
    const at = (row: number, column: number): Box => sheets.find((sheet) => sheet.row === row && sheet.column === column)?.part as Box;
    expect(at(0, 0).x + at(0, 0).w - at(0, 1).x).toBeCloseTo(OVERLAP_MM);
    expect(at(0, 0).y + at(0, 0).h - at(1, 0).y).toBeCloseTo(OVERLAP_MM);
  });

  test('an empty page is no poster', () => {
    expect(cutPoster(PAGE_SIZE, 'a0', 'auto', 'a4', []).sheets).toEqual([]);
  });

  test('everything drawn is on some sheet, and no sheet is empty', () => {
    const box = fc.record({ x: fc.integer({ min: 0, max: 1100 }), y: fc.integer({ min: 0, max: 800 }), w: fc.integer({ min: 1, max: 90 }), h: fc.integer({ min: 1, max: 40 }) });
    fc.assert(fc.property(fc.array(box, { minLength: 1, maxLength: 8 }), fc.constantFrom('a4', 'a3'), fc.constantFrom('a0', 'a1', 'a2', 'board'), (inked, tile, paper) => {
      const poster = cutPoster(PAGE_SIZE, paper as 'a0', 'auto', tile as 'a4', inked);
      const onPoster = inked.map((each) => transformBox(poster.toMm, each));
      for (const { part } of poster.sheets) expect(onPoster.some((each) => overlaps(part, each))).toBe(true);
      for (const each of onPoster) {
        const corner = { x: each.x, y: each.y, w: 0.01, h: 0.01 };
        expect(poster.sheets.some(({ part }) => overlaps(part, corner))).toBe(true);
      }
    }));
  });
});
