import { openRoundOf, waitingRoundOf } from '../screens/board/followVote.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import type { Action } from './action.ts';

/** The steps of a round are fetched with the panels that use them. */
const steps = () => import('../screens/board/voteSteps.ts');

/** Closes the open round when all that is counted here was counted; else its grid is shown, which says what is missing. */
async function closeRound(desk: DeskSession): Promise<void> {
  const round = openRoundOf(desk.store.get().board);
  if (!round) return;
  const { ledger } = await steps();
  const view = await ledger.view(desk, round.id);
  if (!view) return;
  const missing = view.rows.some(({ way, heads, counted }) => way === 'paper' && heads > 0 && !counted) || (view.hands.heads > 0 && !view.hands.counted);
  desk.desk.setState({ panel: 'vote' });
  if (!missing) await ledger.close(desk, round.id);
}

/** The round that is closed and waits to be revealed. */
const waiting = ({ store, desk }: DeskSession) => {
  const { round, aside } = desk.getState();
  const { board } = store.get();
  const found = round === null ? waitingRoundOf(board, aside) : board.rounds[round];
  return found?.state === 'closed' ? found : undefined;
};

/** Lets phones show the result that waits since before this desk: the room has had it. */
export function tellUntold({ host, store, desk, notices }: DeskSession): void {
  const { untold } = desk.getState();
  const round = untold === null ? undefined : store.get().board.rounds[untold];
  if (round) void host.call('rounds.told', { board: store.id, round: round.id, drawn: round.lots?.drawn ?? null }).then((told) => { if (!told.ok) notices.tell(told.trouble); });
}

/** What can be done to a round, and to the room door, from wherever one is. */
export const voteActions: readonly Action[] = [
  { id: 'vote.close', label: 'actions.vote.close', shortcuts: [], enabled: ({ store }) => openRoundOf(store.get().board) !== undefined, run: (desk) => void closeRound(desk) },
  {
    id: 'vote.reveal', label: 'actions.vote.reveal', shortcuts: [], enabled: (desk) => waiting(desk) !== undefined,
    run: (desk) => void steps().then(({ reveal }) => {
      const round = waiting(desk);
      if (!round) return;
      const roomWaits = desk.desk.getState().round === round.id;
      desk.desk.setState({ panel: 'vote', round: round.id });
      // A round from before a restart: first the room sees again that it is closed.
      if (roomWaits) reveal(desk, round);
    }),
  },
  { id: 'vote.tell', label: 'actions.vote.tell', shortcuts: [], enabled: ({ desk }) => desk.getState().untold !== null, run: tellUntold },
  {
    id: 'vote.minute', label: 'actions.vote.minute', shortcuts: [], enabled: ({ desk }) => desk.getState().closesMs !== null,
    run: (desk) => void steps().then(({ ledger }) => {
      const round = openRoundOf(desk.store.get().board);
      const { closesMs } = desk.desk.getState();
      if (round && closesMs !== null) void ledger.countdown(desk, round.id, Math.max(closesMs, Date.now()) + 60_000);
    }),
  },
  { id: 'door.close', label: 'actions.door.close', shortcuts: [], enabled: ({ desk }) => desk.getState().door.open, run: (desk) => void desk.host.call('door.close', {}) },
];
