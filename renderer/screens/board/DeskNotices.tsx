import { useStore } from 'zustand';
import { Notices } from '../../panels/notices/Notices.tsx';
import type { NoticeStore } from '../../state/noticeStore.ts';

/** What went wrong, quietly, until it is read. */
export function DeskNotices({ notices }: { readonly notices: NoticeStore }) {
  const list = useStore(notices);
  return <Notices notices={list.map(({ id, about }) => ({ id: String(id), about, ways: [] }))} onDismiss={(id) => notices.drop(Number(id))} />;
}
