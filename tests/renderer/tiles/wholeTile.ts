import type { SceneNode } from '../../../shared/scene/sceneNode.ts';
import { openTile } from '../../../renderer/tiles/tilePainter.ts';
import { sightOnBoard } from '../../../renderer/tiles/tileSight.ts';
import type { TileAddress } from '../../../renderer/tiles/messages.ts';

/** All of a tile, painted in one go. */
export function wholeTile(nodes: readonly SceneNode[], address: TileAddress): Promise<ImageBitmap> {
  const tile = openTile(sightOnBoard(address, undefined), new Map());
  for (const node of nodes) tile.paint(node);
  return tile.give();
}
