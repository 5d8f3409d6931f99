import { Check, Minus, TriangleAlert } from 'lucide-react';
import type { RoundRule } from '../../../shared/board/round.ts';
import { checkTableDots, sumOfDots } from '../../../shared/voting/tableTally.ts';
import { useWords } from '../../words.ts';
import styles from './LineCheck.module.css';
import { takesDots, type TallyLine } from './tallyLines.ts';

type LineCheckProps = {
  readonly line: TallyLine;
  readonly rule: RoundRule;
  readonly bad: boolean;
  readonly typing: boolean;
  /** A minus for the cell that has the focus, where columns are too narrow to hold one. */
  readonly minus: { readonly label: string; readonly onPress: () => void } | null;
  readonly onKeep: () => void;
};

/** The end of a line: whether it adds up, what is still to be counted, and the button that says it is done. */
export function LineCheck({ line, rule, bad, typing, minus, onKeep }: LineCheckProps) {
  const { t } = useWords();
  const sum = t('voting.sumOf', { sum: sumOfDots(line.dots), allowed: line.heads * rule.dotsPerPerson });
  const tick = <Check size={19} strokeWidth={2.2} className={styles.good} aria-hidden />;
  const said = () => {
    if (!takesDots(line)) {
      if (line.kind !== 'table' || line.way !== 'phones' || line.heads === 0) return line.heads === 0 ? '–' : '';
      return bad ? <TriangleAlert size={19} strokeWidth={2} aria-hidden /> : line.phones === line.heads ? <>{t('round.phonesAll')}{tick}</> : t(line.shut ? 'round.phonesShut' : 'round.phonesWait');
    }
    if (bad) return <>{sum}<TriangleAlert size={19} strokeWidth={2} aria-hidden /></>;
    if (typing) {
      const label = line.kind === 'hands' ? t('round.handsDone') : t('voting.rowDoneFor', { number: line.table.number });
      return <>{sum}<button type="button" className={styles.done} aria-label={label} onClick={onKeep}><span className={styles.tick}>{t('voting.rowDone')}</span></button></>;
    }
    if (checkTableDots(line.dots, line.heads, rule).counted) return <>{sum}{tick}</>;
    return line.heads === 0 ? '–' : t('voting.notYet');
  };
  return (
    <span role="gridcell" className={styles.check} data-bad={bad} data-own={takesDots(line)}>
      {minus && (
        <button type="button" tabIndex={-1} className={styles.minus} aria-label={minus.label} onPointerDown={(event) => event.preventDefault()} onClick={minus.onPress}>
          <Minus size={18} aria-hidden />
        </button>
      )}
      {said()}
    </span>
  );
}
