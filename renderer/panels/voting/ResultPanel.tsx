import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MarkId } from '../../../shared/base/ids.ts';
import type { Candidate, RoundRule } from '../../../shared/board/round.ts';
import { sentenceCase, spokenList } from '../../../shared/strings/numberWord.ts';
import type { ResultRow } from '../../../shared/voting/ranking.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { ResultBars } from './ResultBars.tsx';
import styles from './ResultPanel.module.css';

export type ResultPanelProps = {
  readonly question: string;
  readonly roundNumber: number;
  readonly rule: RoundRule;
  readonly cast: number;
  readonly heads: number;
  readonly corrections: number;
  readonly pictureOf: (candidate: MarkId) => ReactNode;
  /** Null while it is hidden: nothing of the result is then in this panel. */
  readonly rows: readonly ResultRow[] | null;
  /** The candidates that share the first place, when there are several. */
  readonly tie: readonly Candidate[] | null;
  /** Whom the lot chose after a second tie, once it was drawn. */
  readonly lots: { readonly name: string; readonly seed: string } | null;
  /** True when this round was a run-off already: then lots are drawn. */
  readonly isRunOff: boolean;
  /** Between whom a run-off could still go after a win: the first two places. Null when it could not. */
  readonly topTwo: readonly Candidate[] | null;
  readonly onTopTwo: () => void;
  readonly onReveal: () => void;
  readonly onRunOff: () => void;
  readonly onDrawLots: () => void;
  readonly onKeepBoth: () => void;
  readonly onNewRound: () => void;
  /** Lays the winner pale and large on the sheet, for a hand to follow; null without a drawing to lay. */
  readonly onGuide: (() => void) | null;
  /** The room has seen it: the board comes back, and the panel goes. */
  readonly onBackToBoard: () => void;
  /** Phones wait for this result since before a restart: says that the room has had it. Null when they do not. */
  readonly onTell: (() => void) | null;
  readonly onDismiss: () => void;
};

/** After closing: hidden until the begeleider reveals it; then bars, and on a tie the way on. */
export function ResultPanel(props: ResultPanelProps) {
  const { question, roundNumber, rule, cast, heads, corrections, pictureOf, rows, tie, lots, isRunOff, topTwo, onTopTwo, onReveal, onRunOff, onDrawLots, onKeepBoth, onNewRound, onGuide, onBackToBoard, onTell, onDismiss } = props;
  const { t, n, locale } = useWords();
  const about = `${t('voting.round', { number: roundNumber })} · ${question}`;
  if (rows === null) {
    return (
      <PanelFrame key="hidden" title={t('voting.resultTitle')} about={about} onClose={onDismiss}>
        <div className={styles.hidden}>
          <p className={styles.turnout}>{t('voting.closedText', { cast, heads })}</p>
          <p className={styles.quiet}>{t('voting.ready')}</p>
          <Button kind="main" large icon={<Eye size={22} strokeWidth={1.9} aria-hidden />} onPress={onReveal}>{t('voting.reveal')}</Button>
          <p className={styles.quiet}>{t('voting.roomReady')}</p>
          <Button kind="quiet" onPress={onBackToBoard}>{t('voting.later')}</Button>
          <Button kind="quiet" onPress={onNewRound}>{t('voting.newRound')}</Button>
        </div>
      </PanelFrame>
    );
  }
  const winner = rows.find((row) => row.winner)?.label;
  const names = spokenList((tie ?? []).map(({ label }) => label), t('voting.and'));
  const either = spokenList((tie ?? []).map(({ label }) => label), t('voting.or'));
  const each = t('voting.dotsOf', { count: rule.dotsPerPerson, n: n(rule.dotsPerPerson) });
  const open = tie !== null && lots === null;
  return (
    // A panel of its own: the keyboard goes on from its beginning, and a second press of Enter does nothing.
    <PanelFrame
      key="shown"
      title={t('voting.resultTitle')}
      about={about}
      onClose={onDismiss}
      footer={open
        ? (
          <div className={styles.foot}>
            {isRunOff
              ? <Button kind="main" large onPress={onDrawLots}>{t('voting.lots')}</Button>
              : <Button kind="main" large onPress={onRunOff}>{t('voting.runOff', { names: either })}</Button>}
            <Button kind="quiet" onPress={onKeepBoth}>{t('voting.keepBoth')}</Button>
            {!isRunOff && <p className={styles.quiet}>{t('voting.runOffText')}</p>}
          </div>
        )
        : (
          <div className={styles.foot}>
            <Button kind="main" large onPress={onBackToBoard}>{t('voting.backToBoard')}</Button>
            {onGuide && <Button kind="quiet" onPress={onGuide}>{t('voting.guide')}</Button>}
            <Button kind="quiet" onPress={onNewRound}>{t('voting.newRound')}</Button>
            {topTwo && <Button kind="quiet" onPress={onTopTwo}>{t('voting.runOff', { names: spokenList(topTwo.map(({ label }) => label), t('voting.or')) })}</Button>}
          </div>
        )}
    >
      <p className={styles.headline} role="status">
        {lots ? t('voting.drawnLots', { name: lots.name }) : tie ? t('voting.tie') : winner === undefined ? '' : sentenceCase(locale, t('voting.winner', { name: winner }))}
      </p>
      {tie && <p className={styles.quiet}>{sentenceCase(locale, t('voting.tieText', { names }))}</p>}
      {lots && <p className={styles.quiet}>{t('voting.lotsSeed', { seed: lots.seed })}</p>}
      <ResultBars rows={rows} tie={tie} pictureOf={pictureOf} />
      <p className={styles.line}>
        {t('voting.turnout', { cast, heads, dots: each })}
        {corrections > 0 && `, ${t('voting.withCorrections', { corrections: t('voting.corrections', { count: corrections, n: n(corrections) }) })}`}
      </p>
      {onTell && (
        <div className={styles.untold}>
          <p>{t('voting.untoldTitle')}.</p>
          <Button onPress={onTell}>{t('voting.untoldTell')}</Button>
        </div>
      )}
    </PanelFrame>
  );
}
