import type { Point } from '../../../shared/geometry/box.ts';
import type { Action } from '../../actions/action.ts';
import { actionNamed } from '../../actions/list.ts';
import { closeSearch } from '../../actions/searchActions.ts';
import type { DeskSession, HandOnScreen } from './deskSession.ts';

/** Two fingers take back, three do again, as in drawing apps. */
function tapAction(fingers: number): Action | undefined {
  return fingers === 2 ? actionNamed('edit.undo') : fingers === 3 ? actionNamed('edit.redo') : undefined;
}

/**
 * What the desk's screen answers to a hand on the board.
 * @param handleAt whether a handle of the selection lies under a place, px
 */
export function handOnScreen(session: DeskSession, handleAt: (px: Point) => boolean): HandOnScreen {
  return {
    handleAt,
    // Whoever draws where the search has led stays there.
    onDown: () => closeSearch(session, false),
    onFingerTap(fingers) {
      const action = tapAction(fingers);
      if (action?.enabled(session)) action.run(session);
    },
  };
}
