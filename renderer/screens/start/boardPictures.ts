import { toByteArray } from 'base64-js';
import type { BoardId } from '../../../shared/base/ids.ts';
import type { BoardCard } from '../../../shared/contract/boards.ts';
import type { ConnectedHost } from '../../host/connectedHost.ts';

/** The pictures of boards on the start screen, as addresses for an `img`. */
export type BoardPictures = {
  /** The picture of this state of a board when it is here already. */
  readonly kept: (card: BoardCard) => string | null;
  /** The same, fetched when it is not; null when there is none, or it cannot be had. */
  readonly fetch: (card: BoardCard) => Promise<string | null>;
};

/** So many are kept; a screen shows about twenty. */
const MOST_KEPT = 60;

/** Keeps pictures of boards between two visits to the start screen: each is fetched again only when it was made anew. */
export function createBoardPictures(host: Pick<ConnectedHost, 'call'>): BoardPictures {
  const pictures = new Map<BoardId, { readonly picturedMs: number; readonly url: string }>();
  const drop = (board: BoardId): void => {
    const old = pictures.get(board);
    if (old) URL.revokeObjectURL(old.url);
    pictures.delete(board);
  };
  const kept = ({ id, picturedMs }: BoardCard): string | null => {
    const picture = pictures.get(id);
    return picture?.picturedMs === picturedMs ? picture.url : null;
  };
  return {
    kept,
    async fetch(card) {
      const here = kept(card);
      if (here !== null || card.picturedMs === null) return here;
      const { id: board, picturedMs } = card;
      const answer = await host.call('boards.thumbnail', { board });
      if (!answer.ok || answer.value === null) return null;
      // Somebody who asked at the same time has it by now.
      const arrived = kept(card);
      if (arrived !== null) return arrived;
      drop(board);
      const url = URL.createObjectURL(new Blob([toByteArray(answer.value) as Uint8Array<ArrayBuffer>], { type: 'image/png' }));
      pictures.set(board, { picturedMs, url });
      const [oldest] = pictures.keys();
      if (pictures.size > MOST_KEPT && oldest !== undefined) drop(oldest);
      return url;
    },
  };
}
