import { useEffect, useState } from 'react';
import type { BoardCard } from '../../../shared/contract/boards.ts';
import type { BoardPictures } from './boardPictures.ts';

/** The picture of a board, there at once when it has been shown before; nothing until it has come. */
export function BoardPicture({ card, pictures }: { readonly card: BoardCard; readonly pictures: BoardPictures }) {
  const [url, setUrl] = useState(() => pictures.kept(card));
  useEffect(() => {
    let gone = false;
    void pictures.fetch(card).then((found) => { if (!gone) setUrl(found); });
    return () => { gone = true; };
  }, [card, pictures]);
  return url === null ? null : <img src={url} alt="" draggable={false} />;
}
