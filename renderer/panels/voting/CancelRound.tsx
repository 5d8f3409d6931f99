import { useState } from 'react';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import styles from './CancelRound.module.css';

/** Stops a round without a result, after one question in the same place. */
export function CancelRound({ onCancel }: { readonly onCancel: () => void }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.cancel}>
      {asking
        ? (
          <>
            <span>{t('voting.cancelAsk')}</span>
            <Button kind="quiet" onPress={onCancel}>{t('voting.cancelYes')}</Button>
            <Button kind="quiet" onPress={() => setAsking(false)}>{t('voting.cancelNo')}</Button>
          </>
        )
        : <Button kind="quiet" onPress={() => setAsking(true)}>{t('voting.cancelRound')}</Button>}
    </div>
  );
}
