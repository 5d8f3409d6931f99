import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';
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

/**
 * The full-window canvas: one Konva layer of tiles, the handles' stage, and the live ink's canvas above them.
 * Konva's core alone draws the tiles; React's reconciler for Konva comes with the first handles.
 */
export function BoardStage({ canvas, label, handles, onReady, onResize }: BoardStageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const liveCanvas = useRef<HTMLCanvasElement>(null);
  const sheet = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = frame.current;
    if (!element || !ground.current || !liveCanvas.current || !sheet.current) return undefined;
    const stage = new Stage({ container: ground.current, width: window.innerWidth, height: window.innerHeight, listening: false });
    const layer = new Layer({ listening: false });
    layer.add(new Shape({ listening: false, sceneFunc: (context) => canvas.drawTiles(context._context) }));
    stage.add(layer);
    canvas.attach(layer, liveCanvas.current, sheet.current);
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const next = { w: entry.contentRect.width, h: entry.contentRect.height };
      if (stage.width() !== next.w || stage.height() !== next.h) stage.size({ width: next.w, height: next.h });
      canvas.resize(next);
      onResize(next);
    });
    observer.observe(element);
    const stop = onReady(element);
    return () => {
      observer.disconnect();
      stop?.();
      stage.destroy();
    };
  }, [canvas, onReady, onResize]);

  return (
    <div ref={frame} className={styles['frame']} role="application" aria-label={label} tabIndex={0} data-testid="board-stage">
      <div ref={sheet} data-testid="sheet" className={styles['sheet']} aria-hidden="true" />
      <div ref={ground} className={styles['ground']} />
      {handles}
      <canvas ref={liveCanvas} className={styles['live']} aria-hidden="true" />
    </div>
  );
}
