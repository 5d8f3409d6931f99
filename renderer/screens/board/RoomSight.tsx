import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { RoomClock } from '../../../shared/contract/room.ts';
import { clockText } from '../../../shared/strings/clockText.ts';
import { useNow } from '../../panels/parts/useNow.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { roomViewOf } from '../../actions/roomActions.ts';
import { aimOf } from '../room/roomCamera.ts';
import { useBoard } from '../useStored.ts';
import { CurtainSight, RoomVote } from './deskParts.ts';
import type { DeskSession } from './deskSession.ts';
import styles from './RoomSight.module.css';

/** The small picture of the board lags behind the hand by this much, ms: the pen goes first. */
const REST_MS = 700;

/** The board as the room's camera has it: the whole page, what the desk looks at, or the picture at which it was frozen. */
function BoardSight({ desk, widthPx }: { readonly desk: DeskSession; readonly widthPx: number }) {
  const target = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let timer = 0;
    let gone = false;
    let painted = '';
    let buckets: unknown = null;
    let layers: unknown = null;
    const boxOf = (): Box | null => {
      const view = roomViewOf(desk);
      return aimOf(desk.store.get(), view.mode === 'frozen' ? { ...view, mode: 'whole' } : view);
    };
    const paint = async (): Promise<void> => {
      timer = 0;
      const { mode, page } = roomViewOf(desk);
      const box = boxOf();
      const { board } = desk.store.get();
      const name = JSON.stringify([page, box]);
      if (!box || (mode === 'frozen' && painted !== '') || (painted === name && buckets === board.buckets && layers === board.layers)) return;
      painted = name;
      buckets = board.buckets;
      layers = board.layers;
      const ratio = window.devicePixelRatio || 1;
      const w = Math.round(widthPx * ratio), h = Math.max(1, Math.round((w * box.h) / box.w));
      const bitmap = await desk.canvas.picture({ page, box, widthPx: w, heightPx: h, only: null, paper: 'board', ...(board.layers.tracing.inRoom ? { viewer: 'room' as const } : {}) });
      const canvas = gone ? null : target.current;
      if (canvas) {
        canvas.width = w;
        canvas.height = h;
        canvas.getContext('2d')?.drawImage(bitmap, 0, 0, w, h);
      }
      bitmap.close();
    };
    const later = (): void => { if (timer === 0) timer = window.setTimeout(() => void paint(), REST_MS); };
    const stops = [
      desk.store.subscribe(later),
      desk.desk.subscribe((state, before) => { if (state.page !== before.page || state.room !== before.room) void paint(); }),
      desk.canvas.camera.subscribe(() => { if (desk.desk.getState().room.mode === 'follow') later(); }),
    ];
    void paint();
    return () => {
      gone = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [desk, widthPx]);
  return <canvas ref={target} className={styles['board']} aria-hidden="true" />;
}

/** What the room reads of the time, in its corner. */
function ClockSight({ clock: { endsMs, leftMs } }: { readonly clock: RoomClock }) {
  const nowMs = useNow(endsMs);
  return <span className={styles['clock']}>{clockText(endsMs === null ? leftMs : endsMs - nowMs)}</span>;
}

/** What the room sees at this moment, in the place that it gets: the board, the vote, its result, or the closed curtain. */
export function RoomSight({ desk, widthPx }: { readonly desk: DeskSession; readonly widthPx: number }) {
  const { board } = useBoard(desk.store);
  const curtain = useStore(desk.desk, (state) => state.room.curtain);
  useStore(desk.desk, (state) => state.round);
  useStore(desk.desk, (state) => state.turnout);
  useStore(desk.desk, (state) => state.closesMs);
  useStore(desk.desk, (state) => state.door);
  const { scene, clock } = roomViewOf(desk);
  if (curtain === 'black') return <div className={styles['black']} />;
  if (curtain === 'title') return <CurtainSight board={board} scene={scene} />;
  return (
    <div className={styles['sight']}>
      <BoardSight desk={desk} widthPx={widthPx} />
      {clock && scene.kind === 'board' && <ClockSight clock={clock} />}
      {(scene.kind === 'vote' || scene.kind === 'result') && <RoomVote store={desk.store} painter={desk.canvas} measure={desk.measure} scene={scene} moving={false} />}
    </div>
  );
}
