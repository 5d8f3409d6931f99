import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { markOf } from '../../../shared/board/buckets.ts';
import type { Matrix } from '../../../shared/geometry/matrix.ts';
import { HandleStage, type HandleAt } from '../../stage/HandleStage.tsx';
import { SelectionHandles } from '../../stage/SelectionHandles.tsx';
import { dragPicture, type DragPicture } from '../../tools/dragPicture.ts';
import { isMovable, selectionBox, withPictures } from '../../tools/selectTool.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';

/** The selection's handles; while they are pulled the selection is shown where it will be. */
export function DeskHandles({ desk, onReady }: { readonly desk: DeskSession; readonly onReady: (at: HandleAt | null) => void }) {
  const view = useBoard(desk.store);
  const selection = useStore(desk.desk, (state) => state.selection);
  const box = useMemo(() => selectionBox(selection, view), [selection, view]);
  const ids = useMemo(() => withPictures(selection, view).filter((id) => { const mark = markOf(view.board, id); return mark !== undefined && isMovable(mark, view); }), [selection, view]);
  const inHand = useRef<DragPicture | null>(null);
  const shown = box && ids.length > 0 ? box : null;
  const forms = selection.every((id) => ['shape', 'image', 'result'].includes(markOf(view.board, id)?.kind ?? ''));
  const show = (matrix: Matrix): void => {
    inHand.current ??= dragPicture(desk.context, ids);
    inHand.current.show(matrix);
  };
  const put = (matrix: Matrix): void => {
    desk.store.do({ type: 'marks.transform', ids, matrix });
    inHand.current?.end();
    inHand.current = null;
    desk.canvas.hide([]);
  };
  return (
    <HandleStage shown={shown !== null} onReady={onReady}>
      {shown && <SelectionHandles box={shown} camera={desk.canvas.camera} keepRatio={!forms} onTransforming={show} onTransformed={put} />}
    </HandleStage>
  );
}
