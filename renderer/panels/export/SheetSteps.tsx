import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useWords } from '../../words.ts';
import styles from './SheetSteps.module.css';

type SheetStepsProps = {
  /** Counted from 0. */
  readonly at: number;
  readonly count: number;
  readonly onGo: (at: number) => void;
};

/** Goes through what will come out, sheet by sheet; nothing where there is only one. */
export function SheetSteps({ at, count, onGo }: SheetStepsProps) {
  const { t } = useWords();
  if (count < 2) return null;
  return (
    <div className={styles.steps} role="group" aria-label={t('export.leaf')}>
      <button type="button" className={styles.step} aria-label={t('export.leafBack')} disabled={at === 0} onClick={() => onGo(at - 1)}><ChevronLeft size={22} strokeWidth={1.9} aria-hidden /></button>
      <span className={styles.where} aria-live="polite">{t('export.leafAt', { at: at + 1, count })}</span>
      <button type="button" className={styles.step} aria-label={t('export.leafOn')} disabled={at === count - 1} onClick={() => onGo(at + 1)}><ChevronRight size={22} strokeWidth={1.9} aria-hidden /></button>
    </div>
  );
}
