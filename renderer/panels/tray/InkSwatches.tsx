import { ToggleGroup } from 'radix-ui';
import { hexOf, numeralOn, TABLE_INKS, TRAY_INKS, type InkColor, type InkName } from '../../../shared/board/palette.ts';
import { useWords } from '../../words.ts';
import styles from './InkSwatches.module.css';

type InkSwatchesProps = { readonly value: InkColor | null; readonly inks?: readonly InkName[]; readonly onChange: (color: InkName) => void };

/** The nine inks in the order of the marker set, or the few that a tool has; the numeral only says whose colour it is. */
export function InkSwatches({ value, inks = TRAY_INKS, onChange }: InkSwatchesProps) {
  const { t } = useWords();
  const inTray = (inks as readonly (InkColor | null)[]).includes(value);
  return (
    <ToggleGroup.Root
      type="single"
      orientation="vertical"
      className={styles.inks}
      aria-label={t('tray.colours')}
      value={value ?? ''}
      onValueChange={(next) => { if (next !== '') onChange(next as InkName); }}
    >
      {inks.map((ink) => {
        const table = (TABLE_INKS as readonly InkName[]).indexOf(ink) + 1;
        const colour = t(`tray.colour.${ink}`);
        return (
          // The group lays its swatches out among the washes and has no box of its own, so Tab cannot enter by it.
          <ToggleGroup.Item key={ink} value={ink} tabIndex={ink === (inTray ? value : inks[0]) ? 0 : -1} className={styles.target} aria-label={table === 0 ? colour : t('tray.ofTable', { colour, number: table })}>
            <span className={styles.swatch} style={{ background: hexOf(ink), color: hexOf(numeralOn(ink)) }}>{table === 0 ? '' : table}</span>
          </ToggleGroup.Item>
        );
      })}
    </ToggleGroup.Root>
  );
}
