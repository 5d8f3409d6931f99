import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { liesLow, markOf } from '../../../shared/board/buckets.ts';
import { actionNamed } from '../../actions/list.ts';
import { leaveGroup } from '../../actions/editActions.ts';
import { nameSelection } from '../../actions/harvestActions.ts';
import { SelectionMenu } from '../../panels/selection/SelectionMenu.tsx';
import { toScreen } from '../../stage/camera.ts';
import { selectionBox } from '../../tools/selectTool.ts';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { KeepStampBar } from './KeepStampBar.tsx';
import { arrangeItems, moreItems } from './selectionMenus.tsx';
import styles from './SelectionBar.module.css';

/** Height that the bar and the turning handle need above the selection, px. */
const ABOVE_PX = 92;

/** The bar beside the selection: above it, or below when there is no room. Not there while the lettering editor is. */
export function SelectionBar({ desk }: { readonly desk: DeskSession }) {
  const view = useBoard(desk.store);
  const selection = useStore(desk.desk, (state) => state.selection);
  const writing = useStore(desk.desk, (state) => state.writing);
  const inside = useStore(desk.desk, (state) => state.inside);
  const keeping = useStore(desk.desk, (state) => state.keeping);
  const { t } = useWords();
  const [camera, setCamera] = useState(desk.canvas.camera.get());
  useEffect(() => desk.canvas.camera.subscribe(setCamera), [desk]);
  const box = useMemo(() => selectionBox(selection, view), [selection, view]);
  if (!box || writing) return null;
  const topLeft = toScreen(camera, { x: box.x, y: box.y });
  const bottomRight = toScreen(camera, { x: box.x + box.w, y: box.y + box.h });
  const above = topLeft.y - ABOVE_PX > 8;
  const run = (id: string): void => actionNamed(id)?.run(desk);
  return (
    <div
      className={styles['bar']}
      style={{ left: Math.min(Math.max((topLeft.x + bottomRight.x) / 2, 230), window.innerWidth - 230), top: above ? topLeft.y - ABOVE_PX : Math.min(bottomRight.y + 18, window.innerHeight - 150) }}
    >
      {keeping ? <KeepStampBar key={selection.join()} desk={desk} marks={selection} /> : (
        <SelectionMenu
          key={selection.join()}
          count={selection.length}
          locked={false}
          canName={selection.some((id) => { const kind = markOf(view.board, id)?.kind; return kind !== 'card' && kind !== undefined; })}
          low={selection.every((id) => { const mark = markOf(view.board, id); return mark !== undefined && liesLow(mark); })}
          arrange={selection.length > 1 ? arrangeItems(desk, t) : []}
          more={moreItems(desk, t)}
          onLeaveGroup={inside === null ? null : () => leaveGroup(desk)}
          onLock={() => run('edit.lock')}
          onForward={() => run('edit.toFront')}
          onBackward={() => run('edit.toBack')}
          onDuplicate={() => run('edit.duplicate')}
          onName={(name, role) => nameSelection(desk, name, role)}
          onKeepStamp={() => run('stamp.keep')}
          onRemove={() => run('edit.delete')}
        />
      )}
    </div>
  );
}
