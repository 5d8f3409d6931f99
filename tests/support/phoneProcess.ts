import type { MarkId, RoundId } from '../../shared/base/ids.ts';
import { answerLines } from './linesProcess.ts';
import { PhoneClient } from './phoneClient.ts';

/** What a phone is to do; each order is a fresh connection. */
export type PhoneOrder =
  | { readonly do: 'open'; readonly url: string }
  /** Gives the pass. */
  | { readonly do: 'join'; readonly url: string; readonly code: string }
  | { readonly do: 'state'; readonly url: string; readonly pass: string }
  | { readonly do: 'vote'; readonly url: string; readonly pass: string; readonly round: RoundId; readonly choices: readonly MarkId[] };

async function obey(order: PhoneOrder): Promise<unknown> {
  const phone = new PhoneClient(order.url, null);
  try {
    switch (order.do) {
      case 'open': return (await phone.ask('/api/room')).status;
      case 'join': {
        await phone.join({ code: order.code });
        return phone.pass;
      }
      case 'state': return await phone.goOnWith(order.pass);
      case 'vote': {
        await phone.goOnWith(order.pass);
        return await phone.vote(order.round, order.choices);
      }
    }
  } finally {
    phone.hangUp();
  }
}

/** A phone in a process of its own, so that it can be on another network than the laptop. */
void answerLines((order) => obey(order as PhoneOrder));
