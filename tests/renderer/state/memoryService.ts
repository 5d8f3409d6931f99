import { applyCommand } from '../../../shared/board/applyCommand.ts';
import type { Board } from '../../../shared/board/board.ts';
import { applyChange, type Change } from '../../../shared/board/change.ts';
import { CommandRefused, type Command, type NewInks } from '../../../shared/board/commands.ts';
import type { BoardChanged, HistoryState, OpenedBoard } from '../../../shared/contract/boards.ts';
import type { Calls, Events, Host } from '../../../shared/contract/contract.ts';
import type { Result } from '../../../shared/contract/trouble.ts';

type Answer = { readonly result: Result<unknown>; readonly resolve: (result: never) => void };
type Call = { readonly name: string; readonly input: unknown; readonly resolve: (result: never) => void };

/**
 * The services of one board in memory, over the real commands, with a slow line to one window: calls, answers and
 * events lie in queues of their own until a test lets them through, and the disk is as slow as the test says.
 */
export class MemoryService {
  board: Board;
  seq = 0;
  diskSeq = 0;
  /** The board after each change, by its number. */
  readonly boards: Board[];
  readonly inks: Record<string, string> = {};
  readonly done = new Map<string, number>();
  /** Every command that arrived, with the name that its sender gave it. */
  readonly arrived: { readonly opId: string; readonly command: Command }[] = [];
  #undo: Change[] = [];
  #redo: Change[] = [];
  #calls: Call[] = [];
  #answers: Answer[] = [];
  #onDisk: { readonly seq: number; readonly answer: Answer }[] = [];
  #events: { readonly name: keyof Events; readonly event: unknown }[] = [];
  readonly #listeners = new Map<string, Set<(event: never) => void>>();

  constructor(board: Board) {
    this.board = board;
    this.boards = [board];
  }

  readonly host: Host = {
    call: (name, input) => new Promise((resolve) => { this.#calls.push({ name, input, resolve: resolve as (result: never) => void }); }),
    on: (name, listener) => {
      const known = this.#listeners.get(name) ?? new Set();
      this.#listeners.set(name, known);
      known.add(listener as (event: never) => void);
      return () => known.delete(listener as (event: never) => void);
    },
  };

  get history(): HistoryState { return { undo: this.#undo.length > 0 ? 'marks.put' : null, redo: this.#redo.length > 0 ? 'marks.put' : null }; }
  get opened(): OpenedBoard { return { board: this.board, inks: { ...this.inks }, seq: this.seq, history: this.history, recovered: null, saved: { board: this.board.id, safeSeq: this.diskSeq, savedMs: 0, trouble: null }, filePath: null }; }
  get isQuiet(): boolean { return this.#calls.length + this.#answers.length + this.#events.length + this.#onDisk.length === 0; }

  /** Does a command of another window. False when the board refused it. */
  foreign(command: Command): boolean {
    try {
      this.#apply(`foreign-${this.seq}`, command);
      return true;
    } catch (error) {
      if (error instanceof CommandRefused) return false;
      throw error;
    }
  }

  /** Lets the next call through to the service. */
  takeCall(): void {
    const call = this.#calls.shift();
    if (call) this.#answer(call.name, call.input, call.resolve);
  }

  /** Lets the next answer through to the window. */
  takeAnswer(): void {
    const answer = this.#answers.shift();
    answer?.resolve(answer.result as never);
  }

  /** Lets the next event through to the window. */
  takeEvent(): void {
    const next = this.#events.shift();
    if (next) for (const listener of this.#listeners.get(next.name) ?? []) listener(next.event as never);
  }

  /** The disk takes what there is; whoever waited for it is answered, and the window is told. */
  flush(): void {
    if (this.diskSeq === this.seq) return;
    this.diskSeq = this.seq;
    this.#events.push({ name: 'board.saved', event: { board: this.board.id, safeSeq: this.seq, savedMs: this.seq, trouble: null } });
    this.#release();
  }

  /** The disk refuses: nothing more is safe. */
  failDisk(): void {
    this.#events.push({ name: 'board.saved', event: { board: this.board.id, safeSeq: this.diskSeq, savedMs: 0, trouble: { where: 'journal', code: 'disk.full', detail: '' } } });
  }

  /** The line breaks: what was under way in either direction is lost, and only the first `arrive` calls reached the service. */
  loseLine(arrive: number): void {
    for (const call of this.#calls.splice(0, arrive)) this.#answer(call.name, call.input, call.resolve);
    const lost = [...this.#calls, ...this.#answers, ...this.#onDisk.map(({ answer }) => answer)];
    this.#calls = [];
    this.#answers = [];
    this.#onDisk = [];
    this.#events = [];
    for (const { resolve } of lost) resolve({ ok: false, trouble: { code: 'internal', detail: 'line lost' } } as never);
  }

  #release(): void {
    const ready = this.#onDisk.filter(({ seq }) => seq <= this.diskSeq);
    this.#onDisk = this.#onDisk.filter(({ seq }) => seq > this.diskSeq);
    for (const { answer } of ready) this.#answers.push(answer);
  }

  #enter(opId: string, board: Board, change: Change, inks: NewInks): void {
    this.board = board;
    this.seq++;
    this.boards.push(board);
    Object.assign(this.inks, inks);
    const event: BoardChanged = { board: board.id, seq: this.seq, opId, change, inks, history: this.history };
    // What crosses a line arrives as a copy.
    this.#events.push({ name: 'board.changed', event: structuredClone(event) });
  }

  #apply(opId: string, command: Command): void {
    const inks = command.type === 'marks.put' ? (command.inks ?? {}) : {};
    // Ink never changes: another ink under a known name is refused, as the services do.
    for (const [id, text] of Object.entries(inks)) if ((this.inks[id] ?? text) !== text) throw new CommandRefused('unknown ink', id);
    const { board, change, inverse } = applyCommand(this.board, command, (id) => id in this.inks);
    this.#undo.push(inverse);
    this.#redo = [];
    this.#enter(opId, board, change, inks);
  }

  #step(from: Change[], to: Change[], opId: string): void {
    const change = from.pop();
    if (!change) return;
    const { board, inverse } = applyChange(this.board, change);
    to.push(inverse);
    this.#enter(opId, board, change, {});
  }

  #answer(name: string, input: unknown, resolve: (result: never) => void): void {
    const soon = (result: Result<unknown>): void => { this.#answers.push({ result, resolve }); };
    switch (name) {
      case 'boards.open': return soon({ ok: true, value: structuredClone(this.opened) });
      case 'board.undo': this.#step(this.#undo, this.#redo, `undo-${this.seq}`); return soon({ ok: true, value: this.history });
      case 'board.redo': this.#step(this.#redo, this.#undo, `redo-${this.seq}`); return soon({ ok: true, value: this.history });
      case 'board.do': {
        const { opId, command } = structuredClone(input) as Calls['board.do']['in'];
        this.arrived.push({ opId, command });
        try {
          if (!this.done.has(opId)) {
            this.#apply(opId, command);
            this.done.set(opId, this.seq);
          }
        } catch (error) {
          if (error instanceof CommandRefused) return soon({ ok: false, trouble: { code: 'command.refused', detail: error.refusal } });
          throw error;
        }
        const seq = this.done.get(opId) as number;
        this.#onDisk.push({ seq, answer: { result: { ok: true, value: { seq } }, resolve } });
        return this.#release();
      }
      default: throw new Error(`No such call here: ${name}`);
    }
  }
}

/** Lets everything that was resolved run on. */
export async function ticks(): Promise<void> {
  for (let i = 0; i < 12; i++) await Promise.resolve();
}

/** Lets everything through until nothing is under way. */
export async function calm(service: MemoryService): Promise<void> {
  do {
    service.takeCall();
    service.flush();
    service.takeAnswer();
    service.takeEvent();
    await ticks();
  } while (!service.isQuiet);
}
