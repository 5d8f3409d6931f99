import { expect, test } from 'vitest';
import { groupSame } from '../../../shared/harvest/groupSame.ts';

const said = (kind: string, ...texts: readonly string[]) => texts.map((text) => ({ kind, text }));
const words = (groups: readonly (readonly { readonly text: string }[])[]) => groups.map((group) => group.map(({ text }) => text));

test('what several people said alike is put together, whatever its case and accents', () => {
  expect(words(groupSame(said('trait', 'Bruisend', 'samen', 'bruisend!', 'SAMEN', 'bruisénd')))).toEqual([['Bruisend', 'bruisend!', 'bruisénd'], ['samen', 'SAMEN']]);
});

test('a word and its plural are one, as on the board', () => {
  expect(words(groupSame(said('trait', 'boom', 'bomen')))).toEqual([['boom', 'bomen']]);
});

test('a trait and a metaphor stay apart, though they are spelled alike', () => {
  expect(words(groupSame([...said('trait', 'jungle'), ...said('metaphor', 'jungle')]))).toEqual([['jungle'], ['jungle']]);
});
