import { useEffect, useState } from 'react';
import { asId, type BoardId, type RoundId } from '../../../../shared/base/ids.ts';
import type { Board, Locale } from '../../../../shared/board/board.ts';
import { emptyBoard } from '../../../../shared/board/emptyBoard.ts';
import type { Round } from '../../../../shared/board/round.ts';
import type { RoomView } from '../../../../shared/contract/room.ts';
import { createMeasure } from '../../../../renderer/stage/measure.ts';
import { RoomClock } from '../../../../renderer/screens/room/RoomClock.tsx';
import { RoomCurtain } from '../../../../renderer/screens/room/RoomCurtain.tsx';
import styles from '../../../../renderer/screens/room/RoomScreen.module.css';
import { RoomVote } from '../../../../renderer/screens/room/RoomVote.tsx';
import type { BoardStore, BoardView } from '../../../../renderer/state/boardStore.ts';
import { useWords } from '../../../../renderer/words.ts';
import { CANDIDATES } from './kielDay.ts';

const ROUND = asId<RoundId>('r1');
const measure = createMeasure({ need: () => true });
const DOOR = { url: 'http://192.168.8.20:8080/', joining: 'codes' } as const;
const VOTE: RoomView['scene'] = { kind: 'vote', round: ROUND, cast: 31, heads: 47, closesMs: Date.now() + 80_000, door: DOOR };
const RESULT: RoomView['scene'] = { kind: 'result', round: ROUND };

function roundOf(state: Round['state'], dots: readonly number[]): Round {
  const totals = Object.fromEntries(CANDIDATES.map(({ id }, i) => [id, dots[i] ?? 0]));
  const cast = dots.reduce((sum, count) => sum + count, 0);
  return {
    id: ROUND, question: 'Welk beeld past bij onze droomwijk?', candidates: CANDIDATES, rule: { dotsPerPerson: 1, atMostPerCandidate: 1 }, state, openedMs: 1, closedMs: state === 'open' ? null : 2,
    tally: state === 'open' ? null : { totals, cast, heads: 47, corrections: 0, ballots: [], byHand: totals }, runOffOf: null, lots: null,
  };
}

/** A board that nobody changes, as a screen looks at it. */
function boardWith(round: Round, locale: Locale): BoardStore {
  const board: Board = { ...emptyBoard({ id: asId<BoardId>('b1'), title: 'Droomwijk Kiel', locale, createdMs: 1 }), rounds: { [round.id]: round } };
  const view = { board, inks: new Map() } as Pick<BoardView, 'board' | 'inks'> as BoardView;
  const store: Pick<BoardStore, 'get' | 'subscribe'> = { get: () => view, subscribe: () => () => undefined };
  return store as BoardStore;
}

const painter = { picture: () => Promise.reject(new Error('Nothing here was drawn')) };

/** The room screen as it is put together, without the canvas of the board below. */
function Room({ round, scene, curtain = 'open', withClock = false }: { readonly round: Round; readonly scene: RoomView['scene']; readonly curtain?: RoomView['curtain']; readonly withClock?: boolean }) {
  const { locale } = useWords();
  const [store, setStore] = useState(() => boardWith(round, locale));
  useEffect(() => setStore(boardWith(round, locale)), [round, locale]);
  return (
    <main className={styles['room']}>
      {(scene.kind === 'vote' || scene.kind === 'result') && <RoomVote store={store} painter={painter} measure={measure} scene={scene} moving={false} />}
      {withClock && <RoomClock clock={{ title: 'Dromen aan tafel', endsMs: null, leftMs: 754_000 }} locale={locale} />}
      <RoomCurtain curtain={curtain} title="Droomwijk Kiel" scene={scene} isOpen={round.state === 'open'} locale={locale} />
    </main>
  );
}

const OPEN = roundOf('open', []), CLOSED = roundOf('closed', [19, 13, 8, 5]), WON = roundOf('revealed', [19, 13, 8, 5]), TIED = roundOf('revealed', [17, 17, 7, 4]);

export const RoomVoteScene = () => <Room round={OPEN} scene={VOTE} />;
export const RoomClosedScene = () => <Room round={CLOSED} scene={{ ...VOTE, closesMs: null, door: null }} />;
export const RoomResultScene = () => <Room round={WON} scene={RESULT} />;
export const RoomTieScene = () => <Room round={TIED} scene={RESULT} />;
export const RoomCurtainScene = () => <Room round={OPEN} scene={VOTE} curtain="title" />;
export const RoomBlackScene = () => <Room round={OPEN} scene={{ kind: 'board' }} curtain="black" />;
export const RoomClockScene = () => <Room round={OPEN} scene={{ kind: 'board' }} withClock />;
