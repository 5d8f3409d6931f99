import type { BoardId, InkId } from '../../../shared/base/ids.ts';
import type { Host } from '../../../shared/contract/contract.ts';
import type { Trouble } from '../../../shared/contract/trouble.ts';
import { decodeInk } from '../../../shared/ink/inkCodec.ts';
import type { SceneContext } from '../../../shared/scene/markNode.ts';

/** Gives a board to look at; null when it cannot be read. */
export type BoardReader = (board: BoardId) => Promise<SceneContext | null>;

/** Reads each board once, also when it is asked for again while it is on its way. What failed is tried anew when it is asked for again. */
export function createBoardReader(host: Pick<Host, 'call'>, tell: (trouble: Trouble) => void): BoardReader {
  const asked = new Map<BoardId, Promise<SceneContext | null>>();
  const read: BoardReader = async (board) => {
    const found = await host.call('boards.read', { board });
    if (found.ok) return { board: found.value.board, inks: new Map(Object.entries(found.value.inks).map(([id, text]) => [id as InkId, decodeInk(text)])) };
    asked.delete(board);
    tell(found.trouble);
    return null;
  };
  return (board) => {
    const found = asked.get(board) ?? read(board);
    asked.set(board, found);
    return found;
  };
}
