import 'konva/lib/shapes/Rect.js';
import 'konva/lib/shapes/Transformer.js';
import type Konva from 'konva';
import { useEffect, useRef } from 'react';
import { Group, Rect, Transformer } from 'react-konva/lib/ReactKonvaCore';
import { hexOf } from '../../shared/board/palette.ts';
import type { Box } from '../../shared/geometry/box.ts';
import { compose, inverseOf, translation, type Matrix } from '../../shared/geometry/matrix.ts';
import type { Camera } from './camera.ts';

export type SelectionHandlesProps = {
  /** The box around the selection on the page; a new one whenever the selection moved. */
  readonly box: Box;
  readonly camera: Camera;
  /** Wide and high may change apart only where nothing gets distorted. */
  readonly keepRatio: boolean;
  readonly onTransforming: (matrix: Matrix) => void;
  readonly onTransformed: (matrix: Matrix) => void;
};

/** Where the proxy rectangle was taken, relative to where it lay. */
function matrixOf(rect: Konva.Rect, box: Box): Matrix {
  const [a, b, c, d, e, f] = rect.getTransform().getMatrix() as [number, number, number, number, number, number];
  return compose([a, b, c, d, e, f], inverseOf(translation(box.x, box.y)));
}

/** Handles around the selection for resizing and turning: the only marks that become Konva nodes. */
export function SelectionHandles({ box, camera, keepRatio, onTransforming, onTransformed }: SelectionHandlesProps) {
  const group = useRef<Konva.Group>(null);
  const rect = useRef<Konva.Rect>(null);
  const transformer = useRef<Konva.Transformer>(null);

  // The layer is blended into every frame, and searched at every wheel event, only while there is something on it.
  useEffect(() => {
    const layer = group.current?.getLayer();
    layer?.visible(true);
    return () => { layer?.visible(false); };
  }, []);

  useEffect(() => {
    const follow = (): void => {
      const { x, y, scale } = camera.get();
      group.current?.setAttrs({ x: -x * scale, y: -y * scale, scaleX: scale, scaleY: scale });
      transformer.current?.forceUpdate();
      group.current?.getLayer()?.batchDraw();
    };
    follow();
    return camera.subscribe(follow);
  }, [camera]);

  useEffect(() => {
    if (!rect.current || !transformer.current) return;
    rect.current.setAttrs({ x: box.x, y: box.y, width: box.w, height: box.h, scaleX: 1, scaleY: 1, rotation: 0, skewX: 0, skewY: 0 });
    transformer.current.nodes([rect.current]);
    transformer.current.getLayer()?.batchDraw();
  }, [box]);

  return (
    <>
      <Group ref={group}>
        <Rect
          ref={rect}
          listening={false}
          onTransform={() => rect.current && onTransforming(matrixOf(rect.current, box))}
          onTransformEnd={() => rect.current && onTransformed(matrixOf(rect.current, box))}
        />
      </Group>
      <Transformer
        ref={transformer}
        keepRatio={keepRatio}
        flipEnabled={false}
        rotationSnaps={[0, 90, 180, 270]}
        rotateAnchorOffset={28}
        anchorSize={14}
        anchorCornerRadius={7}
        anchorFill={hexOf('paper')}
        anchorStroke={hexOf('blauw')}
        anchorStrokeWidth={1.5}
        borderStroke={hexOf('blauw')}
        borderStrokeWidth={1.5}
        padding={5}
        enabledAnchors={keepRatio ? ['top-left', 'top-right', 'bottom-left', 'bottom-right'] : ['top-left', 'top-center', 'top-right', 'middle-left', 'middle-right', 'bottom-left', 'bottom-center', 'bottom-right']}
      />
    </>
  );
}
