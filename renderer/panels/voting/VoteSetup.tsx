import { ChevronRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import type { RoundRule } from '../../../shared/board/round.ts';
import { defaultDots } from '../../../shared/voting/tableTally.ts';
import type { VoteDraft } from '../../state/voteDraft.ts';
import { useWords, type UsedWords } from '../../words.ts';
import { Button } from '../parts/Button.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { Stepper } from '../parts/Stepper.tsx';
import { SwitchRow } from '../parts/SwitchRow.tsx';
import { CandidateChoice } from './CandidateChoice.tsx';
import { ClockChoice } from './ClockChoice.tsx';
import { chosenOf, commonWay, mostDots, roleOf, ruleOf, toggled, waysOf, type VoteCard, type VotePlan } from './votePlan.ts';
import styles from './VoteSetup.module.css';
import { WayMenu } from './WayMenu.tsx';
import { WaySegment } from './WaySegment.tsx';

export type VoteSetupProps = {
  /** The cards of the board: metaphors in the order in which they stand on paper, the others most named first. */
  readonly cards: readonly VoteCard[];
  readonly draft: VoteDraft;
  readonly onDraft: (draft: VoteDraft) => void;
  readonly pictureOf: (candidate: MarkId) => ReactNode;
  readonly tables: readonly Table[];
  /** Where phones come in now; null while the room door is closed. */
  readonly doorUrl: string | null;
  readonly onHeads: (table: TableId, heads: number) => void;
  readonly onDoor: () => void;
  /** Leads to where words that say the same are made one. */
  readonly onMerge: () => void;
  readonly onOpen: (plan: VotePlan) => void;
  readonly onDismiss: () => void;
};

/** How dots may be given, in words. */
function dotsText({ t }: UsedWords, rule: RoundRule, candidates: number): string {
  if (rule.atMostPerCandidate > 1) return t('round.dotsPiled');
  if (rule.dotsPerPerson === 1) return t('voting.dotsWhyOne');
  return rule.dotsPerPerson === defaultDots(candidates) ? t('round.dotsThird') : t('round.dotsApart');
}

/** What the folded choices are, in one line. */
function foldedText({ t, n }: UsedWords, { piling, minutes }: VoteDraft): string {
  return [...(piling ? [t('round.sumPiled')] : []), minutes === null ? t('round.sumNoClock') : t('round.sumClock', { count: minutes, n: n(minutes) })].join(', ');
}

/** Before a round: the question, what the room chooses from, how many dots, and how each table votes. */
export function VoteSetup({ cards, draft, onDraft, pictureOf, tables, doorUrl, onHeads, onDoor, onMerge, onOpen, onDismiss }: VoteSetupProps) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const [unfolded, setUnfolded] = useState(false);
  const role = roleOf(draft, cards);
  const chosen = chosenOf(draft, cards.filter((card) => card.role === role));
  const rule = ruleOf(draft, chosen.length);
  const ways = waysOf(draft, tables, doorUrl === null ? 'paper' : 'phones');
  const people = tables.reduce((sum, { heads }) => sum + heads, 0);
  const byPhone = tables.some(({ id: table, heads }) => heads > 0 && ways[table] === 'phones');
  const enough = chosen.length >= 2;
  const firstId = `${id}-first`;
  const change = (part: Partial<VoteDraft>): void => onDraft({ ...draft, ...part });
  const question = draft.question ?? t(`round.question.${role}`);
  const open = (): void => onOpen({ question: question.trim() || t(`round.question.${role}`), candidates: chosen.map((card) => card.id), rule, ways, minutes: draft.minutes });

  return (
    <PanelFrame
      title={t('voting.setupTitle')}
      onClose={onDismiss}
      footer={(
        <div className={styles.foot}>
          <p className={styles.small}>{t('voting.rule')} {t('voting.ruleKept')} {t('voting.ruleBefore')}</p>
          <div className={styles.open}>
            <Button kind={enough ? 'main' : 'wanting'} large onPress={() => { if (enough) open(); else document.getElementById(firstId)?.focus(); }} describedBy={enough ? undefined : `${id}-why`}>{t('voting.open')}</Button>
            {!enough && <p id={`${id}-why`} className={styles.small}>{t('voting.needTwo')}</p>}
          </div>
        </div>
      )}
    >
      <label htmlFor={`${id}-question`} className={styles.label}>{t('voting.question')}</label>
      <input id={`${id}-question`} className={styles.question} value={question} maxLength={120} autoComplete="off" onFocus={(event) => event.target.select()} onChange={(event) => change({ question: event.target.value })} />

      <CandidateChoice
        cards={cards}
        role={role}
        chosen={chosen}
        pictureOf={pictureOf}
        firstId={firstId}
        onRole={(next) => change({ role: next, chosen: null, dots: null })}
        onToggle={(card) => change({ chosen: toggled(chosen, card) })}
        onMerge={onMerge}
      />

      <div className={styles.dots}>
        <span>
          <span className={styles.name}>{t('voting.dots')}</span>
          <span className={styles.small}>{dotsText(words, rule, chosen.length)}</span>
        </span>
        <Stepper name={t('voting.dots')} value={rule.dotsPerPerson} min={draft.piling ? 2 : 1} max={mostDots(chosen.length, draft.piling)} onChange={(dots) => change({ dots })} />
      </div>

      <h3 className={styles.label}>{t('round.ways')}</h3>
      <WaySegment way={commonWay(ways, tables)} onWay={(way) => change({ ways: Object.fromEntries(tables.map((table) => [table.id, way])) })} />
      {byPhone && (
        <p className={styles.door} data-closed={doorUrl === null}>
          {doorUrl === null ? t('round.doorClosed') : t('round.doorOpen', { address: doorUrl.replace(/^http:\/\/|\/$/g, '') })}
          <Button kind="quiet" onPress={onDoor}>{t(doorUrl === null ? 'round.toDoor' : 'round.seeDoor')}</Button>
        </p>
      )}

      <h3 className={styles.label}>{t('round.tables')}</h3>
      <ul className={styles.tables}>
        {tables.map((table) => (
          <li key={table.id} className={styles.table}>
            <WayMenu table={table} way={ways[table.id] ?? 'paper'} onWay={(way) => change({ ways: { ...ways, [table.id]: way } })} />
            <Stepper name={t('voting.peopleAt', { number: table.number })} value={table.heads} min={0} max={30} onChange={(heads) => onHeads(table.id, heads)} />
          </li>
        ))}
      </ul>
      <p className={styles.small} role="status">{t('voting.peopleTotal', { count: people })}</p>

      <button type="button" className={styles.fold} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        <ChevronRight size={18} strokeWidth={1.9} aria-hidden />{t('round.more')}
        {!unfolded && <span className={styles.sum}>{foldedText(words, draft)}</span>}
      </button>
      {unfolded && (
        <>
          <ClockChoice minutes={draft.minutes} onMinutes={(minutes) => change({ minutes })} />
          <SwitchRow label={t('round.pile')} text={t('round.pileText')} on={draft.piling} onChange={(piling) => change({ piling, dots: piling ? Math.max(2, rule.dotsPerPerson) : null })} />
        </>
      )}
    </PanelFrame>
  );
}
