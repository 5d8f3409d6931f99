import { join } from 'node:path';
import type { BoardId } from '../../../shared/base/ids.ts';
import type { Answers, ServiceParts } from '../serviceParts.ts';
import { erasePeople, getPeople, putPeople, type PeoplePlace } from '../people/peopleFile.ts';

/** Calls about what is kept apart from boards: people and settings. */
export function keptCalls({ dataFolder, store, keeper, settings, emit }: ServiceParts): Answers<'people.get' | 'people.put' | 'people.erase' | 'settings.get' | 'settings.set'> {
  // Keys lie apart from the boards, so that a copied board folder names nobody.
  const place = (board: BoardId): PeoplePlace => ({ file: store.get(board).folder.people, keys: join(dataFolder, 'keys') });
  return {
    'people.get': async ({ board }) => getPeople(place(board)),
    'people.put': async ({ board, part }) => {
      await putPeople(place(board), part);
      // The encrypted part travels in the board's file, which is behind now.
      await keeper.rewrite(board);
      return null;
    },
    'people.erase': async ({ board }) => {
      await erasePeople(place(board));
      return { outOfReach: await keeper.rewrite(board) };
    },
    'settings.get': async () => settings.get(),
    'settings.set': async ({ settings: next }) => {
      const kept = await settings.set(next);
      emit('settings.changed', kept);
      for (const board of store.openBoards) keeper.touch(board);
      return kept;
    },
  };
}
