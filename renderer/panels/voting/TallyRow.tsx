import { Hand, Users } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import type { Candidate, RoundRule } from '../../../shared/board/round.ts';
import type { VotingWay } from '../../../shared/contract/rounds.ts';
import { useWords } from '../../words.ts';
import { HeadsField } from './HeadsField.tsx';
import { LineCheck } from './LineCheck.tsx';
import { PhonesCell } from './PhonesCell.tsx';
import { TallyCell } from './TallyCell.tsx';
import { DISK_COLUMN } from './tallyEntry.ts';
import styles from './TallyGrid.module.css';
import type { TallyLine } from './tallyLines.ts';
import { WayMenu } from './WayMenu.tsx';

type TallyRowProps = {
  readonly line: TallyLine;
  readonly candidates: readonly Candidate[];
  readonly rule: RoundRule;
  readonly narrow: boolean;
  readonly bad: boolean;
  readonly typing: boolean;
  /** The column that the keys are at, null when they are in another row. */
  readonly at: number | null;
  /** Whether the grid has the focus. */
  readonly inside: boolean;
  readonly cellRef: (column: number, element: HTMLElement | null) => void;
  readonly onArrive: (column: number) => void;
  readonly onKeyDown: (event: KeyboardEvent, column: number) => void;
  readonly onStep: (candidate: MarkId, by: 1 | -1) => void;
  readonly onKeep: () => void;
  readonly onHeads: (table: TableId, heads: number) => void;
  readonly onWay: (table: TableId, way: VotingWay) => void;
};

/** Who a line is about, and how many people. */
function LineHead({ line, cellRef, onArrive, onKeyDown, onHeads, onWay }: TallyRowProps) {
  const { t } = useWords();
  if (line.kind === 'hands') {
    return (
      <>
        <span role="rowheader" className={styles.table}><span className={styles.hands} aria-hidden><Hand size={18} strokeWidth={1.9} /></span><span className="aloud">{t('round.handsRow')}</span></span>
        <span role="gridcell" className={styles.raised} aria-label={t('round.handsHeads', { count: line.heads })}><Users size={17} strokeWidth={1.8} aria-hidden /><span aria-hidden>{line.heads}</span></span>
      </>
    );
  }
  const { table } = line;
  return (
    <>
      <span role="rowheader" className={styles.table}>
        <WayMenu
          table={table}
          way={line.way}
          onWay={(way) => onWay(table.id, way)}
          inTabOrder={false}
          buttonRef={(element) => cellRef(DISK_COLUMN, element)}
          onFocus={() => onArrive(DISK_COLUMN)}
          onKeyDown={(event) => onKeyDown(event, DISK_COLUMN)}
        />
      </span>
      <span role="gridcell"><HeadsField number={table.number} heads={line.heads} onHeads={(next) => onHeads(table.id, next)} /></span>
    </>
  );
}

/** One line of the grid: a table or the hands, its cells, and whether it adds up. */
export function TallyRow(props: TallyRowProps) {
  const { line, candidates, rule, narrow, bad, typing, at, inside, cellRef, onArrive, onKeyDown, onStep, onKeep } = props;
  const { t } = useWords();
  const own = line.kind === 'hands' || line.way === 'paper';
  const nameOf = ({ label }: Candidate): string => (line.kind === 'hands' ? t('round.handsCell', { candidate: label }) : t('voting.cell', { candidate: label, number: line.table.number }));
  const minusOf = ({ label }: Candidate): string => (line.kind === 'hands' ? t('round.handsMinus', { candidate: label }) : t('voting.minus', { candidate: label, number: line.table.number }));
  const here = inside && narrow && own && at !== null ? candidates[at] : undefined;
  return (
    <div role="row" className={styles.row} data-nobody={line.heads === 0}>
      <LineHead {...props} />
      {!own && (
        <PhonesCell
          way={line.way === 'hands' ? 'hands' : 'phones'}
          phones={line.phones}
          heads={line.heads}
          columns={candidates.length}
          inTabOrder={at !== null && at !== DISK_COLUMN}
          cellRef={(element) => cellRef(0, element)}
          onFocus={() => onArrive(0)}
          onKeyDown={(event) => onKeyDown(event, 0)}
        />
      )}
      {own && candidates.map((candidate, column) => (
        <TallyCell
          key={candidate.id}
          cellRef={(element) => cellRef(column, element)}
          label={nameOf(candidate)}
          minusLabel={minusOf(candidate)}
          emptyLabel={t('voting.cellEmpty')}
          dots={line.dots[candidate.id]}
          most={line.heads * rule.atMostPerCandidate}
          inTabOrder={at === column || (at === DISK_COLUMN && column === 0)}
          active={inside && at === column && !narrow}
          bad={bad}
          onStep={(by) => onStep(candidate.id, by)}
          onFocus={() => onArrive(column)}
          onKeyDown={(event) => onKeyDown(event, column)}
        />
      ))}
      <LineCheck line={line} rule={rule} bad={bad} typing={typing} minus={here ? { label: minusOf(here), onPress: () => onStep(here.id, -1) } : null} onKeep={onKeep} />
    </div>
  );
}
