import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { isId, type MarkId, type RoundId, type TableId } from '../../../shared/base/ids.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import type { Round } from '../../../shared/board/round.ts';
import type { LedgerView, TableDots } from '../../../shared/contract/rounds.ts';
import { TroubleError } from '../../../shared/contract/trouble.ts';
import type { OpenBoard } from '../boards/openBoard.ts';
import { removeForGood } from '../files/removeForGood.ts';
import { isThere, readIfThere, writeSafely } from '../files/writeSafely.ts';
import { LedgerFile } from './ledgerFile.ts';
import { castBallot, countTable, emptyLedger, ledgerSchema, tallyOf, undoCount, viewLedger, voidSlot, type CastOutcome, type LedgerState } from './ledgerState.ts';

/** An open round: its state is on the disk before anybody gets an answer. */
type Held = { readonly file: LedgerFile; readonly key: Buffer; state: LedgerState };

/**
 * The open rounds of one board. Ballots and the grid of tables lie in a file of their own (`rounds/<id>.ledger`), the
 * key that links codes to slots in another (`rounds/<id>.key`); the board and its journal know only that the round is
 * open. Closing puts sums on the board and destroys both: from then on nobody can link a code and a vote or see what a
 * table gave. Before that, whoever holds the laptop could.
 */
export class RoundLedgers {
  readonly #open: OpenBoard;
  readonly #now: () => number;
  readonly #tell: (view: LedgerView) => void;
  readonly #held = new Map<RoundId, Held>();
  /** One thing at a time: two counts at once would each write the other's away. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(open: OpenBoard, now: () => number, tell: (view: LedgerView) => void) {
    this.#open = open;
    this.#now = now;
    this.#tell = tell;
  }

  /**
   * Opens a round: ledger first, then the board, so that a round on the board always has a ledger.
   * @throws TroubleError round.candidates for fewer than two, doubled or unknown ones; call.invalid for a round that was opened before
   */
  start(round: Round): Promise<LedgerView> {
    return this.#inTurn(async () => {
      if (this.#held.has(round.id)) return this.#view(await this.#ledger(round.id));
      if (this.#open.board.rounds[round.id] || round.state !== 'open' || round.tally !== null) throw new TroubleError('call.invalid', 'round');
      const ids = new Set(round.candidates.map(({ id }) => id));
      if (ids.size < 2 || ids.size !== round.candidates.length || ![...ids].every((id) => markOf(this.#open.board, id))) throw new TroubleError('round.candidates', '');
      const held = await this.#create(round);
      await this.#open.do(`round-start-${round.id}`, { type: 'round.put', round }, false);
      return this.#view(held);
    });
  }

  /** What an open round shows. @throws TroubleError round.unknown, round.notOpen */
  view(round: RoundId): Promise<LedgerView> {
    return this.#inTurn(async () => viewLedger((await this.#ledger(round)).state, this.#open.board));
  }

  /** Puts down a table's count. @throws TroubleError round.tableUnknown, round.candidates for dots on something else */
  count(round: RoundId, table: TableId, dots: TableDots): Promise<LedgerView> {
    return this.#change(round, (state) => {
      if (!this.#open.board.tables[table]) throw new TroubleError('round.tableUnknown', table);
      if (!(Object.keys(dots) as MarkId[]).every((id) => state.round.candidates.some((candidate) => candidate.id === id))) throw new TroubleError('round.candidates', '');
      return countTable(state, table, dots);
    });
  }

  /** Takes the last count back. */
  undo(round: RoundId): Promise<LedgerView> {
    return this.#change(round, undoCount);
  }

  /** Takes a phone's ballot; resolves when it is on the disk. */
  async cast(round: RoundId, code: string, choices: readonly MarkId[]): Promise<CastOutcome> {
    let outcome: CastOutcome = 'invalid';
    await this.#change(round, (state, key) => {
      const cast = castBallot(state, slotOf(key, code), choices);
      outcome = cast.outcome;
      return cast.ledger;
    });
    return outcome;
  }

  /** Takes a code out of the round, with its ballot. */
  async voidCode(round: RoundId, code: string): Promise<void> {
    await this.#change(round, (state, key) => voidSlot(state, slotOf(key, code)));
  }

  /** Puts sums on the board, waits until they are on the disk, then destroys the ledger and its key. */
  close(round: RoundId): Promise<null> {
    return this.#end(round, (state, known) => ({ ...known, state: 'closed', closedMs: this.#now(), tally: tallyOf(state, this.#open.board, shuffled) }));
  }

  /** Ends a round without result. */
  cancel(round: RoundId): Promise<null> {
    return this.#end(round, (_state, known) => ({ ...known, state: 'cancelled', closedMs: this.#now(), tally: null }));
  }

  /**
   * After a start: ledgers of rounds that are closed on the board are destroyed (the app ended between the two); one
   * that the board does not know but that holds counts puts its round back on the board.
   */
  sweep(): Promise<void> {
    return this.#inTurn(async () => {
      const names = await readdir(this.#open.folder.rounds).catch(() => [] as string[]);
      for (const name of names) {
        const id = name.replace(/\.(ledger|key)$/, '') as RoundId;
        if (!isId(id)) continue;
        const known = this.#open.board.rounds[id];
        if (known && known.state !== 'open') await this.#destroyFiles(id);
        else if (!known && name.endsWith('.ledger')) {
          const held = await this.#load(id).catch(() => null);
          if (held) await this.#open.do(`round-back-${id}-${this.#open.seq}`, { type: 'round.put', round: held.state.round }, false);
        }
      }
    });
  }

  /** Closes the files; the rounds stay open and go on after the next start. */
  closeFiles(): Promise<void> {
    return this.#inTurn(async () => {
      for (const { file } of this.#held.values()) await file.close();
      this.#held.clear();
    });
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #change(round: RoundId, change: (state: LedgerState, key: Buffer) => LedgerState): Promise<LedgerView> {
    return this.#inTurn(async () => {
      const held = await this.#ledger(round);
      const next = change(held.state, held.key);
      if (next !== held.state) {
        await held.file.write(JSON.stringify(next));
        held.state = next;
      }
      return this.#view(held);
    });
  }

  #end(round: RoundId, ended: (state: LedgerState, known: Round) => Round): Promise<null> {
    return this.#inTurn(async () => {
      const held = await this.#ledger(round);
      const put = { type: 'round.put', round: ended(held.state, this.#open.board.rounds[round] ?? held.state.round) } as const;
      await this.#open.do(`round-end-${round}`, put, false);
      await held.file.destroy();
      this.#held.delete(round);
      await this.#destroyFiles(round);
      return null;
    });
  }

  #view({ state }: Held): LedgerView {
    const view = viewLedger(state, this.#open.board);
    this.#tell(view);
    return view;
  }

  async #ledger(round: RoundId): Promise<Held> {
    const held = this.#held.get(round);
    if (held) return held;
    const known = this.#open.board.rounds[round];
    if (!known) throw new TroubleError('round.unknown', round);
    if (known.state !== 'open') throw new TroubleError('round.notOpen', round);
    // A board that came from another laptop while a round was open brings no ledger: here its count begins anew.
    return (await isThere(this.#path(round, 'ledger'))) ? this.#load(round) : this.#create(known);
  }

  async #load(round: RoundId): Promise<Held> {
    const { ledger, json } = await LedgerFile.open(this.#path(round, 'ledger'));
    const parsed = v.safeParse(ledgerSchema, JSON.parse(json));
    if (!parsed.success) {
      await ledger.close();
      throw new TroubleError('file.damaged', 'round ledger');
    }
    return this.#hold(round, ledger, await this.#key(round), parsed.output);
  }

  async #create(round: Round): Promise<Held> {
    await mkdir(this.#open.folder.rounds, { recursive: true });
    const key = await this.#key(round.id);
    const state = emptyLedger(round);
    // Left over from a start that never reached the board.
    await removeForGood(this.#path(round.id, 'ledger'));
    return this.#hold(round.id, await LedgerFile.create(this.#path(round.id, 'ledger'), JSON.stringify(state)), key, state);
  }

  #hold(round: RoundId, file: LedgerFile, key: Buffer, state: LedgerState): Held {
    const held = { file, key, state };
    this.#held.set(round, held);
    return held;
  }

  async #key(round: RoundId): Promise<Buffer> {
    const path = this.#path(round, 'key');
    const kept = await readIfThere(path);
    if (kept?.length === 32) return kept;
    const key = randomBytes(32);
    await writeSafely(path, key, 0o600);
    return key;
  }

  async #destroyFiles(round: RoundId): Promise<void> {
    await removeForGood(this.#path(round, 'key'));
    await removeForGood(this.#path(round, 'ledger'));
  }

  #path(round: RoundId, extension: 'ledger' | 'key'): string {
    return join(this.#open.folder.rounds, `${round}.${extension}`);
  }
}

const slotOf = (key: Buffer, code: string): string => createHmac('sha256', key).update(code).digest('hex');

/** Fisher and Yates, with the system's source of chance. */
function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [mixed[i], mixed[j]] = [mixed[j] as Item, mixed[i] as Item];
  }
  return mixed;
}
