import { useEffect, useRef } from 'react';
import type { StampId } from '../../../shared/base/ids.ts';
import { paintStamp } from '../../stage/paintStamp.ts';
import type { KeptStamps } from '../../state/keptStamps.ts';

/** Free edge around the drawing, share of its place. */
const EDGE = 0.05;

/** A kept stamp as it was drawn, by the painter of the board. Decorative: its name stands beside it. */
export function KeptPicture({ kept, stamp, sizePx }: { readonly kept: KeptStamps; readonly stamp: StampId; readonly sizePx: number }) {
  const target = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    void kept.ready(stamp).then((ready) => {
      const canvas = target.current;
      const context = canvas?.getContext('2d');
      if (gone || !ready || !canvas || !context) return;
      const px = canvas.width;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, px, px);
      context.translate(px * EDGE, px * EDGE);
      paintStamp(context, ready, { w: px * (1 - 2 * EDGE), h: px * (1 - 2 * EDGE) }, px / sizePx);
    });
    return () => { gone = true; };
  }, [kept, stamp, sizePx]);
  const px = Math.round(sizePx * (window.devicePixelRatio || 1));
  return <canvas ref={target} width={px} height={px} style={{ width: sizePx, height: sizePx }} aria-hidden="true" />;
}
