import type { KeyboardEvent, Ref } from 'react';
import type { Table } from '../../../shared/board/board.ts';
import type { VotingWay } from '../../../shared/contract/rounds.ts';
import { useWords } from '../../words.ts';
import { Disk } from '../parts/Disk.tsx';
import { Menu } from '../parts/Menu.tsx';
import { VOTING_WAYS, WayIcon } from './WayIcon.tsx';
import styles from './WayMenu.module.css';

/** The key of each way, the same in both languages: papier, telefoon, hand. */
export const WAY_KEYS: { readonly [key: string]: VotingWay } = { p: 'paper', t: 'phones', h: 'hands' };

type WayMenuProps = {
  readonly table: Table;
  readonly way: VotingWay;
  readonly onWay: (way: VotingWay) => void;
  /** False where keys of a grid lead to it. */
  readonly inTabOrder?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onFocus?: () => void;
};

/** A table's disk with the sign of how it votes; pressed, it offers the other ways. */
export function WayMenu({ table, way, onWay, inTabOrder = true, buttonRef, onKeyDown, onFocus }: WayMenuProps) {
  const { t } = useWords();
  const { number } = table;
  const label = t('round.wayOf', { number, way: t(`round.way.${way}`) });
  return (
    <Menu
      label={label}
      items={VOTING_WAYS.map((choice) => ({ kind: 'choice' as const, id: choice, label: t(`round.way.${choice}`), icon: <WayIcon way={choice} sizePx={18} />, chosen: choice === way, onPress: () => onWay(choice) }))}
      trigger={(
        <button ref={buttonRef} type="button" tabIndex={inTabOrder ? 0 : -1} className={styles.button} aria-label={label} onKeyDown={onKeyDown} onFocus={onFocus}>
          <Disk number={number} color={table.color} sizePx={34} />
          <span className={styles.sign} aria-hidden><WayIcon way={way} sizePx={13} /></span>
        </button>
      )}
    />
  );
}
