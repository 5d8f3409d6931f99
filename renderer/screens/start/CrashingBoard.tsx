import { Button } from '../../panels/parts/Button.tsx';
import { useWords } from '../../words.ts';
import styles from './CrashingBoard.module.css';

export type CrashingBoardProps = { readonly onBack: () => void; readonly onAgain: () => void };

/** Instead of a board that took its window with it each time it was opened: the way out, and one more try. */
export function CrashingBoard({ onBack, onAgain }: CrashingBoardProps) {
  const { t } = useWords();
  return (
    <main className={styles['ground']}>
      <section className={styles['words']} role="alert">
        <h1>{t('start.crashesTitle')}</h1>
        <p>{t('start.crashesText')}</p>
        <div className={styles['ways']}>
          <Button kind="main" onPress={onBack}>{t('start.crashesBack')}</Button>
          <Button onPress={onAgain}>{t('start.crashesAgain')}</Button>
        </div>
      </section>
    </main>
  );
}
