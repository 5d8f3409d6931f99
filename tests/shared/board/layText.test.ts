import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caretPlace, placeNear } from '../../../shared/board/caretPlace.ts';
import type { Hand } from '../../../shared/board/lettering.ts';
import { layText, type Lettered } from '../../../shared/board/layText.ts';
import { measureEm } from '../../support/measureEm.ts';

const plain: Lettered = { hand: 'hand', caps: false, maxWidthEm: Infinity, perLetter: false };
const lay = (text: string, part: Partial<Lettered> = {}) => layText(text, { ...plain, ...part }, measureEm);
const wordsOf = (laid: ReturnType<typeof lay>): readonly string[] => laid.map(({ line }) => line.runs.map(({ text }) => text).join(''));

describe('lettering that is broken', () => {
  test('keeps to its width, and to its words', () => {
    const laid = lay('een wijk waar iedereen elkaar nog kent en groet', { maxWidthEm: 6 });
    expect(laid.length).toBeGreaterThan(2);
    for (const { line } of laid) expect(line.widthEm).toBeLessThanOrEqual(6);
    expect(wordsOf(laid).join(' ')).toBe('een wijk waar iedereen elkaar nog kent en groet');
  });

  test('leaves a word whole that is longer than the width', () => {
    expect(wordsOf(lay('de samenwerkingsovereenkomst', { maxWidthEm: 4 }))).toEqual(['de', 'samenwerkingsovereenkomst']);
  });

  test('loses no letter and knows for each line where it stands in the text', () => {
    const word = fc.constantFrom('groen', 'ëïé', 'IJ', '€ 5', '×', 'een-heel-lang-woord', '- ', '1. ', '\t* ', 'a');
    fc.assert(fc.property(fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '  ')), { maxLength: 14 }), fc.double({ min: 1, max: 12, noNaN: true }), (parts, maxWidthEm) => {
      const text = parts.flat().join('');
      const laid = lay(text, { maxWidthEm });
      let last = 0;
      for (const { start, end, line } of laid) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(line.runs.map((run) => run.text).join('').length).toBe(end - start);
        last = end;
      }
      expect(laid.map(({ start, end }) => text.slice(start, end)).join('').replace(/\s/g, '')).toBe(text.split('\n').map((paragraph) => paragraph.replace(/^(\t| {2})*([-–*•+✓]|\d+[.)])( |$)/u, '')).join('').replace(/\s/g, ''));
    }));
  });
});

describe('a list', () => {
  test('stands in, and so do the further lines of an item', () => {
    const laid = lay('- eerst luisteren naar wie er al woont\n- dan tekenen', { maxWidthEm: 8 });
    const lefts = laid.map(({ line }) => line.runs[0]?.xEm);
    expect(new Set(lefts).size).toBe(1);
    expect(lefts[0]).toBeGreaterThan(0.7);
    expect(laid.map(({ line }) => line.sign?.kind ?? null)).toEqual(['dash', null, null, 'dash']);
    for (const { line } of laid) expect(line.widthEm).toBeLessThanOrEqual(8);
  });

  test('stands in further by its level, numbers end before their words', () => {
    const laid = lay('9. a\n10. b\n\t1. c');
    const [nine, ten, inner] = laid.map(({ line }) => line);
    expect(nine?.runs[0]?.xEm).toBe(ten?.runs[0]?.xEm);
    expect(inner?.runs[0]?.xEm).toBeGreaterThan(ten?.runs[0]?.xEm ?? Infinity);
    for (const line of [nine, ten]) expect(line!.sign!.xEm + measureEm(line!.sign!.text, 'hand')).toBeLessThan(line!.runs[0]!.xEm);
    expect(ten?.sign?.xEm).toBeGreaterThanOrEqual(0);
  });
});

describe('capitals', () => {
  test.each<Hand>(['kop', 'hand', 'marker'])('keep accents, the Dutch ij and signs in the hand %s', (hand) => {
    const [line] = lay('één ijsje × 3 = € 4, ï ë', { hand, caps: true });
    expect(line?.line.runs[0]?.text).toBe('ÉÉN IJSJE × 3 = € 4, Ï Ë');
    expect(line?.line.widthEm).toBeCloseTo(measureEm('ÉÉN IJSJE × 3 = € 4, Ï Ë', hand), 6);
  });
});

describe('lettering that is set letter by letter', () => {
  test('tells where each letter begins, in order, from the first to the width of the line', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Za-zëïéÉ €×]{1,24}$/), (text) => {
      const [laid] = lay(text, { hand: 'kop', perLetter: true });
      const run = laid!.line.runs[0];
      if (!run) return;
      expect(run.steps?.[0]).toBe(0);
      expect(run.steps).toHaveLength(run.text.length);
      run.steps?.forEach((step, i) => { if (i > 0) expect(step).toBeGreaterThan((run.steps?.[i - 1] ?? 0) - 0.001); });
      expect(run.widthEm).toBeGreaterThan(run.steps?.[run.steps.length - 1] ?? Infinity);
    }));
  });

  test('leaves Arabic whole, whose letters join', () => {
    const [laid] = lay('بيت Kiel', { perLetter: true });
    expect(laid?.line.runs.map(({ rtl, steps }) => rtl === (steps === undefined))).not.toContain(false);
  });
});

describe('the caret', () => {
  const text = '- eerst luisteren naar wie er woont\n\t1. ëén';
  const shown = { text, hand: 'hand' as const, caps: false, measure: measureEm };
  const laid = lay(text, { maxWidthEm: 7 });

  test('stands before the letter that it lies before, and is found there again', () => {
    for (let place = 0; place <= text.length; place++) {
      const { line, xEm } = caretPlace(laid, place, shown);
      const here = laid[line]!;
      if (place < here.start || place > here.end) continue;
      expect(placeNear(here, xEm, shown)).toBe(place);
    }
  });

  test('in the sign of an item stands before its words', () => {
    expect(caretPlace(laid, 1, shown)).toEqual({ line: 0, xEm: laid[0]!.indentEm });
  });

  test('beside a line goes to its nearer end', () => {
    const [first] = laid;
    expect(placeNear(first!, -5, shown)).toBe(first!.start);
    expect(placeNear(first!, 99, shown)).toBe(first!.end);
  });
});
