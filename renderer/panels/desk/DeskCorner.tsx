import { Ellipsis, Vote } from 'lucide-react';
import { useWords } from '../../words.ts';
import { Menu, type MenuItem } from '../parts/Menu.tsx';
import styles from './DeskCorner.module.css';

export type DeskCornerProps = { readonly onVote: () => void; readonly voteOpen: boolean; readonly items: readonly MenuItem[] };

/** The corner below the tools: voting, and the rest behind three dots. */
export function DeskCorner({ onVote, voteOpen, items }: DeskCornerProps) {
  const { t } = useWords();
  return (
    <div className={styles.corner}>
      <button type="button" className={styles.vote} title={t('desk.vote')} aria-pressed={voteOpen} onClick={onVote}><Vote size={20} strokeWidth={1.8} aria-hidden /><span>{t('desk.vote')}</span></button>
      <Menu
        label={t('app.more')}
        side="top"
        align="end"
        items={items}
        trigger={<button type="button" className={styles.more} aria-label={t('app.more')}><Ellipsis size={22} strokeWidth={1.9} aria-hidden /></button>}
      />
    </div>
  );
}
