import { Button } from '../../panels/parts/Button.tsx';
import { useWords } from '../../words.ts';
import styles from './CrashingBoard.module.css';

export type AwayBoardProps = {
  /** Whether the board was open in this window until another one took it over. */
  readonly wasHere: boolean;
  readonly onBack: () => void;
  readonly onHere: () => void;
};

/** Instead of a board that another window works on: the way back, and going on here. */
export function AwayBoard({ wasHere, onBack, onHere }: AwayBoardProps) {
  const { t } = useWords();
  return (
    <main className={styles['ground']}>
      <section className={styles['words']} role="alert">
        <h1>{t(wasHere ? 'start.takenTitle' : 'start.awayTitle')}</h1>
        <p>{t(wasHere ? 'start.takenText' : 'start.awayText')}</p>
        <div className={styles['ways']}>
          <Button kind={wasHere ? 'second' : 'main'} onPress={onHere}>{t('start.awayHere')}</Button>
          <Button onPress={onBack}>{t('start.crashesBack')}</Button>
        </div>
      </section>
    </main>
  );
}
