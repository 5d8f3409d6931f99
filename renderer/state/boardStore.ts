import type { BoardId, InkId } from '../../shared/base/ids.ts';
import { applyChange, type Change } from '../../shared/board/change.ts';
import { applyCommand } from '../../shared/board/applyCommand.ts';
import type { Board } from '../../shared/board/board.ts';
import { CommandRefused, type Command, type NewInks } from '../../shared/board/commands.ts';
import type { BoardChanged, HistoryState, OpenedBoard, SaveState } from '../../shared/contract/boards.ts';
import type { Host } from '../../shared/contract/contract.ts';
import type { Result, Trouble } from '../../shared/contract/trouble.ts';
import type { Ink } from '../../shared/ink/ink.ts';
import { KeptInks } from './keptInks.ts';

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

/** What changed in the view: one change, or the whole board after a rebase; with all ink that was not told before. */
export type ViewChange =
  | { readonly kind: 'change'; readonly change: Change; readonly inks: NewInks; readonly revision: number }
  | { readonly kind: 'reset'; readonly board: Board; readonly inks: NewInks; readonly revision: number };

/** A command, or how it is planned on the board as it is when its turn has come; null when nothing comes of it. */
export type Planned = Command | ((view: BoardView) => Command | null);

/** The board of one window: shows its own commands at once and keeps to the order that the services give. */
export type BoardStore = {
  readonly id: BoardId;
  readonly get: () => BoardView;
  /** All ink that is known, as it came: for whoever paints it elsewhere. */
  readonly inkTexts: () => NewInks;
  readonly subscribe: (listener: () => void) => () => void;
  readonly onViewChange: (listener: (change: ViewChange) => void) => () => void;
  /** Applies a command at once and sends it, under a new name unless it is given one. False when there is none, or the board refused it. */
  readonly do: (planned: Planned, opId?: string) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Resolves when everything that was done before is on disk, or at once when the disk refuses. */
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

/** Whether two views show the same, history by its words. */
function isSameView(a: BoardView, b: BoardView): boolean {
  return a.revision === b.revision && a.saved === b.saved && a.history.undo === b.history.undo && a.history.redo === b.history.redo;
}

/** Makes the store of an opened board and listens to its changes. */
export function createBoardStore({ host, opened, newOpId, onTrouble }: BoardStoreDeps): BoardStore {
  const id = opened.board.id;
  const inks = new KeptInks();
  let confirmed = opened.board;
  let confirmedSeq = opened.seq;
  let pending: Pending[] = [];
  let safeSeq = opened.saved.safeSeq;
  const { savedMs, trouble } = opened.saved;
  let view: BoardView = { board: confirmed, inks, revision: 1, history: opened.history, saved: { safe: safeSeq >= confirmedSeq && trouble === null, savedMs, trouble } };
  const listeners = new Set<() => void>();
  const watchers = new Set<(change: ViewChange) => void>();
  const waiting: (() => void)[] = [];

  /** Ink that came in and that no view change has told yet. */
  let untold: Record<InkId, string> = {};
  const takeInks = (more: NewInks): void => {
    for (const [inkId, text] of Object.entries(more) as [InkId, string][]) {
      if (inks.put(inkId, text)) untold[inkId] = text;
    }
  };
  takeInks(opened.inks);
  untold = {};

  /** Nobody waits for a disk that refuses: the sign says what is not safe. */
  const isSettled = (): boolean => pending.length === 0 && (safeSeq >= confirmedSeq || view.saved.trouble !== null);

  const show = (part: Partial<BoardView>): void => {
    const next = { ...view, ...part };
    const safe = pending.length === 0 && safeSeq >= confirmedSeq && next.saved.trouble === null;
    const shown: BoardView = { ...next, saved: safe === next.saved.safe ? next.saved : { ...next.saved, safe } };
    // What was done is confirmed in several messages: who draws the desk is not asked to for one that says nothing new.
    if (!isSameView(shown, view)) {
      view = shown;
      for (const listener of listeners) listener();
    }
    if (isSettled()) for (const done of waiting.splice(0)) done();
  };
  const showBoard = (board: Board, change: Change | null, part: Partial<BoardView> = {}): void => {
    const revision = view.revision + 1;
    const told: ViewChange = change ? { kind: 'change', change, inks: untold, revision } : { kind: 'reset', board, inks: untold, revision };
    untold = {};
    show({ ...part, board, revision });
    for (const watcher of watchers) watcher(told);
  };

  /** Puts the commands that were not confirmed yet on top of a new confirmed board. */
  const rebase = (part: Partial<BoardView> = {}): void => {
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
    showBoard(board, null, part);
  };

  /** Changes that came while the board is opened again; they are taken when it is there. */
  let held: BoardChanged[] | null = null;
  let rejoins = 0;

  const takeChange = (event: BoardChanged): void => {
    if (event.board !== id) return;
    if (held) {
      held.push(event);
      return;
    }
    if (event.seq <= confirmedSeq) return;
    if (event.seq > confirmedSeq + 1) {
      // One was missed: patches would now hit the wrong board.
      void rejoin();
      return;
    }
    takeInks(event.inks);
    confirmedSeq = event.seq;
    const first = pending[0];
    if (first?.opId === event.opId && first.base === confirmed) {
      pending = pending.slice(1);
      confirmed = first.after;
      show({ history: event.history });
      return;
    }
    confirmed = applyChange(confirmed, event.change).board;
    const alone = pending.length === 0;
    // An own command that is not the first: those before it are about to be refused.
    pending = pending.filter(({ opId }) => opId !== event.opId);
    if (alone) showBoard(confirmed, event.change, { history: event.history });
    else rebase({ history: event.history });
  };

  const isRefused = (result: Result<unknown>): boolean => !result.ok && (result.trouble.code === 'command.refused' || result.trouble.code === 'call.invalid');

  const send = async ({ opId, command }: Pending): Promise<void> => {
    const result = await host.call('board.do', { board: id, opId, command });
    if (result.ok) safeSeq = Math.max(safeSeq, result.value.seq);
    // What is in the confirmed board already, without its change having been told to this window, must not stay on top of it.
    const there = result.ok && held === null && result.value.seq <= confirmedSeq;
    if ((there || isRefused(result)) && pending.some((entry) => entry.opId === opId)) {
      pending = pending.filter((entry) => entry.opId !== opId);
      rebase();
    } else show({});
    if (!result.ok) onTrouble(result.trouble);
  };

  /** Opens the board anew; until it is known which own commands it holds, the view stays as it is. */
  const rejoin = async (): Promise<void> => {
    const turn = ++rejoins;
    held ??= [];
    const result = await host.call('boards.open', { board: id });
    if (turn !== rejoins) return;
    if (!result.ok) {
      held = null;
      onTrouble(result.trouble);
      return;
    }
    const resent = await Promise.all(pending.map(async ({ opId, command }) => ({ opId, answer: await host.call('board.do', { board: id, opId, command }) })));
    if (turn !== rejoins) return;
    const { board, seq, history, saved } = result.value;
    const gone = new Set(resent.filter(({ answer }) => isRefused(answer) || (answer.ok && answer.value.seq <= seq)).map(({ opId }) => opId));
    for (const { answer } of resent) {
      if (answer.ok) safeSeq = Math.max(safeSeq, answer.value.seq);
      else onTrouble(answer.trouble);
    }
    takeInks(result.value.inks);
    safeSeq = Math.max(safeSeq, saved.safeSeq);
    confirmed = board;
    confirmedSeq = seq;
    pending = pending.filter(({ opId }) => !gone.has(opId));
    const events = held ?? [];
    held = null;
    rebase({ history, saved: { ...view.saved, savedMs: saved.savedMs, trouble: saved.trouble } });
    for (const event of events) takeChange(event);
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
    inkTexts: () => inks.texts(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onViewChange(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    do(planned, opId = newOpId()) {
      const command = typeof planned === 'function' ? planned(view) : planned;
      if (!command) return false;
      const newInks = command.type === 'marks.put' ? (command.inks ?? {}) : {};
      try {
        takeInks(newInks);
        const base = view.board;
        const outcome = applyCommand(base, command, (ink) => inks.has(ink));
        const entry: Pending = { opId, command, base, after: outcome.board };
        pending = [...pending, entry];
        // Sent first: whoever is told of the view may do the next thing at once, and the order must stay.
        void send(entry);
        showBoard(outcome.board, outcome.change);
        return true;
      } catch (error) {
        if (!(error instanceof CommandRefused)) throw error;
        onTrouble({ code: 'command.refused', detail: error.message });
        return false;
      }
    },
    undo: () => void step('board.undo'),
    redo: () => void step('board.redo'),
    settled: () => (isSettled() ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    rejoin,
    close() {
      rejoins++;
      for (const stop of stops) stop();
    },
  };
}
