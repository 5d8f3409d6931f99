import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Board } from '../../../shared/board/board.ts';
import { liesLow } from '../../../shared/board/buckets.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { actionNamed } from '../../actions/list.ts';
import { leaveGroup } from '../../actions/editActions.ts';
import { nameSelection } from '../../actions/harvestActions.ts';
import { SelectionMenu } from '../../panels/selection/SelectionMenu.tsx';
import { toScreen, type CameraView } from '../../stage/camera.ts';
import { namedMarks } from '../../state/namedMarks.ts';
import { selectionBox } from '../../tools/selectTool.ts';
import { useWords } from '../../words.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';
import { KeepStampBar } from './KeepStampBar.tsx';
import { arrangeItems, moreItems } from './selectionMenus.tsx';
import styles from './SelectionBar.module.css';

/** Height that the bar and the turning handle need above the selection, px. */
const ABOVE_PX = 108;

/** Puts the bar beside a box of the page: above it, or below when there is no room. */
function place(bar: HTMLElement, box: Box, camera: CameraView): void {
  const topLeft = toScreen(camera, { x: box.x, y: box.y });
  const bottomRight = toScreen(camera, { x: box.x + box.w, y: box.y + box.h });
  const above = topLeft.y - ABOVE_PX > 8;
  bar.style.left = `${Math.min(Math.max((topLeft.x + bottomRight.x) / 2, 230), window.innerWidth - 230)}px`;
  bar.style.top = `${above ? topLeft.y - ABOVE_PX : Math.min(bottomRight.y + 18, window.innerHeight - 150)}px`;
}

/** The bar beside the selection. Not there while the lettering editor is. It follows the camera without being drawn again. */
export function SelectionBar({ desk }: { readonly desk: DeskSession }) {
  const { board, inks } = useBoard(desk.store);
  const selection = useStore(desk.desk, (state) => state.selection);
  const writing = useStore(desk.desk, (state) => state.writing);
  const bar = useRef<HTMLDivElement>(null);
  const box = useMemo(() => selectionBox(selection, { board, inks }), [selection, board, inks]);
  const { camera } = desk.canvas;
  useLayoutEffect(() => {
    const follow = (view: CameraView): void => { if (bar.current && box) place(bar.current, box, view); };
    follow(camera.get());
    return camera.subscribe(follow);
  }, [camera, box, writing]);
  if (!box || writing) return null;
  return <div ref={bar} className={styles['bar']}><BarContent desk={desk} board={board} /></div>;
}

/** What stands in the bar; drawn again when the selection or the board is another. */
const BarContent = memo(function BarContent({ desk, board }: { readonly desk: DeskSession; readonly board: Board }) {
  const selection = useStore(desk.desk, (state) => state.selection);
  const inside = useStore(desk.desk, (state) => state.inside);
  const keeping = useStore(desk.desk, (state) => state.keeping);
  // Whether looks can be put on depends on it.
  useStore(desk.desk, (state) => state.copiedStyle);
  const { t } = useWords();
  const marks = namedMarks(selection, board);
  const run = (id: string): void => actionNamed(id)?.run(desk);
  // Another selection starts with a closed menu.
  const key = `${selection.length} ${selection[0] ?? ''} ${selection[selection.length - 1] ?? ''}`;
  if (keeping) return <KeepStampBar key={key} desk={desk} marks={selection} />;
  return (
    <SelectionMenu
      key={key}
      count={selection.length}
      locked={false}
      canName={marks.some(({ kind }) => kind !== 'card')}
      low={marks.every(liesLow)}
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
  );
});
