import type { CallName } from '../../../shared/contract/contract.ts';
import type { Answers, ServiceParts } from '../serviceParts.ts';

/** Calls about open rounds. */
export function roundCalls({ desk, door, emit }: ServiceParts): Answers<Extract<CallName, `rounds.${string}`>> {
  return {
    'rounds.start': async ({ board, round, ways, closesMs }) => desk.rounds(board).start(round, ways, closesMs),
    'rounds.view': async ({ board, round }) => desk.rounds(board).view(round),
    'rounds.count': async ({ board, round, table, dots }) => desk.rounds(board).count(round, table, dots),
    'rounds.hands': async ({ board, round, dots }) => desk.rounds(board).countHands(round, dots),
    'rounds.way': async ({ board, round, table, way }) => desk.rounds(board).setWay(round, table, way),
    'rounds.countdown': async ({ board, round, closesMs }) => desk.rounds(board).countdown(round, closesMs),
    'rounds.pictures': async ({ board, round, pictures }) => {
      await desk.rounds(board).keepPictures(round, pictures);
      door.refresh(board);
      return null;
    },
    'rounds.told': async ({ board, round, drawn }) => {
      const kept = desk.rounds(board).told.tell(round, drawn);
      door.refresh(board);
      await kept;
      emit('rounds.told', { board, round });
      return null;
    },
    'rounds.untold': async ({ board }) => ({ round: desk.rounds(board).untold() }),
    'rounds.undo': async ({ board, round }) => desk.rounds(board).undo(round),
    'rounds.close': async ({ board, round }) => desk.rounds(board).close(round),
    'rounds.cancel': async ({ board, round }) => desk.rounds(board).cancel(round),
  };
}
