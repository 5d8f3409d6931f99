import fc from 'fast-check';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { asId, type TableId } from '../../../shared/base/ids.ts';
import { sevenTables } from '../../../shared/board/emptyBoard.ts';
import { layLines } from '../../../shared/board/lettering.ts';
import { contains, overlaps, type Box } from '../../../shared/geometry/box.ts';
import { boundsOfCard, cardParts, type CardLook } from '../../../shared/harvest/cardLayout.ts';
import { countText, countWidthEm } from '../../../shared/harvest/countLettering.ts';
import { fontFile, measureEm } from '../../support/measureEm.ts';

type OpenFont = { readonly unitsPerEm: number; layout(text: string): { readonly advanceWidth: number; readonly bbox: { readonly minY: number; readonly maxY: number } } };
const brush = (fontkit as unknown as { openSync(file: string): OpenFont }).openSync(fontFile('kop'));

const tables = sevenTables();
const by = (...numbers: readonly number[]) => numbers.map((number, atMs) => ({ table: number === 0 ? null : asId<TableId>(`t${number}`), atMs }));
const look = (text: string, sizeUnits: number, ...numbers: readonly number[]): CardLook => ({ role: 'trait', text, lines: layLines(text, 'kop', measureEm, 8), sizeUnits, mentions: by(...numbers) });
const diskBox = ({ x, y, r }: { x: number; y: number; r: number }): Box => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r });

describe('how a card stands', () => {
  it('counts are as wide as the font says', () => {
    for (const times of [2, 10, 123, 4567, 89]) {
      expect(countWidthEm(countText(times))).toBeCloseTo(brush.layout(countText(times)).advanceWidth / brush.unitsPerEm, 3);
    }
  });

  it('a word heard once has no count, from two on it has', () => {
    expect(cardParts(look('samen', 40, 1), tables).count).toBeNull();
    expect(cardParts(look('samen', 40, 1, 1), tables).count?.text).toBe('×2');
  });

  it('each table has one disk, in the order in which it named the word; the plenary and tables that are gone have none', () => {
    expect(cardParts(look('samen', 68, 5, 0, 2, 5, 9), tables).disks.map(({ table }) => table)).toEqual(['t5', 't2']);
  });

  it('letters, accents on capitals and tails stay inside the box', () => {
    for (const text of ['bruisend', 'ÉÉN', 'Ëigen jij', 'qpgy', 'Ĳzer']) {
      const { word, box } = cardParts(look(text, 100, 1), tables);
      const { minY, maxY } = brush.layout(text).bbox;
      expect(word.baseline - maxY / 10, text).toBeGreaterThanOrEqual(0);
      expect(word.baseline - minY / 10, text).toBeLessThanOrEqual(box.h);
    }
  });

  it('nothing of a card lies over another part of it, and all of it lies in its box', () => {
    const any = fc.record({
      text: fc.constantFrom('samen', 'potentie', 'ruimte om te spelen en te rusten', 'zot', 'ÉÉN'),
      size: fc.constantFrom(30, 40, 52, 68, 88, 116),
      numbers: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 130 }),
    });
    fc.assert(fc.property(any, ({ text, size, numbers }) => {
      const { count, disks, box, word } = cardParts(look(text, size, ...numbers), tables);
      const lines = layLines(text, 'kop', measureEm, 8);
      const last = lines[lines.length - 1]!;
      const wordEnd = last.widthEm * size;
      const countBox = count && { x: count.x, y: count.baseline - count.sizeUnits * 0.72, w: countWidthEm(count.text) * count.sizeUnits, h: count.sizeUnits * 0.76 };
      if (countBox) {
        expect(countBox.x).toBeGreaterThanOrEqual(wordEnd);
        expect(contains(box, countBox)).toBe(true);
      }
      const round = disks.map(diskBox);
      for (const one of round) {
        expect(contains({ ...box, w: box.w + 0.01, h: box.h + 0.01 }, one)).toBe(true);
        expect(one.x).toBeGreaterThanOrEqual(wordEnd);
        if (countBox) expect(overlaps(one, countBox)).toBe(false);
        expect(round.filter((other) => other !== one && overlaps(one, other))).toEqual([]);
      }
      expect(word.baseline + (lines.length - 1) * 1.22 * size).toBeLessThan(box.h);
    }));
  });

  it('a card that was turned or moved covers what it covers on the page', () => {
    const moved = boundsOfCard({ ...look('samen', 40, 1), matrix: [0, 1, -1, 0, 300, 100] }, tables);
    const { box } = cardParts(look('samen', 40, 1), tables);
    expect(moved.w).toBeCloseTo(box.h, 6);
    expect(moved.h).toBeCloseTo(box.w, 6);
    expect(moved.x + moved.w).toBeCloseTo(300, 6);
  });
});
