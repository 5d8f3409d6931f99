import type { Board } from './board.ts';
import type { LayerName } from './marks.ts';

/** Who looks at a board: the harvester at the desk, the room, or whoever gets a print or a small picture of it. */
export type Viewer = 'desk' | 'room' | 'print';

/** Whether a layer is shown to somebody. Tracing is an aid for the hand: never on a print, and in the room only when asked for. */
export function showsLayer({ layers }: Pick<Board, 'layers'>, name: LayerName, to: Viewer): boolean {
  if (!layers[name].visible) return false;
  if (name !== 'tracing' || to === 'desk') return true;
  return to === 'room' && (layers.tracing.inRoom ?? false);
}
