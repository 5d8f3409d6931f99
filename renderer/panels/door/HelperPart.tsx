import { UserPlus } from 'lucide-react';
import type { HelperInvitation, HelperState } from '../../../shared/contract/helper.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { QrCode } from '../parts/QrCode.tsx';
import { timeText } from '../parts/whenText.ts';
import styles from './HelperPart.module.css';

export type HelperPartProps = {
  readonly helpers: HelperState['helpers'];
  /** The code that is shown now; null when none was asked for, or somebody used it. */
  readonly invitation: HelperInvitation | null;
  readonly onInvite: () => void;
  readonly onRevoke: (helper: string) => void;
};

/** Lets somebody help from a phone or tablet, and sends helpers away again. */
export function HelperPart({ helpers, invitation, onInvite, onRevoke }: HelperPartProps) {
  const { t, locale } = useWords();
  return (
    <div className={styles.part}>
      <h3 className={styles.title}>{t('helpers.title')}</h3>
      <p className={styles.text}>{t('helpers.text')}</p>
      {invitation === null
        ? <Button icon={<UserPlus size={18} strokeWidth={1.8} aria-hidden />} onPress={onInvite}>{t('helpers.invite')}</Button>
        : (
          <div className={styles.in}>
            <QrCode className={styles.qr} text={invitation.url} label={t('helpers.qr')} />
            <div>
              <p className={styles.text} role="status">{t('helpers.until', { time: timeText(locale, invitation.untilMs) })}</p>
              <Button kind="quiet" onPress={onInvite}>{t('helpers.anew')}</Button>
            </div>
          </div>
        )}
      {helpers.length > 0 && (
        <ul className={styles.list}>
          {helpers.map(({ id, sinceMs, here }) => (
            <li key={id} className={styles.helper}>
              <span className={styles.since}>{t('helpers.one', { time: timeText(locale, sinceMs) })}<span className={styles.here}>{t(here ? 'helpers.here' : 'helpers.away')}</span></span>
              <Button kind="quiet" label={t('helpers.revokeOne', { time: timeText(locale, sinceMs) })} onPress={() => onRevoke(id)}>{t('helpers.revoke')}</Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
