import { Smartphone } from 'lucide-react';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import styles from './UntoldResult.module.css';

export type UntoldResultProps = {
  readonly question: string;
  /** Shows the result to the room again. */
  readonly onShow: () => void;
  /** The room has seen it, or heard it. */
  readonly onTell: () => void;
};

/** A result from before this desk: phones wait until the room has had it, which only a person knows. */
export function UntoldResult({ question, onShow, onTell }: UntoldResultProps) {
  const { t } = useWords();
  return (
    <section className={styles.card} aria-label={t('voting.untoldTitle')}>
      <Smartphone size={24} strokeWidth={1.7} aria-hidden className={styles.sign} />
      <div className={styles.words}>
        <p className={styles.title} role="status">{t('voting.untoldTitle')}</p>
        <p className={styles.text}>{t('voting.untoldText', { question })}</p>
        <div className={styles.ways}>
          <Button onPress={onShow}>{t('voting.untoldShow')}</Button>
          <Button kind="quiet" onPress={onTell}>{t('voting.untoldTell')}</Button>
        </div>
      </div>
    </section>
  );
}
