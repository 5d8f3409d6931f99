import type { MarkId, RoundId, TableId } from '../base/ids.ts';
import type { Locale } from '../board/board.ts';
import type { RoundRule, RoundState } from '../board/round.ts';
import type { LedgerView, TableDots, VotingWay } from './rounds.ts';

/**
 * What the phone or tablet of a paired helper and the room door say to each other, in the manner of `phone.ts`. It is
 * paired once, with the secret behind `#helper=` in the address that the desk shows as a QR code, and shows its pass
 * from then on. Passes last until they are revoked or the app ends.
 *
 * | request | answer |
 * |---|---|
 * | `POST /api/helper/pair` with `PairRequest` | `Paired`; 403 when the secret was used, is too old or wrong, 429 after too many tries |
 * | `GET /api/helper/view` with a pass | `HelperView`; 401 when the pass was revoked |
 * | `GET /api/helper/events?pass=…` | server-sent events: one named `view` at once and whenever it changes |
 * | `POST /api/helper/do` with `HelperRequest` and a pass | 200 `HelperView` when it is on the laptop's disk; 202 for what the desk is asked to do; 409 `{ trouble }` with the code of what stood in the way |
 */
export type PairRequest = { readonly secret: string };

export type Paired = { readonly pass: string };

/** Something that a helper does. `open` and `reveal` are asked of the desk, which has the board's cards and room before it. */
export type HelperDeed =
  | { readonly do: 'count'; readonly round: RoundId; readonly table: TableId; readonly dots: TableDots }
  | { readonly do: 'hands'; readonly round: RoundId; readonly dots: TableDots }
  | { readonly do: 'way'; readonly round: RoundId; readonly table: TableId; readonly way: VotingWay }
  | { readonly do: 'undo'; readonly round: RoundId }
  | { readonly do: 'countdown'; readonly round: RoundId; readonly closesInMs: number | null }
  | { readonly do: 'close'; readonly round: RoundId }
  | { readonly do: 'reveal'; readonly round: RoundId }
  | { readonly do: 'open' };

/** `key`: chance that the page makes for each deed (8–40 letters and digits) and keeps when it has to send it again, so that it is done once. */
export type HelperRequest = { readonly key: string; readonly deed: HelperDeed };

/** What a helper sees: how far the count is, never a total; a result only on the room screen, like everybody. */
export type HelperView = {
  readonly title: string;
  readonly locale: Locale;
  readonly tables: readonly { readonly id: TableId; readonly number: number; readonly name: string; /** `#rrggbb` */ readonly color: string; readonly heads: number }[];
  /** The open round, or the last one; null when there was none. */
  readonly round: {
    readonly id: RoundId;
    readonly question: string;
    readonly state: RoundState;
    readonly rule: RoundRule;
    readonly candidates: readonly { readonly id: MarkId; readonly letter: string; readonly label: string }[];
  } | null;
  /** The grid of the open round. */
  readonly ledger: LedgerView | null;
  /** How long until the countdown closes it; null without countdown. */
  readonly closesInMs: number | null;
};

/** What a helper asks of the desk. */
export type HelperWish = { readonly kind: 'open' } | { readonly kind: 'reveal'; readonly round: RoundId };

/** A way in for one helper, shown on the desk and never in the room. */
export type HelperInvitation = { readonly url: string; readonly untilMs: number };

/** The helpers of a board's door as the desk shows them. */
export type HelperState = {
  readonly helpers: readonly {
    readonly id: string;
    readonly sinceMs: number;
    /** Whether its page is open now. */
    readonly here: boolean;
  }[];
};
