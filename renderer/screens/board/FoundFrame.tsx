import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { markOf } from '../../../shared/board/buckets.ts';
import { grow } from '../../../shared/geometry/box.ts';
import { boxOfHit } from '../../../shared/scene/boxOfHit.ts';
import { toScreen } from '../../stage/camera.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import styles from './FoundFrame.module.css';

/** Air around what was found, board units. */
const AIR_UNITS = 8;

/** The ring around what was found, on the desk's own glass: the room never sees it. It goes along with the camera without React. */
export function FoundFrame({ desk }: { readonly desk: DeskSession }) {
  const view = useBoard(desk.store);
  const found = useStore(desk.desk, (state) => state.found);
  const page = useStore(desk.desk, (state) => state.page);
  const ring = useRef<HTMLDivElement>(null);
  const mark = found === null ? undefined : markOf(view.board, found);
  const shown = mark?.page === page && (mark.kind !== 'card' || mark.placed);
  const box = shown && found !== null ? boxOfHit(found, view) : undefined;
  useLayoutEffect(() => {
    if (!box) return undefined;
    const { x, y, w, h } = grow(box, AIR_UNITS);
    const place = (): void => {
      const camera = desk.canvas.camera.get();
      const at = toScreen(camera, { x, y });
      if (!ring.current) return;
      ring.current.style.transform = `translate(${at.x}px, ${at.y}px)`;
      ring.current.style.width = `${w * camera.scale}px`;
      ring.current.style.height = `${h * camera.scale}px`;
    };
    place();
    return desk.canvas.camera.subscribe(place);
  }, [desk, box]);
  return box ? <div ref={ring} className={styles['ring']} data-testid="found" aria-hidden="true" /> : null;
}
