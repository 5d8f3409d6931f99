import type { MarkId } from '../../../shared/base/ids.ts';
import type { FarText, Seats } from '../../../shared/scene/farReading.ts';
import { useWords } from '../../words.ts';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { SeatsFields } from './SeatsFields.tsx';
import styles from './FarPanel.module.css';

export type FarPanelProps = {
  readonly seats: Seats;
  readonly onSeats: (seats: Seats) => void;
  /** The smallest lettering that the last row can read, board units. */
  readonly leastUnits: number;
  readonly found: readonly FarText[];
  readonly onGoTo: (mark: MarkId) => void;
  readonly onDismiss: () => void;
};

/** What the last row cannot read, to go there, and where the rule comes from. */
export function FarPanel({ seats, onSeats, leastUnits, found, onGoTo, onDismiss }: FarPanelProps) {
  const { t } = useWords();
  const least = Math.ceil(leastUnits);
  return (
    <PanelFrame title={t('far.title')} onClose={onDismiss} footer={<p className={styles.source}>{t('far.rule')} {t('far.source')}</p>}>
      <SeatsFields seats={seats} onChange={onSeats} />
      <p className={styles.least} aria-live="polite">{found.length === 0 ? t('far.none', { least }) : t('far.count', { count: found.length, least })}</p>
      <ul>
        {found.map(({ mark, text, sizeUnits }) => (
          <li key={mark}>
            <button type="button" className={styles.go} onClick={() => onGoTo(mark)}>
              <span className={styles.text}>{text}</span>
              <span className={styles.size}>{t('far.size', { size: Math.round(sizeUnits) })}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > 0 && <p className={styles.source}>{t('far.nearer')}</p>}
    </PanelFrame>
  );
}
