import { EyeOff } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import type { Candidate, RoundRule } from '../../../shared/board/round.ts';
import type { LedgerView, VotingWay } from '../../../shared/contract/rounds.ts';
import type { Dots } from '../../../shared/voting/tableTally.ts';
import { useWords } from '../../words.ts';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { TallyFoot } from './TallyFoot.tsx';
import { TallyGrid, type TallyGridHandle } from './TallyGrid.tsx';
import { HANDS, letterOf, tallyLines, takesDots, type TallyLineId } from './tallyLines.ts';
import styles from './TallyPanel.module.css';

/** What becomes of a count: null when the ledger did not take it, so that it must not look counted. */
type CountAnswer = void | Promise<LedgerView | null>;

export type TallyPanelProps = {
  readonly roundNumber: number;
  readonly rule: RoundRule;
  readonly candidates: readonly Candidate[];
  readonly pictureOf: (candidate: MarkId) => ReactNode;
  readonly tables: readonly Table[];
  /** What the ledger knows. */
  readonly view: LedgerView;
  /** A whole row, told once when one is done with it; no entries at all when it was emptied. */
  readonly onCount: (table: TableId, dots: Dots) => CountAnswer;
  readonly onHands: (dots: Dots) => CountAnswer;
  readonly onHeads: (table: TableId, heads: number) => void;
  readonly onWay: (table: TableId, way: VotingWay) => void;
  readonly onClosesMs: (closesMs: number | null) => void;
  readonly onUndo: () => void;
  readonly onCloseRound: () => void;
  readonly onCancelRound: () => void;
  readonly onDismiss: () => void;
};

type Typed = { readonly line: TallyLineId; readonly dots: Dots };
/** A row on its way to the ledger, with what the ledger had before. */
type Sent = Typed & { readonly before: Dots };

/** A row as it is kept: when anything was counted, a cell left empty means none. */
function wholeRow(dots: Dots, candidates: readonly Candidate[]): Dots {
  return Object.keys(dots).length === 0 ? {} : Object.fromEntries(candidates.map(({ id }) => [id, dots[id] ?? 0]));
}

/** What the ledger has of a line. */
function keptDots(view: LedgerView, line: TallyLineId): Dots {
  return (line === HANDS ? view.hands.dots : view.rows.find((row) => row.table === line)?.dots) ?? {};
}

const sameDots = (a: Dots, b: Dots): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The tally of an open round: tables on paper, on phones and by hand. No totals anywhere: people look over shoulders. */
export function TallyPanel(props: TallyPanelProps) {
  const { roundNumber, rule, candidates, pictureOf, tables, view, onCount, onHands, onHeads, onWay, onClosesMs, onUndo, onCloseRound, onCancelRound, onDismiss } = props;
  const { t, n } = useWords();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const typing = useRef<Typed | null>(null);
  const grid = useRef<TallyGridHandle | null>(null);
  // Phones change the view at any moment: what was just counted stays until the ledger has it.
  useEffect(() => setSent((rows) => rows.filter(({ line, before }) => sameDots(keptDots(view, line), before))), [view]);

  const write = (next: Typed | null): void => { typing.current = next; setTyped(next); };
  const dotsOf = (line: TallyLineId): Dots => {
    const known = [...(typed ? [typed] : []), ...sent].find((row) => row.line === line);
    return known?.dots ?? keptDots(view, line);
  };
  const keep = (): void => {
    const row = typing.current;
    if (!row) return;
    const whole = { line: row.line, dots: wholeRow(row.dots, candidates), before: keptDots(view, row.line) };
    write(null);
    setSent((before) => [whole, ...before.filter(({ line }) => line !== row.line)]);
    const answer = whole.line === HANDS ? onHands(whole.dots) : onCount(whole.line, whole.dots);
    void answer?.then((taken) => { if (!taken) setSent((rows) => rows.filter((row) => row !== whole)); });
  };
  // Whatever takes the panel away, a row that was typed is not lost.
  const keepLatest = useRef(keep);
  useEffect(() => { keepLatest.current = keep; });
  useEffect(() => () => keepLatest.current(), []);
  const setDots = (line: TallyLineId, candidate: MarkId, dots: number | undefined): void => {
    if (typing.current && typing.current.line !== line) keep();
    const { [candidate]: _old, ...rest } = typing.current?.dots ?? dotsOf(line);
    write({ line, dots: dots === undefined ? rest : { ...rest, [candidate]: dots } });
  };

  const lines = tallyLines(view, tables, dotsOf);
  const raised = lines.some(({ id }) => id === HANDS);
  return (
    <PanelFrame
      title={t('voting.title')}
      onClose={onDismiss}
      about={(
        <span className={styles.about}>
          <span>{t('voting.round', { number: roundNumber })}</span>
          <span className={styles.sign}><i className={styles.dot} aria-hidden />{t('voting.dotsPerPerson', { count: rule.dotsPerPerson, n: n(rule.dotsPerPerson) })}{rule.atMostPerCandidate > 1 && `, ${t('round.piled')}`}</span>
          <span className={styles.sign}><EyeOff size={18} strokeWidth={1.8} aria-hidden />{t('voting.hidden')}</span>
        </span>
      )}
      footer={<TallyFoot view={view} lines={lines} rule={rule} onUndo={onUndo} onClosesMs={onClosesMs} onCloseRound={() => { keep(); onCloseRound(); }} onCancelRound={onCancelRound} onMissing={(line) => grid.current?.focusRow(line)} />}
    >
      <TallyGrid
        lines={lines}
        candidates={candidates}
        rule={rule}
        pictureOf={pictureOf}
        typing={typed?.line ?? null}
        onDots={setDots}
        onKeep={keep}
        onHeads={onHeads}
        onWay={onWay}
        handle={grid}
      />
      <p className={styles.howTo}>
        {lines.some(takesDots) && `${t('voting.howTo')} `}{t('round.waysKeys')}
        {raised && ` ${t('round.handsKeys', { first: letterOf(0), last: letterOf(candidates.length - 1) })}`}
      </p>
    </PanelFrame>
  );
}
