import { useEffect, useRef, type PointerEvent } from 'react';
import { containsPoint, type Point } from '../../../shared/geometry/box.ts';
import { canvas2dSurface, type Canvas2D } from '../../../shared/paint/canvas2dSurface.ts';
import { paintNode } from '../../../shared/paint/paintScene.ts';
import { markNode } from '../../../shared/scene/markNode.ts';
import type { WrittenMark } from '../../../shared/scene/writtenMark.ts';
import { toBoard, toScreen, type CameraView } from '../../stage/camera.ts';
import type { DeskSession } from './deskSession.ts';
import styles from './WritingField.module.css';

type DraftPictureProps = {
  readonly desk: DeskSession;
  readonly draft: WrittenMark;
  readonly camera: CameraView;
  /** A press or a pull on the draft, at a place of the page; `first` when it begins. */
  readonly onPoint: (at: Point, first: boolean, extend: boolean) => void;
};

/** What is being written, painted as it will stand on the board, over everything else. */
export function DraftPicture({ desk, draft, camera, onPoint }: DraftPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const node = markNode(draft, desk.store.get());
  const a = toScreen(camera, node.bounds), b = toScreen(camera, { x: node.bounds.x + node.bounds.w, y: node.bounds.y + node.bounds.h });
  const left = Math.max(0, Math.floor(a.x) - 2), top = Math.max(0, Math.floor(a.y) - 2);
  const w = Math.max(1, Math.min(window.innerWidth, Math.ceil(b.x) + 2) - left), h = Math.max(1, Math.min(window.innerHeight, Math.ceil(b.y) + 2) - top);

  useEffect(() => {
    const element = canvas.current, context = element?.getContext('2d');
    if (!element || !context) return;
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(w * ratio);
    element.height = Math.round(h * ratio);
    const origin = toBoard(camera, { x: left, y: top });
    const scale = camera.scale * ratio;
    context.setTransform(scale, 0, 0, scale, -origin.x * scale, -origin.y * scale);
    paintNode(node, canvas2dSurface(context as Canvas2D, () => undefined));
  }, [node, camera, left, top, w, h]);

  const point = (event: PointerEvent, first: boolean): void => {
    const at = toBoard(camera, { x: event.clientX, y: event.clientY });
    if (first && !containsPoint(node.bounds, at)) return;
    // The keyboard stays with the field.
    event.preventDefault();
    event.stopPropagation();
    if (first) event.currentTarget.setPointerCapture(event.pointerId);
    onPoint(at, first, event.shiftKey);
  };
  return (
    <canvas
      ref={canvas}
      className={styles['draft']}
      style={{ left, top, width: w, height: h }}
      aria-hidden="true"
      onPointerDown={(event) => point(event, true)}
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={(event) => { if (event.currentTarget.hasPointerCapture(event.pointerId)) point(event, false); }}
    />
  );
}
