import { ChevronLeft, Inbox, Layers, LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../words.ts';
import { EditableName } from '../parts/EditableName.tsx';
import { PageList, type PageListProps } from './PageList.tsx';
import styles from './Rail.module.css';
import { RoomStrip, type RoomStripProps } from './RoomStrip.tsx';
import { SavedSign, type Saved } from './SavedSign.tsx';
import { WaitingStrip, type WaitingStripProps } from './WaitingStrip.tsx';

export type RailProps = {
  readonly title: string;
  readonly onRename: (title: string) => void;
  readonly onBack: () => void;
  readonly saved: Saved;
  readonly room: RoomStripProps;
  readonly waiting: WaitingStripProps;
  readonly pages: PageListProps;
  /** Ideas that phones sent and that nobody has placed yet. */
  readonly inbox?: { readonly waiting: number; readonly onPress: () => void };
  /** The step of the session that runs, with its clock. */
  readonly step?: ReactNode;
  /** `open` when what was prepared can be moved at this moment. */
  readonly layers: { readonly open: boolean; readonly shown: boolean; readonly onPress: () => void };
};

/** A name in letters in which its longest word fits on a line; longer names take two lines. */
function nameStyle(title: string): string | undefined {
  const longest = Math.max(...title.split(' ').map((word) => word.length));
  return longest > 14 ? styles.longest : title.length > 11 ? styles.long : styles.name;
}

/** Where am I, is it saved, what does the room see, what waits, which page. */
export function Rail({ title, onRename, onBack, saved, room, waiting, pages, layers, inbox, step }: RailProps) {
  const { t } = useWords();
  return (
    <aside className={styles.rail} aria-label={t('desk.rail')}>
      <div>
        <div className={styles.head}>
          <button type="button" className={styles.back} aria-label={t('desk.backToStart')} onClick={onBack}><ChevronLeft size={22} strokeWidth={1.8} aria-hidden /></button>
          <h1 className={styles.title}><EditableName value={title} label={t('desk.boardName')} editLabel={t('desk.rename')} onRename={onRename} className={nameStyle(title)} /></h1>
        </div>
        <SavedSign saved={saved} />
      </div>
      <RoomStrip {...room} />
      <WaitingStrip {...waiting} />
      {inbox && inbox.waiting > 0 && <button type="button" className={styles.layers} onClick={inbox.onPress}><Inbox size={18} strokeWidth={1.8} aria-hidden />{t('ideas.waiting', { count: inbox.waiting })}</button>}
      {step}
      <button type="button" className={styles.layers} data-open={layers.open} aria-expanded={layers.shown} onClick={layers.onPress}>
        {layers.open ? <LockOpen size={18} strokeWidth={1.8} aria-hidden /> : <Layers size={18} strokeWidth={1.8} aria-hidden />}
        {t(layers.open ? 'layers.isOpenShort' : 'actions.panel.layers')}
      </button>
      <div className={styles.pages}><PageList {...pages} /></div>
    </aside>
  );
}
