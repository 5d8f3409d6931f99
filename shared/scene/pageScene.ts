import type { PageId } from '../base/ids.ts';
import type { Board } from '../board/board.ts';
import { marksOnPage } from '../board/buckets.ts';
import type { Mark } from '../board/marks.ts';
import { showsLayer } from '../board/viewer.ts';
import { markNode, type SceneContext } from './markNode.ts';
import type { SceneNode } from './sceneNode.ts';

/** What leaves marks out. `print` leaves the tracing layer out, which is an aid for the hand and never leaves the laptop. */
export type SceneChoice = { readonly print: boolean };

/** The marks of a page that are painted, in painting order. Waiting cards among them paint nothing. */
export function paintedMarks(board: Board, page: PageId, { print }: SceneChoice): readonly Mark[] {
  return marksOnPage(board, page).filter(({ layer }) => showsLayer(board, layer, print ? 'print' : 'desk'));
}

/** All that is painted of a page, in painting order. Waiting cards and hidden layers are left out. */
export function pageScene(context: SceneContext, page: PageId, choice: SceneChoice): readonly SceneNode[] {
  return paintedMarks(context.board, page, choice).map((mark) => markNode(mark, context)).filter(({ ops }) => ops.length > 0);
}
