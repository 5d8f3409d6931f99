import type { Answers, ServiceParts } from '../serviceParts.ts';

/** Calls about what is kept apart from boards: people and settings. */
export function keptCalls({ people, store, keeper, settings, emit }: ServiceParts): Answers<'people.get' | 'people.change' | 'people.erase' | 'people.due' | 'settings.get' | 'settings.set'> {
  return {
    'people.get': ({ board }) => people.get(board),
    'people.change': ({ board, change }) => people.change(board, change),
    'people.erase': ({ board }) => people.erase(board),
    'people.due': () => people.due(),
    'settings.get': async () => settings.get(),
    'settings.set': async ({ settings: next }) => {
      const kept = await settings.set(next);
      emit('settings.changed', kept);
      for (const board of store.openBoards) keeper.touch(board);
      return kept;
    },
  };
}
