import { Fragment, useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import type { MarkId, TableId } from '../../../shared/base/ids.ts';
import type { Candidate, RoundRule } from '../../../shared/board/round.ts';
import type { VotingWay } from '../../../shared/contract/rounds.ts';
import { useWords } from '../../words.ts';
import { AskWay } from './AskWay.tsx';
import { GridHead } from './GridHead.tsx';
import { lineTrouble } from './rowTrouble.ts';
import { cellAfter, DISK_COLUMN, withDigit, withStep, type Cell } from './tallyEntry.ts';
import styles from './TallyGrid.module.css';
import { candidateOfKey, HANDS, takesDots, type TallyLine, type TallyLineId } from './tallyLines.ts';
import { TallyRow } from './TallyRow.tsx';
import { WAY_KEYS } from './WayMenu.tsx';

/** What one can ask of the grid: to bring the focus to a line. */
export type TallyGridHandle = { readonly focusRow: (line: TallyLineId) => void };

type TallyGridProps = {
  readonly lines: readonly TallyLine[];
  readonly candidates: readonly Candidate[];
  readonly rule: RoundRule;
  readonly pictureOf: (candidate: MarkId) => ReactNode;
  /** The line that is being typed and has not been kept yet. */
  readonly typing: TallyLineId | null;
  readonly onDots: (line: TallyLineId, candidate: MarkId, dots: number | undefined) => void;
  readonly onKeep: () => void;
  readonly onHeads: (table: TableId, heads: number) => void;
  readonly onWay: (table: TableId, way: VotingWay) => void;
  readonly handle: Ref<TallyGridHandle>;
};

/** From this many candidates on the columns are too narrow for a minus of their own. */
const NARROW_FROM = 6;
/** From this many on names stand upright, and the grid scrolls sideways under its first and last column where it must. */
const MANY_FROM = 9;

/**
 * Tables × candidates, and a row for raised hands. Arrows move, digits set, + and − step, Enter goes on; P, T and H say
 * how a table votes; in the row of hands a candidate's letter adds one and takes one off with Shift. Leaving a row keeps it.
 */
export function TallyGrid({ lines, candidates, rule, pictureOf, typing, onDots, onKeep, onHeads, onWay, handle }: TallyGridProps) {
  const words = useWords();
  const { t } = words;
  const [at, setAt] = useState<Cell>(() => ({ row: Math.max(0, lines.findIndex(takesDots)), column: 0 }));
  const [inside, setInside] = useState(false);
  const [asking, setAsking] = useState<{ readonly about: TableId | 'all'; readonly way: VotingWay } | null>(null);
  const fresh = useRef(true);
  const cells = useRef(new Map<string, HTMLElement>());
  const narrow = candidates.length >= NARROW_FROM;
  const keyOf = ({ row, column }: Cell): string => `${row} ${column}`;
  const focus = ({ row, column }: Cell): void => {
    const line = lines[row];
    // A line that is not counted here is one wide cell; the disk of the hands is no button.
    const there = line && takesDots(line) ? (line.kind === 'hands' ? Math.max(0, column) : column) : Math.min(column, 0);
    cells.current.get(keyOf({ row, column: there }))?.focus();
  };
  const focusRow = (id: TallyLineId): void => focus({ row: lines.findIndex((line) => line.id === id), column: 0 });
  useImperativeHandle(handle, () => ({ focusRow }));
  // A row whose way changes gets other cells; the focus goes on in them. Whoever leaves the grid takes it along.
  useEffect(() => { if (inside && document.activeElement === document.body) focus(at); });

  const tables = lines.flatMap((line) => (line.kind === 'table' ? [line] : []));
  /** The tables that would change, of one or of all. */
  const changing = (about: TableId | 'all', way: VotingWay) => tables.filter((line) => (about === 'all' || line.id === about) && line.way !== way);
  const ballotsAmong = (some: typeof tables): number => some.reduce((sum, { way, phones }) => sum + (way === 'phones' ? phones : 0), 0);
  const chooseWay = (about: TableId | 'all', way: VotingWay): void => {
    const change = changing(about, way);
    onKeep();
    if (ballotsAmong(change) > 0) return setAsking({ about, way });
    setAsking(null);
    for (const { id } of change) onWay(id, way);
  };
  const answer = (yes: boolean): void => {
    if (!asking) return;
    if (yes) for (const { id } of changing(asking.about, asking.way)) onWay(id, asking.way);
    focusRow(asking.about === 'all' ? (tables[0]?.id ?? HANDS) : asking.about);
    setAsking(null);
  };
  const question = (number: number | null) => asking && (
    <div role="row" className={styles.row}>
      <AskWay number={number} way={asking.way} ballots={ballotsAmong(changing(asking.about, asking.way))} onYes={() => answer(true)} onNo={() => answer(false)} />
    </div>
  );

  const onKeyDown = (event: KeyboardEvent, cell: Cell): void => {
    const line = lines[cell.row];
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
    const taken = (): void => event.preventDefault();
    const way = line.kind === 'table' ? WAY_KEYS[event.key.toLowerCase()] : undefined;
    if (way !== undefined && line.kind === 'table') { taken(); return chooseWay(line.id, way); }
    const named = line.kind === 'hands' ? candidates[candidateOfKey(event.key, candidates.length)] : undefined;
    if (named) { taken(); return onDots(line.id, named.id, withStep(line.dots[named.id], event.shiftKey ? -1 : 1)); }
    const candidate = takesDots(line) ? candidates[cell.column] : undefined;
    if (candidate) {
      const dots = line.dots[candidate.id];
      const set = (next: number | undefined): void => { taken(); onDots(line.id, candidate.id, next); };
      if (/^[0-9]$/.test(event.key)) {
        set(withDigit(dots, Number(event.key), fresh.current));
        fresh.current = false;
        return;
      }
      if (event.key === '+' || event.key === ' ') return set(withStep(dots, 1));
      if (event.key === '-') return set(withStep(dots, -1));
      if (event.key === 'Backspace' || event.key === 'Delete') return set(undefined);
    }
    // On a disk these two open its menu.
    if (cell.column === DISK_COLUMN && (event.key === 'Enter' || event.key === ' ')) return;
    const wide = !takesDots(line);
    const next = cellAfter(event.key, cell, lines.length, wide ? 1 : candidates.length);
    if (next) { taken(); focus(event.key.startsWith('Arrow') && next.row !== cell.row ? { ...next, column: at.column } : next); } else if (event.key === 'Enter') { taken(); onKeep(); }
  };
  const arrive = (cell: Cell): void => {
    fresh.current = true;
    setInside(true);
    // A wide cell keeps the column from which one came, so that going on leads back to it.
    setAt((before) => (cell.column === 0 && lines[cell.row] && !takesDots(lines[cell.row] as TallyLine) && before.column > 0 ? { row: cell.row, column: before.column } : cell));
    if (typing !== null && typing !== lines[cell.row]?.id) onKeep();
  };

  const many = candidates.length >= MANY_FROM;
  const columns = many
    ? `44px 44px repeat(${candidates.length}, minmax(44px, 1fr)) 168px`
    : `44px 80px repeat(${candidates.length}, minmax(${narrow ? 44 : 62}px, ${narrow ? 96 : 136}px)) minmax(${narrow ? 92 : 96}px, 1fr)`;
  return (
    <div className={styles.scroll} data-many={many}>
      <div
        className={styles.grid}
        role="grid"
        aria-label={t('voting.grid')}
        data-narrow={narrow}
        style={{ gridTemplateColumns: columns }}
        onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) { setInside(false); onKeep(); } }}
      >
        <GridHead candidates={candidates} pictureOf={pictureOf} onWayOfAll={(way) => chooseWay('all', way)} />
        {asking?.about === 'all' && question(null)}
        {lines.map((line, row) => {
          const trouble = lineTrouble(words, line, candidates, rule);
          return (
            <Fragment key={line.id}>
              {line.kind === 'hands' && <div className={styles.apart} role="presentation" />}
              <TallyRow
                line={line}
                candidates={candidates}
                rule={rule}
                narrow={narrow}
                bad={trouble !== null}
                typing={typing === line.id}
                at={at.row === row ? at.column : null}
                inside={inside}
                cellRef={(column, element) => { if (element) cells.current.set(keyOf({ row, column }), element); else cells.current.delete(keyOf({ row, column })); }}
                onArrive={(column) => arrive({ row, column })}
                onKeyDown={(event, column) => onKeyDown(event, { row, column })}
                onStep={(candidate, by) => onDots(line.id, candidate, withStep(line.dots[candidate], by))}
                onKeep={onKeep}
                onHeads={onHeads}
                onWay={chooseWay}
              />
              {trouble && (
                <div role="row" className={styles.row}>
                  <div role="gridcell" className={styles.trouble}><p role="alert"><b>{trouble.what}</b> {trouble.why}</p></div>
                </div>
              )}
              {line.kind === 'table' && asking?.about === line.id && question(line.table.number)}
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}
