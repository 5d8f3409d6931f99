import type { HelperDeed, HelperRequest } from '../../../shared/contract/helper.ts';
import { UNHEARD } from '../doorTalk.ts';
import type { Patience } from '../patience.ts';
import type { DeedAnswer } from './helperTalk.ts';

/** Deeds on their way to the laptop, one at a time and in the order in which they were done. */
export type DeedQueue = {
  /** Puts a deed behind those that wait; a newer count of the same row takes the place of one that has not left yet. */
  readonly add: (deed: HelperDeed) => void;
  /** Forgets all that waits. */
  readonly clear: () => void;
};

/** What a queue is made of. */
export type DeedQueueParts = {
  readonly send: (request: HelperRequest) => Promise<DeedAnswer | typeof UNHEARD>;
  readonly patience: Patience;
  /** A new key for a deed. */
  readonly key: () => string;
  readonly onAnswer: (deed: HelperDeed, answer: DeedAnswer) => void;
  readonly onUnheard: () => void;
};

/** Where a count goes, or null for a deed that counts nothing. */
function rowOf(deed: HelperDeed): string | null {
  switch (deed.do) {
    case 'count': return `${deed.round} ${deed.table}`;
    case 'hands': return `${deed.round} hands`;
    default: return null;
  }
}

const replaces = (newer: HelperDeed, older: HelperDeed): boolean => rowOf(newer) !== null && rowOf(newer) === rowOf(older);

/** What rests on all that went before it: after a count that failed it would do something else than was meant. */
const restsOnEarlier = ({ do: what }: HelperDeed): boolean => what === 'undo' || what === 'close' || what === 'reveal';

/** A queue of deeds: each is sent until the laptop answers, and none leaves before the one ahead of it was answered. */
export function makeDeedQueue({ send, patience, key, onAnswer, onUnheard }: DeedQueueParts): DeedQueue {
  let queue: readonly HelperRequest[] = [];
  let onItsWay: HelperRequest | null = null;
  const next = async (): Promise<void> => {
    const [first, second] = queue;
    if (onItsWay || !first) return;
    if (second && replaces(second.deed, first.deed)) {
      queue = queue.slice(1);
      return next();
    }
    onItsWay = first;
    const answer = await send(first);
    onItsWay = null;
    if (queue[0] !== first) return next();
    if (answer === UNHEARD) {
      patience.later(() => void next());
      return onUnheard();
    }
    patience.calm();
    const rest = queue.slice(1);
    queue = answer.outcome === 'failed' ? rest.filter(({ deed }) => !restsOnEarlier(deed)) : rest;
    onAnswer(first.deed, answer);
    return next();
  };
  return {
    add: (deed) => {
      const last = queue[queue.length - 1];
      const kept = last && last !== onItsWay && replaces(deed, last.deed) ? queue.slice(0, -1) : queue;
      queue = [...kept, { key: key(), deed }];
      void next();
    },
    clear: () => {
      queue = [];
      patience.calm();
    },
  };
}
