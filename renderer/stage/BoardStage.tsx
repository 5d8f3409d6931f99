import { useEffect, useRef, type ReactNode } from 'react';
import type { Size } from '../../shared/geometry/box.ts';
import type { BoardCanvas } from './boardCanvas.ts';
import styles from './BoardStage.module.css';

export type BoardStageProps = {
  readonly canvas: BoardCanvas;
  readonly label: string;
  /** The selection's handles, on a stage of their own over the tiles. */
  readonly handles?: ReactNode;
  /** The element that gets pointer events. */
  readonly onReady: (element: HTMLElement) => (() => void) | undefined;
  readonly onResize: (windowPx: Size) => void;
};

/** The full-window canvas: the board's own, the handles' stage (Konva's, which comes with the first handles), and the live ink's above them. */
export function BoardStage({ canvas, label, handles, onReady, onResize }: BoardStageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const boardCanvas = useRef<HTMLCanvasElement>(null);
  const liveCanvas = useRef<HTMLCanvasElement>(null);
  const sheet = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = frame.current;
    if (!element || !boardCanvas.current || !liveCanvas.current || !sheet.current) return undefined;
    canvas.attach(boardCanvas.current, liveCanvas.current, sheet.current);
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const next = { w: entry.contentRect.width, h: entry.contentRect.height };
      canvas.resize(next);
      onResize(next);
    });
    observer.observe(element);
    const stop = onReady(element);
    return () => {
      observer.disconnect();
      stop?.();
    };
  }, [canvas, onReady, onResize]);

  return (
    <div ref={frame} className={styles['frame']} role="application" aria-label={label} tabIndex={0} data-testid="board-stage">
      <div ref={sheet} data-testid="sheet" className={styles['sheet']} aria-hidden="true" />
      <canvas ref={boardCanvas} className={styles['board']} aria-hidden="true" />
      {handles}
      <canvas ref={liveCanvas} className={styles['live']} aria-hidden="true" />
    </div>
  );
}
