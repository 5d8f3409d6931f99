import { describe, expect, test } from 'vitest';
import { hexOf, numeralOn, TABLE_INKS, TRAY_INKS } from '../../../shared/board/palette.ts';
import { paintedParts, type PrintedPart, type PrintedSheet } from '../../../shared/print/printedSheet.ts';
import { seatCardSheets, seatUrl, shortAddress } from '../../../shared/print/seatCards.ts';
import { tableSign, tableSignName } from '../../../shared/print/tableSign.ts';
import { transformBox, IDENTITY } from '../../../shared/geometry/matrix.ts';
import { pathBounds } from '../../../shared/geometry/path.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { measureEm } from '../../support/measureEm.ts';

const CODES = ['KMR4TX', 'T7PEHN', 'HN3WCA', 'X9CAPK', 'FJ6HRM', 'R2VDWE', 'EP4KTJ', 'W4TMXF', 'C7HXNP', 'N3JRKV', 'WWWWWW'];
const URL_LONG = 'http://192.168.188.120:8080/';

const sheets = (codes: readonly string[], url: string | null = URL_LONG): readonly PrintedSheet[] =>
  seatCardSheets([{ table: { number: 3, color: 'oker' }, codes }], { title: 'wijk Kiel', url, locale: 'nl' }, measureEm);

/** What a line of letters covers below its baseline, in ems: capitals and numbers have no tails. */
const tailsEm = (text: string): number => (/[a-z]/.test(text) ? 0.23 : 0.01);

/** What a part covers on its sheet, mm. */
function boxesOf(part: PrintedPart): readonly Box[] {
  return paintedParts([part]).flatMap(({ ops, matrix = IDENTITY }) => ops.map((op): Box => {
    switch (op.op) {
      case 'fill': case 'stroke': return transformBox(matrix, pathBounds(op.path));
      case 'letter': return transformBox(matrix, { x: op.x, y: op.baseline - 0.75 * op.sizeUnits, w: op.line.widthEm * op.sizeUnits, h: (0.75 + tailsEm(op.line.runs.map(({ text }) => text).join(''))) * op.sizeUnits });
      case 'image': return transformBox(matrix, { x: 0, y: 0, w: op.w, h: op.h });
    }
  }));
}

const cardsOf = ({ parts }: PrintedSheet) => parts.filter((part) => part.kind === 'section');

/** WCAG 2 contrast of two `#rrggbb`. */
function contrast(a: string, b: string): number {
  const light = (hex: string): number => [0.2126, 0.7152, 0.0722].reduce((sum, share, i) => {
    const c = parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
    return sum + share * (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  }, 0);
  const [x, y] = [light(a), light(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

describe('seat cards', () => {
  test('ten cards lie on a sheet, the eleventh begins another', () => {
    expect(sheets(CODES).map((sheet) => cardsOf(sheet).length)).toEqual([10, 1]);
    expect(sheets([])).toEqual([]);
  });

  test.each([URL_LONG, null])('nothing on a card comes nearer to a cut than three millimetres (%s)', (url) => {
    for (const sheet of sheets(CODES, url)) {
      cardsOf(sheet).forEach((card, i) => {
        const x = 20 + (i % 2) * 85, y = 13.5 + Math.floor(i / 2) * 54;
        for (const box of boxesOf(card)) {
          // The loose edge of a marker wanders by a quarter of a millimetre.
          expect(box.x, `left of card ${i + 1}`).toBeGreaterThanOrEqual(x + 2.7);
          expect(box.y, `top of card ${i + 1}`).toBeGreaterThanOrEqual(y + 2.7);
          expect(box.x + box.w, `right of card ${i + 1}`).toBeLessThanOrEqual(x + 85 - 2.7);
          expect(box.y + box.h, `bottom of card ${i + 1}`).toBeLessThanOrEqual(y + 54 - 2.7);
        }
      });
    }
  });

  test('four modules around the QR code stay white, and it is at least 22 mm wide', () => {
    for (const sheet of sheets(CODES)) {
      cardsOf(sheet).forEach((card, i) => {
        const figure = card.parts.find((part) => part.kind === 'figure') as PrintedPart;
        const { x, y, w, h } = boxesOf(figure)[0] as Box;
        expect(Math.min(w, h)).toBeGreaterThanOrEqual(22);
        const quiet = (4 * w) / 29 + 0.01;
        const corner = { x: 20 + (i % 2) * 85, y: 13.5 + Math.floor(i / 2) * 54 };
        expect(corner.x + 85 - (x + w)).toBeGreaterThan(quiet);
        expect(corner.y + 54 - (y + h)).toBeGreaterThan(quiet);
        for (const box of card.parts.filter((part) => part !== figure).flatMap(boxesOf)) {
          const touches = box.x < x + w + quiet && box.x + box.w > x - quiet && box.y < y + h + quiet && box.y + box.h > y - quiet;
          expect(touches, `card ${i + 1}, ${JSON.stringify(box)}`).toBe(false);
        }
      });
    }
  });

  test('crop marks stand 2.5 to 8 mm outside the cards, and crosses only where cards meet', () => {
    const marks = sheets(CODES)[0]?.parts.at(-1) as PrintedPart;
    const [box] = boxesOf(marks);
    expect(box).toEqual({ x: 12, y: 5.5, w: 186, h: 286 });
    const last = sheets(CODES)[1]?.parts.at(-1) as PrintedPart;
    expect(boxesOf(last)[0]).toEqual({ x: 12, y: 5.5, w: 186, h: 70 });
  });

  test('the address is typed without what a browser adds, and the code travels in the fragment', () => {
    expect(shortAddress('http://192.168.8.20:8080/')).toBe('192.168.8.20:8080');
    expect(new URL(seatUrl('http://192.168.8.20:8080/', 'KMR4TX')).hash).toBe('#KMR4TX');
  });

  test('a numeral can be read on every colour that a table can have, also in grey, and the colour on white paper', () => {
    for (const ink of TRAY_INKS.slice(1)) {
      expect(contrast(hexOf(numeralOn(ink)), hexOf(ink)), ink).toBeGreaterThanOrEqual(4.4);
      expect(contrast(hexOf(ink), '#FFFFFF'), ink).toBeGreaterThanOrEqual(3);
    }
  });

  test('tables one to twelve have signs of their own that are drawn and have a name', () => {
    const signs = Array.from({ length: 12 }, (_, i) => tableSign(i + 1));
    expect(new Set(signs).size).toBe(12);
    expect(TABLE_INKS.length).toBeLessThanOrEqual(signs.length);
    for (let number = 1; number <= 12; number++) expect([tableSignName(number, 'nl'), tableSignName(number, 'en')]).not.toContain('');
  });
});
