import { assertNever } from '../../../shared/base/assertNever.ts';
import { tablesOf, type Board } from '../../../shared/board/board.ts';
import { hexOf } from '../../../shared/board/palette.ts';
import type { HelperDeed, HelperView, HelperWish } from '../../../shared/contract/helper.ts';
import type { LedgerView } from '../../../shared/contract/rounds.ts';
import { lastEnded } from '../../../shared/voting/lastEnded.ts';
import type { RoundLedgers } from '../rounds/roundLedgers.ts';
import type { Telling } from './eventStreams.ts';
import { letterOf } from './voterState.ts';

export type HelperRoomParts = {
  readonly board: () => Board;
  readonly rounds: Pick<RoundLedgers, 'openVote' | 'view' | 'count' | 'countHands' | 'setWay' | 'undo' | 'countdown' | 'close'>;
  readonly now: () => number;
  /** Asks something of the desk. */
  readonly wish: (wish: HelperWish) => void;
};

/** What a helper sees of a board and does there: all that a facilitator does to count, and nothing else. */
export class HelperRoom {
  readonly #parts: HelperRoomParts;
  #ledger: LedgerView | null = null;

  constructor(parts: HelperRoomParts) {
    this.#parts = parts;
  }

  /** Hears how the grid of a round stands now. */
  heard(ledger: LedgerView): void {
    this.#ledger = ledger;
  }

  /** The view with the grid as it is on the disk. */
  async freshView(): Promise<HelperView> {
    const vote = this.#parts.rounds.openVote();
    if (vote) this.#ledger = await this.#parts.rounds.view(vote.round.id);
    return this.view();
  }

  view(): HelperView {
    const { board: now, rounds } = this.#parts;
    const board = now();
    const vote = rounds.openVote();
    const round = vote ? vote.round : lastEnded(board);
    const ledger = vote && this.#ledger?.round === vote.round.id ? this.#ledger : null;
    return {
      title: board.title, locale: board.locale, ledger,
      tables: tablesOf(board).map(({ id, number, name, color, heads }) => ({ id, number, name, color: hexOf(color), heads })),
      round: round && {
        id: round.id, question: round.question, state: round.state, rule: round.rule,
        candidates: round.candidates.map(({ id, label }, place) => ({ id, label, letter: letterOf(place) })),
      },
      closesInMs: vote && vote.closesMs !== null ? Math.max(0, vote.closesMs - this.#parts.now()) : null,
    };
  }

  /** The same for an event stream. That a countdown runs is no news. */
  telling(): Telling {
    const view = this.view();
    return { data: view, sameAs: JSON.stringify({ ...view, closesInMs: null }) };
  }

  /**
   * Does what a helper wants; true when it is done and on the disk, false when the desk was asked to do it.
   * @throws TroubleError as the calls of the desk do
   */
  async obey(deed: HelperDeed): Promise<boolean> {
    const { rounds, now, wish } = this.#parts;
    switch (deed.do) {
      case 'count': await rounds.count(deed.round, deed.table, deed.dots); return true;
      case 'hands': await rounds.countHands(deed.round, deed.dots); return true;
      case 'way': await rounds.setWay(deed.round, deed.table, deed.way); return true;
      case 'undo': await rounds.undo(deed.round); return true;
      case 'countdown': await rounds.countdown(deed.round, deed.closesInMs === null ? null : now() + deed.closesInMs); return true;
      case 'close': await rounds.close(deed.round); return true;
      case 'reveal': wish({ kind: 'reveal', round: deed.round }); return false;
      case 'open': wish({ kind: 'open' }); return false;
      default: return assertNever(deed);
    }
  }
}
