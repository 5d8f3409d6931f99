import { describe, expect, test } from 'vitest';
import { chooseDisplay, displayName, findDisplay, keepDisplay, type SeenDisplay } from '../../../electron/desktop/displayChoice.ts';

const laptop: SeenDisplay = { id: 1, label: 'Built-in', x: 0, y: 0, width: 1920, height: 1080 };
const epson: SeenDisplay = { id: 7, label: 'EPSON PJ', x: 1920, y: 0, width: 1280, height: 720 };
const television: SeenDisplay = { id: 9, label: 'SAMSUNG', x: 3200, y: 0, width: 1920, height: 1080 };

describe('the display of the room screen', () => {
  test('is found again under another number, at another place and in another size', () => {
    const name = displayName(epson);
    for (const now of [{ ...epson, id: 41 }, { ...epson, id: 41, x: -1280 }, { ...epson, id: 41, width: 1024, height: 768 }]) {
      expect(findDisplay([laptop, television, now], name)).toBe(now);
    }
  });

  test('of two alike it is the one of the same size, then the one at the same place', () => {
    const name = displayName(epson);
    const big = { ...epson, id: 50, width: 1920, height: 1200, x: 9000 }, moved = { ...epson, id: 51, x: 5000 };
    expect(findDisplay([big, moved], name)).toBe(moved);
    const here = { ...epson, id: 52, width: 800, height: 600 };
    expect(findDisplay([big, here], name)).toBe(here);
  });

  test('without labels size and place tell it, and nothing is guessed from less', () => {
    const nameless = { ...epson, label: '' };
    expect(findDisplay([{ ...laptop, label: '' }, { ...nameless, id: 80 }], displayName(nameless))?.id).toBe(80);
    expect(findDisplay([{ ...laptop, label: '' }], displayName(nameless))).toBeNull();
    expect(findDisplay([laptop], '1234567')).toBeNull();
  });

  test('goes to one without the desk when nothing was chosen or the chosen one is away', () => {
    expect(chooseDisplay([laptop, epson], null, laptop.id)).toBe(epson);
    expect(chooseDisplay([laptop, epson], displayName(television), laptop.id)).toBe(epson);
    expect(chooseDisplay([laptop], displayName(television), laptop.id)).toBeNull();
    expect(chooseDisplay([laptop, epson], displayName(laptop), laptop.id)).toBe(laptop);
  });

  test('is not the desk’s own one because that calls itself the same as one that was unplugged', () => {
    const left = { ...television, id: 3, x: 0 }, right = { ...television, id: 4, x: 1920 };
    expect(chooseDisplay([left], displayName(right), left.id)).toBeNull();
    expect(chooseDisplay([left, epson], displayName(right), left.id)).toBe(epson);
    expect(chooseDisplay([left, { ...right, id: 12, x: -1920 }], displayName(right), left.id)?.id).toBe(12);
    expect(chooseDisplay([left, epson], displayName(left), left.id)).toBe(left);
  });

  test('stays where it is while that is there, and returns to the chosen one when it is back', () => {
    const wanted = displayName(television);
    expect(keepDisplay([laptop, epson], wanted, television.id, laptop.id)).toBe(epson);
    const again = { ...television, id: 90 };
    expect(keepDisplay([laptop, epson, again], wanted, epson.id, laptop.id)).toBe(again);
    const smaller = { ...television, width: 1024, height: 768 };
    expect(keepDisplay([laptop, epson, smaller], wanted, television.id, laptop.id)).toBe(smaller);
  });
});
