import { Check } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import type { Candidate } from '../../../shared/board/round.ts';
import { useWords } from '../../words.ts';
import { defaultDots } from '../../../shared/voting/tableTally.ts';
import { Button } from '../parts/Button.tsx';
import { Disk } from '../parts/Disk.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { Stepper } from '../parts/Stepper.tsx';
import styles from './VoteSetup.module.css';

/** What opens a round. */
export type VotePlan = { readonly question: string; readonly candidates: readonly MarkId[]; readonly dotsPerPerson: number };

export type VoteSetupProps = {
  /** The metaphors of the board, in the order in which they stand on paper. */
  readonly candidates: readonly Candidate[];
  readonly pictureOf: (candidate: MarkId) => ReactNode;
  readonly tables: readonly Table[];
  readonly onHeads: (table: TableId, heads: number) => void;
  readonly onOpen: (plan: VotePlan) => void;
  readonly onDismiss: () => void;
};

/** More than this a room cannot keep apart; they are not chosen beforehand. */
const MOST_CHOSEN = 8;

/** Before a round: the question, what the room chooses from, how many dots, how many people. */
export function VoteSetup({ candidates, pictureOf, tables, onHeads, onOpen, onDismiss }: VoteSetupProps) {
  const { t } = useWords();
  const questionId = useId();
  const [question, setQuestion] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<MarkId>>(() => new Set(candidates.slice(MOST_CHOSEN).map(({ id }) => id)));
  const [dots, setDots] = useState<number | null>(null);
  const chosen = candidates.filter(({ id }) => !left.has(id));
  const dotsPerPerson = Math.min(dots ?? defaultDots(chosen.length), Math.max(1, chosen.length - 1));
  const people = tables.reduce((sum, { heads }) => sum + heads, 0);
  const enough = chosen.length >= 2;
  const toggle = (id: MarkId): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const open = (): void => onOpen({ question: (question ?? '').trim() || t('voting.questionFirst'), candidates: chosen.map(({ id }) => id), dotsPerPerson });

  return (
    <PanelFrame
      title={t('voting.setupTitle')}
      onClose={onDismiss}
      footer={(
        <div className={styles.foot}>
          <p className={styles.small}>{t('voting.rule')} {t('voting.ruleKept')} {t('voting.ruleBefore')}</p>
          <div className={styles.open}>
            <Button kind={enough ? 'main' : 'wanting'} large onPress={() => { if (enough) open(); else document.getElementById(`${questionId}-first`)?.focus(); }} describedBy={enough ? undefined : `${questionId}-why`}>{t('voting.open')}</Button>
            {!enough && <p id={`${questionId}-why`} className={styles.small}>{t('voting.needTwo')}</p>}
          </div>
        </div>
      )}
    >
      <label htmlFor={questionId} className={styles.label}>{t('voting.question')}</label>
      <input id={questionId} className={styles.question} value={question ?? t('voting.questionFirst')} maxLength={120} autoComplete="off" onFocus={(event) => event.target.select()} onChange={(event) => setQuestion(event.target.value)} />

      <h3 className={styles.label}>{t('voting.candidates')}</h3>
      {candidates.length === 0
        ? <p className={styles.none}><b>{t('voting.noCandidates')}</b> {t('voting.noCandidatesText')}</p>
        : (
          <>
            <ul className={styles.candidates}>
              {candidates.map(({ id, label }, i) => {
                const on = !left.has(id);
                return (
                  <li key={id}>
                    <button id={i === 0 ? `${questionId}-first` : undefined} type="button" role="checkbox" aria-checked={on} aria-label={label} className={styles.candidate} onClick={() => toggle(id)}>
                      <span className={styles.picture} aria-hidden>{pictureOf(id)}</span>
                      <span className={styles.name}>{label}</span>
                      <span className={styles.tick} aria-hidden>{on && <Check size={15} strokeWidth={2.8} />}</span>
                    </button>
                  </li>
                );
              })}
            </ul>
            <p className={styles.small}>{t('voting.candidatesHint')}</p>
          </>
        )}

      <div className={styles.dots}>
        <span>
          <span className={styles.name2}>{t('voting.dots')}</span>
          <span className={styles.small}>{dotsPerPerson === 1 ? t('voting.dotsWhyOne') : t('voting.dotsWhy')}</span>
        </span>
        <Stepper name={t('voting.dots')} value={dotsPerPerson} min={1} max={Math.max(1, chosen.length - 1)} onChange={setDots} />
      </div>

      <h3 className={styles.label}>{t('voting.people')}</h3>
      <ul className={styles.tables}>
        {tables.map((table) => (
          <li key={table.id} className={styles.table}>
            <Disk number={table.number} color={table.color} sizePx={28} />
            <Stepper name={t('voting.peopleAt', { number: table.number })} value={table.heads} min={0} max={30} onChange={(heads) => onHeads(table.id, heads)} />
          </li>
        ))}
      </ul>
      <p className={styles.small} role="status">{t('voting.peopleTotal', { count: people })}</p>
    </PanelFrame>
  );
}
