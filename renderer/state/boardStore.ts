import type { BoardId, InkId } from '../../shared/base/ids.ts';
import { applyChange, type Change } from '../../shared/board/change.ts';
import { applyCommand } from '../../shared/board/applyCommand.ts';
import type { Board } from '../../shared/board/board.ts';
import { CommandRefused, type Command, type NewInks } from '../../shared/board/commands.ts';
import type { BoardChanged, HistoryState, OpenedBoard, SaveState } from '../../shared/contract/boards.ts';
import type { Host } from '../../shared/contract/contract.ts';
import type { Trouble } from '../../shared/contract/trouble.ts';
import type { Ink } from '../../shared/ink/ink.ts';
import { decodeInk } from '../../shared/ink/inkCodec.ts';

/** What a window shows of a board. `revision` rises with every state. */
export type BoardView = {
  readonly board: Board;
  readonly inks: ReadonlyMap<InkId, Ink>;
  readonly revision: number;
  readonly history: HistoryState;
  readonly saved: SaveSign;
};

/** `safe` only when every change that this window shows is on disk. */
export type SaveSign = { readonly safe: boolean; readonly savedMs: number; readonly trouble: SaveState['trouble'] };

/** What changed in the view: one change, or the whole board after a rebase. */
export type ViewChange =
  | { readonly kind: 'change'; readonly change: Change; readonly inks: NewInks; readonly revision: number }
  | { readonly kind: 'reset'; readonly board: Board; readonly revision: number };

/** The board of one window: shows its own commands at once and keeps to the order that the services give. */
export type BoardStore = {
  readonly id: BoardId;
  readonly get: () => BoardView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly onViewChange: (listener: (change: ViewChange) => void) => () => void;
  /** Applies a command at once and sends it. False when the board refused it. */
  readonly do: (command: Command) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Resolves when everything that was done before is on disk. */
  readonly settled: () => Promise<void>;
  /** Opens again after the connection was lost: what was not acknowledged is sent again under the same name. */
  readonly rejoin: () => Promise<void>;
  readonly close: () => void;
};

type Pending = { readonly opId: string; readonly command: Command; base: Board; after: Board };

export type BoardStoreDeps = {
  readonly host: Host;
  readonly opened: OpenedBoard;
  readonly newOpId: () => string;
  readonly onTrouble: (trouble: Trouble) => void;
};

/** Makes the store of an opened board and listens to its changes. */
export function createBoardStore({ host, opened, newOpId, onTrouble }: BoardStoreDeps): BoardStore {
  const id = opened.board.id;
  const inks = new Map<InkId, Ink>();
  let confirmed = opened.board;
  let confirmedSeq = opened.seq;
  let pending: Pending[] = [];
  let safeSeq = opened.seq;
  let view: BoardView = { board: confirmed, inks, revision: 1, history: opened.history, saved: { safe: true, savedMs: opened.board.createdMs, trouble: null } };
  const listeners = new Set<() => void>();
  const watchers = new Set<(change: ViewChange) => void>();
  const waiting: (() => void)[] = [];

  const takeInks = (more: NewInks): void => {
    for (const [inkId, text] of Object.entries(more)) if (!inks.has(inkId as InkId)) inks.set(inkId as InkId, decodeInk(text));
  };
  takeInks(opened.inks);

  const show = (part: Partial<BoardView>): void => {
    const next = { ...view, ...part };
    const safe = pending.length === 0 && safeSeq >= confirmedSeq && next.saved.trouble === null;
    view = { ...next, saved: safe === next.saved.safe ? next.saved : { ...next.saved, safe } };
    for (const listener of listeners) listener();
    if (pending.length === 0) for (const done of waiting.splice(0)) done();
  };
  const showBoard = (board: Board, change: { change: Change; inks: NewInks } | null, part: Partial<BoardView> = {}): void => {
    const revision = view.revision + 1;
    show({ ...part, board, revision });
    const told: ViewChange = change ? { kind: 'change', ...change, revision } : { kind: 'reset', board, revision };
    for (const watcher of watchers) watcher(told);
  };

  /** Puts the commands that were not confirmed yet on top of a new confirmed board. */
  const rebase = (): void => {
    let board = confirmed;
    pending = pending.filter((entry) => {
      try {
        const outcome = applyCommand(board, entry.command, (ink) => inks.has(ink));
        entry.base = board;
        board = entry.after = outcome.board;
        return true;
      } catch (error) {
        if (error instanceof CommandRefused) return false;
        throw error;
      }
    });
    showBoard(board, null);
  };

  const takeChange = (event: BoardChanged): void => {
    if (event.board !== id || event.seq <= confirmedSeq) return;
    takeInks(event.inks);
    confirmedSeq = event.seq;
    const first = pending[0];
    if (first && first.opId === event.opId) {
      pending = pending.slice(1);
      confirmed = first.base === confirmed ? first.after : applyChange(confirmed, event.change).board;
      show({ history: event.history });
      return;
    }
    confirmed = applyChange(confirmed, event.change).board;
    if (pending.length === 0) showBoard(confirmed, { change: event.change, inks: event.inks }, { history: event.history });
    else {
      show({ history: event.history });
      rebase();
    }
  };

  const send = async ({ opId, command }: Pending): Promise<void> => {
    const result = await host.call('board.do', { board: id, opId, command });
    if (result.ok) return;
    if (result.trouble.code === 'command.refused' || result.trouble.code === 'call.invalid') {
      pending = pending.filter((entry) => entry.opId !== opId);
      rebase();
    }
    onTrouble(result.trouble);
  };

  const stops = [
    host.on('board.changed', takeChange),
    host.on('board.saved', (state) => {
      if (state.board !== id) return;
      safeSeq = Math.max(safeSeq, state.safeSeq);
      show({ saved: { ...view.saved, savedMs: state.savedMs, trouble: state.trouble } });
    }),
  ];

  const step = async (name: 'board.undo' | 'board.redo'): Promise<void> => {
    const result = await host.call(name, { board: id });
    if (!result.ok) onTrouble(result.trouble);
  };

  return {
    id,
    get: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onViewChange(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    do(command) {
      const newInks = command.type === 'marks.put' ? (command.inks ?? {}) : {};
      try {
        takeInks(newInks);
        const base = view.board;
        const outcome = applyCommand(base, command, (ink) => inks.has(ink));
        const entry: Pending = { opId: newOpId(), command, base, after: outcome.board };
        pending = [...pending, entry];
        showBoard(outcome.board, { change: outcome.change, inks: newInks });
        void send(entry);
        return true;
      } catch (error) {
        if (!(error instanceof CommandRefused)) throw error;
        onTrouble({ code: 'command.refused', detail: error.message });
        return false;
      }
    },
    undo: () => void step('board.undo'),
    redo: () => void step('board.redo'),
    settled: () => (pending.length === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    async rejoin() {
      const result = await host.call('boards.open', { board: id });
      if (!result.ok) return onTrouble(result.trouble);
      takeInks(result.value.inks);
      confirmed = result.value.board;
      confirmedSeq = result.value.seq;
      rebase();
      for (const entry of pending) void send(entry);
    },
    close() {
      for (const stop of stops) stop();
    },
  };
}
