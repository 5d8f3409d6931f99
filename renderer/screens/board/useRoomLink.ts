import { useEffect, useState } from 'react';
import type { RoomState } from '../../../shared/contract/room.ts';
import { roomViewOf } from '../../actions/roomActions.ts';
import { watchEndOfTime } from './endTone.ts';
import type { DeskSession } from './deskSession.ts';

/** At most this often the room hears where the desk looks, ms. */
const FOLLOW_MS = 120;

/** Keeps the room screen at what the desk chose; returns whether it is open. */
export function useRoomLink(desk: DeskSession): RoomState {
  const [state, setState] = useState<RoomState>({ open: false, display: null, view: null });
  useEffect(() => {
    let timer = 0;
    let told = '';
    let known = false;
    let gone = false;
    let heard = false;
    const tell = async (): Promise<void> => {
      timer = 0;
      const view = roomViewOf(desk);
      const text = JSON.stringify(view);
      if (text === told) return;
      told = text;
      await desk.host.call('room.show', { view });
    };
    const later = (): void => { if (known && timer === 0) timer = window.setTimeout(() => void tell(), FOLLOW_MS); };
    const stops = [
      watchEndOfTime(desk),
      desk.host.on('room.state', (now) => {
        heard = true;
        setState(now);
      }),
      desk.desk.subscribe(later),
      desk.store.subscribe(later),
      desk.canvas.camera.subscribe(() => { if (desk.desk.getState().room.mode === 'follow') later(); }),
    ];
    // By the answer the desk has taken up what an older room shows, and may tell it where to look.
    void desk.host.call('room.state', {}).then(async (result) => {
      if (gone) return;
      known = true;
      await tell();
      // What the room is told here it may not take up: another tab leads it.
      if (result.ok && !heard && !gone) setState(result.value);
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [desk]);
  return state;
}
