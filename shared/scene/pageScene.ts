import type { PageId } from '../base/ids.ts';
import { marksOnPage } from '../board/buckets.ts';
import { showsLayer } from '../board/viewer.ts';
import { markNode, type SceneContext } from './markNode.ts';
import type { SceneNode } from './sceneNode.ts';

/**
 * All that is painted of a page, in painting order. Waiting cards and hidden layers are left out.
 * @param print leaves the tracing layer out, which is an aid for the hand and never leaves the laptop
 */
export function pageScene(context: SceneContext, page: PageId, { print }: { readonly print: boolean }): readonly SceneNode[] {
  const scene: SceneNode[] = [];
  for (const mark of marksOnPage(context.board, page)) {
    if (!showsLayer(context.board, mark.layer, print ? 'print' : 'desk')) continue;
    const node = markNode(mark, context);
    if (node.ops.length > 0) scene.push(node);
  }
  return scene;
}
