import { setTimeout as sleep } from 'node:timers/promises';
import type { MarkId, RoundId } from '../../shared/base/ids.ts';
import type { BallotAnswer, VoterState } from '../../shared/contract/phone.ts';
import { PhoneClient } from './phoneClient.ts';

/** What a crowd of phones is to do: each loads the page, joins with its code, listens, and votes once it may. */
export type CrowdOrder = {
  readonly url: string;
  readonly codes: readonly string[];
  /** Phones come in one after the other over this time, ms. */
  readonly overMs: number;
  /** Each hesitates so long at most before it votes, ms; every fifth thinks again and votes anew. */
  readonly hesitateMs: number;
};

/** What the crowd was told: the last choice of each code that was acknowledged, and how long each acknowledgement took. */
export type CrowdReport = {
  readonly votes: readonly { readonly code: string; readonly choices: readonly MarkId[] }[];
  readonly ackMs: readonly number[];
  /** How long after it was asked for the page each phone stood before the vote, ms. */
  readonly readyMs: readonly number[];
  readonly retries: number;
};

type Tally = { votes: Map<string, readonly MarkId[]>; ackMs: number[]; readyMs: number[]; retries: number };

const TRIES = 40;

/** Lets a crowd vote, all at the same time as far as one process can. */
export async function crowdVotes({ url, codes, overMs, hesitateMs }: CrowdOrder): Promise<CrowdReport> {
  const tally: Tally = { votes: new Map(), ackMs: [], readyMs: [], retries: 0 };
  await Promise.all(codes.map(async (code, i) => {
    await sleep((overMs * i) / codes.length);
    await onePhone(url, code, i, hesitateMs, tally);
  }));
  return { ...tally, votes: [...tally.votes].map(([code, choices]) => ({ code, choices })) };
}

async function onePhone(url: string, code: string, i: number, hesitateMs: number, tally: Tally): Promise<void> {
  const phone = new PhoneClient(url, `127.1.${i >> 7}.${1 + (i & 127)}`);
  const beganMs = performance.now();
  await again(tally, () => phone.ask('/'), ({ status }) => status === 200 || status === 404);
  await again(tally, () => phone.ask('/api/room'), ({ status }) => status === 200);
  await again(tally, () => phone.join({ code }), ({ status }) => status === 200);
  const vote = await new Promise<Extract<VoterState, { phase: 'vote' }>>((resolve, reject) => {
    again(tally, () => phone.listen((state) => { if (state.phase === 'vote') resolve(state); }), (status) => status === 200).catch(reject);
  });
  tally.readyMs.push(performance.now() - beganMs);
  for (let turn = 0; turn < (i % 5 === 0 ? 2 : 1); turn++) {
    await sleep(Math.random() * hesitateMs);
    const choices = [vote.candidates[(i + turn) % vote.candidates.length]!.id];
    await castOne(phone, vote.round, choices, tally);
    tally.votes.set(code, choices);
  }
  phone.hangUp();
}

async function castOne(phone: PhoneClient, round: RoundId, choices: readonly MarkId[], tally: Tally): Promise<void> {
  const sentMs = performance.now();
  const ballot = phone.ballot(round, choices);
  const { json } = await again(tally, () => phone.post('/api/ballot', ballot), ({ status }) => status === 200);
  const { outcome } = json as BallotAnswer;
  if (outcome !== 'cast' && outcome !== 'replaced') throw new Error(`Not taken: ${outcome}`);
  tally.ackMs.push(performance.now() - sentMs);
}

/** Does it again after a moment until it is well, as the page does. */
async function again<Value>(tally: Tally, work: () => Promise<Value>, well: (value: Value) => boolean): Promise<Value> {
  let last: unknown = null;
  for (let tried = 0; tried < TRIES; tried++) {
    try {
      const value = await work();
      if (well(value)) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    tally.retries += 1;
    await sleep(200 + Math.random() * 400);
  }
  throw last instanceof Error ? last : new Error(`In vain: ${JSON.stringify(last)}`);
}
