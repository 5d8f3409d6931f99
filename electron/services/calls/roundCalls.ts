import type { Answers, ServiceParts } from '../serviceParts.ts';

/** Calls about open rounds. */
export function roundCalls({ desk }: ServiceParts): Answers<'rounds.start' | 'rounds.view' | 'rounds.count' | 'rounds.undo' | 'rounds.close' | 'rounds.cancel'> {
  return {
    'rounds.start': async ({ board, round }) => desk.rounds(board).start(round),
    'rounds.view': async ({ board, round }) => desk.rounds(board).view(round),
    'rounds.count': async ({ board, round, table, dots }) => desk.rounds(board).count(round, table, dots),
    'rounds.undo': async ({ board, round }) => desk.rounds(board).undo(round),
    'rounds.close': async ({ board, round }) => desk.rounds(board).close(round),
    'rounds.cancel': async ({ board, round }) => desk.rounds(board).cancel(round),
  };
}
