import { useEffect, useRef } from 'react';
import type { VotingWay } from '../../../shared/contract/rounds.ts';
import { sentenceCase } from '../../../shared/strings/numberWord.ts';
import { useWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import styles from './AskWay.module.css';

type AskWayProps = {
  /** The table's number, null when it is about all tables. */
  readonly number: number | null;
  readonly way: VotingWay;
  readonly ballots: number;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Asks under a table's row, or above all of them, whether the ballots of its phones may go; Esc is no. */
export function AskWay({ number, way, ballots, onYes, onNo }: AskWayProps) {
  const { t, n, locale } = useWords();
  const answers = useRef<HTMLDivElement | null>(null);
  useEffect(() => answers.current?.querySelector('button')?.focus(), []);
  return (
    <div
      className={styles.ask}
      role="gridcell"
      onKeyDown={(event) => {
        // The buttons answer; no key may count a dot behind them.
        if (event.key !== 'Tab') event.stopPropagation();
        if (event.key === 'Escape') { event.preventDefault(); onNo(); }
      }}
    >
      <p className={styles.words} role="alert"><b>{number === null ? sentenceCase(locale, t('round.ballotsGoAll', { count: ballots, n: n(ballots) })) : t('round.ballotsGo', { count: ballots, n: n(ballots), number })}</b> {t('round.ballotsGoWhy')}</p>
      <div ref={answers} className={styles.answers}>
        <Button onPress={onNo}>{t('round.ballotsGoNo')}</Button>
        <Button kind="quiet" onPress={onYes}>{t('round.ballotsGoYes', { way: t(`round.way.${way}`) })}</Button>
      </div>
    </div>
  );
}
