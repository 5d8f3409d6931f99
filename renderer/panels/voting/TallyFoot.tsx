import { Lock, Undo2 } from 'lucide-react';
import type { RoundRule } from '../../../shared/board/round.ts';
import type { LedgerView } from '../../../shared/contract/rounds.ts';
import { spokenList } from '../../../shared/strings/numberWord.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { CancelRound } from './CancelRound.tsx';
import { Countdown } from './Countdown.tsx';
import { isMissing, type TallyLine, type TallyLineId } from './tallyLines.ts';
import { timeText } from './timeText.ts';
import styles from './TallyPanel.module.css';

type TallyFootProps = {
  readonly view: LedgerView;
  readonly lines: readonly TallyLine[];
  readonly rule: RoundRule;
  readonly onUndo: () => void;
  readonly onClosesMs: (closesMs: number | null) => void;
  readonly onCloseRound: () => void;
  readonly onCancelRound: () => void;
  /** Leads to a line that is still to be counted. */
  readonly onMissing: (line: TallyLineId) => void;
};

/** Turnout, undo and countdown, and the button that closes; a count that is missing comes first. */
export function TallyFoot({ view, lines, rule, onUndo, onClosesMs, onCloseRound, onCancelRound, onMissing }: TallyFootProps) {
  const words = useWords();
  const { t, n } = words;
  const missing = lines.filter((line) => isMissing(line, rule));
  const first = missing[0];
  const tables = missing.flatMap((line) => (line.kind === 'table' ? [line.table.number] : []));
  const names = [
    ...(tables.length > 0 ? [t('voting.tableList', { count: tables.length, list: spokenList(tables, t('voting.and')) })] : []),
    ...(tables.length < missing.length ? [t('round.stillHands')] : []),
  ];
  const phones = lines.some((line) => line.kind === 'table' && line.way === 'phones');
  const out = view.heads - view.cast;
  const why = first ? t('voting.stillTables', { tables: spokenList(names, t('voting.and')) }) : phones && out > 0 ? t('round.stillOut', { count: out, n: n(out) }) : null;
  return (
    <div className={styles.foot}>
      <div className={styles.turnout}>
        <b role="status">{t(phones ? 'round.cast' : 'voting.counted', { cast: view.cast, heads: view.heads })}</b>
        <Button kind="quiet" icon={<Undo2 size={18} strokeWidth={1.9} aria-hidden />} disabled={!view.canUndo} onPress={onUndo}>{t('voting.undo')}</Button>
      </div>
      <div className={styles.close}>
        <Button kind={first ? 'wanting' : 'main'} large icon={<Lock size={20} strokeWidth={1.9} aria-hidden />} describedBy={why === null ? undefined : 'tally-missing'} onPress={() => { if (first) onMissing(first.id); else onCloseRound(); }}>
          {t('voting.close')}
        </Button>
      </div>
      <div className={styles.ends}>
        <Countdown closesMs={view.closesMs} onClosesMs={onClosesMs} />
        <CancelRound onCancel={onCancelRound} />
        {view.corrections > 0 && <span className={styles.small}>{t('voting.corrections', { count: view.corrections, n: n(view.corrections) })}</span>}
        {why !== null && <p id="tally-missing" className={styles.why}>{why}</p>}
      </div>
      {view.time !== 'open' && <p className={styles.time} role="alert">{timeText(words, view.time, first !== undefined)}</p>}
      <p className={styles.rule}>{t('voting.rule')} {t('voting.ruleKept')}</p>
    </div>
  );
}
