import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { BoardFrame } from './boardFrame.ts';
import styles from './BoardStage.module.css';

export type BoardStageProps = {
  readonly frame: BoardFrame;
  /** The selection's handles, on a stage of their own over the tiles (Konva's, which comes with the first handles). */
  readonly handles?: ReactNode;
  /** Calls as soon as nothing is being drawn: a frame that moves to another place ends what a hand does on it. */
  readonly whenStill?: (then: () => void) => () => void;
};

const atOnce = (then: () => void): (() => void) => {
  then();
  return () => undefined;
};

/** The place of a board's frame on its screen. */
export function BoardStage({ frame, handles, whenStill = atOnce }: BoardStageProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const target = place.current;
    return target ? whenStill(() => frame.moveTo(target)) : undefined;
  }, [frame, whenStill]);
  return (
    <>
      <div ref={place} className={styles['place']} />
      {handles && createPortal(handles, frame.handles)}
    </>
  );
}
