import { boxBetween, type Tool, type ToolContext, type ToolName, type ToolPointer } from './tool.ts';
import type { ShapeForm, ShapeMark } from '../../shared/board/marks.ts';
import { PLAIN_SHAPE } from '../../shared/board/plainMarks.ts';
import type { Box, Point } from '../../shared/geometry/box.ts';
import { translation } from '../../shared/geometry/matrix.ts';
import { markNode } from '../../shared/scene/markNode.ts';

/** Size of a form that was placed by a tap instead of a pull, board units. */
const TAP_SIZE = { w: 220, h: 130 };

type FormTool = Extract<ToolName, 'rectangle' | 'ellipse' | 'banner' | 'bubble' | 'frame'>;

/** Pulls up a hand-drawn form; with shift it becomes as high as wide. A tap places one of middle size. */
export function shapeTool(context: ToolContext, name: FormTool): Tool {
  let start: { readonly at: Point; readonly id: ShapeMark['id'] } | null = null;

  const newest = (pointer: ToolPointer): Point => pointer.samples[pointer.samples.length - 1]?.at ?? { x: 0, y: 0 };
  const boxFor = (from: Point, pointer: ToolPointer): Box => {
    const to = newest(pointer);
    if (!pointer.shift) return boxBetween(from, to);
    const edge = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
    return boxBetween(from, { x: from.x + Math.sign(to.x - from.x || 1) * edge, y: from.y + Math.sign(to.y - from.y || 1) * edge });
  };
  const shapeIn = (box: Box, id: ShapeMark['id']): ShapeMark => {
    const style = context.style();
    const form: ShapeForm = name;
    return {
      kind: 'shape', id, page: context.page(), layer: 'harvest', order: context.topOrder(), matrix: translation(box.x, box.y), locked: false,
      form, w: box.w, h: box.h, points: [], color: style.color, widthUnits: style.widthUnits, fill: name === 'banner' ? (style.fill ?? 'perzik') : style.fill,
      dashed: false, shadow: name === 'frame', text: '', lines: [], textSizeUnits: name === 'banner' ? 44 : 28, hand: name === 'bubble' ? 'hand' : 'kop', area: 'none', ...PLAIN_SHAPE,
    };
  };

  return {
    name,
    cursor: 'crosshair',
    down(pointer) { start = { at: newest(pointer), id: context.newMarkId() }; },
    move(pointer) {
      if (!start) return;
      const box = boxFor(start.at, pointer);
      if (box.w > 4 && box.h > 4) context.overlay({ kind: 'nodes', opacity: 1, nodes: [markNode(shapeIn(box, start.id), context.view())] });
    },
    up(pointer) {
      if (!start) return;
      const pulled = boxFor(start.at, pointer);
      const small = pulled.w < context.units(8) && pulled.h < context.units(8);
      const box = small ? { x: start.at.x - TAP_SIZE.w / 2, y: start.at.y - TAP_SIZE.h / 2, ...TAP_SIZE } : { ...pulled, w: Math.max(12, pulled.w), h: Math.max(12, pulled.h) };
      const shape = shapeIn(box, start.id);
      if (context.do({ type: 'marks.put', what: 'shape', marks: [shape] })) {
        context.keep(shape);
        context.select([shape.id]);
        if (name !== 'rectangle' && name !== 'ellipse') context.write({ mark: shape.id });
      }
      start = null;
      context.overlay(null);
      context.done();
    },
    cancel() {
      start = null;
      context.overlay(null);
    },
  };
}
