import { useCallback, useEffect, useMemo, useState } from 'react';
import type { BoardId } from '../../../shared/base/ids.ts';
import type { SceneContext } from '../../../shared/scene/markNode.ts';
import { chooseBoardFile } from '../../host/chooseBoardFile.ts';
import type { OtherBoard } from '../../panels/export/BesideOptions.tsx';
import { createBoardReader } from './boardReader.ts';
import type { DeskSession } from './deskSession.ts';

/** The other boards of this laptop, and those of them that were read, in the order in which they were asked for. */
export type OtherBoards = {
  readonly boards: readonly OtherBoard[];
  readonly read: readonly SceneContext[];
  /** Takes in a board file that lies elsewhere; gives its board, or null when nobody chose one. */
  readonly openFile: () => Promise<BoardId | null>;
};

/** Lists the other boards once they are wanted, and reads those that were asked for. */
export function useOtherBoards(desk: DeskSession, isWanted: boolean, asked: readonly BoardId[]): OtherBoards {
  const [boards, setBoards] = useState<readonly OtherBoard[]>([]);
  const [known, setKnown] = useState<ReadonlyMap<BoardId, SceneContext>>(new Map());
  const list = useCallback(async (): Promise<void> => {
    const cards = await desk.host.call('boards.list', {});
    if (cards.ok) setBoards(cards.value.filter(({ id }) => id !== desk.store.id).map(({ id, title }) => ({ id, title })));
  }, [desk]);
  useEffect(() => { if (isWanted) void list(); }, [isWanted, list]);
  const reader = useMemo(() => createBoardReader(desk.host, desk.notices.tell), [desk]);
  useEffect(() => {
    for (const board of asked) {
      void reader(board).then((context) => { if (context) setKnown((before) => (before.get(board) === context ? before : new Map([...before, [board, context]]))); });
    }
  }, [reader, asked]);
  const read = useMemo(() => asked.flatMap((board) => known.get(board) ?? []), [asked, known]);
  return {
    boards, read,
    openFile: async () => {
      const chosen = await chooseBoardFile(desk.host, 'reading');
      if (!chosen.ok) desk.notices.tell(chosen.trouble);
      await list();
      return chosen.ok && chosen.value && chosen.value.board !== desk.store.id ? chosen.value.board : null;
    },
  };
}
