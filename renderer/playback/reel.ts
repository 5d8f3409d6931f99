import type { AssetId, InkId, MarkId, PageId } from '../../shared/base/ids.ts';
import type { Board, Inks } from '../../shared/board/board.ts';
import { marksOf, markOf } from '../../shared/board/buckets.ts';
import { applyChange } from '../../shared/board/change.ts';
import type { NewInks } from '../../shared/board/commands.ts';
import type { PlaybackStart } from '../../shared/contract/playback.ts';
import type { Ink } from '../../shared/ink/ink.ts';
import { decodeInk } from '../../shared/ink/inkCodec.ts';
import { boardDuring, inkPart, seenGesture, type SeenGesture } from '../../shared/journal/gestureParts.ts';
import type { PlayedEntry } from '../../shared/journal/playedEntry.ts';
import { takenBack } from '../../shared/journal/takenBack.ts';
import type { FilmPlace, TimedGesture } from '../../shared/journal/timeline.ts';

/** So many gestures lie between two boards that are kept: from the nearest one the others are made again. */
const KEPT_EVERY = 32;

/** Everything that happened on a board, from any moment of which the board can be had. */
export type Reel = {
  /** Whether the journal reaches back to the beginning. */
  readonly whole: boolean;
  /** The number of the last change in it. */
  readonly toSeq: number;
  readonly entries: readonly PlayedEntry[];
  readonly gestures: readonly TimedGesture[];
  readonly inks: Inks;
  /** All pictures that were ever on the board. */
  readonly assets: ReadonlySet<AssetId>;
  /** All pages that there ever were. */
  readonly pages: ReadonlyMap<PageId, string>;
  readonly boardAt: (place: FilmPlace) => Board;
  /** The marks that may differ between two moments; null when more than single marks may. */
  readonly differing: (from: FilmPlace, to: FilmPlace) => ReadonlySet<MarkId> | null;
};

/** A reel in the making: gestures are taken in one by one, in their order. */
export type ReelMaking = {
  /** @returns false when it does not fit what came before: the reel then ends there */
  readonly take: (entry: PlayedEntry) => boolean;
  readonly made: () => Reel;
};

/** The board after a gesture, or null when the gesture names what the board does not have. */
function boardAfterChange(board: Board, { change }: PlayedEntry): Board | null {
  try {
    return applyChange(board, change).board;
  } catch (error) {
    console.warn(error);
    return null;
  }
}

function timed(entries: readonly PlayedEntry[], seen: readonly SeenGesture[]): readonly TimedGesture[] {
  const isTakenBack = takenBack(entries);
  return entries.map(({ atMs }, i) => {
    const { tookMs, page } = seen[i] as SeenGesture;
    return { tookMs, page, endedMs: atMs, isTakenBack: isTakenBack[i] as boolean };
  });
}

/**
 * Begins a reel.
 * @param spare ink that the journal may not hold, of strokes that were taken away before it begins and came back
 */
export function beginReel({ document, afterSeq, toSeq, whole }: PlaybackStart, spare: (id: InkId) => Ink | undefined): ReelMaking {
  const inks = new Map<InkId, Ink>();
  const kept: Board[] = [document.board];
  const entries: PlayedEntry[] = [];
  const seen: SeenGesture[] = [];
  const assets = new Set<AssetId>();
  const pages = new Map<PageId, string>();
  let last = { index: 0, board: document.board };

  const takeInks = (texts: NewInks): void => {
    for (const [id, text] of Object.entries(texts)) {
      try {
        inks.set(id as InkId, decodeInk(text));
      } catch (error) {
        // A stroke whose ink is damaged is not painted, and hinders no other.
        console.warn(error);
      }
    }
  };
  const takePages = (board: Board): void => { for (const { id, title } of Object.values(board.pages)) pages.set(id, title); };
  /** Looks at what is new on a board: a picture must be there when it is painted, and so must ink. */
  const look = (board: Board, ids: readonly MarkId[]): void => {
    for (const id of ids) {
      const mark = markOf(board, id);
      if (mark?.kind === 'image') assets.add(mark.asset);
      if (mark?.kind !== 'stroke' || inks.has(mark.ink)) continue;
      const ink = spare(mark.ink);
      if (ink) inks.set(mark.ink, ink);
    }
  };

  takeInks(document.inks);
  takePages(document.board);
  look(document.board, [...marksOf(document.board)].map(({ id }) => id));

  const boardAfter = (count: number): Board => {
    const nearest = Math.floor(count / KEPT_EVERY);
    if (last.index > count || last.index < nearest * KEPT_EVERY) last = { index: nearest * KEPT_EVERY, board: kept[nearest] as Board };
    while (last.index < count) last = { index: last.index + 1, board: applyChange(last.board, (entries[last.index] as PlayedEntry).change).board };
    return last.board;
  };
  /** The gesture in the middle of which the film was last: it is asked for frame after frame. */
  let during: { readonly done: number; readonly before: Board; readonly after: Board } | null = null;
  const duringGesture = (done: number): { readonly before: Board; readonly after: Board } => {
    if (during?.done !== done) during = { done, before: boardAfter(done), after: boardAfter(done + 1) };
    return during;
  };

  return {
    take(entry) {
      if (entry.seq <= afterSeq + entries.length) return true;
      if (entry.seq > afterSeq + entries.length + 1) return false;
      takeInks(entry.inks);
      const before = last.board;
      const after = boardAfterChange(before, entry);
      if (!after) return false;
      entries.push(entry);
      last = { index: entries.length, board: after };
      if (entries.length % KEPT_EVERY === 0) kept.push(after);
      const gesture = seenGesture(entry, before, after, (id) => inks.get(id));
      look(after, gesture.ids);
      if (after.pages !== before.pages) takePages(after);
      seen.push(gesture);
      return true;
    },
    made: () => ({
      whole, toSeq, entries, inks, assets, pages,
      gestures: timed(entries, seen),
      boardAt({ done, share }) {
        const entry = entries[done], gesture = seen[done];
        if (share === 0 || !entry || !gesture) return boardAfter(done);
        const { before, after } = duringGesture(done);
        return boardDuring(entry, gesture.ids, before, after, share, (stroke) => {
          const ink = inks.get(stroke.ink);
          const name = `${stroke.ink}.part` as InkId;
          if (ink) inks.set(name, inkPart(ink, share));
          return name;
        });
      },
      differing(from, to) {
        const low = Math.min(from.done, to.done), high = Math.max(from.done + (from.share > 0 ? 1 : 0), to.done + (to.share > 0 ? 1 : 0));
        const ids = new Set<MarkId>();
        for (let i = low; i < high; i++) {
          const gesture = seen[i];
          if (!gesture) continue;
          if (gesture.everything) return null;
          for (const id of gesture.ids) ids.add(id);
        }
        return ids;
      },
    }),
  };
}
