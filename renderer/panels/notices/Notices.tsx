import { Info, TriangleAlert, X } from 'lucide-react';
import type { Trouble } from '../../../shared/contract/trouble.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import styles from './Notices.module.css';

/** Something the user should know; it stays until it is read, and never stands in the way of the pen. */
export type Notice = {
  readonly id: string;
  readonly about:
    | { readonly kind: 'trouble'; readonly trouble: Trouble }
    | { readonly kind: 'recovered'; readonly cut: boolean };
  /** What helps, as buttons: "kopie elders bewaren", "opnieuw proberen". */
  readonly ways: readonly { readonly label: string; readonly onPress: () => void }[];
};

export type NoticesProps = { readonly notices: readonly Notice[]; readonly onDismiss: (id: string) => void };

function NoticeCard({ notice, onDismiss }: { readonly notice: Notice; readonly onDismiss: (id: string) => void }) {
  const { t } = useWords();
  const { about } = notice;
  const trouble = about.kind === 'trouble';
  const what = trouble ? t(`notices.trouble.${about.trouble.code}.what`) : t('notices.recovered');
  const next = trouble ? t(`notices.trouble.${about.trouble.code}.next`) : about.cut ? t('notices.recoveredCut') : t('notices.recoveredWhole');
  return (
    <li className={styles.notice} data-kind={about.kind}>
      <span className={styles.sign} aria-hidden>{trouble ? <TriangleAlert size={20} strokeWidth={2} /> : <Info size={20} strokeWidth={2} />}</span>
      <div className={styles.words}>
        <p><b>{what}</b> {next}</p>
        {trouble && about.trouble.detail !== '' && <p className={styles.detail}>{t('notices.detail', { detail: about.trouble.detail })}</p>}
        {notice.ways.length > 0 && <p className={styles.ways}>{notice.ways.map(({ label, onPress }) => <Button key={label} kind="quiet" onPress={onPress}>{label}</Button>)}</p>}
      </div>
      <IconButton icon={<X size={20} />} label={t('notices.dismiss')} side="top" onPress={() => onDismiss(notice.id)} />
    </li>
  );
}

/** The quiet place for messages, read aloud when one comes. */
export function Notices({ notices, onDismiss }: NoticesProps) {
  const { t } = useWords();
  return (
    <ul className={styles.notices} aria-live="polite" aria-label={t('notices.name')}>
      {notices.map((notice) => <NoticeCard key={notice.id} notice={notice} onDismiss={onDismiss} />)}
    </ul>
  );
}
