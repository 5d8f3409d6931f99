import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { MarkId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { Events, Host } from '../../../shared/contract/contract.ts';
import type { RoomView } from '../../../shared/contract/room.ts';
import { createRoomRelay } from '../../../electron/services/room/roomRelay.ts';
import { tellPhones, type TellingParts } from '../../../renderer/screens/board/tellPhones.ts';
import { createDeskStore, type DeskState } from '../../../renderer/state/deskStore.ts';
import { card, round, sampleBoard } from '../../electron/services/sampleBoard.ts';
import { PAGE } from '../../shared/scene/marks.ts';

const cards = [card('panda', 'de panda'), card('rat', 'de rat')];
const opened = round('r1', cards);
const rat = cards[1]!.id;
const SOON_MS = 5000;

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }); });
afterEach(() => { vi.useRealTimers(); });

/** A desk with a room screen or without, and what it told the door. */
async function deskWith(first: Partial<Round>, isRoomOpen = false, isUntold = false) {
  let board: Board = { ...sampleBoard(), rounds: { [opened.id]: { ...opened, ...first } } };
  const told: (MarkId | null)[] = [];
  const changed = new Set<() => void>();
  const heard = new Set<(event: Events['room.state']) => void>();
  const heardTold = new Set<(event: Events['rounds.told']) => void>();
  const relay = createRoomRelay((name, event) => { if (name === 'room.state') for (const hear of heard) hear(event as Events['room.state']); });
  if (isRoomOpen) relay.opened('projector', { board: sampleBoard().id } as RoomView, 'desk');
  const call = async (name: string, input: unknown): Promise<unknown> => {
    if (name === 'rounds.told') told.push((input as { readonly drawn: MarkId | null }).drawn);
    if (name === 'rounds.told') for (const hear of heardTold) hear({ board: board.id, round: opened.id });
    if (name === 'rounds.untold') return { ok: true, value: { round: isUntold ? opened.id : null } };
    return { ok: true, value: name === 'room.state' ? relay.state() : null };
  };
  const desk = createDeskStore(PAGE, null);
  const store: TellingParts['store'] = {
    id: board.id, get: () => ({ board }) as ReturnType<TellingParts['store']['get']>,
    subscribe: (listener) => { changed.add(listener); return () => changed.delete(listener); },
  };
  const host = { call, on: (name: string, hear: (event: never) => void) => {
      const all: Set<(event: never) => void> = name === 'rounds.told' ? heardTold : heard;
      all.add(hear);
      return () => all.delete(hear);
    } } as Pick<Host, 'call' | 'on'>;
  onTestFinished(tellPhones({ host, store, desk }));
  await vi.advanceTimersByTimeAsync(0);
  return {
    told, relay, untold: () => desk.getState().untold, roomTells: () => { for (const hear of heardTold) hear({ board: board.id, round: opened.id }); },
    put: (more: Partial<Round>) => {
      board = { ...board, rounds: { [opened.id]: { ...board.rounds[opened.id]!, ...more } } };
      for (const hear of changed) hear();
    },
    set: (state: Partial<DeskState>) => { desk.setState(state); },
    later: () => vi.advanceTimersByTimeAsync(SOON_MS),
  };
}

test('where the room screen shows the board of another tab, phones follow the desk, too', async () => {
  const { told, relay, put, later } = await deskWith({ state: 'closed' }, true);
  relay.opened('projector', { board: 'another' } as unknown as RoomView, 'another tab');
  put({ state: 'revealed' });
  await later();
  expect(told).toEqual([null]);
});

test('where no screen shows the room a result, phones follow the desk after a moment, and lots too', async () => {
  const { told, put, later } = await deskWith({ state: 'closed' });
  await later();
  expect(told).toEqual([]);
  put({ state: 'revealed' });
  await vi.advanceTimersByTimeAsync(SOON_MS - 1);
  expect(told).toEqual([]);
  await later();
  expect(told).toEqual([null]);
  put({ lots: { seed: '4711', drawn: rat } });
  await later();
  expect(told).toEqual([null, rat]);
  await later();
  expect(told).toHaveLength(2);
});

test('as long as the room screen has the result before it, or a curtain is closed, the desk tells nothing, however long', async () => {
  const { told, put, set, later } = await deskWith({ state: 'closed' }, true);
  set({ round: opened.id });
  put({ state: 'revealed' });
  for (let i = 0; i < 20; i++) await later();
  expect(told).toEqual([]);
  // The desk went on behind the curtain.
  set({ round: null, room: { mode: 'whole', frame: null, curtain: 'black', clock: false } });
  await later();
  expect(told).toEqual([]);
  set({ room: { mode: 'whole', frame: null, curtain: 'open', clock: false } });
  await later();
  expect(told).toEqual([null]);
});

test('a window that is itself the room\'s picture tells by itself; a room screen that goes away leaves it to the desk', async () => {
  const { told, put, set, relay, later } = await deskWith({ state: 'closed' }, true);
  set({ round: opened.id, presenting: true });
  put({ state: 'revealed' });
  await later();
  relay.closed();
  await later();
  expect(told).toEqual([]);
  set({ presenting: false });
  await later();
  expect(told).toEqual([null]);
});

test('after a restart no clock tells a result that the room may not have seen: it waits until the room screen or a person says so', async () => {
  const { told, set, relay, untold, roomTells, later } = await deskWith({ state: 'revealed' }, false, true);
  const aLongTime = async (): Promise<void> => { for (let i = 0; i < 40; i++) await later(); };
  await aLongTime();
  expect(told).toEqual([]);
  expect(untold()).toBe(opened.id);
  // A room screen that shows something else, and goes away again, has not shown it.
  relay.opened('projector', { board: sampleBoard().id } as RoomView, 'desk');
  await aLongTime();
  relay.closed();
  await aLongTime();
  expect(told).toEqual([]);
  relay.opened('projector', { board: sampleBoard().id } as RoomView, 'desk');
  set({ round: opened.id });
  await aLongTime();
  expect(told).toEqual([]);
  roomTells();
  expect(untold()).toBeNull();
});

test('after a restart what happens anew is told as ever: the lots, or the result of the next round', async () => {
  const { told, put, untold, later } = await deskWith({ state: 'revealed' }, false, true);
  put({ lots: { seed: '4711', drawn: rat } });
  await later();
  expect(told).toEqual([rat]);
  expect(untold()).toBeNull();
});

test('after a restart a result that is hidden and revealed again is told as a new one', async () => {
  const { told, put, later } = await deskWith({ state: 'revealed' }, false, true);
  put({ state: 'closed' });
  put({ state: 'revealed' });
  await later();
  expect(told).toEqual([null]);
});

test('a result that the room had before the restart waits for nobody', async () => {
  const { untold, put, later } = await deskWith({ state: 'revealed' });
  await later();
  expect(untold()).toBeNull();
  put({ state: 'open' });
  expect(untold()).toBeNull();
});
