import { Check, ChevronRight, Smartphone } from 'lucide-react';
import { useState } from 'react';
import type { DoorCause, DoorState } from '../../../shared/contract/door.ts';
import type { WordKey } from '../../../shared/strings/words.ts';
import { useWords } from '../../words.ts';
import { CopyButton } from './CopyButton.tsx';
import { firewallRule } from './firewallRule.ts';
import styles from './PhoneCheck.module.css';

type PhoneCheckProps = {
  readonly door: DoorState;
  /** As Node names it; decides which rule the firewall is given. */
  readonly platform: string;
  readonly onCopy: (text: string) => void;
};

/** Where a system asks about its firewall, or what to do where it does not. */
const firewallText = (platform: string): WordKey => (platform === 'darwin' ? 'door.causeText.firewallMac' : platform === 'win32' ? 'door.causeText.firewallWindows' : 'door.causeText.firewallLinux');

/** One reason why no phone comes in, and what helps. */
function Cause({ cause, likely, address, platform, onCopy }: Pick<PhoneCheckProps, 'platform' | 'onCopy'> & { readonly cause: DoorCause; readonly likely: boolean; readonly address: string | null }) {
  const { t } = useWords();
  const rule = cause === 'firewall' ? firewallRule(platform, address) : null;
  return (
    <li className={styles.cause}>
      <p><b>{t(`door.cause.${cause}`)}</b>{likely && <span className={styles.likely}>{t('door.likely')}</span>}</p>
      <p className={styles.text}>{t(cause === 'firewall' ? firewallText(platform) : `door.causeText.${cause}`)}</p>
      {rule !== null && (
        <div className={styles.rule}>
          <code className={styles.code}>{rule}</code>
          <CopyButton what={t('door.firewallRule')} onCopy={() => onCopy(rule)} />
        </div>
      )}
    </li>
  );
}

/** Whether a phone gets in: turns green when one did, else says what is most likely in its way. */
export function PhoneCheck({ door, platform, onCopy }: PhoneCheckProps) {
  const { t } = useWords();
  const [unfolded, setUnfolded] = useState(false);
  const { reached, phones, causes } = door;
  return (
    <>
      <div className={styles.check} role="status">
        <span className={styles.sign} data-reached={reached} role="img" aria-label={t(reached ? 'check.ok' : 'check.open')}>
          {reached ? <Check size={19} strokeWidth={2.2} /> : <Smartphone size={18} strokeWidth={1.9} />}
        </span>
        <div className={styles.words}>
          <p className={styles.name}>{t(reached ? 'door.reached' : 'door.check')}</p>
          <p className={styles.text}>{reached ? `${t('door.reachedText')} ${phones === 0 ? t('door.phonesNone') : t('door.phones', { count: phones })}` : t('door.checkText')}</p>
        </div>
      </div>
      {!reached && (
        <>
          <button type="button" className={styles.fold} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}><ChevronRight size={18} strokeWidth={1.9} aria-hidden />{t('door.notReached')}</button>
          {unfolded && <ol className={styles.causes}>{causes.map((cause, i) => <Cause key={cause} cause={cause} likely={i === 0} address={door.address} platform={platform} onCopy={onCopy} />)}</ol>}
        </>
      )}
    </>
  );
}
