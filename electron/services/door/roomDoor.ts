import type { BoardId } from '../../../shared/base/ids.ts';
import type { Events } from '../../../shared/contract/contract.ts';
import { CLOSED_DOOR, type DoorAddress, type DoorState, type DoorTrouble, type Joining, type TableCards } from '../../../shared/contract/door.ts';
import type { OpenBoard } from '../boards/openBoard.ts';
import { errnoOf } from '../files/fileTrouble.ts';
import type { IdeaBox } from '../ideas/ideaBox.ts';
import type { Emit } from '../room/roomRelay.ts';
import type { RoundLedgers } from '../rounds/roundLedgers.ts';
import { addressesOf, hasAddress, type Interfaces } from './addresses.ts';
import { DoorHelpers } from './doorHelpers.ts';
import { readDoorMemory, writeDoorMemory, type DoorMemory } from './doorMemory.ts';
import { DoorSeats, refuseAfterBallots } from './doorSeats.ts';
import { Guesses } from './guesses.ts';
import { IdeaIntake } from './ideaIntake.ts';
import { likelyCauses } from './likelyCauses.ts';
import { openDoor, type OpenDoor } from './openDoor.ts';
import { OpenJoins } from './openJoins.ts';
import { readPhonePage } from './phonePage.ts';
import { seatKey } from './seatKey.ts';
import { soon } from './soon.ts';

/** What the door needs of the rest of the services and of the system. */
export type DoorParts = {
  /** An open board and its rounds. @throws TroubleError board.notOpen */
  readonly boardOf: (board: BoardId) => { readonly open: OpenBoard; readonly rounds: RoundLedgers };
  readonly ideasOf: (board: BoardId) => Promise<IdeaBox>;
  readonly emit: Emit;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
  readonly interfaces: () => Interfaces;
  readonly ports: readonly number[];
  /** The built phone page, or null where there is none. */
  readonly pageFolder: string | null;
};

/** How often the laptop looks whether it still has the door's address, ms. */
const WATCH_MS = 3000;
/** A door that stood open when the app ended opens by itself only within this time, ms. */
const SAME_DAY_MS = 12 * 3_600_000;
/** Phones that come and go are told to the desk no more often than this, ms. */
const TELL_MS = 250;

/**
 * The room door: the one place where this app can be reached from elsewhere, opened and closed by the facilitator.
 * Closing it or moving it to another address ends nobody's vote: passes follow from the board's secret, ballots lie in
 * the round ledger.
 */
export class RoomDoor {
  readonly #parts: DoorParts;
  readonly #guesses: Guesses;
  readonly helpers: DoorHelpers;
  readonly seats: DoorSeats;
  readonly #joins = new Map<BoardId, OpenJoins>();
  readonly #intakes = new Map<BoardId, IdeaIntake>();
  #open: OpenDoor | null = null;
  #reached = false;
  /** Nothing about who: that somebody could, for the check of the room. */
  #lastCameIn: DoorState['cameIn'] = null;
  #trouble: DoorTrouble | null = null;
  #last: Joining = 'codes';
  #watch: NodeJS.Timeout | null = null;
  readonly #tellSoon = soon(() => { this.#tell(); }, TELL_MS);
  /** A room full of phones changes the turnout many times a second. */
  readonly #tellHelpersSoon = soon(() => { this.#open?.helperStreams.tellAll(); }, TELL_MS);
  /** Opening and closing go one at a time. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: DoorParts) {
    this.#parts = parts;
    this.#guesses = new Guesses(parts.now);
    this.seats = new DoorSeats(parts.boardOf, () => this.#open);
    this.helpers = new DoorHelpers(parts.now, () => this.#open, (state) => { parts.emit('helper.state', state); });
  }

  addresses(): readonly DoorAddress[] {
    return addressesOf(this.#parts.interfaces()).map(({ address, name, kind }) => ({ address, name, kind }));
  }

  /** How the door stands now. */
  state(): DoorState {
    const open = this.#open;
    if (!open) return { ...CLOSED_DOOR, joining: this.#last, cameIn: this.#lastCameIn, trouble: this.#trouble };
    return {
      open: true, board: open.board, joining: open.joining, address: open.address, url: `http://${open.host}/`,
      phones: open.streams.passes.size, again: (open.joining === 'open' && this.#joins.get(open.board)?.again) || 0, reached: this.#reached, cameIn: this.#lastCameIn, trouble: this.#trouble, causes: this.#reached ? [] : this.#causes(open.address),
    };
  }

  /**
   * Opens the door for a board, also when it stands open elsewhere. When the laptop cannot listen there, the state says why.
   * @throws TroubleError board.notOpen; door.ballots when phones voted already and would come in another way
   */
  open(board: BoardId, address: string, joining: Joining): Promise<DoorState> {
    return this.#inTurn(async () => {
      const { open, rounds } = this.#parts.boardOf(board);
      const before = await readDoorMemory(open.folder.door);
      const otherWay = before !== null && before.joining !== joining;
      if (otherWay) await refuseAfterBallots(rounds);
      const standing = this.#open;
      await this.#shut();
      // Again: a ballot may have come in while the door was being shut.
      if (otherWay) await refuseAfterBallots(rounds).catch((error: unknown) => this.#standAgain(standing, error));
      this.#last = joining;
      if (!hasAddress(this.#parts.interfaces(), address)) return this.#become(null, 'addressGone');
      const state = await this.#listen(board, address, joining, this.#parts.ports);
      if (state.open) await this.#remember(board, { joining, address, openedMs: this.#parts.now() });
      return state;
    });
  }

  /** Closes the door; a round that is on goes on. */
  close(): Promise<DoorState> {
    return this.#inTurn(async () => {
      await this.#shut();
      return this.#become(null, null);
    });
  }

  /** Opens the door of a board again as it was when the app ended without closing it. */
  async comeBack(board: BoardId): Promise<void> {
    if (this.#open) return;
    const before = await readDoorMemory(this.#parts.boardOf(board).open.folder.door);
    const { openedMs, address, joining } = before ?? { openedMs: null };
    if (openedMs === null || address === undefined || this.#parts.now() - openedMs > SAME_DAY_MS || !hasAddress(this.#parts.interfaces(), address)) return;
    await this.open(board, address, joining);
  }

  /** Closes the door when it is that of a board which is being closed. */
  async leave(board: BoardId): Promise<void> {
    if (this.#open?.board === board) await this.close();
    this.#intakes.delete(board);
    await this.seats.leave(board);
  }

  /**
   * Makes all codes and passes void and gives new ones.
   * @throws TroubleError door.ballots when phones voted already in an open round: they could do so twice
   */
  renewSeats(board: BoardId): Promise<readonly TableCards[]> {
    return this.#inTurn(async () => {
      const { rounds } = this.#parts.boardOf(board);
      await refuseAfterBallots(rounds);
      const standing = this.#open?.board === board ? this.#open : null;
      if (standing) {
        await standing.close();
        await refuseAfterBallots(rounds).catch((error: unknown) => this.#standAgain(standing, error));
      }
      await this.seats.renew(board);
      this.#joins.delete(board);
      if (standing) {
        await this.#listen(board, standing.address, standing.joining, [portOf(standing.host)]);
      }
      return this.seats.cards(board);
    });
  }

  /** Phones may have something new to show: pictures came. */
  refresh(board: BoardId): void {
    if (this.#open?.board === board) this.#open.streams.tellAll();
  }

  /** Hears what the services tell windows, and tells phones what concerns them. */
  heard<Name extends keyof Events>(name: Name, event: Events[Name]): void {
    const open = this.#open;
    if (!open) return;
    if (name === 'board.changed' && (event as Events['board.changed']).board === open.board) {
      if (!open.room.boardChanged()) return;
      open.streams.tellAll();
      this.#tellHelpersSoon();
    } else if (name === 'rounds.view') {
      const { board, view } = event as Events['rounds.view'];
      if (board !== open.board) return;
      open.helperRoom.heard(view);
      this.#tellHelpersSoon();
      if (open.room.ledgerChanged(view)) open.streams.tellAll();
    } else if (name === 'ideas.listed' && (event as Events['ideas.listed']).board === open.board && open.room.ideasChanged()) {
      open.streams.tellAll();
    }
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Opens a door that was shut for nothing, just as it was, and passes on why. */
  async #standAgain(standing: OpenDoor | null, why: unknown): Promise<never> {
    if (standing) {
      const { board, address, joining, host } = standing;
      await this.#listen(board, address, joining, [portOf(host)]);
      await this.#remember(board, { joining, address, openedMs: this.#parts.now() });
    }
    throw why;
  }

  /** Begins to listen; the state says how that went. */
  async #listen(boardId: BoardId, address: string, joining: Joining, ports: readonly number[]): Promise<DoorState> {
    const { boardOf, ideasOf, now, failed, pageFolder } = this.#parts;
    const { open, rounds } = boardOf(boardId);
    const openJoins = this.#joins.get(boardId) ?? new OpenJoins();
    this.#joins.set(boardId, openJoins);
    const [key, claims] = [await seatKey(open.folder.seatKey), await this.seats.claimsOf(boardId)];
    const page = await readPhonePage(pageFolder);
    const ideas = await this.#intakeOf(boardId, ideasOf);
    try {
      const opened = await openDoor({
        boardId, address, joining, ports, rounds, now, failed, openJoins, ideas, key, claims, page, guesses: this.#guesses, helpers: this.helpers.passesFor(boardId), board: () => open.board,
        wish: (wish) => { this.#parts.emit('helper.wish', { board: boardId, wish }); },
        moved: () => { this.#tellSoon(); },
        reached: (from) => { this.#cameIn(from); },
      });
      this.#watch ??= setInterval(() => { this.#look(); }, WATCH_MS).unref();
      return this.#become(opened, null);
    } catch (error) {
      return this.#become(null, troubleOf(error));
    }
  }

  /** Kept while the board is open, so that closing the door gives nobody new tries. */
  async #intakeOf(board: BoardId, ideasOf: DoorParts['ideasOf']): Promise<IdeaIntake> {
    const intake = this.#intakes.get(board) ?? new IdeaIntake(await ideasOf(board), this.#parts.now);
    this.#intakes.set(board, intake);
    return intake;
  }

  async #shut(): Promise<void> {
    if (this.#watch) clearInterval(this.#watch);
    this.#watch = null;
    const open = this.#open;
    this.#open = null;
    this.#reached = false;
    if (!open) return;
    await open.close();
    await this.#remember(open.board, { joining: open.joining, address: open.address, openedMs: null });
  }

  /** A disk that is full keeps no door from opening. */
  async #remember(board: BoardId, memory: DoorMemory): Promise<void> {
    await writeDoorMemory(this.#parts.boardOf(board).open.folder.door, memory).catch(this.#parts.failed);
  }

  #become(open: OpenDoor | null, trouble: DoorTrouble | null): DoorState {
    this.#open = open;
    this.#trouble = trouble;
    return this.#tell();
  }

  #cameIn(from: string): void {
    const open = this.#open;
    if (!open || this.#reached || from === open.address || from === '127.0.0.1' || addressesOf(this.#parts.interfaces()).some(({ address }) => address === from)) return;
    this.#reached = true;
    this.#lastCameIn = { address: open.address, atMs: this.#parts.now() };
    this.#tell();
  }

  #look(): void {
    if (!this.#open) return;
    const trouble = hasAddress(this.#parts.interfaces(), this.#open.address) ? null : 'addressGone';
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.#tell();
  }

  #causes(address: string): DoorState['causes'] {
    const all = addressesOf(this.#parts.interfaces());
    const others = all.filter((known) => known.kind !== 'virtual' && known.address !== address).length;
    return likelyCauses(all.find((known) => known.address === address) ?? null, others);
  }

  #tell(): DoorState {
    const state = this.state();
    this.#parts.emit('door.state', state);
    this.#parts.emit('helper.state', this.helpers.state());
    return state;
  }
}

const portOf = (host: string): number => Number(host.slice(host.lastIndexOf(':') + 1));

function troubleOf(error: unknown): DoorTrouble {
  switch (errnoOf(error)) {
    case 'EADDRINUSE': return 'portTaken';
    case 'EADDRNOTAVAIL': return 'addressGone';
    case 'EACCES': case 'EPERM': return 'refused';
    default: throw error;
  }
}
