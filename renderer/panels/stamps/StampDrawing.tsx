import { memo, useMemo } from 'react';
import { sketchStamp } from '../../../shared/stamps/sketchStamp.ts';
import type { Stamp } from '../../../shared/stamps/stamp.ts';
import type { StampColor } from '../../../shared/stamps/stampColors.ts';

type StampDrawingProps = {
  readonly stamp: Pick<Stamp, 'id' | 'ops'>;
  readonly sizePx: number;
  /** One ink for the whole drawing. */
  readonly recolour?: StampColor | undefined;
};

/** A stamp as it would stand on the board, from the same areas that are painted there. Decorative: say its name beside it. */
export const StampDrawing = memo(function StampDrawing({ stamp, sizePx, recolour }: StampDrawingProps) {
  const patches = useMemo(() => sketchStamp(stamp, 100, recolour), [stamp, recolour]);
  return (
    <svg width={sizePx} height={sizePx} viewBox="-4 -4 108 108" aria-hidden>
      {patches.map(({ d, color }, i) => <path key={i} d={d} fill={color} />)}
    </svg>
  );
});
