import type { OpenedBoard } from '../../shared/contract/boards.ts';
import type { Host } from '../../shared/contract/contract.ts';

/** What happened to the line between a window and the services. */
export type Line = 'lost' | 'reconnected';

/** Where a window reaches the services, and how it stands with the line to them. */
export type ConnectedHost = Host & {
  /**
   * Listens to the line: `lost` when calls wait for it, `reconnected` when it is back and the window has to
   * open its board anew. Never called in the desktop app. The returned function stops it.
   */
  readonly onLine: (listener: (line: Line) => void) => () => void;
  /**
   * Takes a board that came opened with another answer: it is the answer to `boards.open` unless the board changes before, or
   * another call about boards comes first. Holding it, and closing the board that is left for it, may come first.
   */
  readonly keepOpened?: (opened: OpenedBoard) => void;
};
