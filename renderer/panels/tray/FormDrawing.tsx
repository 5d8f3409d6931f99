import { memo, useMemo } from 'react';
import { asId, type MarkId, type PageId } from '../../../shared/base/ids.ts';
import { hexOf } from '../../../shared/board/palette.ts';
import { pathToSvg } from '../../../shared/geometry/path.ts';
import { sketchShape } from '../../../shared/scene/sketchShape.ts';
import { newShape, type FormTool } from '../../tools/formTools.ts';

/** Drawings are made in this room and shown smaller: the line is then as thin as the icons beside it. */
const ROOM = { w: 84, h: 60 };
const AIR = 10;

/** How large a form is drawn; what has a tail or rays needs room beside it. */
function boxOf(form: FormTool): { readonly x: number; readonly y: number; readonly w: number; readonly h: number } {
  switch (form) {
    case 'bubble': case 'thought': return { x: 0, y: 0, w: ROOM.w, h: ROOM.h * 0.74 };
    case 'sun': return { x: 10, y: -2, w: 64, h: 64 };
    case 'diamond': return { x: 10, y: 0, w: 64, h: ROOM.h };
    case 'banner': return { x: -4, y: 12, w: ROOM.w + 8, h: 38 };
    default: return { x: 0, y: 4, w: ROOM.w, h: ROOM.h - 8 };
  }
}

/** A form as it is drawn on the board, small. Decorative: say its name beside it. */
export const FormDrawing = memo(function FormDrawing({ form }: { readonly form: FormTool }) {
  const areas = useMemo(() => {
    const { x, y, ...size } = boxOf(form);
    const shape = newShape(form, { x, y, ...size }, { color: 'ink', fill: null, widthUnits: 4 }, { id: asId<MarkId>(form), page: asId<PageId>('p'), order: 'a0' });
    // A frame is known by the gap for its heading.
    const headed = form === 'frame' ? { ...shape, lines: [{ runs: [], widthEm: 1.5 }], textSizeUnits: 15 } : shape;
    return sketchShape(headed, size).flatMap((op) => (op.op === 'fill' ? [{ d: pathToSvg(op.path), fill: op.color === hexOf('ink') ? 'currentColor' : op.color === hexOf('paper') ? 'none' : op.color, x, y }] : []));
  }, [form]);
  return (
    <svg width="44" height="33" viewBox={`${-AIR} ${-AIR} ${ROOM.w + 2 * AIR} ${ROOM.h + 2 * AIR}`} aria-hidden>
      {areas.map(({ d, fill, x, y }, i) => <path key={i} d={d} fill={fill} transform={`translate(${x} ${y})`} />)}
    </svg>
  );
});
