import type Konva from 'konva';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Layer, Shape, Stage } from 'react-konva';
import type { Point, Size } from '../../shared/geometry/box.ts';
import type { BoardCanvas } from './boardCanvas.ts';
import styles from './BoardStage.module.css';

export type BoardStageProps = {
  readonly canvas: BoardCanvas;
  readonly label: string;
  /** The selection's handles, when there is one. */
  readonly handles?: ReactNode;
  /** The element that gets pointer events, and a test whether a handle lies under a place (px). */
  readonly onReady: (element: HTMLElement, handleAt: (px: Point) => boolean) => (() => void) | undefined;
  readonly onResize: (windowPx: Size) => void;
};

/** The full-window canvas: one Konva layer of tiles, one of handles, and the live ink's canvas above them. */
export function BoardStage({ canvas, label, handles, onReady, onResize }: BoardStageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const stage = useRef<Konva.Stage>(null);
  const tileLayer = useRef<Konva.Layer>(null);
  const liveCanvas = useRef<HTMLCanvasElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ w: window.innerWidth, h: window.innerHeight });

  useEffect(() => {
    const element = frame.current;
    if (!element || !tileLayer.current || !liveCanvas.current || !sheet.current) return undefined;
    canvas.attach(tileLayer.current, liveCanvas.current, sheet.current);
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const next = { w: entry.contentRect.width, h: entry.contentRect.height };
      setSize(next);
      canvas.resize(next);
      onResize(next);
    });
    observer.observe(element);
    const stop = onReady(element, (px) => {
      const shape = stage.current?.getIntersection(px);
      return shape !== null && shape !== undefined && shape.name().includes('_anchor');
    });
    return () => {
      observer.disconnect();
      stop?.();
    };
  }, [canvas, onReady, onResize]);

  return (
    <div ref={frame} className={styles['frame']} role="application" aria-label={label} tabIndex={0} data-testid="board-stage">
      <div ref={sheet} data-testid="sheet" className={styles['sheet']} aria-hidden="true" />
      <Stage ref={stage} width={size.w} height={size.h}>
        <Layer ref={tileLayer} listening={false}>
          <Shape listening={false} sceneFunc={(context) => canvas.drawTiles(context._context)} />
        </Layer>
        <Layer visible={false}>{handles}</Layer>
      </Stage>
      <canvas ref={liveCanvas} className={styles['live']} aria-hidden="true" />
    </div>
  );
}
