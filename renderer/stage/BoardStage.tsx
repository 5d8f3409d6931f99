import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { BoardFrame } from './boardFrame.ts';
import styles from './BoardStage.module.css';

export type BoardStageProps = {
  readonly frame: BoardFrame;
  /** The selection's handles, on a stage of their own over the tiles (Konva's, which comes with the first handles). */
  readonly handles?: ReactNode;
};

/** The place of a board's frame on its screen. */
export function BoardStage({ frame, handles }: BoardStageProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const target = place.current;
    // A frame that moves to another place ends what a hand does on it.
    return target ? frame.whenUntouched(() => frame.moveTo(target)) : undefined;
  }, [frame]);
  return (
    <>
      <div ref={place} className={styles['place']} />
      {handles && createPortal(handles, frame.handles)}
    </>
  );
}
