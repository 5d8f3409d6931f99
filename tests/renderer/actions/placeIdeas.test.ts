import { expect, test } from 'vitest';
import { asId, type IdeaId, type TableId } from '../../../shared/base/ids.ts';
import type { Idea } from '../../../shared/contract/ideas.ts';
import { placeIdeas } from '../../../renderer/screens/board/placeIdeas.ts';

const idea = (id: string, text: string): Idea => ({ id: asId<IdeaId>(id), text, kind: 'trait', table: asId<TableId>('t1'), state: 'waiting' });

test('a second press while the board is being written catches no word twice', async () => {
  const caught = new Map<IdeaId, string>();
  let steps = 0;
  const onBoard: string[] = [];
  const out: string[] = [];
  let write = (): void => undefined;
  const written = new Promise<void>((resolve) => { write = resolve; });
  const parts = {
    newOpId: () => `step ${(steps += 1)}`,
    catchIdeas(ideas: readonly Idea[]): readonly Idea[] {
      const words = ideas.filter(({ text }) => text !== '');
      onBoard.push(...words.map(({ text }) => text));
      return words;
    },
    settled: () => written,
    taken: async (ids: readonly IdeaId[], step: string): Promise<boolean> => { out.push(...ids.map((id) => `${id} by ${step}`)); return true; },
  };
  const waiting = [idea('a', 'groen'), idea('b', ''), idea('c', 'stil')];
  const presses = [placeIdeas(waiting, caught, parts), placeIdeas(waiting, caught, parts)];
  expect([onBoard, out]).toEqual([['groen', 'stil'], []]);
  write();
  await Promise.all(presses);
  expect(onBoard).toEqual(['groen', 'stil']);
  expect([...new Set(out)]).toEqual(['a by step 1', 'c by step 1']);
  // The step was taken back, and the ideas are in the box again.
  await placeIdeas(waiting, caught, parts);
  expect(onBoard).toEqual(['groen', 'stil', 'groen', 'stil']);
  expect(out.slice(-2)).toEqual(['a by step 3', 'c by step 3']);
});
