import { hexOf, type InkColor } from '../../../shared/board/palette.ts';
import { pathToSvg } from '../../../shared/geometry/path.ts';
import { ellipse } from '../../../shared/scene/forms.ts';
import { looseFill } from '../../../shared/scene/handLine.ts';
import { rays } from '../../../shared/scene/rays.ts';

const MIDDLE = { x: 500, y: 500 };

type HandHaloProps = { readonly color: InkColor; readonly seed: number; readonly className?: string | undefined; readonly raysClassName?: string | undefined; readonly shining: boolean };

/** A wash behind whoever is shown large, and rays above it when the room has chosen. */
export function HandHalo({ color, seed, className, raysClassName, shining }: HandHaloProps) {
  const strokes = shining ? rays({ middle: MIDDLE, radius: 378, length: 92, widthUnits: 17, from: -Math.PI * 1.02, to: Math.PI * 0.02, count: 19, seed }) : [];
  return (
    <svg className={className} viewBox="0 0 1000 1000" aria-hidden="true">
      <path d={pathToSvg(looseFill(ellipse({ w: 960, h: 960 }), seed, { x: 20, y: 20 }))} fill={hexOf(color)} />
      <g className={raysClassName}>{strokes.map((path, i) => <path key={i} d={pathToSvg(path)} fill={hexOf('oranje')} />)}</g>
    </svg>
  );
}
