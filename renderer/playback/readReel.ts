import type { BoardId, InkId } from '../../shared/base/ids.ts';
import type { Host } from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/contract/trouble.ts';
import type { Ink } from '../../shared/ink/ink.ts';
import { beginReel, type Reel } from './reel.ts';

/** So long the window is kept from everything else at once, ms. */
const MOST_MS = 12;

const nextTurn = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });

export type ReelWish = {
  readonly host: Host;
  readonly board: BoardId;
  /** Ink of the open board. */
  readonly spare: (id: InkId) => Ink | undefined;
  /** The last change that is wanted; null for all that there are. */
  readonly toSeq: number | null;
  /** Told how far it is, 0–1. */
  readonly onShare: (share: number) => void;
  readonly signal: AbortSignal;
};

/** Reads how a board came about, piece by piece and with turns for the hand in between. Null when it was given up. */
export async function readReel({ host, board, spare, toSeq, onShare, signal }: ReelWish): Promise<Result<Reel> | null> {
  const start = await host.call('playback.open', { board });
  if (!start.ok) return start;
  const until = Math.min(toSeq ?? Infinity, start.value.toSeq);
  const { afterSeq } = start.value;
  const making = beginReel({ ...start.value, toSeq: until }, spare);
  let sinceMs = performance.now();
  for (let from = start.value.next; from !== null && until > afterSeq;) {
    const piece = await host.call('playback.read', { board, from, toSeq: until });
    if (signal.aborted) return null;
    if (!piece.ok) return piece;
    for (const entry of piece.value.entries) {
      if (!making.take(entry)) return { ok: true, value: making.made() };
      if (performance.now() - sinceMs < MOST_MS) continue;
      onShare((entry.seq - afterSeq) / (until - afterSeq));
      await nextTurn();
      sinceMs = performance.now();
    }
    from = piece.value.next;
  }
  return signal.aborted ? null : { ok: true, value: making.made() };
}
