import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inksOf } from '../../../electron/services/exports/exportJob.ts';
import { pagesOf, type Board, type Charter } from '../../../shared/board/board.ts';
import { IDENTITY, transformBox } from '../../../shared/geometry/matrix.ts';
import { pathBounds } from '../../../shared/geometry/path.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { charterSheet } from '../../../shared/print/charterSheet.ts';
import { paintedParts, scaledSheet, type PrintedPart, type PrintedSheet } from '../../../shared/print/printedSheet.ts';
import { sampleDocument } from '../../electron/services/exports/sampleBoard.ts';
import { measureEm } from '../../support/measureEm.ts';

const document = sampleDocument(measureEm);
const inks = inksOf(document, pagesOf(document.board));
const EMPTY: Charter = { heading: '', place: '', dream: '', points: [], carriedBy: '', roles: [] };

function sheet(charter: Partial<Charter>, change: (board: Board) => Board = (board) => board): PrintedSheet {
  return charterSheet({ board: change({ ...document.board, charter: { ...EMPTY, ...charter } }), inks }, 'nl', measureEm);
}

function boxesOf(parts: readonly PrintedPart[]): readonly Box[] {
  return paintedParts(parts).flatMap(({ ops, matrix = IDENTITY }) => ops.map((op): Box => {
    switch (op.op) {
      case 'fill': case 'stroke': return transformBox(matrix, pathBounds(op.path));
      case 'letter': return transformBox(matrix, { x: op.x, y: op.baseline - 0.7 * op.sizeUnits, w: op.line.widthEm * op.sizeUnits, h: 0.9 * op.sizeUnits });
      case 'image': return transformBox(matrix, { x: 0, y: 0, w: op.w, h: op.h });
    }
  }));
}

const saidIn = ({ parts }: PrintedSheet): string => paintedParts(parts).flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'letter' ? [op.line.runs.map(({ text }) => text).join('')] : []))).join('\n');
const listIn = (from: PrintedSheet, begins: string) => from.parts.flatMap((part) => (part.kind === 'list' && part.items[0]?.read?.startsWith(begins) ? [part.items.map(({ read }) => read)] : []))[0];

const words = fc.array(fc.constantFrom('samen', 'wijk', 'elkaar', 'ontmoetingsplekken', 'één', 'groen', 'goeiendag', 'verantwoordelijkheid'), { minLength: 1, maxLength: 16 }).map((all) => all.join(' '));
const charter = fc.record({
  heading: words, place: words, dream: words, carriedBy: fc.oneof(fc.constant(''), words),
  points: fc.array(fc.record({ text: words, more: fc.oneof(fc.constant(''), words) }), { maxLength: 10 }),
  roles: fc.array(words, { maxLength: 9 }),
});

describe('the charter on a sheet', () => {
  test('the room’s choice, the dream from it, what was heard and the title of the board fill what nobody typed', () => {
    const made = sheet({});
    expect(saidIn(made)).toMatch(/Samenwerkingscharter[^]*Onze droomwijk is als een panda[^]*bruisend[^]*4 keer gehoord/);
    expect(made.parts.find((part) => part.kind === 'figure')).toMatchObject({ alt: 'Tekening: panda, gekozen door de zaal' });
  });

  test('points are read with their number and what they mean, roles as places to sign', () => {
    const made = sheet({ points: [{ text: 'We zien elkaar.', more: 'Ook zomaar.' }, { text: 'We zeggen goeiendag.', more: '' }], roles: ['politie', ' ', 'jeugdwerk'] });
    expect(listIn(made, '1.')).toEqual(['1. We zien elkaar. Ook zomaar.', '2. We zeggen goeiendag.']);
    expect(listIn(made, 'Plaats')).toEqual(['Plaats voor een handtekening: politie', 'Plaats voor een handtekening: jeugdwerk']);
  });

  test('whatever is typed stays on the sheet, and nothing is lettered over anything else', () => {
    fc.assert(fc.property(charter, (given) => {
      const made = sheet(given);
      for (const { x, y, w, h } of boxesOf(made.parts)) {
        expect(x).toBeGreaterThan(9);
        expect(x + w).toBeLessThan(201.5);
        expect(y).toBeGreaterThan(8);
        expect(y + h).toBeLessThan(289);
      }
      for (const word of given.dream.split(' ')) expect(saidIn(made)).toContain(word);
      const above = made.parts.filter((part) => part.kind === 'paragraph').slice(0, 2);
      expect(Math.max(...boxesOf(above).map(({ y, h }) => y + h))).toBeLessThan(96);
      const agreed = made.parts.filter((part) => part.kind === 'list' && part.items[0]?.read?.startsWith('1.'));
      const signatures = made.parts.filter((part) => part.kind === 'list' && part.items[0]?.read?.startsWith('Plaats'));
      const bottom = Math.max(0, ...boxesOf(agreed).map(({ y, h }) => y + h));
      const top = Math.min(300, ...boxesOf(signatures).map(({ y }) => y));
      expect(bottom).toBeLessThan(top);
    }), { numRuns: 60 });
  });

  test('without points there are lines to write them on', () => {
    expect(listIn(sheet({}), '1.')).toBeUndefined();
    expect(saidIn(sheet({})).match(/^[1-5]$/gm)).toHaveLength(5);
  });

  test('an A3 is the same sheet, larger', () => {
    const large = scaledSheet(sheet({}), Math.SQRT2);
    expect([Math.round(large.sizeMm.w), Math.round(large.sizeMm.h)]).toEqual([297, 420]);
    expect(Math.max(...boxesOf(large.parts).map(({ x, w }) => x + w))).toBeCloseTo(Math.max(...boxesOf(sheet({}).parts).map(({ x, w }) => x + w)) * Math.SQRT2);
  });
});
