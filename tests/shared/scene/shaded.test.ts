import { expect, test } from 'vitest';
import { hexOf, PALETTE, type InkName } from '../../../shared/board/palette.ts';
import { shaded } from '../../../shared/scene/shaded.ts';

const light = (hex: string): number => [1, 3, 5].reduce((sum, at, i) => sum + parseInt(hex.slice(at, at + 2), 16) * ([0.2126, 0.7152, 0.0722][i] as number), 0);

test('the tails of a banner are darker than its front, whatever its colour', () => {
  for (const color of (Object.keys(PALETTE) as InkName[]).filter((name) => name !== 'ink')) expect(light(shaded(color)), color).toBeLessThan(light(hexOf(color)) * 0.93);
  expect(shaded('#80C0FF')).toMatch(/^#[0-9a-f]{6}$/);
});
