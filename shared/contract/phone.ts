import type { MarkId, RoundId } from '../base/ids.ts';
import type { Locale } from '../board/board.ts';
import type { IdeaKind } from './ideas.ts';

/**
 * What a phone and the room door say to each other: plain http, JSON bodies (`Content-Type: application/json`, at most
 * 4 kB), no cookies. A phone proves who it is with `Authorization: Bearer <pass>`, which it gets from `POST /api/join`: for
 * the code of its seat, which is good for one device only, or for its table.
 *
 * | request | answer |
 * |---|---|
 * | `GET /` and the page's own files | the ballot page |
 * | `GET /api/room` | `RoomCard`, without a pass |
 * | `POST /api/join` with `JoinRequest` | `Joined`; 403, or 429 after too many tries, with `JoinRefused` |
 * | `GET /api/state` with a pass | `VoterState`; 401 when the pass is unknown or void, with `{ refused: 'joiningChanged' }` when it is of the other way of joining |
 * | `GET /api/events?pass=…` | server-sent events: one named `state` at once and whenever `/api/state` would answer something else, and one named `sign` every ten seconds; 401 as above |
 * | `POST /api/ballot` with `BallotRequest` and a pass | `BallotAnswer`, once the ballot is on the laptop's disk: 200 `cast` and `replaced`, 409 `newer`, `elsewhere` and `closed`, 422 `invalid`; 401 as above |
 * | `POST /api/idea` with `IdeaRequest` and a pass | 200, once it is on the laptop's disk; 403 or 429 `{ refused: IdeaRefusal }`; 400 for no text or more than 80 signs |
 * | `GET /api/picture/<candidate>` | the PNG of a candidate's drawing, or 404 |
 *
 * Turned away before anybody reads what was said: 400 no JSON, 403 another origin, 404, 405, 408 and 413 for a body that
 * dawdles or is too long, 415, 421 for another host, 429 for too much at once (with `Retry-After`). 503: the laptop could not
 * write; nothing of the request counts, and it may be sent again.
 *
 * Phones and tablets of paired helpers ask under `/api/helper/`: see `helper.ts`.
 */
export type RoomCard = {
  readonly title: string;
  readonly locale: Locale;
  readonly joining: 'codes' | 'open';
  /** Tables for open joining: one says where one sits, so that a table on paper is not counted twice. */
  readonly tables: readonly PhoneTable[];
};

export type PhoneTable = { readonly number: number; readonly color: string };

/**
 * A seat's code as it was typed (case, spaces and hyphens do not matter), or the table at which one sits. `device`: a mark
 * that the phone makes by chance and keeps (16–40 letters and digits): whoever asks again with the same one gets the
 * same pass, and no other device gets it.
 */
export type JoinRequest = { readonly device: string } & ({ readonly code: string } | { readonly table: number });

/** The pass is kept on the phone; it survives a restart of the laptop. */
export type Joined = { readonly pass: string; readonly table: number };

/** Why somebody was not let in. `seatTaken`: another device came in with this code; the facilitator can free the seat. */
export type JoinRefusal = 'codeUnknown' | 'seatTaken' | 'tooManyTries' | 'roomFull' | 'joiningChanged';

/** With `seatTaken` which seat it is, by the numbers of its table and its card, so that the phone can say what to ask for. */
export type JoinRefused = { readonly refused: JoinRefusal; readonly table?: number; readonly seat?: number };

export type PhoneCandidate = { readonly id: MarkId; readonly letter: string; readonly label: string; readonly picture: boolean };

/** What a voter's phone shows. Never a count, never somebody else's choice. With `ideas` it may send ideas as well. */
export type VoterState = { readonly ideas?: true } & (
  /** Nothing to vote on yet. */
  | { readonly phase: 'wait'; readonly table: number }
  | {
    readonly phase: 'vote';
    readonly table: number;
    readonly round: RoundId;
    readonly question: string;
    readonly dotsPerPerson: number;
    readonly atMostPerCandidate: number;
    readonly candidates: readonly PhoneCandidate[];
    /** The ballot that counts for this pass, a candidate as often as it got dots; null when none was cast. */
    readonly mine: readonly MarkId[] | null;
    /** The `count` of that ballot, 0 without one: the next one must have a higher one. */
    readonly count: number;
    /** How long until the countdown closes the round; null without countdown. */
    readonly closesInMs: number | null;
  }
  /** The round is open, but this table votes on paper or with hands. */
  | { readonly phase: 'elsewhere'; readonly table: number; readonly way: 'paper' | 'hands'; readonly question: string }
  /** Closed and hidden: the room screen tells first. */
  | { readonly phase: 'closed'; readonly table: number; readonly question: string }
  | { readonly phase: 'revealed'; readonly table: number; readonly question: string; readonly winners: readonly string[] }
);

/** `count`: higher for each new ballot of this phone, the same when one is sent again, so that none that is late replaces a newer one. */
export type BallotRequest = { readonly round: RoundId; readonly choices: readonly MarkId[]; readonly count: number };

/**
 * `newer`: a ballot with a higher count (or another with the same) came before this one; that one counts. `closed`: the
 * round had ended before the ballot was on the disk, so that it does not count.
 */
export type BallotAnswer = { readonly outcome: 'cast' | 'replaced' | 'newer' | 'elsewhere' | 'closed' | 'invalid' };

/** `key`: chance that the phone makes for each idea (8–40 letters and digits) and keeps when it has to send it again, so that it comes once. */
export type IdeaRequest = { readonly key: string; readonly kind: IdeaKind; readonly text: string };

/** Why an idea was not taken: the inbox is closed, this phone sent many in a short time, or the inbox is full. */
export type IdeaRefusal = 'ideasClosed' | 'tooManyIdeas' | 'inboxFull';
