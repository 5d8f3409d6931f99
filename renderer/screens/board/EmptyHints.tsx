import { useEffect, useState } from 'react';
import type { Stamp } from '../../../shared/stamps/stamp.ts';
import { useStore } from 'zustand';
import { isPageEmpty } from '../../../shared/board/marksByKind.ts';
import { StampDrawing } from '../../panels/stamps/StampDrawing.tsx';
import { toScreen } from '../../stage/camera.ts';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import styles from './EmptyHints.module.css';

const HINTS = [{ words: 'desk.emptyDraw', stamp: 'potlood' }, { words: 'desk.emptyType', stamp: 'tekstballon' }, { words: 'desk.emptyStamp', stamp: 'huis' }] as const;

/** Whoever knows what to do has begun by then, ms. */
const HESITATES_MS = 2500;

type Drawings = ReadonlyMap<string, Stamp>;

/** The drawings of the hints once somebody hesitates before an empty page; null before: who draws at once waits for no drawing of ours. */
function useDrawings(isEmpty: boolean): Drawings | null {
  const [drawings, setDrawings] = useState<Drawings | null>(null);
  useEffect(() => {
    if (!isEmpty) return undefined;
    let gone = false;
    const timer = window.setTimeout(() => {
      import('../../../shared/stamps/allDrawings.ts').then(({ allDrawings }) => { if (!gone) setDrawings(new Map(allDrawings.map((stamp) => [stamp.id, stamp]))); }, () => undefined);
    }, HESITATES_MS);
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, [isEmpty]);
  return drawings;
}

/** What one can do with an empty sheet, in quiet lettering on the desk's own glass: the room never sees it, and it goes with the first mark. */
export function EmptyHints({ desk }: { readonly desk: DeskSession }) {
  const { board } = useBoard(desk.store);
  const page = useStore(desk.desk, (state) => state.page);
  const writing = useStore(desk.desk, (state) => state.writing);
  const isEmpty = isPageEmpty(board, page);
  const drawings = useDrawings(isEmpty);
  const size = board.pages[page]?.size;
  if (!drawings || !size || writing || !isEmpty) return null;
  return <Hints desk={desk} drawings={drawings} w={size.w} h={size.h} />;
}

type HintsProps = { readonly desk: DeskSession; readonly drawings: Drawings; readonly w: number; readonly h: number };

function Hints({ desk, drawings, w, h }: HintsProps) {
  const { t } = useWords();
  const [camera, setCamera] = useState(desk.canvas.camera.get());
  useEffect(() => desk.canvas.camera.subscribe(setCamera), [desk]);
  const corner = toScreen(camera, { x: 0, y: 0 });
  return (
    <ul className={styles['hints']} style={{ left: corner.x, top: corner.y, width: w * camera.scale, height: h * camera.scale }}>
      {HINTS.map(({ words, stamp }) => {
        const drawing = drawings.get(stamp);
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
