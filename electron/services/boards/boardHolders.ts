import type { BoardId } from '../../../shared/base/ids.ts';
import type { WindowName } from '../windowCalls.ts';

/**
 * Which window works on which board: one at a time, so that no two of them steer the room and the phones. Nothing of
 * this is kept; a window that comes back after a lost line asks again.
 */
export class BoardHolders {
  readonly #holders = new Map<BoardId, WindowName>();

  /** A window wants to work on a board. False when another one does. */
  hold(board: BoardId, window: WindowName): boolean {
    if (this.isElsewhere(board, window)) return false;
    this.#holders.set(board, window);
    return true;
  }

  /** A window works on a board from now on, whoever did before. */
  takeOver(board: BoardId, window: WindowName): void {
    this.#holders.set(board, window);
  }

  /** A window leaves a board. True when nobody works on it any more, so that it can be closed. */
  letGo(board: BoardId, window: WindowName): boolean {
    if (this.isElsewhere(board, window)) return false;
    this.#holders.delete(board);
    return true;
  }

  /** Whether another window works on a board. */
  isElsewhere(board: BoardId, window: WindowName): boolean {
    const holder = this.#holders.get(board);
    return holder !== undefined && holder !== window;
  }

  /** A window is gone without having left, as one that is loaded again. Its boards stay open for it. */
  gone(window: WindowName): void {
    for (const [board, holder] of this.#holders) if (holder === window) this.#holders.delete(board);
  }
}
