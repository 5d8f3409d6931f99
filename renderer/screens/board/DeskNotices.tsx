import { useStore } from 'zustand';
import type { NoticeStore } from '../../state/noticeStore.ts';
import { useWords } from '../../words.ts';
import { troubleText } from './troubleText.ts';

/** What went wrong, quietly, until it is read. */
export function DeskNotices({ notices }: { readonly notices: NoticeStore }) {
  const { t } = useWords();
  const list = useStore(notices);
  return (
    <div aria-live="polite">
      {list.map(({ id, trouble }) => (
        <p key={id}>{troubleText(t, trouble.code, trouble.detail)} <button type="button" onClick={() => notices.drop(id)}>{t('app.done')}</button></p>
      ))}
    </div>
  );
}
