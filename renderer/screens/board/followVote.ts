import type { RoundId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { DeskSession } from './deskSession.ts';
import { tellPhones } from './tellPhones.ts';

/** The round that is open, if any: there is never more than one. */
export function openRoundOf(board: Board): Round | undefined {
  return Object.values(board.rounds).find(({ state }) => state === 'open');
}

/**
 * The round that was closed last and that the room has not seen revealed, if any: after a restart it is found again.
 * @param aside a round that the facilitator put aside, since another vote is to come first
 */
export function waitingRoundOf({ rounds }: Board, aside: RoundId | null): Round | undefined {
  const newest = Object.values(rounds).reduce<Round | undefined>((found, round) => (found && found.openedMs >= round.openedMs ? found : round), undefined);
  return newest?.state === 'closed' && newest.id !== aside ? newest : undefined;
}

/**
 * Keeps the desk at what the services know of an open round and of the room door, whether its panel is open or not: the
 * room's turnout goes on, and the phones get the drawings of the candidates, after a restart too, and the result when the
 * room has it. The returned function stops it.
 */
export function followVote(desk: DeskSession): () => void {
  const { host, store } = desk;
  let rounds: Board['rounds'] | null = null;
  let following: RoundId | null = null;
  const begin = async (round: Round): Promise<void> => {
    desk.desk.setState({ round: round.id });
    const [{ takeView }, { givePictures }] = await Promise.all([import('./voteSteps.ts'), import('./givePictures.ts')]);
    const view = await host.call('rounds.view', { board: store.id, round: round.id });
    if (view.ok) takeView(desk, view.value);
    await givePictures(desk, round);
  };
  const look = (): void => {
    const { board } = store.get();
    if (board.rounds === rounds) return;
    rounds = board.rounds;
    const open = openRoundOf(board);
    if (open?.id === following) return;
    following = open?.id ?? null;
    if (open) void begin(open);
    else desk.desk.setState({ closesMs: null });
  };
  const stops = [
    store.subscribe(look),
    tellPhones(desk),
    host.on('rounds.view', ({ board, view }) => { if (board === store.id && view.round === following) void import('./voteSteps.ts').then(({ takeView }) => takeView(desk, view)); }),
    host.on('door.state', (door) => desk.desk.setState({ door })),
    host.on('helper.wish', ({ board, wish }) => { if (board === store.id) void import('./helperWish.ts').then(({ grantWish }) => grantWish(desk, wish)); }),
  ];
  void host.call('door.state', {}).then((state) => { if (state.ok) desk.desk.setState({ door: state.value }); });
  look();
  return () => { for (const stop of stops) stop(); };
}
