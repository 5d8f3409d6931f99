import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asId, idFromBytes, isId, type MarkId } from '../../../shared/base/ids.ts';
import { hashText, seededRandom } from '../../../shared/base/seededRandom.ts';

test('an id made from chance is an id', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 16, maxLength: 32 }), (bytes) => {
    const id = idFromBytes<MarkId>(bytes);
    expect(id).toHaveLength(16);
    expect(isId(id)).toBe(true);
  }));
});

test('other chance is another id', () => {
  expect(idFromBytes<MarkId>(new Uint8Array(16).fill(3))).not.toBe(idFromBytes<MarkId>(new Uint8Array(16).fill(4)));
});

test('what would leave its folder or name a device of Windows is no id', () => {
  for (const text of ['', '..', 'a/b', 'a\\b', 'a.b', 'con', 'COM1', 'nul', '__proto__', 'constructor', 'toString', 'x'.repeat(65), 'é', 'a b']) expect(isId(text), text).toBe(false);
  expect(() => asId<MarkId>('../x')).toThrow();
});

test('the same seed draws the same lots', () => {
  const draw = (seed: number): number[] => { const random = seededRandom(seed); return Array.from({ length: 20 }, random); };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  for (const lot of draw(7)) expect(lot >= 0 && lot < 1).toBe(true);
});

test('ids spread evenly over the 256 buckets of a board', () => {
  const random = seededRandom(1);
  const counts = new Map<number, number>();
  for (let i = 0; i < 25_600; i++) {
    const bucket = hashText(idFromBytes<MarkId>(Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)))) & 0xff;
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  expect(counts.size).toBe(256);
  expect(Math.max(...counts.values())).toBeLessThan(170);
});
