import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type BoardId, type InkId } from '../../../shared/base/ids.ts';
import { marksOf } from '../../../shared/board/buckets.ts';
import type { Mark } from '../../../shared/board/marks.ts';
import { readDocument } from '../../../shared/board/readDocument.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import { contains } from '../../../shared/geometry/box.ts';
import { decodeInk } from '../../../shared/ink/inkCodec.ts';
import { readExcalidraw, type ImportTools } from '../../../shared/importing/excalidraw.ts';
import { markBox } from '../../../shared/scene/markNode.ts';
import { measureEm } from '../../support/measureEm.ts';
import { handwriting } from './handwriting.ts';

function tools(): ImportTools {
  let next = 0;
  return { seed: { id: asId<BoardId>('board'), title: 'Invoer', locale: 'nl', createdMs: 1 }, measure: measureEm, newId: () => `n${next++}` };
}

const scene = (...elements: readonly unknown[]) => ({ type: 'excalidraw', version: 2, source: 'https://excalidraw.com', elements, files: {} });
const read = (...elements: readonly unknown[]) => readExcalidraw(scene(...elements), tools());
const box = (more: object) => ({ type: 'rectangle', id: 'r', x: 0, y: 0, width: 100, height: 60, ...more });

/** The only mark of an import. */
function only<Kind extends Mark['kind']>(kind: Kind, ...elements: readonly unknown[]): Extract<Mark, { kind: Kind }> {
  const marks = [...marksOf(read(...elements).document.board)].filter((mark) => mark.kind === kind);
  expect(marks).toHaveLength(1);
  return marks[0] as Extract<Mark, { kind: Kind }>;
}

describe('a page of handwriting', () => {
  const imported = readExcalidraw(handwriting(), tools());
  const { board, inks } = imported.document;
  const marks = [...marksOf(board)];

  test('every line comes over with its pressure, none is skipped', () => {
    expect(marks).toHaveLength(490);
    expect(imported.skipped).toEqual({});
    const pressures = new Set(Object.values(inks).flatMap((text) => [...decodeInk(text).pressure]));
    expect(pressures.size).toBeGreaterThan(40);
  });

  test('white chalk becomes ink, since our paper is light', () => {
    const colors = marks.map((mark) => (mark.kind === 'stroke' ? mark.color : ''));
    expect(colors.filter((color) => color === 'ink').length).toBeGreaterThan(400);
    expect(colors).not.toContain('#FFFFFF');
    expect(colors).toContain('#F6D32D');
  });

  test('it lies on one upright page of paper proportions, wholly', () => {
    const page = Object.values(board.pages)[0];
    if (!page) throw new Error('no page');
    expect(page.size.h / page.size.w).toBeCloseTo(Math.SQRT2, 2);
    const context = { board, inks: new Map(Object.entries(inks).map(([id, text]) => [asId<InkId>(id), decodeInk(text)])) };
    for (const mark of marks) expect(contains({ x: 0, y: 0, ...page.size }, markBox(mark, context))).toBe(true);
  });

  test('the board can be read again like any other', () => {
    expect(readDocument(JSON.parse(JSON.stringify(imported.document))).kind).toBe('document');
  });
});

describe('forms and words', () => {
  test('words in a form become its own lettering', () => {
    const imported = read(box({ boundElements: [{ id: 't', type: 'text' }] }), { type: 'text', id: 't', x: 5, y: 5, width: 90, height: 25, text: 'Een plein', fontSize: 20, containerId: 'r' });
    const marks = [...marksOf(imported.document.board)];
    expect(marks.map((mark) => [mark.kind, 'text' in mark ? mark.text : ''])).toEqual([['shape', 'Een plein']]);
  });

  test('a turned form is turned about its middle', () => {
    const turned = only('shape', box({ angle: Math.PI / 2 }));
    const straight = only('shape', box({ x: 20, y: -20, width: 60, height: 100 }));
    const context = { board: read().document.board, inks: new Map() };
    const [a, b] = [markBox(turned, context), markBox(straight, context)];
    expect([a.w / a.h, b.w / b.h].map((ratio) => ratio.toFixed(3))).toEqual(['0.600', '0.600']);
  });

  test('a fill that lets through is mixed with the paper, none stays none', () => {
    expect(only('shape', box({ backgroundColor: '#ff0000', opacity: 50 })).fill).toBe('#FF7E79');
    expect(only('shape', box({ backgroundColor: 'transparent' })).fill).toBeNull();
  });

  test('an arrow holds on to the forms that it joins, and points where it pointed', () => {
    const arrow = (more: object) => ({ type: 'arrow', id: 'a', x: 100, y: 30, points: [[0, 0], [200, 0]], startBinding: { elementId: 'r' }, endBinding: null, ...more });
    const forwards = only('connector', box({}), arrow({ endArrowhead: 'arrow', startArrowhead: null }));
    expect([forwards.from.mark, forwards.to.mark, forwards.head]).toEqual([expect.any(String), null, 'arrow']);
    const backwards = only('connector', box({}), arrow({ endArrowhead: null, startArrowhead: 'arrow' }));
    expect([backwards.from.mark, backwards.to.mark, backwards.head]).toEqual([null, expect.any(String), 'arrow']);
  });

  test('a line without pressure gets one from its speed', () => {
    const points = Array.from({ length: 30 }, (_, i) => [i < 15 ? i : 15 + (i - 15) * 12, 0]);
    const imported = read({ type: 'freedraw', id: 'f', x: 0, y: 0, points, pressures: [], simulatePressure: true, strokeWidth: 1 });
    const { pressure } = decodeInk(Object.values(imported.document.inks)[0] as string);
    expect(pressure[29]).toBeLessThan((pressure[14] as number) - 40);
  });

  test('a picture comes along with its bytes, one without a file is counted', () => {
    const value = { ...scene({ type: 'image', id: 'i', x: 0, y: 0, width: 10, height: 10, fileId: 'f1' }, { type: 'image', id: 'j', x: 0, y: 0, width: 10, height: 10, fileId: 'f2' }), files: { f1: { mimeType: 'image/png', dataURL: 'data:image/png;base64,iVBORw0KGgo=' } } };
    const imported = readExcalidraw(value, tools());
    expect(imported.assets).toEqual([{ asset: expect.any(String), mime: 'image/png', base64: 'iVBORw0KGgo=' }]);
    expect(imported.skipped).toEqual({ image: 1 });
  });

  test('what was grouped stays together, groups in groups too, and a group of one is none', () => {
    const boxes = [['a', ['in', 'out']], ['b', ['in', 'out']], ['c', ['out']], ['d', ['alone']]].map(([id, groupIds], i) => box({ id, groupIds, x: i * 200 }));
    const [a, b, c, d] = [...marksOf(read(...boxes).document.board)].sort((one, two) => (one.order < two.order ? -1 : 1)).map(({ groups }) => groups);
    expect([a?.length, c?.length, d]).toEqual([2, 1, undefined]);
    expect(a).toEqual(b);
    expect(a?.[0]).toBe(c?.[0]);
    expect(readDocument(JSON.parse(JSON.stringify(read(...boxes).document))).kind).toBe('document');
  });

  test('what was taken away stays away and is not counted', () => {
    const imported = read(box({}), box({ id: 'gone', isDeleted: true }));
    expect([[...marksOf(imported.document.board)].length, imported.skipped]).toEqual([1, {}]);
  });
});

describe('nonsense', () => {
  test('what cannot be taken over is counted by kind', () => {
    const imported = read(box({}), { type: 'embeddable', x: 0, y: 0 }, { type: 'iframe' }, { type: 'iframe' }, box({ id: 'far', x: 1e300 }), { type: 'freedraw', x: 0, y: 0, points: [] }, null, 7);
    expect(imported.skipped).toEqual({ embeddable: 1, iframe: 2, rectangle: 1, freedraw: 1, unknown: 2 });
  });

  test('a bad point costs the point, not the line', () => {
    const imported = read({ type: 'freedraw', id: 'f', x: 0, y: 0, points: [[0, 0], [null, 3], [1e300, 2], 'x', [5, 5]], pressures: [0.2, 0.9, 0.9, 0.9, 0.6], simulatePressure: false });
    const ink = decodeInk(Object.values(imported.document.inks)[0] as string);
    expect([ink.count, ink.pressure[0], ink.pressure[1]]).toEqual([2, 51, 153]);
  });

  const troubleOf = (value: unknown): string => {
    try {
      readExcalidraw(value, tools());
      return 'none';
    } catch (error) {
      return error instanceof TroubleError ? error.trouble.code : String(error);
    }
  };

  test('another kind of file is told from a damaged one', () => {
    expect([troubleOf(null), troubleOf({ type: 'bpmn', elements: [] }), troubleOf({ type: 'excalidraw' })]).toEqual(['file.foreign', 'file.foreign', 'file.foreign']);
    expect(troubleOf(scene({ type: 'freedraw' }, 3))).toBe('file.damaged');
    expect(troubleOf(scene(...Array.from({ length: 200_001 }, () => 0)))).toBe('file.tooLarge');
    expect(troubleOf(scene())).toBe('none');
  });

  test('any garbage in any field gives a sound board or a clear refusal', () => {
    const kinds = fc.constantFrom('freedraw', 'text', 'rectangle', 'ellipse', 'diamond', 'line', 'arrow', 'image', 'frame', 'toString', '__proto__');
    const number = fc.oneof(fc.double(), fc.integer({ min: -2000, max: 2000 }));
    const anyField = fc.oneof({ weight: 3, arbitrary: number }, fc.string(), fc.boolean(), fc.constant(null), fc.array(fc.tuple(number, number)), fc.constantFrom('a', 'b', '#fff', '#12345678', 'transparent'));
    const element = fc.record({
      type: kinds, id: fc.constantFrom('a', 'b', '__proto__', ''), x: anyField, y: anyField, width: anyField, height: anyField, angle: anyField, points: anyField, pressures: anyField,
      text: anyField, fontSize: anyField, strokeColor: anyField, backgroundColor: anyField, opacity: anyField, strokeWidth: anyField, containerId: fc.constantFrom('a', 'b', null),
      startBinding: fc.constantFrom(null, { elementId: 'a' }, 4), fileId: fc.constantFrom('__proto__', 'x'), name: anyField,
    }, { requiredKeys: ['type'] });
    fc.assert(fc.property(fc.array(fc.oneof({ weight: 8, arbitrary: element }, fc.anything()), { maxLength: 8 }), (elements) => {
      try {
        const { document } = readExcalidraw({ type: 'excalidraw', elements }, tools());
        expect(readDocument(document)).toMatchObject({ kind: 'document' });
      } catch (error) {
        if (!(error instanceof TroubleError)) throw error;
      }
    }), { numRuns: 300 });
  });
});
