import type Konva from 'konva';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Layer, Stage } from 'react-konva/lib/ReactKonvaCore';
import type { Point, Size } from '../../shared/geometry/box.ts';
import styles from './BoardStage.module.css';

/** Whether a handle lies under a place in the window (px). */
export type HandleAt = (px: Point) => boolean;

export type HandleStageProps = {
  readonly shown: boolean;
  /** Gets the test while the stage is there, then null. */
  readonly onReady: (at: HandleAt | null) => void;
  readonly children: ReactNode;
};

/** The Konva stage of the selection's handles, over the tiles. Hidden it costs nothing: no events, no blending. */
export function HandleStage({ shown, onReady, children }: HandleStageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const stage = useRef<Konva.Stage>(null);
  const [size, setSize] = useState<Size>({ w: window.innerWidth, h: window.innerHeight });
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => { if (entry) setSize({ w: entry.contentRect.width, h: entry.contentRect.height }); });
    observer.observe(element);
    onReady((px) => stage.current?.getIntersection(px)?.name().includes('_anchor') === true);
    return () => {
      observer.disconnect();
      onReady(null);
    };
  }, [onReady]);
  return (
    <div ref={frame} className={styles['handles']} data-shown={shown}>
      <Stage ref={stage} width={size.w} height={size.h}>
        <Layer visible={false}>{children}</Layer>
      </Stage>
    </div>
  );
}
