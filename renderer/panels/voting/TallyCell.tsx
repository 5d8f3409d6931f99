import { Minus } from 'lucide-react';
import { useState, type KeyboardEvent, type Ref } from 'react';
import styles from './TallyCell.module.css';
import { TallyMarks } from './TallyMarks.tsx';

type TallyCellProps = {
  readonly label: string;
  readonly minusLabel: string;
  readonly emptyLabel: string;
  readonly dots: number | undefined;
  readonly most: number;
  readonly inTabOrder: boolean;
  readonly active: boolean;
  readonly bad: boolean;
  readonly cellRef: Ref<HTMLDivElement>;
  readonly onStep: (by: 1 | -1) => void;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** One number of the tally: a press adds a dot, the minus beside it takes one away, digits set it. */
export function TallyCell(props: TallyCellProps) {
  const { label, minusLabel, emptyLabel, dots, most, inTabOrder, active, bad, cellRef, onStep, onFocus, onKeyDown } = props;
  // While a finger is down the minus may not appear under it: the press would end on the minus and count as none.
  const [held, setHeld] = useState(false);
  const release = (): void => setHeld(false);
  return (
    <div className={styles.cell} role="gridcell" data-active={active} data-bad={bad} data-empty={dots === undefined}>
      <div
        ref={cellRef}
        role="spinbutton"
        className={styles.number}
        tabIndex={inTabOrder ? 0 : -1}
        aria-label={label}
        aria-valuenow={dots ?? 0}
        aria-valuetext={dots === undefined ? emptyLabel : String(dots)}
        aria-valuemin={0}
        aria-valuemax={most}
        onPointerDown={() => setHeld(true)}
        onPointerLeave={release}
        onPointerCancel={release}
        onClick={() => { release(); onStep(1); }}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      >
        <span className={dots === 0 ? styles.none : undefined}>{dots ?? ''}</span>
        {dots !== undefined && (!active || held) && <TallyMarks count={dots} />}
      </div>
      {active && !held && (
        <button type="button" tabIndex={-1} className={styles.minus} aria-label={minusLabel} disabled={(dots ?? 0) === 0} onPointerDown={(event) => event.preventDefault()} onClick={() => onStep(-1)}>
          <Minus size={20} strokeWidth={2.2} aria-hidden />
        </button>
      )}
    </div>
  );
}
