import { describe, expect, test } from 'vitest';
import { isRtl, layLines, runsOf } from '../../../shared/board/lettering.ts';

const perLetter = (text: string): number => [...text].length;
const seen = (text: string, rtl?: boolean): readonly string[] => runsOf(text, 'hand', perLetter, rtl).runs.map((run) => `${run.rtl ? '<' : '>'}${run.text}`);

describe('words of both directions on a line', () => {
  test('a Dutch line is one run', () => {
    expect(seen('Wij dromen (samen) 12 keer!')).toEqual(['>Wij dromen (samen) 12 keer!']);
    expect(runsOf('', 'hand', perLetter)).toEqual({ runs: [], widthEm: 0 });
  });

  test('an emoji goes the way of the words around it', () => {
    expect(seen('حفلة 🎉 في')).toEqual(['<حفلة 🎉 في']);
    expect(seen('feest 🎉 hier')).toEqual(['>feest 🎉 hier']);
    expect(isRtl('🎉 حفلة')).toBe(true);
    expect(isRtl('🎉 feest')).toBe(false);
  });

  test('letters beyond the basic plane have their own direction', () => {
    // Adlam, in which Fulani is written from right to left.
    expect(seen('\u{1E900}\u{1E901}')).toEqual(['<\u{1E900}\u{1E901}']);
  });

  test('a line that was broken off goes on in the direction of its paragraph', () => {
    const lines = layLines('نحن نحب جميعا Droomwijk كثيرا', 'hand', perLetter, 14);
    expect(lines).toHaveLength(3);
    const [, second] = lines;
    expect(second?.runs.map(({ text, rtl, xEm }) => [text.trim(), rtl, xEm])).toEqual([['Droomwijk', false, 0]]);
    expect(layLines('نحن Droomwijk كثيرا', 'hand', perLetter, 16)[1]?.runs).toHaveLength(1);
    expect(seen('Droomwijk كثيرا', true)).toEqual(['< كثيرا', '>Droomwijk']);
    expect(seen('Droomwijk كثيرا', false)).toEqual(['>Droomwijk ', '<كثيرا']);
  });
});
