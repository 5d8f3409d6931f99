import 'konva/lib/shapes/Circle.js';
import type Konva from 'konva';
import { useEffect, useRef } from 'react';
import { Circle, Group } from 'react-konva/lib/ReactKonvaCore';
import { hexOf } from '../../shared/board/palette.ts';
import type { Point } from '../../shared/geometry/box.ts';
import type { Camera } from './camera.ts';

export type TailHandleProps = {
  /** Where the tail points, on the page. */
  readonly at: Point;
  readonly camera: Camera;
  readonly onPull: (at: Point) => void;
  readonly onPulled: (at: Point) => void;
};

/** Radius of the handle, and how far beside it a finger still takes it, px. */
const RADIUS_PX = 8;
const REACH_PX = 28;

/** The handle on the point of a bubble's tail. */
export function TailHandle({ at, camera, onPull, onPulled }: TailHandleProps) {
  const group = useRef<Konva.Group>(null);
  const handle = useRef<Konva.Circle>(null);
  useEffect(() => {
    const follow = (): void => {
      const { x, y, scale } = camera.get();
      group.current?.setAttrs({ x: -x * scale, y: -y * scale, scaleX: scale, scaleY: scale });
      handle.current?.setAttrs({ radius: RADIUS_PX / scale, strokeWidth: 2 / scale, hitStrokeWidth: (2 * (REACH_PX - RADIUS_PX)) / scale });
      group.current?.getLayer()?.batchDraw();
    };
    follow();
    return camera.subscribe(follow);
  }, [camera]);
  const place = (): Point => ({ x: handle.current?.x() ?? at.x, y: handle.current?.y() ?? at.y });
  return (
    <Group ref={group}>
      <Circle
        ref={handle}
        name="tail_anchor"
        x={at.x}
        y={at.y}
        radius={RADIUS_PX}
        fill={hexOf('licht')}
        stroke={hexOf('blauw')}
        draggable
        onDragMove={() => onPull(place())}
        onDragEnd={() => onPulled(place())}
      />
    </Group>
  );
}
