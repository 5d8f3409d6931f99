import { Check, Printer } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import styles from './SeatCards.module.css';

/** How far the making of seat cards is. */
export type CardsMade = 'no' | 'busy' | 'done';

type SeatCardsProps = {
  /** Cards that will be made, spare ones included; null while it is not known. */
  readonly cards: number | null;
  readonly made: CardsMade;
  readonly onPrint: () => void;
  /** Makes new codes; false when that was refused. */
  readonly onRenew: () => Promise<boolean>;
};

/** Codes for the seats: cards to print, and new codes after one question in the same place. */
export function SeatCards({ cards, made, onPrint, onRenew }: SeatCardsProps) {
  const { t } = useWords();
  const [renewing, setRenewing] = useState<'no' | 'asking' | 'busy' | 'done'>('no');
  /** Whether the focus is here, and must not be lost with a button that goes. */
  const [pressed, setPressed] = useState(false);
  const ask = (): void => {
    setRenewing('asking');
    setPressed(true);
  };
  const renew = async (): Promise<void> => {
    setRenewing('busy');
    setRenewing((await onRenew()) ? 'done' : 'no');
  };
  return (
    <div className={styles.cards}>
      <p className={styles.name}>{t('door.seats')}</p>
      {cards !== null && <p className={styles.text}>{t('door.seatsText', { count: cards })}</p>}
      <div className={styles.row}>
        {renewing === 'asking' || renewing === 'busy'
          ? (
            <>
              <span className={styles.text} role="alert">{t('door.renewAsk')}</span>
              <Button key="no" focused disabled={renewing === 'busy'} onPress={() => setRenewing('no')}>{t('door.renewNo')}</Button>
              <Button key="yes" kind="quiet" disabled={renewing === 'busy'} onPress={() => void renew()}>{t('door.renewYes')}</Button>
            </>
          )
          : (
            <>
              <Button key="print" icon={<Printer size={18} strokeWidth={1.8} aria-hidden />} disabled={made === 'busy'} onPress={onPrint}>{t(made === 'busy' ? 'door.printing' : 'door.print')}</Button>
              <Button key="ask" kind="quiet" focused={pressed} onPress={ask}>{t('door.renew')}</Button>
            </>
          )}
      </div>
      <div role="status">
        {made === 'done' && <p className={styles.done}><Check size={17} strokeWidth={2.2} aria-hidden />{t('door.printed')}</p>}
        {renewing === 'done' && <p className={styles.done}><Check size={17} strokeWidth={2.2} aria-hidden />{t('door.renewed')}</p>}
      </div>
    </div>
  );
}
