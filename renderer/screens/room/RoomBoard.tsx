import { useCallback, useEffect, useRef, useState } from 'react';
import { markOf } from '../../../shared/board/buckets.ts';
import type { MeasureEm } from '../../../shared/board/lettering.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import type { RoomView } from '../../../shared/contract/room.ts';
import type { Point } from '../../../shared/geometry/box.ts';
import { createBoardCanvas, type BoardCanvas } from '../../stage/boardCanvas.ts';
import { createBoardFrame, type BoardFrame } from '../../stage/boardFrame.ts';
import { BoardStage } from '../../stage/BoardStage.tsx';
import { createCamera } from '../../stage/camera.ts';
import type { BoardStore } from '../../state/boardStore.ts';
import { drawingBox } from './choicePictures.ts';
import { BACK_MS } from './revealMotion.ts';
import { aimOf, penAim, viewOf, viewThrough } from './roomCamera.ts';
import { RoomVote } from './RoomVote.tsx';
import { showLive } from './showLive.ts';
import { layersOf, paintStill } from './stillPicture.ts';
import { asksForLessMotion } from './lessMotion.ts';
import type { SeenResult, Stands, VoteScene } from './voteShow.ts';
import styles from './RoomScreen.module.css';

/** How long the camera takes to its next place, ms; nothing when the system asks for less motion. */
const GLIDE_MS = 900;
const glideMs = (ms = GLIDE_MS): number => (asksForLessMotion() ? 0 : ms);
/** The desk must have rested for so long before the room follows it, ms: zooming there does not shake the room. */
const REST_MS = 450;
/** A camera that follows the pen is given a new aim at most this often, ms. */
const PEN_MS = 650;
/** A scene that is left fades within this time, ms. */
const LEAVE_MS = 420;

export type RoomBoardProps = { readonly host: Host; readonly store: BoardStore; readonly measure: MeasureEm; readonly view: RoomView };

type RoomCanvas = { readonly canvas: BoardCanvas; readonly frame: BoardFrame };

/** The room's canvas with the board, and what the desk draws at this moment. */
function useRoomCanvas(host: Host, store: BoardStore, newest: { readonly current: RoomView }, onPen: (canvas: BoardCanvas, tip: readonly Point[]) => void): RoomCanvas | null {
  const [canvas, setCanvas] = useState<RoomCanvas | null>(null);
  useEffect(() => {
    const made = createBoardCanvas({ store, host, camera: createCamera({ x: 0, y: 0, scale: 1 }), page: newest.current.page, backdrop: 'room' });
    const frame = createBoardFrame(made, store.get().board.title);
    setCanvas({ canvas: made, frame });
    const stop = showLive({ canvas: made, host, store, page: () => newest.current.page, onPen: (tip) => onPen(made, tip) });
    return () => {
      stop();
      frame.close();
      made.close();
    };
  }, [host, store, newest, onPen]);
  return canvas;
}

/** A vote or its result; a film has a picture of its own. */
const isVote = (scene: RoomView['scene']): scene is VoteScene => scene.kind === 'vote' || scene.kind === 'result';

/** The scene before the board: one that is left stays until it has faded. */
function useScene(scene: RoomView['scene']): { readonly scene: VoteScene | null; readonly leaving: boolean } {
  const [last, setLast] = useState<VoteScene | null>(null);
  useEffect(() => {
    if (isVote(scene)) { setLast(scene); return undefined; }
    const timer = window.setTimeout(() => setLast(null), LEAVE_MS);
    return () => window.clearTimeout(timer);
  }, [scene]);
  return isVote(scene) ? { scene, leaving: false } : { scene: last, leaving: true };
}

/** Keeps the picture of the moment at which the desk froze it; a window that comes later has none. */
function useStill(mode: RoomView['mode'], canvas: BoardCanvas | null): { readonly still: React.RefObject<HTMLCanvasElement | null>; readonly isFrozen: boolean } {
  const still = useRef<HTMLCanvasElement>(null);
  const [isFrozen, setFrozen] = useState(false);
  const before = useRef<RoomView['mode'] | null>(null);
  useEffect(() => {
    const was = before.current;
    before.current = canvas ? mode : null;
    const target = still.current;
    const isTaken = mode === 'frozen' && was !== null && was !== 'frozen' && target !== null && canvas !== null;
    if (isTaken) {
      const stage = target.parentElement?.querySelector('[data-testid="board-stage"]');
      target.width = Math.round(window.innerWidth * devicePixelRatio);
      target.height = Math.round(window.innerHeight * devicePixelRatio);
      const context = target.getContext('2d');
      if (context && stage) paintStill(context, layersOf(stage), devicePixelRatio);
    }
    setFrozen((known) => mode === 'frozen' && (isTaken || known));
  }, [mode, canvas]);
  return { still, isFrozen };
}

/** The board on the room screen, under a camera of its own. */
export function RoomBoard({ host, store, measure, view }: RoomBoardProps) {
  const newest = useRef(view);
  useEffect(() => { newest.current = view; });
  const penMs = useRef(0);
  const onPen = useCallback((canvas: BoardCanvas, tip: readonly Point[]) => {
    const { mode, page, scene } = newest.current;
    const size = store.get().board.pages[page]?.size;
    const nowMs = performance.now();
    if (mode !== 'pen' || scene.kind === 'result' || !size || nowMs - penMs.current < PEN_MS) return;
    const next = penAim(tip, canvas.camera.get(), canvas.windowPx(), size);
    if (!next) return;
    penMs.current = nowMs;
    canvas.camera.glide(next, glideMs());
  }, [store]);
  const made = useRoomCanvas(host, store, newest, onPen);
  const canvas = made?.canvas ?? null, stage = made?.frame ?? null;
  const { scene, leaving } = useScene(view.scene);
  const { still, isFrozen } = useStill(view.mode, canvas);

  const aim = useCallback((ms: number) => {
    if (!canvas || newest.current.scene.kind === 'result') return;
    const box = aimOf(store.get(), newest.current.mode === 'frozen' && !isFrozen ? { ...newest.current, mode: 'whole' } : newest.current);
    if (box) canvas.camera.glide(viewOf(box, canvas.windowPx()), ms);
  }, [canvas, store, isFrozen]);

  const { mode, page, frame, deskView } = view;
  const isResult = view.scene.kind === 'result';
  const shownPage = useRef<string | null>(null);
  useEffect(() => {
    if (!canvas || (mode === 'frozen' && isFrozen)) return;
    canvas.show(page);
    // A page is turned at once; on the same page the camera goes where it is sent.
    aim(shownPage.current === page ? glideMs() : 0);
    shownPage.current = page;
  }, [canvas, page, mode, frame, isFrozen, aim]);
  useEffect(() => {
    if (mode !== 'follow') return undefined;
    const timer = window.setTimeout(() => aim(glideMs()), REST_MS);
    return () => window.clearTimeout(timer);
  }, [mode, deskView, aim]);

  const wasResult = useRef(false);
  useEffect(() => {
    // From the result back to the board: the camera stands where the winner was shown, and flies from there.
    if (wasResult.current && !isResult) aim(glideMs(BACK_MS));
    wasResult.current = isResult;
  }, [isResult, aim]);
  const onStands = useCallback((stands: Stands | null) => {
    const card = stands ? markOf(store.get().board, stands.card) : undefined;
    const part = stands ? drawingBox(store.get(), stands.card) : null;
    const now = newest.current;
    if (!canvas || !stands || !part || card?.page !== now.page || now.mode === 'frozen' || asksForLessMotion()) return;
    canvas.camera.set(viewThrough(part, stands.box));
  }, [canvas, store]);

  const onSeen = useCallback((seen: SeenResult) => void host.call('rounds.told', { board: store.id, ...seen }), [host, store]);
  useEffect(() => stage?.onResize(() => aim(0)), [stage, aim]);
  return (
    <>
      {stage && <BoardStage frame={stage} />}
      <canvas ref={still} className={styles['still']} hidden={!isFrozen} data-testid="room-still" />
      {canvas && scene && <RoomVote store={store} painter={canvas} measure={measure} scene={scene} hidden={view.curtain !== 'open'} leaving={leaving} moving onStands={onStands} onSeen={onSeen} />}
    </>
  );
}
