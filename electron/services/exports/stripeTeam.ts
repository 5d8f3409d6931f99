import type { MessagePort } from 'node:worker_threads';
import { TroubleError, type Trouble } from '../../../shared/contract/trouble.ts';
import type { PackedRows } from './pngRows.ts';
import { sweep } from './sweep.ts';

/** How two threads share the stripes of a picture: one begins at the top, its helper at the bottom. */
export type StripeTeam = {
  /** One Int32: how many stripes have been taken by either. */
  readonly taken: SharedArrayBuffer;
  /** Where the helper sends its stripes, or the leader gets them. */
  readonly port: MessagePort;
};

/** What a helper sends: the stripes from the last upwards, then that it failed if it did. */
export type HelperNews =
  | { readonly kind: 'stripe'; readonly index: number; readonly rows: PackedRows }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/** The leader keeps what the helper packed until its turn comes; above this the helper leaves the rest to the leader. */
const MOST_KEPT_BYTES = 160 * 1024 * 1024;

const mayTake = (team: StripeTeam, count: number): boolean => Atomics.add(new Int32Array(team.taken), 0, 1) < count;

/** Paints stripes from the last upwards until none is left, and sends them. */
export async function helpWithStripes(paint: (index: number) => PackedRows, count: number, team: StripeTeam): Promise<void> {
  let sentBytes = 0;
  for (let index = count - 1; sentBytes < MOST_KEPT_BYTES && mayTake(team, count); index--) {
    const rows = paint(index);
    sentBytes += rows.chunk.length;
    team.port.postMessage({ kind: 'stripe', index, rows } satisfies HelperNews, [rows.chunk.buffer as ArrayBuffer]);
    await sweep();
  }
}

/**
 * All stripes from top to bottom, painted by this thread and by a helper if there is one.
 * @param onPainted told how many are painted, after each
 * @throws TroubleError of the helper, and whatever `paint` throws
 */
export async function* stripesInOrder(paint: (index: number) => PackedRows, count: number, team: StripeTeam | null, onPainted: (painted: number) => void): AsyncGenerator<PackedRows, void, undefined> {
  const sent = new Map<number, PackedRows>();
  let trouble: Trouble | undefined;
  let wake = (): void => undefined;
  let own = 0;
  team?.port.on('message', (news: HelperNews) => {
    if (news.kind === 'failed') trouble = news.trouble;
    else sent.set(news.index, news.rows);
    onPainted(own + sent.size);
    wake();
  });
  try {
    while (own < count && (team === null || mayTake(team, count))) {
      const rows = paint(own++);
      onPainted(own + sent.size);
      yield rows;
      // Lets in the news of the helper as well.
      await sweep();
      if (trouble) throw new TroubleError(trouble.code, trouble.detail);
    }
    for (let index = own; index < count; index++) {
      while (!sent.has(index)) {
        if (trouble) throw new TroubleError(trouble.code, trouble.detail);
        await new Promise<void>((resolve) => { wake = resolve; });
      }
      yield sent.get(index) as PackedRows;
      sent.delete(index);
    }
  } finally {
    if (team) Atomics.store(new Int32Array(team.taken), 0, count);
    team?.port.close();
  }
}
