import { boxBetween, type Tool, type ToolContext, type ToolPointer } from './tool.ts';
import { formLook, newShape, type FormTool } from './formTools.ts';
import type { ShapeMark } from '../../shared/board/marks.ts';
import type { Box, Point } from '../../shared/geometry/box.ts';
import { markNode } from '../../shared/scene/markNode.ts';

/** Pulls up a hand-drawn form; with shift it becomes as high as wide. A tap places one of middle size with the caret in it. */
export function shapeTool(context: ToolContext, name: FormTool): Tool {
  let start: { readonly at: Point; readonly id: ShapeMark['id'] } | null = null;

  const newest = (pointer: ToolPointer): Point => pointer.samples[pointer.samples.length - 1]?.at ?? { x: 0, y: 0 };
  const boxFor = (from: Point, pointer: ToolPointer): Box => {
    const to = newest(pointer);
    if (!pointer.shift) return boxBetween(from, to);
    const edge = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
    return boxBetween(from, { x: from.x + Math.sign(to.x - from.x || 1) * edge, y: from.y + Math.sign(to.y - from.y || 1) * edge });
  };
  const shapeIn = (box: Box, id: ShapeMark['id']): ShapeMark => newShape(name, box, context.style(), { id, page: context.page(), order: context.topOrder() });

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
      const { tap, writes } = formLook(name);
      const box = small ? { x: start.at.x - tap.w / 2, y: start.at.y - tap.h / 2, ...tap } : { ...pulled, w: Math.max(12, pulled.w), h: Math.max(12, pulled.h) };
      const shape = shapeIn(box, start.id);
      if (context.do({ type: 'marks.put', what: 'shape', marks: [shape] })) {
        context.keep(shape);
        context.select([shape.id]);
        if (small || writes) context.write({ mark: shape.id });
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
