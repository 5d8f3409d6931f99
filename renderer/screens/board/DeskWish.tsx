import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { MarkId } from '../../../shared/base/ids.ts';
import { markOf } from '../../../shared/board/buckets.ts';
import { keepAsStamp } from '../../actions/stampActions.ts';
import { KeptWord, StampWish } from '../../panels/stamps/StampWish.tsx';
import type { ViewChange } from '../../state/boardStore.ts';
import type { DeskSession } from './deskSession.ts';

/** The marks that a change puts on the board anew: alone, or with the bucket that they are the first of. */
function addedMarks({ change }: Extract<ViewChange, { kind: 'change' }>): readonly MarkId[] {
  if (change.kind !== 'patches') return [];
  return change.patches.flatMap(({ op, path, value }) => {
    if (op !== 'add' || path[0] !== 'buckets') return [];
    return path.length === 2 ? (Object.keys(value as object) as MarkId[]) : path.length === 3 ? [path[2] as MarkId] : [];
  });
}

/** Adds to the wish what a change newly draws on the page in view. */
function gather(desk: DeskSession, told: ViewChange): void {
  const { wish, page } = desk.desk.getState();
  if (!wish || told.kind !== 'change') return;
  const { board } = desk.store.get();
  const fresh = addedMarks(told).filter((id) => {
    const mark = markOf(board, id);
    return mark !== undefined && mark.page === page && mark.kind !== 'card' && mark.kind !== 'result' && !wish.marks.includes(id);
  });
  if (fresh.length > 0) desk.desk.setState({ wish: { ...wish, marks: [...wish.marks, ...fresh] } });
}

/** A stamp that nobody had is being drawn: what comes onto the page is kept under the word that was looked for. */
export function DeskWish({ desk }: { readonly desk: DeskSession }) {
  const wish = useStore(desk.desk, (state) => state.wish);
  const panel = useStore(desk.desk, (state) => state.panel);
  const [kept, setKept] = useState<string | null>(null);
  const wishing = wish !== null;
  useEffect(() => { if (wishing) setKept(null); }, [wishing]);
  useEffect(() => (wishing ? desk.store.onViewChange((told) => gather(desk, told)) : undefined), [desk, wishing]);
  if (!wish) return kept === null || panel !== null ? null : <KeptWord name={kept} onDismiss={() => setKept(null)} />;
  const { board } = desk.store.get();
  const marks = wish.marks.filter((id) => markOf(board, id) !== undefined);
  const stop = (): void => desk.desk.setState({ wish: null });
  return <StampWish name={wish.name} drawn={marks.length > 0} onKeep={() => void keepAsStamp(desk, marks, wish.name).then((done) => { if (done) { setKept(wish.name); stop(); } })} onCancel={stop} />;
}
