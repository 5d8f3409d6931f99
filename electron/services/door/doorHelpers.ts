import type { BoardId } from '../../../shared/base/ids.ts';
import type { HelperInvitation, HelperState } from '../../../shared/contract/helper.ts';
import { HelperPasses } from './helperPasses.ts';
import type { OpenDoor } from './openDoor.ts';

/** The helpers of the board whose door was opened last. They stay when the door is moved or closed; another board has others. */
export class DoorHelpers {
  readonly #now: () => number;
  readonly #open: () => OpenDoor | null;
  readonly #tell: (state: HelperState) => void;
  #of: { readonly board: BoardId; readonly passes: HelperPasses } | null = null;

  constructor(now: () => number, open: () => OpenDoor | null, tell: (state: HelperState) => void) {
    this.#now = now;
    this.#open = open;
    this.#tell = tell;
  }

  /** The passes of a board's helpers. */
  passesFor(board: BoardId): HelperPasses {
    if (this.#of?.board !== board) this.#of = { board, passes: new HelperPasses(this.#now) };
    return this.#of.passes;
  }

  /** A way in for one more helper; null while the door is closed. */
  invite(): HelperInvitation | null {
    const open = this.#open();
    if (!open || !this.#of) return null;
    const { secret, untilMs } = this.#of.passes.invite();
    return { url: `http://${open.host}/#helper=${secret}`, untilMs };
  }

  state(): HelperState {
    const passes = this.#of?.passes;
    const here = (id: string): boolean => this.#open()?.helperStreams.hears((pass) => passes?.helperOf(pass)?.id === id) ?? false;
    return { helpers: (passes?.all ?? []).map(({ id, sinceMs }) => ({ id, sinceMs, here: here(id) })) };
  }

  /** Sends a helper away; null: all, and the invitation too. */
  revoke(id: string | null): HelperState {
    this.#of?.passes.revoke(id);
    this.#open()?.helperStreams.tellAll();
    const state = this.state();
    this.#tell(state);
    return state;
  }
}
