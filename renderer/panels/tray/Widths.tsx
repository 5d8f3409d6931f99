import { ToggleGroup } from 'radix-ui';
import { hexOf, type InkColor } from '../../../shared/board/palette.ts';
import { useWords } from '../../words.ts';
import styles from './Widths.module.css';

type WidthsProps = {
  readonly options: readonly number[];
  /** Null when what is chosen differs in it. */
  readonly value: number | null;
  readonly color: InkColor;
  readonly onChange: (widthUnits: number) => void;
};

const NAMES = ['hair', 'fine', 'line', 'bold'] as const;

/** Four widths as dots: small to large on the screen too, though not to scale. */
export function Widths({ options, value, color, onChange }: WidthsProps) {
  const { t } = useWords();
  return (
    <ToggleGroup.Root
      type="single"
      orientation="vertical"
      className={styles.widths}
      aria-label={t('tray.widths')}
      value={String(value)}
      onValueChange={(next) => { if (next !== '') onChange(Number(next)); }}
    >
      {options.map((width, i) => {
        const sizePx = 5 + i * 6;
        const on = width === value;
        return (
          <ToggleGroup.Item key={width} value={String(width)} className={styles.width} aria-label={t(`tray.width.${NAMES[Math.min(i, 3)] ?? 'bold'}`)}>
            <span className={styles.dot} style={{ width: sizePx, height: sizePx, ...(on ? { background: hexOf(color) } : {}) }} />
          </ToggleGroup.Item>
        );
      })}
    </ToggleGroup.Root>
  );
}
