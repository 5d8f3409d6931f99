import { useStore } from 'zustand';
import { roomViewOf } from '../../actions/roomActions.ts';
import { useBoard } from '../useStored.ts';
import { RoomVote } from './deskParts.ts';
import type { DeskSession } from './deskSession.ts';

/** While the desk itself is the room's picture, the vote fills it as it would fill the room screen. */
export function PresentedVote({ desk }: { readonly desk: DeskSession }) {
  useBoard(desk.store);
  useStore(desk.desk, (state) => state.round);
  useStore(desk.desk, (state) => state.turnout);
  useStore(desk.desk, (state) => state.closesMs);
  useStore(desk.desk, (state) => state.door);
  const { scene, curtain } = roomViewOf(desk);
  if (curtain === 'black') return <div style={{ position: 'absolute', inset: 0, background: '#000', zIndex: 6 }} data-testid="curtain-black" data-shown="true" />;
  return scene.kind !== 'vote' && scene.kind !== 'result' ? null : <RoomVote store={desk.store} painter={desk.canvas} measure={desk.measure} scene={scene} moving onSeen={(seen) => void desk.host.call('rounds.told', { board: desk.store.id, ...seen })} />;
}
