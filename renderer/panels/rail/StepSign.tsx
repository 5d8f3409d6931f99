import { endOfStep, leftMs, runningStep, type RunningOrder } from '../../../shared/board/runningOrder.ts';
import { useWords } from '../../words.ts';
import { clockText } from '../../../shared/strings/clockText.ts';
import { useNow } from '../parts/useNow.ts';
import styles from './StepSign.module.css';

/** The step of the session that runs and what is left of it; pressing it opens the running order. Nothing while none runs. */
export function StepSign({ order, onPress }: { readonly order: RunningOrder; readonly onPress: () => void }) {
  const { t } = useWords();
  const nowMs = useNow(endOfStep(order));
  const step = runningStep(order);
  const left = leftMs(order, nowMs);
  if (!step || left === null) return null;
  return (
    <button type="button" className={styles.sign} data-over={left < 0} onClick={onPress}>
      <span className={styles.title}>{step.title}</span>
      <span className={styles.left}>{t(left < 0 ? 'order.over' : 'order.left', { time: clockText(Math.abs(left)) })}</span>
    </button>
  );
}
