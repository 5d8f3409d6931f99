import { Check, Minus, TriangleAlert } from 'lucide-react';
import { Fragment, useImperativeHandle, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import type { Candidate, RoundRule } from '../../../shared/board/round.ts';
import { checkTableDots, sumOfDots, type Dots } from '../../../shared/voting/tableTally.ts';
import { useWords } from '../../words.ts';
import { Disk } from '../parts/Disk.tsx';
import { HeadsField } from './HeadsField.tsx';
import { rowTrouble } from './rowTrouble.ts';
import { TallyCell } from './TallyCell.tsx';
import { cellAfter, withDigit, withStep, type Cell } from './tallyEntry.ts';
import styles from './TallyGrid.module.css';

/** One table as the grid shows it, with what is being typed. */
export type TallyRow = { readonly table: Table; readonly heads: number; readonly dots: Dots };

/** What one can ask of the grid: to bring the focus to a table's row. */
export type TallyGridHandle = { readonly focusRow: (table: TableId) => void };

type TallyGridProps = {
  readonly rows: readonly TallyRow[];
  readonly candidates: readonly Candidate[];
  readonly rule: RoundRule;
  readonly pictureOf: (candidate: MarkId) => ReactNode;
  /** The row that is being typed and has not been kept yet. */
  readonly typing: TableId | null;
  readonly onDots: (table: TableId, candidate: MarkId, dots: number | undefined) => void;
  readonly onKeep: () => void;
  readonly onHeads: (table: TableId, heads: number) => void;
  readonly handle: Ref<TallyGridHandle>;
};

/** From this many candidates on the columns are too narrow for a minus of their own. */
const NARROW_FROM = 6;

/** Tables × candidates. Arrows move, digits set, + and − step, Enter goes on; leaving a row keeps it. */
export function TallyGrid({ rows, candidates, rule, pictureOf, typing, onDots, onKeep, onHeads, handle }: TallyGridProps) {
  const words = useWords();
  const { t } = words;
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const [inside, setInside] = useState(false);
  const fresh = useRef(true);
  const cells = useRef(new Map<string, HTMLDivElement>());
  const narrow = candidates.length >= NARROW_FROM;
  const keyOf = ({ row, column }: Cell): string => `${row} ${column}`;
  const focus = (cell: Cell): void => cells.current.get(keyOf(cell))?.focus();
  useImperativeHandle(handle, () => ({ focusRow: (table) => focus({ row: rows.findIndex((row) => row.table.id === table), column: 0 }) }));

  const onKeyDown = (event: KeyboardEvent, cell: Cell): void => {
    const row = rows[cell.row];
    const candidate = candidates[cell.column];
    if (!row || !candidate || event.ctrlKey || event.metaKey || event.altKey) return;
    const dots = row.dots[candidate.id];
    const set = (next: number | undefined): void => { event.preventDefault(); onDots(row.table.id, candidate.id, next); };
    if (/^[0-9]$/.test(event.key)) {
      set(withDigit(dots, Number(event.key), fresh.current));
      fresh.current = false;
      return;
    }
    if (event.key === '+' || event.key === ' ') return set(withStep(dots, 1));
    if (event.key === '-') return set(withStep(dots, -1));
    if (event.key === 'Backspace' || event.key === 'Delete') return set(undefined);
    const next = cellAfter(event.key, cell, rows.length, candidates.length);
    if (next) { event.preventDefault(); focus(next); } else if (event.key === 'Enter') { event.preventDefault(); onKeep(); }
  };

  return (
    <div
      className={styles.grid}
      role="grid"
      aria-label={t('voting.grid')}
      data-narrow={narrow}
      style={{ gridTemplateColumns: `44px 80px repeat(${candidates.length}, minmax(${narrow ? 44 : 62}px, ${narrow ? 96 : 136}px)) minmax(${narrow ? 92 : 96}px, 1fr)` }}
      onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) { setInside(false); onKeep(); } }}
    >
      <div role="row" className={styles.row}>
        <span role="columnheader" className={styles.column}><span className="aloud">{t('voting.tableColumn')}</span></span>
        <span role="columnheader" className={styles.column}>{t('voting.headsColumn')}</span>
        {candidates.map((candidate) => (
          <span key={candidate.id} role="columnheader" className={styles.candidate}>
            <span className={styles.picture} aria-hidden>{pictureOf(candidate.id)}</span>
            <span className={styles.name} data-long={candidate.label.length > 8}>{candidate.label}</span>
          </span>
        ))}
        <span role="columnheader" className={styles.column}><span className="aloud">{t('voting.checkColumn')}</span></span>
      </div>
      {rows.map(({ table, heads, dots }, row) => {
        const trouble = rowTrouble(words, table.number, heads, dots, candidates, rule);
        const { counted } = checkTableDots(dots, heads, rule);
        const sum = t('voting.sumOf', { sum: sumOfDots(dots), allowed: heads * rule.dotsPerPerson });
        const activeHere = inside && at.row === row;
        const candidateHere = candidates[at.column];
        return (
          <Fragment key={table.id}>
            <div role="row" className={styles.row} data-nobody={heads === 0}>
              <span role="rowheader" className={styles.table}><Disk number={table.number} color={table.color} sizePx={34} /><span className="aloud">{t('catcher.table', { number: table.number })}</span></span>
              <span role="gridcell"><HeadsField number={table.number} heads={heads} onHeads={(next) => onHeads(table.id, next)} /></span>
              {candidates.map((candidate, column) => {
                const active = activeHere && at.column === column;
                const names = { candidate: candidate.label, number: table.number };
                return (
                  <TallyCell
                    key={candidate.id}
                    cellRef={(element) => { if (element) cells.current.set(keyOf({ row, column }), element); else cells.current.delete(keyOf({ row, column })); }}
                    label={t('voting.cell', names)}
                    minusLabel={t('voting.minus', names)}
                    emptyLabel={t('voting.cellEmpty')}
                    dots={dots[candidate.id]}
                    most={heads}
                    inTabOrder={at.row === row && at.column === column}
                    active={active && !narrow}
                    bad={trouble !== null}
                    onStep={(by) => onDots(table.id, candidate.id, withStep(dots[candidate.id], by))}
                    onFocus={() => { fresh.current = true; setInside(true); setAt({ row, column }); if (typing !== null && typing !== table.id) onKeep(); }}
                    onKeyDown={(event) => onKeyDown(event, { row, column })}
                  />
                );
              })}
              <span role="gridcell" className={styles.check} data-bad={trouble !== null}>
                {narrow && activeHere && candidateHere && (
                  <button type="button" tabIndex={-1} className={styles.minus} aria-label={t('voting.minus', { candidate: candidateHere.label, number: table.number })} onPointerDown={(event) => event.preventDefault()} onClick={() => onDots(table.id, candidateHere.id, withStep(dots[candidateHere.id], -1))}>
                    <Minus size={18} aria-hidden />
                  </button>
                )}
                {trouble ? <>{sum}<TriangleAlert size={19} strokeWidth={2} aria-hidden /></>
                  : typing === table.id ? <button type="button" className={styles.done} aria-label={t('voting.rowDoneFor', { number: table.number })} onClick={onKeep}>{sum}<span className={styles.tick}>{t('voting.rowDone')}</span></button>
                    : counted ? <>{sum}<Check size={19} strokeWidth={2.2} className={styles.good} aria-hidden /></>
                      : heads === 0 ? '–' : t('voting.notYet')}
              </span>
            </div>
            {trouble && (
              <div role="row" className={styles.row}>
                <div role="gridcell" className={styles.trouble}><p role="alert"><b>{trouble.what}</b> {trouble.why}</p></div>
              </div>
            )}
          </Fragment>
        );
      })}
    </div>
  );
}
