import type { BallotAnswer, BallotRequest } from '../../shared/contract/phone.ts';
import { UNHEARD, type DoorTalk } from './doorTalk.ts';
import { makePatience } from './patience.ts';

/** What becomes of a ballot that was put in. */
export type BoxEars = {
  /** `sure`: this was the first try, so that no earlier one may have come through unheard. */
  readonly onAnswer: (request: BallotRequest, outcome: BallotAnswer['outcome'], sure: boolean) => void;
  /** A try failed; the box goes on trying by itself. */
  readonly onLost: () => void;
  readonly onRefused: () => void;
};

/** Brings ballots to the door. */
export type BallotBox = {
  /** Takes a ballot in the place of the one that may be on its way. `tried`: an earlier page sent it already. */
  readonly put: (pass: string, request: BallotRequest, tried?: boolean) => void;
  /** Tries at once, for instance when the room answers again. */
  readonly hurry: () => void;
  readonly empty: () => void;
};

type Inside = { readonly pass: string; readonly request: BallotRequest; tries: number };

/**
 * A ballot box that sends the same ballot again and again until the door answers: a ballot replaces the one before it,
 * so that two of the same count once. Never two on their way at the same time, since the later might come first.
 */
export function makeBallotBox(talk: DoorTalk, ears: BoxEars): BallotBox {
  let inside: Inside | null = null;
  let onItsWay = false;
  const patience = makePatience();
  const send = (): void => {
    const mine = inside;
    if (!mine || onItsWay) return;
    onItsWay = true;
    void talk.ballot(mine.pass, mine.request).then((answer) => {
      onItsWay = false;
      if (inside !== mine) return send();
      if (answer === UNHEARD) {
        mine.tries++;
        patience.later(send);
        return ears.onLost();
      }
      inside = null;
      patience.calm();
      return 'outcome' in answer ? ears.onAnswer(mine.request, answer.outcome, mine.tries === 0) : ears.onRefused();
    });
  };
  return {
    put: (pass, request, tried = false) => {
      patience.calm();
      inside = { pass, request, tries: tried ? 1 : 0 };
      send();
    },
    hurry: patience.now,
    empty: () => {
      inside = null;
      patience.calm();
    },
  };
}
