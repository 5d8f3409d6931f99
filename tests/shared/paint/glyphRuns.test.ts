import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import type { Hand } from '../../../shared/board/lettering.ts';
import { faceHas } from '../../../shared/paint/faceCoverage.ts';
import { FACE_NAMES, SPARE_FACES, type Face } from '../../../shared/paint/faces.ts';
import { cutByCoverage, measureBy, placeGlyphRuns } from '../../../shared/paint/glyphRuns.ts';
import { spareFacesOf } from '../../../shared/paint/spareFaces.ts';
import { testFonts } from '../../electron/services/exports/testFonts.ts';

const HANDS: readonly Hand[] = ['kop', 'hand', 'marker', 'face', 'faceBold'];
const NO_LETTER = /[\p{Co}\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u;

describe('which face sets a letter', () => {
  /** Where another face, or none, is the better one: letters beside Tifinagh, most of mathematics, the digits of keycaps. */
  const IN_PART: readonly Face[] = ['NotoSansTifinagh', 'NotoSansMath', 'NotoEmoji'];

  test.each(FACE_NAMES)('the table of letters of %s is that of its font file', (face) => {
    const font = create(readFileSync(testFonts.get(face) as string));
    if (!('glyphForCodePoint' in font)) throw new Error('a collection');
    const wrong: number[] = [];
    for (let code = 0x20; code < 0x20000; code++) {
      if (NO_LETTER.test(String.fromCodePoint(code))) continue;
      const inFile = font.glyphForCodePoint(code).id !== 0;
      if (IN_PART.includes(face) ? faceHas(face, code) && !inFile : faceHas(face, code) !== inFile) wrong.push(code);
    }
    expect(wrong).toEqual([]);
  });

  test('Dutch words with their accents stay whole in every hand', () => {
    for (const hand of HANDS) expect(cutByCoverage('Reëel geïnd: één café, ijs & IJSJE Ë Ï É', hand), hand).toHaveLength(1);
  });

  test('what the marker hand lacks comes from another hand, letter by letter', () => {
    expect(cutByCoverage('Komşu!', 'marker')).toEqual([
      { text: 'Kom', face: 'PermanentMarker' }, { text: 'ş', face: 'PatrickHand' }, { text: 'u!', face: 'PermanentMarker' },
    ]);
  });

  test('an Arabic sentence is one stretch, its spaces and brackets too', () => {
    expect(cutByCoverage('مرحبا (بكم) في', 'hand')).toEqual([{ text: 'مرحبا (بكم) في', face: 'NotoNaskhArabic' }]);
  });

  test('Cyrillic and Greek come from the reading face', () => {
    expect(cutByCoverage('Привет', 'kop').map(({ face }) => face)).toEqual(['NotoSans']);
    expect(cutByCoverage('Αθήνα', 'kop').at(-1)?.face).toBe('NotoSans');
  });

  test('a letter that no face has is replaced and never becomes an empty box', () => {
    expect(cutByCoverage('\u0F40', 'kop')).toEqual([{ text: '\uFFFD', face: 'NotoSans' }]);
  });

  test.each([
    ['a family', 'ons 👨‍👩‍👧 huis', ['ons ', '👨‍👩‍👧', ' huis']],
    ['a flag', '🇧🇪🇲🇦', ['🇧🇪🇲🇦']],
    ['a tone of skin', 'ja 👋🏽!', ['ja ', '👋🏽', '!']],
    ['a heart that asks to be a picture', '❤️', ['❤']],
    ['a keycap', 'keuze 1️⃣', ['keuze ', '1\u20E3']],
    ['the flag of a part of a country', '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', ['\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}']],
  ])('an emoji stays whole: %s', (_, text, pieces) => {
    const cut = cutByCoverage(text, 'hand');
    expect(cut.map((piece) => piece.text)).toEqual(pieces);
    expect(cut.filter(({ face }) => face === 'NotoEmoji')).toHaveLength(1);
  });

  test('digits, marks of the hand and arrows are no emoji', () => {
    expect(cutByCoverage('3 # © ♥', 'hand').map(({ face }) => face)).toEqual(['PatrickHand']);
    expect(cutByCoverage('wij → jullie', 'kop').map(({ face }) => face)).toEqual(['CaveatBrush', 'NotoSansMath', 'CaveatBrush']);
  });

  test.each([
    ['Dutch', 'Één reëel “café” – 10 €…', []], ['Turkish', 'Komşu İzmir ğ', ['NotoSans']], ['Polish', 'sąsiedzi łąka', []], ['Arabic', 'مرحبا', ['NotoNaskhArabic']],
    ['Hebrew', 'שלום', ['NotoSansHebrew']], ['Amazigh', 'ⴰⵣⵓⵍ', ['NotoSansTifinagh']], ['emoji', '🐼', ['NotoEmoji']],
  ] as const)('%s says which spare faces it needs', (_, text, faces) => {
    expect(spareFacesOf(text)).toEqual(expect.arrayContaining([...faces]));
    expect(spareFacesOf(text).filter((face) => face !== 'NotoSans')).toEqual(faces.filter((face) => face !== 'NotoSans'));
  });

  test('what a text is set in is a hand or a face that it said it needs', () => {
    const unsaid = (text: string, hand: Hand): boolean => {
      const needed = spareFacesOf(text);
      return cutByCoverage(text, hand).some(({ face }) => SPARE_FACES.includes(face) && !needed.includes(face));
    };
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...HANDS), (text, hand) => !unsaid(text, hand)));
    const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).flatMap((letter) => [letter, letter.toUpperCase()]);
    for (const hand of HANDS) expect(all.filter((letter) => unsaid(letter, hand))).toEqual([]);
  });

  test('invisible characters leave nothing behind', () => {
    expect(cutByCoverage('a\u00ADb\uFE0F\u200B', 'kop')).toEqual([{ text: 'ab', face: 'CaveatBrush' }]);
  });

  test('every letter is set by a face that has it, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...HANDS), (text, hand) => {
      for (const run of cutByCoverage(text, hand)) {
        for (const letter of run.text) expect(faceHas(run.face, letter.codePointAt(0) as number) || NO_LETTER.test(letter) || run.face === 'NotoEmoji').toBe(true);
      }
    }));
  });

  test('the measure of a text is the sum of its stretches, which stand next to each other', () => {
    const advance = (text: string): number => [...text].length;
    expect(measureBy(advance)('abш', 'kop')).toBe(3);
    expect(placeGlyphRuns('abш', false, 'kop', advance).map(({ xEm }) => xEm)).toEqual([0, 2]);
    expect(placeGlyphRuns('בш', true, 'kop', advance).at(-1)?.text.length).toBeGreaterThan(0);
  });
});
