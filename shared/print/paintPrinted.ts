import { compose, IDENTITY } from '../geometry/matrix.ts';
import { paintNode, paintOps } from '../paint/paintScene.ts';
import type { Surface } from '../paint/surface.ts';
import type { SceneNode } from '../scene/sceneNode.ts';
import { paintedParts, type PrintedPart } from './printedSheet.ts';

/** What happens to each mark of a board before it is painted, and what is asked before each piece, which may throw to stop. */
export type PrintedPainting = { readonly prepare?: (node: SceneNode) => SceneNode; readonly before?: () => void };

/** Paints the parts of a sheet for the eye alone, in mm, in their order; a page of a board ends at its edge. */
export function paintPrinted(parts: readonly PrintedPart[], surface: Surface, painting: PrintedPainting = {}): void {
  const { prepare = (node) => node, before = () => undefined } = painting;
  for (const part of parts) {
    before();
    if (part.kind === 'section') paintPrinted(part.parts, surface, painting);
    else if (part.kind !== 'boardPage') for (const { ops, matrix } of paintedParts([part])) paintOps(ops, surface, matrix);
    else {
      surface.push(compose(part.matrix ?? IDENTITY, part.toMm));
      surface.clip(part.clip);
      for (const node of part.nodes()) {
        before();
        paintNode(prepare(node), surface);
      }
      surface.pop();
    }
  }
}
