import type { MarkId } from '../../shared/base/ids.ts';
import { markOf } from '../../shared/board/buckets.ts';
import { marksOfKind } from '../../shared/board/marksByKind.ts';
import type { Mark } from '../../shared/board/marks.ts';
import type { AssetData } from '../../shared/contract/boards.ts';
import type { DeskSession } from '../screens/board/deskSession.ts';
import { withPictures } from '../tools/selectTool.ts';
import { onceEach, type Action } from './action.ts';

/** A stamp's name is read in a picker: longer words are cut. */
const MOST_NAME_CHARS = 80;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, MOST_NAME_CHARS);

const marksOfIds = (desk: DeskSession, ids: readonly MarkId[]): readonly Mark[] => withPictures(ids, desk.store.get()).flatMap((id) => markOf(desk.store.get().board, id) ?? []);

/** The name that a drawing proposes by itself: its word as the room named it, else what is lettered in it; empty when it says nothing. */
export function proposedName(desk: DeskSession, ids: readonly MarkId[]): string {
  const { board } = desk.store.get();
  const marks = marksOfIds(desk, ids);
  const card = marks.find((mark) => mark.kind === 'card') ?? marksOfKind(board, 'card').find(({ picture }) => picture.some((id) => ids.includes(id)));
  if (card?.kind === 'card') return oneLine(card.text);
  const worded = marks.find((mark) => 'text' in mark && oneLine(mark.text) !== '');
  if (worded && 'text' in worded) return oneLine(worded.text);
  const named = marks.find((mark) => (mark.kind === 'stamp' || mark.kind === 'image') && mark.alt !== '');
  return named && 'alt' in named ? oneLine(named.alt) : '';
}

/** Keeps marks of the board as a stamp of this laptop. False when it could not be kept; the notice then says why. */
export async function keepAsStamp(desk: DeskSession, ids: readonly MarkId[], name: string): Promise<boolean> {
  const { keptDrawing, assetsOf, drawingOf } = await import('../../shared/scene/keptDrawing.ts');
  const document = keptDrawing(marksOfIds(desk, ids), desk.store.get(), oneLine(name));
  if (!document) return false;
  const assets: AssetData[] = [];
  for (const asset of assetsOf(drawingOf(document).marks)) {
    const got = await desk.host.call('assets.get', { board: desk.store.id, asset });
    if (got.ok) assets.push(got.value);
  }
  const kept = await desk.host.call('stamps.keep', { name: oneLine(name), document, assets });
  if (!kept.ok) desk.notices.tell(kept.trouble);
  return kept.ok;
}

/** Own stamps. */
export const stampActions: readonly Action[] = onceEach([
  {
    id: 'stamp.keep', label: 'actions.stamp.keep', shortcuts: [{ key: 's', shift: true }], enabled: (desk) => desk.desk.getState().selection.length > 0,
    run: (desk) => desk.desk.setState({ keeping: true }),
  },
]);
