import { useStore } from 'zustand';
import { tellUntold } from '../../actions/voteActions.ts';
import { UntoldResult } from '../../panels/voting/UntoldResult.tsx';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { openRoundOf } from './followVote.ts';

/** Asks for a result that the room may not have seen, as long as phones wait for it and neither room screen nor panel has it before it. */
export function DeskUntold({ desk, isRoomOpen }: { readonly desk: DeskSession; readonly isRoomOpen: boolean }) {
  const { board } = useBoard(desk.store);
  const untold = useStore(desk.desk, (state) => state.untold);
  const shown = useStore(desk.desk, (state) => state.round);
  const panel = useStore(desk.desk, (state) => state.panel);
  const isDoorOpen = useStore(desk.desk, ({ door }) => door.open && door.board === desk.store.id);
  const round = untold === null ? undefined : board.rounds[untold];
  if (!round || !isDoorOpen || openRoundOf(board) || (shown === round.id && (isRoomOpen || panel === 'vote'))) return null;
  return <UntoldResult question={round.question} onShow={() => desk.desk.setState({ panel: 'vote', round: round.id })} onTell={() => tellUntold(desk)} />;
}
