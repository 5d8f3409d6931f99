import { Popover } from 'radix-ui';
import { hexOf, WASHES, type InkColor, type InkName } from '../../../shared/board/palette.ts';
import { useWords } from '../../words.ts';
import styles from './WashSwatch.module.css';

type WashSwatchProps = {
  readonly value: InkColor | null;
  readonly noneAllowed: boolean;
  readonly side: 'left' | 'right';
  readonly onChange: (color: InkName | null) => void;
};

/** The three washes as one swatch that opens beside the tray. */
export function WashSwatch({ value, noneAllowed, side, onChange }: WashSwatchProps) {
  const { t } = useWords();
  const chosen = WASHES.find((wash) => wash === value);
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.target} aria-label={chosen ? `${t('tray.washes')}: ${t(`tray.colour.${chosen}`)}` : t('tray.washes')} data-chosen={chosen !== undefined}>
        {chosen
          ? <span className={styles.chosen} style={{ background: hexOf(chosen) }} />
          : (
            <svg width="34" height="30" viewBox="0 0 34 30" aria-hidden>
              <circle cx="10" cy="11" r="8.5" fill={hexOf('perzik')} />
              <circle cx="24" cy="11" r="8.5" fill={hexOf('hemel')} />
              <circle cx="17" cy="20" r="8.5" fill={hexOf('munt')} />
            </svg>
          )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.list} side={side} sideOffset={10} collisionPadding={10} aria-label={t('tray.washes')}>
          {WASHES.map((wash) => (
            <Popover.Close key={wash} className={styles.target} aria-pressed={wash === value} aria-label={t(`tray.colour.${wash}`)} onClick={() => onChange(wash)}>
              <span className={styles.wash} style={{ background: hexOf(wash) }} />
            </Popover.Close>
          ))}
          {noneAllowed && (
            <Popover.Close className={styles.target} aria-pressed={value === null} aria-label={t('tray.noFill')} onClick={() => onChange(null)}>
              <span className={styles.none} />
            </Popover.Close>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
