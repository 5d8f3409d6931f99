import { describe, expect, test } from 'vitest';
import { createRoomRelay } from '../../../../electron/services/room/roomRelay.ts';
import { asId, type BoardId } from '../../../../shared/base/ids.ts';
import { roomOf, type RoomView } from '../../../../shared/contract/room.ts';

const kiel = asId<BoardId>('kiel'), luchtbal = asId<BoardId>('luchtbal');
const view = (board: BoardId, page = 'blad-1'): RoomView => ({ board, page: asId(page), mode: 'whole', frame: null, deskView: { x: 0, y: 0, w: 1, h: 1 }, curtain: 'open', clock: null, scene: { kind: 'board' } });

/** A room screen that the tab `one` opened for the board of Kiel, and what it is told. */
function openRoom() {
  const told: (string | undefined)[] = [];
  const relay = createRoomRelay((name, event) => { if (name === 'room.state') told.push((event as ReturnType<typeof relay.state>).view?.page); });
  relay.opened(null, view(kiel), 'one');
  told.length = 0;
  return { relay, told };
}

describe('a room screen, and two tabs with a board each', () => {
  test('stays with the board that was opened in it, whatever happens in the other tab', () => {
    const { relay, told } = openRoom();
    relay.show(view(luchtbal), 'two');
    relay.show(view(luchtbal, 'blad-2'), 'two');
    expect([relay.state().view?.board, told]).toEqual([kiel, []]);
    relay.show(view(kiel, 'blad-3'), 'one');
    expect(told).toEqual(['blad-3']);
    expect([roomOf(kiel, relay.state()), roomOf(luchtbal, relay.state())]).toEqual(['here', 'elsewhere']);
  });

  test('shows the other board when somebody asks for it there, and then the first tab leads it no more', () => {
    const { relay } = openRoom();
    relay.opened(null, view(luchtbal), 'two');
    relay.show(view(kiel), 'one');
    expect(relay.state().view?.board).toBe(luchtbal);
    relay.show(view(luchtbal, 'blad-2'), 'two');
    expect(relay.state().view?.page).toBe('blad-2');
  });

  test('goes along when the tab that leads it opens another board', () => {
    const { relay } = openRoom();
    relay.show(view(luchtbal), 'one');
    expect(relay.state().view?.board).toBe(luchtbal);
  });

  test('is led by a tab that was loaded again or took the board over, since it has the same board', () => {
    const { relay } = openRoom();
    relay.show(view(kiel, 'blad-2'), 'one, loaded again');
    relay.show(view(luchtbal), 'one, loaded again');
    expect(relay.state().view?.board).toBe(luchtbal);
  });

  test('that is off belongs to nobody', () => {
    const { relay } = openRoom();
    relay.closed();
    relay.show(view(luchtbal), 'two');
    expect([relay.state().view?.board, roomOf(luchtbal, relay.state())]).toEqual([luchtbal, 'off']);
  });
});
