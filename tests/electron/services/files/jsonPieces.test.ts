import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonInTurns } from '../../../../electron/services/files/jsonPieces.ts';

test('a value is written as it is at once', async () => {
  await fc.assert(fc.asyncProperty(fc.jsonValue(), async (value) => {
    const answer = { id: 1, result: { ok: true, value: { board: { buckets: { '0f': value } }, inks: { a: 'b', more: value }, none: undefined, list: [undefined] } } };
    expect(await jsonInTurns(answer)).toBe(JSON.stringify(answer));
    expect(await jsonInTurns(value)).toBe(JSON.stringify(value));
  }), { numRuns: 60 });
});
