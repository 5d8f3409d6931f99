import { EyeOff, Lock, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import type { Candidate, RoundRule } from '../../../shared/board/round.ts';
import type { LedgerView } from '../../../shared/contract/rounds.ts';
import { spokenList } from '../../../shared/strings/numberWord.ts';
import { checkTableDots, type Dots } from '../../../shared/voting/tableTally.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { CancelRound } from './CancelRound.tsx';
import { TallyGrid, type TallyGridHandle } from './TallyGrid.tsx';
import styles from './TallyPanel.module.css';

export type TallyPanelProps = {
  readonly roundNumber: number;
  readonly rule: RoundRule;
  readonly candidates: readonly Candidate[];
  readonly pictureOf: (candidate: MarkId) => ReactNode;
  readonly tables: readonly Table[];
  /** What the ledger knows. A new object drops what was typed and not taken over. */
  readonly view: LedgerView;
  /** A whole row, told once when one is done with it; no entries at all when it was emptied. */
  readonly onCount: (table: TableId, dots: Dots) => void;
  readonly onHeads: (table: TableId, heads: number) => void;
  readonly onUndo: () => void;
  readonly onCloseRound: () => void;
  readonly onCancelRound: () => void;
  readonly onDismiss: () => void;
};

type Typed = { readonly table: TableId; readonly dots: Dots };

/** A row as it is kept: when anything was counted, a cell left empty means none. */
function wholeRow(dots: Dots, candidates: readonly Candidate[]): Dots {
  return Object.keys(dots).length === 0 ? {} : Object.fromEntries(candidates.map(({ id }) => [id, dots[id] ?? 0]));
}

/** The tally of an open round, table by table. No totals anywhere: people look over shoulders. */
export function TallyPanel(props: TallyPanelProps) {
  const { roundNumber, rule, candidates, pictureOf, tables, view, onCount, onHeads, onUndo, onCloseRound, onCancelRound, onDismiss } = props;
  const { t, n } = useWords();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [sent, setSent] = useState<readonly Typed[]>([]);
  const typing = useRef<Typed | null>(null);
  const grid = useRef<TallyGridHandle | null>(null);
  useEffect(() => setSent([]), [view]);

  const write = (next: Typed | null): void => { typing.current = next; setTyped(next); };
  const dotsOf = (table: TableId): Dots => {
    const known = [...(typed ? [typed] : []), ...sent].find((row) => row.table === table);
    return known?.dots ?? view.rows.find((row) => row.table === table)?.dots ?? {};
  };
  const keep = (): void => {
    const row = typing.current;
    if (!row) return;
    const whole = { table: row.table, dots: wholeRow(row.dots, candidates) };
    write(null);
    setSent((before) => [whole, ...before.filter(({ table }) => table !== row.table)]);
    onCount(whole.table, whole.dots);
  };
  // Whatever takes the panel away, a row that was typed is not lost.
  const keepLatest = useRef(keep);
  useEffect(() => { keepLatest.current = keep; });
  useEffect(() => () => keepLatest.current(), []);
  const setDots = (table: TableId, candidate: MarkId, dots: number | undefined): void => {
    if (typing.current && typing.current.table !== table) keep();
    const { [candidate]: _old, ...rest } = typing.current?.dots ?? dotsOf(table);
    write({ table, dots: dots === undefined ? rest : { ...rest, [candidate]: dots } });
  };

  const rows = tables.map((table) => ({ table, heads: view.rows.find((row) => row.table === table.id)?.heads ?? table.heads, dots: dotsOf(table.id) }));
  const missing = rows.filter(({ heads, dots }) => heads > 0 && !checkTableDots(dots, heads, rule).counted).map(({ table }) => table);
  const first = missing[0];

  return (
    <PanelFrame
      title={t('voting.title')}
      onClose={onDismiss}
      about={(
        <span className={styles.about}>
          <span>{t('voting.round', { number: roundNumber })}</span>
          <span className={styles.sign}><i className={styles.dot} aria-hidden />{t('voting.dotsPerPerson', { count: rule.dotsPerPerson, n: n(rule.dotsPerPerson) })}</span>
          <span className={styles.sign}><EyeOff size={18} strokeWidth={1.8} aria-hidden />{t('voting.hidden')}</span>
        </span>
      )}
      footer={(
        <div className={styles.foot}>
          <div className={styles.left}>
            <div className={styles.turnout}>
              <b role="status">{t('voting.counted', { cast: view.cast, heads: view.heads })}</b>
              <Button kind="quiet" icon={<Undo2 size={18} strokeWidth={1.9} aria-hidden />} disabled={!view.canUndo} onPress={onUndo}>{t('voting.undo')}</Button>
              {view.corrections > 0 && <span className={styles.small}>{t('voting.corrections', { count: view.corrections, n: n(view.corrections) })}</span>}
            </div>
            <p className={styles.rule}>{t('voting.rule')} {t('voting.ruleKept')}</p>
            <CancelRound onCancel={onCancelRound} />
          </div>
          <div className={styles.close}>
            <Button
              kind={first ? 'wanting' : 'main'}
              large
              icon={<Lock size={20} strokeWidth={1.9} aria-hidden />}
              describedBy={first ? 'tally-missing' : undefined}
              onPress={() => { if (first) grid.current?.focusRow(first.id); else onCloseRound(); }}
            >
              {t('voting.close')}
            </Button>
            {first && (
              <p id="tally-missing" className={styles.small}>
                {t('voting.stillTables', { tables: t('voting.tableList', { count: missing.length, list: spokenList(missing.map(({ number }) => number), t('voting.and')) }) })}
              </p>
            )}
          </div>
        </div>
      )}
    >
      <TallyGrid
        rows={rows}
        candidates={candidates}
        rule={rule}
        pictureOf={pictureOf}
        typing={typed?.table ?? null}
        onDots={setDots}
        onKeep={keep}
        onHeads={onHeads}
        handle={grid}
      />
      <p className={styles.howTo}>{t('voting.howTo')}</p>
    </PanelFrame>
  );
}
