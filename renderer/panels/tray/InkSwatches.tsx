import { ToggleGroup } from 'radix-ui';
import { hexOf, numeralOn, TABLE_INKS, TRAY_INKS, type InkColor, type InkName } from '../../../shared/board/palette.ts';
import { useWords } from '../../words.ts';
import styles from './InkSwatches.module.css';

type InkSwatchesProps = { readonly value: InkColor; readonly onChange: (color: InkName) => void };

/** The nine inks in the order of the marker set; the numeral only says whose colour it is. */
export function InkSwatches({ value, onChange }: InkSwatchesProps) {
  const { t } = useWords();
  const inTray = (TRAY_INKS as readonly InkColor[]).includes(value);
  return (
    <ToggleGroup.Root
      type="single"
      orientation="vertical"
      className={styles.inks}
      aria-label={t('tray.colours')}
      value={value}
      onValueChange={(next) => { if (next !== '') onChange(next as InkName); }}
    >
      {TRAY_INKS.map((ink) => {
        const table = (TABLE_INKS as readonly InkName[]).indexOf(ink) + 1;
        const colour = t(`tray.colour.${ink}`);
        return (
          // The group lays its swatches out among the washes and has no box of its own, so Tab cannot enter by it.
          <ToggleGroup.Item key={ink} value={ink} tabIndex={ink === (inTray ? value : TRAY_INKS[0]) ? 0 : -1} className={styles.target} aria-label={table === 0 ? colour : t('tray.ofTable', { colour, number: table })}>
            <span className={styles.swatch} style={{ background: hexOf(ink), color: hexOf(numeralOn(ink)) }}>{table === 0 ? '' : table}</span>
          </ToggleGroup.Item>
        );
      })}
    </ToggleGroup.Root>
  );
}
