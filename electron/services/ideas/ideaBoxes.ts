import type { BoardId } from '../../../shared/base/ids.ts';
import type { IdeasView } from '../../../shared/contract/ideas.ts';
import type { History } from '../../../shared/journal/history.ts';
import { IdeaBox } from './ideaBox.ts';

/** The inboxes of the boards that are open, each opened when somebody first asks for it. */
export class IdeaBoxes {
  readonly #pathOf: (board: BoardId) => string;
  readonly #stepsOf: (board: BoardId) => History;
  readonly #tell: (board: BoardId, view: IdeasView) => void;
  readonly #boxes = new Map<BoardId, Promise<IdeaBox>>();

  /** @param pathOf throws TroubleError board.notOpen */
  constructor(pathOf: (board: BoardId) => string, stepsOf: (board: BoardId) => History, tell: (board: BoardId, view: IdeasView) => void) {
    this.#pathOf = pathOf;
    this.#stepsOf = stepsOf;
    this.#tell = tell;
  }

  /** The inbox of an open board. @throws TroubleError board.notOpen */
  async of(board: BoardId): Promise<IdeaBox> {
    const path = this.#pathOf(board);
    const box = this.#boxes.get(board) ?? IdeaBox.open(path, () => this.#stepsOf(board), (view) => { this.#tell(board, view); });
    this.#boxes.set(board, box);
    return box;
  }

  /** To be told every change of a board: what put ideas on it may have been taken back, or done again. */
  boardChanged(board: BoardId): void {
    this.#boxes.get(board)?.then((box) => box.stepsChanged()).catch(() => undefined);
  }

  /** Lets go of a board that is being closed. */
  leave(board: BoardId): void {
    this.#boxes.delete(board);
  }
}
