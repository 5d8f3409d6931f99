import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type BoardId, type PageId } from '../../../shared/base/ids.ts';
import { pagesOf, type Board } from '../../../shared/board/board.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import { transformBox } from '../../../shared/geometry/matrix.ts';
import type { PrintedPart, PrintedSheet } from '../../../shared/print/printedSheet.ts';
import { sideBySideSheets } from '../../../shared/print/sideBySide.ts';
import type { SceneContext } from '../../../shared/scene/markNode.ts';
import { measureEm } from '../../support/measureEm.ts';

type Shape = { readonly w: number; readonly h: number };

const plain = (title: string): string => title.replace(/\W/g, '');

/** A board with pages of these sizes. */
function boardWith(title: string, sizes: readonly Shape[]): SceneContext {
  const board: Board = emptyBoard({ id: asId<BoardId>(plain(title)), title, locale: 'nl', createdMs: 0 });
  const pages = sizes.map((size, i) => [asId<PageId>(`${plain(title)}-${i}`), { id: asId<PageId>(`${plain(title)}-${i}`), title: `blad ${i + 1}`, order: `a${i}`, size, step: '' }] as const);
  return { board: { ...board, pages: Object.fromEntries(pages) }, inks: new Map() };
}

const LYING = { w: 1200, h: 849 };
const COALITIONS = ['Apeldoorn', 'Horst aan de Maas', 'Utrecht', 'Voorst', 'Wageningen'];
const setting = { heading: 'Pitstops van vijf coalities', paper: 'a1', locale: 'nl' } as const;

const sections = (sheet: PrintedSheet | undefined) => (sheet?.parts ?? []).filter((part): part is Extract<PrintedPart, { kind: 'section' }> => part.kind === 'section');
/** Where the pages of each column lie, mm. */
const boxes = (sheet: PrintedSheet | undefined) => sections(sheet).map(({ parts }) => parts.flatMap((part) => (part.kind === 'boardPage' ? [transformBox(part.toMm, part.clip)] : [])));

function made(columns: readonly (readonly Shape[])[]) {
  const [first, ...others] = columns.map((sizes, i) => boardWith(COALITIONS[i % COALITIONS.length] ?? '', sizes));
  return first ? sideBySideSheets(first, pagesOf(first.board), others, setting, measureEm)[0] : undefined;
}

describe('boards side by side', () => {
  test('five coalitions stand under one heading, each with its title, in the order in which they were given', () => {
    const sheet = made(COALITIONS.map(() => [LYING]));
    expect(sheet?.sizeMm).toEqual({ w: 841, h: 594 });
    expect(sheet?.parts.filter(({ kind }) => kind === 'heading')).toHaveLength(1);
    expect(sections(sheet).map(({ title }) => title)).toEqual(COALITIONS);
  });

  test('an A0 is the same poster, larger', () => {
    const first = boardWith('Apeldoorn', [LYING]);
    const [a0] = sideBySideSheets(first, pagesOf(first.board), [], { ...setting, paper: 'a0' }, measureEm);
    expect([Math.round(a0?.sizeMm.w ?? 0), Math.round(a0?.sizeMm.h ?? 0)]).toEqual([1189, 840]);
  });

  test('a board alone gives a column for each of its pages', () => {
    expect(sections(made([[LYING, LYING, LYING]])).map(({ title }) => title)).toEqual(['blad 1', 'blad 2', 'blad 3']);
  });

  test('the same pages are taken of every board, and the first where one has fewer', () => {
    const [first, other, short] = [boardWith('Utrecht', [LYING, LYING]), boardWith('Voorst', [LYING, LYING]), boardWith('Wageningen', [LYING])] as const;
    const second = pagesOf(first.board).slice(1);
    const [sheet] = sideBySideSheets(first, second, [other, short], setting, measureEm);
    expect(sections(sheet).flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'boardPage' ? [part.outlined.page] : [])))).toEqual(['Utrecht-1', 'Voorst-1', 'Wageningen-0']);
  });

  test('whatever stands there, all pages are equally wide, keep their form, and none leaves the sheet or lies on another', () => {
    const size = fc.record({ w: fc.integer({ min: 300, max: 3000 }), h: fc.integer({ min: 300, max: 3000 }) });
    const alike = fc.integer({ min: 1, max: 4 }).chain((count) => fc.array(fc.array(size, { minLength: count, maxLength: count }), { minLength: 2, maxLength: 9 }));
    fc.assert(fc.property(alike, (columns) => {
      const placed = boxes(made(columns));
      const all = placed.flat();
      expect(placed.map((column) => column.length)).toEqual(columns.map((column) => column.length));
      for (const [i, box] of all.entries()) {
        const shape = columns.flat()[i] as Shape;
        expect(box.w).toBeCloseTo((all[0]?.w ?? 0), 6);
        expect(box.h / box.w).toBeCloseTo(shape.h / shape.w, 6);
        expect([box.x >= 20, box.y >= 90, box.x + box.w <= 821, box.y + box.h <= 574]).toEqual([true, true, true, true]);
        for (const other of all.slice(i + 1)) expect(box.x + box.w <= other.x + 0.01 || other.x + other.w <= box.x + 0.01 || box.y + box.h <= other.y + 0.01 || other.y + other.h <= box.y + 0.01).toBe(true);
      }
    }), { numRuns: 40 });
  });
});
