import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { isPageEmpty } from '../../../shared/board/marksByKind.ts';
import { drawnStamp } from '../../../shared/stamps/drawn.ts';
import { StampDrawing } from '../../panels/stamps/StampDrawing.tsx';
import { toScreen } from '../../stage/camera.ts';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import styles from './EmptyHints.module.css';

const HINTS = [{ words: 'desk.emptyDraw', stamp: 'potlood' }, { words: 'desk.emptyType', stamp: 'tekstballon' }, { words: 'desk.emptyStamp', stamp: 'huis' }] as const;

/** False for the first frames: whoever starts to draw at once waits for no drawing of ours. */
function useCalm(): boolean {
  const [calm, setCalm] = useState(false);
  useEffect(() => {
    const waiting = window.requestIdleCallback(() => setCalm(true), { timeout: 1000 });
    return () => window.cancelIdleCallback(waiting);
  }, []);
  return calm;
}

/** What one can do with an empty sheet, in quiet lettering on the desk's own glass: the room never sees it, and it goes with the first mark. */
export function EmptyHints({ desk }: { readonly desk: DeskSession }) {
  const { board } = useBoard(desk.store);
  const page = useStore(desk.desk, (state) => state.page);
  const writing = useStore(desk.desk, (state) => state.writing);
  const calm = useCalm();
  const size = board.pages[page]?.size;
  if (!calm || !size || writing || !isPageEmpty(board, page)) return null;
  return <Hints desk={desk} w={size.w} h={size.h} />;
}

function Hints({ desk, w, h }: { readonly desk: DeskSession; readonly w: number; readonly h: number }) {
  const { t } = useWords();
  const [camera, setCamera] = useState(desk.canvas.camera.get());
  useEffect(() => desk.canvas.camera.subscribe(setCamera), [desk]);
  const corner = toScreen(camera, { x: 0, y: 0 });
  return (
    <ul className={styles['hints']} style={{ left: corner.x, top: corner.y, width: w * camera.scale, height: h * camera.scale }}>
      {HINTS.map(({ words, stamp }) => {
        const drawing = drawnStamp(stamp);
        return (
          <li key={words}>
            {drawing && <span className={styles['drawing']}><StampDrawing stamp={drawing} sizePx={100} recolour="grijs2" /></span>}
            {t(words)}
          </li>
        );
      })}
    </ul>
  );
}
