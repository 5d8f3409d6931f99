import { useCallback, useEffect, useRef, useState } from 'react';
import { markOf } from '../../../shared/board/buckets.ts';
import type { MarkId } from '../../../shared/base/ids.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import type { LiveMessage, RoomView } from '../../../shared/contract/room.ts';
import { isBlunt } from '../../../shared/scene/sketchStroke.ts';
import type { NibPoint } from '../../../shared/ink/outline.ts';
import { createBoardCanvas, type BoardCanvas } from '../../stage/boardCanvas.ts';
import { BoardStage } from '../../stage/BoardStage.tsx';
import { createCamera, fitted } from '../../stage/camera.ts';
import { LASER_MS } from '../../stage/liveLayer.ts';
import type { BoardStore } from '../../state/boardStore.ts';
import { RoomVote } from './RoomVote.tsx';
import styles from './RoomScreen.module.css';

/** How long the camera takes to its next place, ms; nothing when the system asks for less motion. */
const GLIDE_MS = 900;
const glideMs = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : GLIDE_MS);

/** Draws what the desk sends while it is drawn, until the board itself has it. */
function showLive(canvas: BoardCanvas, host: Host, store: BoardStore): () => void {
  const strokes = new Map<string, NibPoint[]>();
  const ended = new Set<string>();
  let trail: { x: number; y: number; atMs: number }[] = [];
  const end = (name: string): void => {
    strokes.delete(name);
    ended.delete(name);
    canvas.live()?.setStroke(name, null);
  };
  /** The live ink goes when the finished stroke is on the board, and not a frame before. */
  const handOver = (): void => {
    for (const name of ended) {
      const mark = markOf(store.get().board, name as MarkId);
      if (!mark) continue;
      canvas.keep(mark);
      end(name);
    }
  };
  const take = (message: LiveMessage): void => {
    switch (message.kind) {
      case 'stroke': {
        const points = strokes.get(message.stroke) ?? [];
        if (message.from !== points.length) points.length = Math.min(points.length, message.from);
        for (let i = 0; i + 2 < message.points.length; i += 3) points.push([message.points[i] as number, message.points[i + 1] as number, message.points[i + 2] as number]);
        strokes.set(message.stroke, points);
        const { widthUnits, thinning, smoothing, tool, color } = message;
        canvas.live()?.setStroke(message.stroke, { tool, nib: { widthUnits, thinning, smoothing, blunt: isBlunt(tool) }, color: color as 'ink', points, predicted: [] });
        return;
      }
      case 'strokeEnd':
        if (message.kept) { ended.add(message.stroke); handOver(); } else end(message.stroke);
        return;
      case 'laser': {
        const atMs = performance.now();
        trail = message.at ? [...trail.filter((point) => atMs - point.atMs < LASER_MS), { ...message.at, atMs }] : [];
        canvas.live()?.setOverlay(trail.length > 0 ? { kind: 'laser', points: trail } : null);
        return;
      }
    }
  };
  const stops = [host.on('room.live', take), store.subscribe(handOver)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The board on the room screen, under a camera of its own. */
export function RoomBoard({ host, store, view }: { readonly host: Host; readonly store: BoardStore; readonly view: RoomView }) {
  const [canvas, setCanvas] = useState<BoardCanvas | null>(null);
  const still = useRef<HTMLCanvasElement>(null);
  const newest = useRef(view);
  useEffect(() => { newest.current = view; });

  useEffect(() => {
    const made = createBoardCanvas({ store, host, camera: createCamera({ x: 0, y: 0, scale: 1 }), page: newest.current.page, backdrop: 'room' });
    setCanvas(made);
    const stop = showLive(made, host, store);
    return () => {
      stop();
      made.close();
    };
  }, [host, store]);

  const aim = useCallback((ms: number) => {
    if (!canvas) return;
    const { mode, page, deskView } = newest.current;
    const size = store.get().board.pages[page]?.size;
    if (mode === 'frozen' || !size) return;
    const box = mode === 'follow' ? deskView : { x: 0, y: 0, ...size };
    canvas.camera.glide(fitted(box, canvas.windowPx(), { left: 0, right: 0, top: 0, bottom: 0 }), ms);
  }, [canvas, store]);

  const { mode, page, deskView } = view;
  useEffect(() => {
    if (mode === 'frozen') return;
    canvas?.show(page);
    aim(0);
  }, [canvas, page, mode, aim]);
  useEffect(() => {
    if (mode === 'follow') aim(glideMs());
  }, [mode, deskView, aim]);
  useEffect(() => {
    const target = still.current;
    if (mode !== 'frozen' || !target) return;
    const stage = target.parentElement?.querySelectorAll('canvas');
    target.width = Math.round(window.innerWidth * devicePixelRatio);
    target.height = Math.round(window.innerHeight * devicePixelRatio);
    const context = target.getContext('2d');
    for (const layer of stage ?? []) if (layer !== target) context?.drawImage(layer, 0, 0, target.width, target.height);
  }, [mode]);

  const onReady = useCallback(() => undefined, []);
  const onResize = useCallback(() => aim(0), [aim]);
  return (
    <>
      {canvas && <BoardStage canvas={canvas} label={store.get().board.title} onReady={onReady} onResize={onResize} />}
      {canvas && view.scene.kind !== 'board' && <RoomVote store={store} canvas={canvas} scene={view.scene} />}
      <canvas ref={still} className={styles['still']} hidden={mode !== 'frozen'} data-testid="room-still" />
    </>
  );
}
