import type { Box } from '../../../shared/geometry/box.ts';
import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import { openTile } from '../../../renderer/tiles/tilePainter.ts';

/** A tile that shows `box` of a page, all of it painted in one go. */
export function wholeTile(nodes: readonly SceneNode[], box: Box): Promise<ImageBitmap> {
  const tile = openTile(box, new Map());
  for (const node of nodes) tile.paint(node);
  return tile.give();
}
