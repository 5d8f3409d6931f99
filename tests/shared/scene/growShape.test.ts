import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { LINE_EM, widestEm } from '../../../shared/board/lettering.ts';
import { markSchema } from '../../../shared/board/markSchema.ts';
import type { ShapeForm, ShapeMark } from '../../../shared/board/marks.ts';
import { compose, rotation, scaling, translation } from '../../../shared/geometry/matrix.ts';
import { bannerBow } from '../../../shared/scene/banner.ts';
import { bowCount } from '../../../shared/scene/cloud.ts';
import { fittedUnits } from '../../../shared/scene/formLetters.ts';
import { formRoom } from '../../../shared/scene/formRoom.ts';
import { handSizedShape, letteredShape } from '../../../shared/scene/growShape.ts';
import { markNode } from '../../../shared/scene/markNode.ts';
import { pulledTail, tailOnPage } from '../../../shared/scene/pulledTail.ts';
import { rigid } from '../../../shared/scene/rigid.ts';
import { measureEm } from '../../support/measureEm.ts';
import { at, sceneOf, shape } from './marks.ts';

const GROWING = ['rectangle', 'ellipse', 'diamond', 'bubble', 'thought', 'cloud', 'sun', 'arrow'] as const satisfies readonly ShapeForm[];
const ALL = [...GROWING, 'banner'] as const satisfies readonly ShapeForm[];

const form = fc.constantFrom<ShapeForm>(...ALL);
const words = fc.array(fc.constantFrom('groen', 'en', 'dichtbij', 'één', 'samenwerkingsovereenkomst', '- lief', '1. eerst', 'a'), { maxLength: 14 })
  .chain((parts) => fc.array(fc.constantFrom(' ', ' ', ' ', '\n'), { minLength: parts.length, maxLength: parts.length }).map((joints) => parts.map((part, i) => part + joints[i]).join('').trim()));
const size = fc.record({ w: fc.integer({ min: 12, max: 700 }), h: fc.integer({ min: 12, max: 400 }) });

const letter = (mark: ShapeMark, text: string): ShapeMark => letteredShape(mark, { text }, measureEm);

/** The block of lettering as it is painted. */
function blockOf(mark: ShapeMark): { readonly w: number; readonly h: number } {
  const units = fittedUnits(mark, rigid(mark.matrix, mark).size);
  return { w: widestEm(mark.lines) * units, h: mark.lines.length * LINE_EM * units };
}

describe('a form that grows with its lettering', () => {
  test('is never smaller than its lettering, nor than a hand made it', () => {
    fc.assert(fc.property(form, size, words, (kind, hand, text) => {
      const grown = letter(shape('f', kind, { ...hand, textSizeUnits: 28 }), text);
      const room = formRoom(kind, grown), block = blockOf(grown);
      expect(block.w).toBeLessThanOrEqual(room.w + 0.6);
      expect(block.h).toBeLessThanOrEqual(room.h + 0.6);
      expect(grown.w).toBeGreaterThanOrEqual(hand.w);
      expect(grown.h).toBeGreaterThanOrEqual(hand.h);
      expect(v.is(markSchema, grown)).toBe(true);
    }), { numRuns: 120 });
  });

  test('has its hand-set size and place again when the words are taken away', () => {
    fc.assert(fc.property(form, size, words, words, (kind, hand, text, more) => {
      const before = shape('f', kind, { ...hand, ...at(300, 200) });
      const after = letter(letter(letter(before, text), more), '');
      expect(after).toMatchObject({ w: hand.w, h: hand.h, least: null, text: '', lines: [] });
      expect(after.matrix[4]).toBeCloseTo(300, 4);
      expect(after.matrix[5]).toBeCloseTo(200, 4);
    }), { numRuns: 80 });
  });

  test.each(GROWING)('%s: more words never make it lower, and letter by letter it never jumps by more than a line', (kind) => {
    const text = 'de wijk is ons groter geheel en wij horen er allemaal bij, ook wie hier pas woont';
    let last = letter(shape('f', kind, { w: 200, h: 100 }), '');
    for (let i = 1; i <= text.length; i++) {
      const next = letter(last, text.slice(0, i));
      const line = 28 * LINE_EM;
      expect(next.h, text.slice(0, i)).toBeGreaterThanOrEqual(last.h - 0.1);
      expect(next.h - last.h).toBeLessThan((line * 100) / formRoom(kind, { w: 100, h: 100 }).h + line);
      last = next;
    }
  });

  test('becomes wider first, then higher', () => {
    const start = shape('f', 'bubble', { w: 200, h: 100 });
    const wide = letter(start, 'een wijk van ons');
    expect(wide.w).toBeGreaterThanOrEqual(200);
    expect(wide.h).toBe(100);
    const high = letter(start, 'een wijk van ons allemaal, waar iedereen elkaar kent en groet, en waar het groen is en dichtbij');
    expect(high.h).toBeGreaterThan(100);
    expect(high.w / high.h).toBeLessThan(2.6);
  });

  test('grows around its middle', () => {
    const grown = letter(shape('f', 'cloud', { ...at(300, 200), w: 100, h: 60 }), 'een wolk met heel veel woorden erin, veel meer dan er pasten');
    expect(grown.matrix[4] + grown.w / 2).toBeCloseTo(350, 4);
    expect(grown.matrix[5] + grown.h / 2).toBeCloseTo(230, 4);
  });

  test('keeps the point of its tail where it is, and the side that the tail hangs on', () => {
    const before = shape('f', 'bubble', { ...at(300, 200), w: 100, h: 60 });
    const grown = letter(before, 'een ballon met heel veel woorden erin, veel meer dan er pasten');
    expect(tailOnPage(grown)!.x).toBeCloseTo(tailOnPage(before)!.x, 4);
    expect(tailOnPage(grown)!.y).toBeCloseTo(tailOnPage(before)!.y, 4);
    expect(grown.matrix[5] + grown.h).toBeCloseTo(260, 4);
    const above = letter(pulledTail(before, { x: 350, y: 100 }), 'een ballon met heel veel woorden erin, veel meer dan er pasten');
    expect(above.matrix[5]).toBeCloseTo(200, 4);
    expect(tailOnPage(above)).toMatchObject({ y: expect.closeTo(100, 4) as number });
  });

  test('that is resized by hand has that size as its least from then on', () => {
    const grown = letter(shape('f', 'rectangle', { ...at(100, 100), w: 80, h: 40 }), 'een kader met veel woorden');
    const large = handSizedShape(grown, scaling(3, 4, { x: 100, y: 100 }), measureEm);
    const emptied = letter(large, '');
    expect(emptied.w).toBeCloseTo(grown.w * 3, 4);
    expect(emptied.h).toBeCloseTo(grown.h * 4, 4);
    const small = handSizedShape(grown, scaling(0.1, 0.1, { x: 100, y: 100 }), measureEm);
    expect(blockOf(small).w).toBeLessThanOrEqual(formRoom('rectangle', small).w + 0.6);
    expect(letter(small, '').w).toBeCloseTo(grown.w * 0.1, 4);
  });

  test('that was scaled together with others sets its lettering smaller rather than beside its line', () => {
    const grown = letter(shape('f', 'bubble', { w: 200, h: 100 }), 'de wijk is ons groter geheel');
    const shrunk = { ...grown, matrix: scaling(0.4, 0.4) };
    expect(blockOf(shrunk).w).toBeLessThanOrEqual(formRoom('bubble', rigid(shrunk.matrix, shrunk).size).w + 0.6);
    expect(letter(shrunk, grown.text).w).toBeGreaterThan(rigid(shrunk.matrix, shrunk).size.w);
  });

  test('that was turned grows around its middle too', () => {
    const matrix = compose(translation(400, 300), rotation(0.7));
    const before = shape('f', 'ellipse', { matrix, w: 100, h: 60 });
    const grown = letter(before, 'een ovaal met veel meer woorden dan er pasten');
    const middle = ({ matrix: [a, b, c, d, e, f], w, h }: ShapeMark) => [(a * w) / 2 + (c * h) / 2 + e, (b * w) / 2 + (d * h) / 2 + f];
    expect(middle(grown)[0]).toBeCloseTo(middle(before)[0]!, 4);
    expect(middle(grown)[1]).toBeCloseTo(middle(before)[1]!, 4);
  });
});

describe('a banner', () => {
  const banner = (text: string, part: Partial<ShapeMark> = {}): ShapeMark => letter(shape('b', 'banner', { ...at(0, 0), w: 500, h: 90, textSizeUnits: 45, ...part }), text);
  const lettersOf = (mark: ShapeMark) => markNode(mark, sceneOf([mark])).ops.flatMap((op) => (op.op === 'letter' ? [op] : []));

  test('sets each letter on its bow, turned as the bow runs there', () => {
    const mark = banner('Droomwijk Kiel');
    const letters = lettersOf(mark);
    expect(letters).toHaveLength('DroomwijkKiel'.length);
    const below = letters.map((op) => {
      const half = (op.line.widthEm * op.sizeUnits) / 2;
      const turn = op.turn ?? 0;
      const x = op.x + Math.cos(turn) * half, y = op.baseline + Math.sin(turn) * half;
      expect(Math.tan(turn)).toBeCloseTo(bannerBow(mark, x).slope, 6);
      return y - bannerBow(mark, x).y;
    });
    for (const y of below) expect(y).toBeCloseTo(below[0]!, 6);
  });

  test('keeps the words apart and in order for whoever reads its letters', () => {
    expect(lettersOf(banner('Droomwijk Kiel, één ij')).map((op) => op.line.runs[0]?.text).join('')).toBe('Droomwijk Kiel, één ij');
  });

  test('becomes longer for a longer text, and sets it smaller when it is as long as a ribbon gets', () => {
    expect(banner('wat wij samen willen voor de wijk').w).toBeGreaterThan(500);
    const long = banner('wat wij samen willen voor de wijk van onze dromen en die van onze kinderen en kleinkinderen');
    expect(long.w).toBeLessThanOrEqual(810.1);
    expect(fittedUnits(long, long)).toBeLessThan(45);
    expect(fittedUnits(banner('kort'), banner('kort'))).toBe(45);
  });

  test('that was lettered before letters were measured keeps its words in one piece', () => {
    const mark = banner('Droomwijk');
    const old = { ...mark, lines: mark.lines.map((line) => ({ ...line, runs: line.runs.map(({ text, rtl, xEm, widthEm }) => ({ text, rtl, xEm, widthEm })) })) };
    expect(lettersOf(old)).toHaveLength(1);
  });
});

describe('the bows of a cloud', () => {
  test('become more with its size and never fewer than six', () => {
    expect(bowCount({ w: 40, h: 20 })).toBe(6);
    expect(bowCount({ w: 700, h: 90 })).toBeGreaterThan(bowCount({ w: 240, h: 140 }));
  });

  test('stay in the box of the cloud, however flat it is', () => {
    fc.assert(fc.property(size, ({ w, h }) => {
      const mark = shape('c', 'cloud', { w, h });
      const { bounds } = markNode(mark, sceneOf([mark]));
      expect(bounds.w).toBeLessThan(w + 14);
      expect(bounds.h).toBeLessThan(h + 14);
    }), { numRuns: 60 });
  });
});

test('a tail that points into its bubble goes away', () => {
  const plain = shape('f', 'bubble', at(0, 0));
  const inside = pulledTail(plain, { x: 150, y: 90 });
  expect(markNode(inside, sceneOf([inside])).bounds.h).toBeLessThan(markNode(plain, sceneOf([plain])).bounds.h);
});

test('a list of short items makes its form higher and not wider', () => {
  const grown = letter(shape('f', 'rectangle', { w: 220, h: 60 }), '1. groen\n2. dichtbij\n3. van iedereen');
  expect(grown.w).toBe(220);
  expect(grown.h).toBeGreaterThan(100);
});
