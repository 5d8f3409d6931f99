import { Users } from 'lucide-react';
import type { TableId } from '../../../shared/base/ids.ts';
import type { Table } from '../../../shared/board/board.ts';
import { hexOf, numeralOn } from '../../../shared/board/palette.ts';
import { useWords } from '../../words.ts';
import { Disk } from '../parts/Disk.tsx';
import { Menu } from '../parts/Menu.tsx';
import styles from './TableChips.module.css';

type TableChipsProps = {
  readonly tables: readonly Table[];
  readonly table: Table | null;
  readonly onTable: (table: TableId | null) => void;
  /** Called after a choice from the list, to bring the focus back to the field. */
  readonly onDone: () => void;
};

/** Who is speaking as a coloured chip, and the other tables as disks beside it. */
export function TableChips({ tables, table, onTable, onDone }: TableChipsProps) {
  const { t } = useWords();
  const nameOf = ({ number, name }: Table): string => (name === '' ? t('catcher.table', { number }) : t('catcher.tableNamed', { number, name }));
  const label = table ? t('catcher.table', { number: table.number }) : t('catcher.everyone');
  return (
    <div className={styles.tables} role="group" aria-label={t('catcher.tables')}>
      <Menu
        side="top"
        label={t('catcher.tables')}
        onCloseFocus={onDone}
        trigger={(
          <button
            type="button"
            className={styles.chip}
            aria-label={t('catcher.chooseTable', { table: table ? nameOf(table) : label })}
            style={table ? { background: hexOf(table.color), color: hexOf(numeralOn(table.color)) } : undefined}
          >
            {table ? <span className={styles.numeral} data-number={table.number} aria-hidden /> : <Users size={20} strokeWidth={1.9} aria-hidden />}
            <span className={styles.name}>{label}</span>
          </button>
        )}
        items={[
          { kind: 'choice', id: 'everyone', label: t('catcher.everyone'), icon: <Users size={22} strokeWidth={1.8} aria-hidden />, chosen: table === null, onPress: () => onTable(null) },
          ...tables.map((other) => ({
            kind: 'choice' as const, id: other.id, label: nameOf(other), icon: <Disk number={other.number} color={other.color} sizePx={22} />, chosen: other.id === table?.id, onPress: () => onTable(other.id),
          })),
        ]}
      />
      <div className={styles.others}>
        {tables.filter(({ id }) => id !== table?.id).map((other) => (
          <button
            key={other.id}
            type="button"
            className={styles.other}
            aria-label={t('catcher.chooseTable', { table: nameOf(other) })}
            // The field keeps the focus: one goes on typing.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTable(other.id)}
          >
            <Disk number={other.number} color={other.color} sizePx={25} />
          </button>
        ))}
      </div>
    </div>
  );
}
