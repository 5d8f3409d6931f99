import type { Table } from '../../../shared/board/board.ts';
import { TRAY_INKS } from '../../../shared/board/palette.ts';
import { Disk } from '../parts/Disk.tsx';
import { KeptField } from '../parts/KeptField.tsx';
import { Menu } from '../parts/Menu.tsx';
import { PanelFrame } from '../parts/PanelFrame.tsx';
import { Stepper } from '../parts/Stepper.tsx';
import { useWords } from '../../words.ts';
import styles from './TablesPanel.module.css';

export type TablesPanelProps = {
  readonly tables: readonly Table[];
  readonly onChange: (table: Table) => void;
  readonly onDismiss: () => void;
};

/** More people than this do not sit at one table. */
const MOST_HEADS = 99;

/** Who sits at the tables: name, colour and how many people. The number stays: it is what the room sees. */
export function TablesPanel({ tables, onChange, onDismiss }: TablesPanelProps) {
  const { t } = useWords();
  const people = tables.reduce((sum, { heads }) => sum + heads, 0);
  return (
    <PanelFrame title={t('tables.title')} about={t('tables.about')} onClose={onDismiss} footer={<p className={styles.people}>{t('voting.peopleTotal', { count: people })}</p>}>
      <ul className={styles.list}>
        {tables.map((table) => (
          <li key={table.id} className={styles.table}>
            <Menu
              label={t('tables.colourOf', { number: table.number })}
              items={TRAY_INKS.slice(1).map((ink) => ({ kind: 'choice' as const, id: ink, label: t(`tray.colour.${ink}`), icon: <Disk number={table.number} color={ink} sizePx={24} />, chosen: table.color === ink, onPress: () => onChange({ ...table, color: ink }) }))}
              trigger={<button type="button" className={styles.disk} aria-label={t('tables.colourOf', { number: table.number })}><Disk number={table.number} color={table.color} sizePx={34} /></button>}
            />
            <div className={styles.name}>
              <KeptField hideLabel label={t('tables.nameOf', { number: table.number })} placeholder={t('tables.nameFirst')} maxLength={40} value={table.name} onKeep={(name) => onChange({ ...table, name })} />
            </div>
            <Stepper name={t('voting.peopleAt', { number: table.number })} value={table.heads} min={0} max={MOST_HEADS} onChange={(heads) => onChange({ ...table, heads })} />
          </li>
        ))}
      </ul>
    </PanelFrame>
  );
}
