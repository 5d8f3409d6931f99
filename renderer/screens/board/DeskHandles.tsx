import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { markOf } from '../../../shared/board/buckets.ts';
import type { Matrix } from '../../../shared/geometry/matrix.ts';
import { HandleStage, type HandleAt } from '../../stage/HandleStage.tsx';
import type { Point } from '../../../shared/geometry/box.ts';
import { handSizedShape } from '../../../shared/scene/growShape.ts';
import { markNode } from '../../../shared/scene/markNode.ts';
import { pulledTail, tailOnPage } from '../../../shared/scene/pulledTail.ts';
import { SelectionHandles } from '../../stage/SelectionHandles.tsx';
import { TailHandle } from '../../stage/TailHandle.tsx';
import { dragPicture, type DragPicture } from '../../tools/dragPicture.ts';
import { isMovable, selectionBox, withPictures } from '../../tools/selectTool.ts';
import { namedMarks } from '../../state/namedMarks.ts';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';

/** The selection's handles; while they are pulled the selection is shown where it will be. */
export function DeskHandles({ desk, onReady }: { readonly desk: DeskSession; readonly onReady: (at: HandleAt | null) => void }) {
  const view = useBoard(desk.store);
  const selection = useStore(desk.desk, (state) => state.selection);
  const { board, inks } = view;
  const box = useMemo(() => selectionBox(selection, { board, inks }), [selection, board, inks]);
  const ids = useMemo(() => {
    const now = { board, inks };
    return namedMarks(withPictures(selection, now), board).filter((mark) => isMovable(mark, now)).map(({ id }) => id);
  }, [selection, board, inks]);
  const writing = useStore(desk.desk, (state) => state.writing);
  const inHand = useRef<DragPicture | null>(null);
  const shown = box && ids.length > 0 && !writing ? box : null;
  const forms = useMemo(() => namedMarks(selection, board).every(({ kind }) => kind === 'shape' || kind === 'image' || kind === 'result'), [selection, board]);
  const only = selection.length === 1 && ids.length === 1 && ids[0] ? markOf(view.board, ids[0]) : undefined;
  // A single form gets that size by hand: its lettering is set anew in it.
  const sized = only?.kind === 'shape' && only.form !== 'line' ? only : null;
  const tail = sized && tailOnPage(sized);
  const show = (matrix: Matrix): void => {
    inHand.current ??= dragPicture(desk.context, ids);
    inHand.current.show(matrix);
  };
  const put = (matrix: Matrix): void => {
    desk.store.do(sized ? { type: 'marks.put', what: 'edit', marks: [handSizedShape(sized, matrix, desk.measure)] } : { type: 'marks.transform', ids, matrix });
    inHand.current?.end();
    inHand.current = null;
    desk.canvas.hide([]);
  };
  const pull = (at: Point): void => {
    if (!sized) return;
    desk.canvas.hide([sized.id]);
    desk.context.overlay({ kind: 'nodes', opacity: 1, nodes: [markNode(pulledTail(sized, at), view)] });
  };
  const pulled = (at: Point): void => {
    desk.context.overlay(null);
    const mark = sized && pulledTail(sized, at);
    if (mark && desk.store.do({ type: 'marks.put', what: 'edit', marks: [mark] })) desk.context.keep(mark);
    desk.canvas.hide([]);
  };
  return (
    <HandleStage shown={shown !== null} onReady={onReady}>
      {shown && <SelectionHandles box={shown} camera={desk.canvas.camera} keepRatio={!forms} onTransforming={show} onTransformed={put} />}
      {shown && tail && <TailHandle at={tail} camera={desk.canvas.camera} onPull={pull} onPulled={pulled} />}
    </HandleStage>
  );
}
