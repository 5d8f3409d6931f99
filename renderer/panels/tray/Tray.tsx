import { Switch } from 'radix-ui';
import type { InkColor, InkName } from '../../../shared/board/palette.ts';
import { useWords } from '../../words.ts';
import { Choices, MANY, type Choice } from './Choices.tsx';
import { InkSwatches } from './InkSwatches.tsx';
import { Lettering, type LetteringProps } from './Lettering.tsx';
import { Smoothing } from './Smoothing.tsx';
import styles from './Tray.module.css';
import { WashSwatch } from './WashSwatch.tsx';
import { Widths } from './Widths.tsx';

/** What the active tool lets one choose; each part is there or not. */
export type TrayProps = {
  /** The tool's name. */
  readonly tool: string;
  readonly side: 'left' | 'right';
  /** `inks` are the colours that the tool has; all of the marker set when it is left out. */
  readonly color?: { readonly value: InkColor | null; readonly inks?: readonly InkName[]; readonly onChange: (color: InkName) => void };
  /** Washes: as a line colour (`noneAllowed` false) or as a fill. */
  readonly wash?: { readonly value: InkColor | null; readonly noneAllowed: boolean; readonly onChange: (color: InkName | null) => void };
  /** Up to four widths in board units; `color` is that of the dot. */
  readonly widths?: { readonly options: readonly number[]; readonly value: number | null; readonly color: InkColor; readonly onChange: (widthUnits: number) => void };
  /** 0 (off) – 1. */
  readonly smoothing?: { readonly value: number; readonly onChange: (smoothing: number) => void };
  readonly pressure?: { readonly on: boolean; readonly onChange: (on: boolean) => void };
  /** The hand, size and accent of lettering. */
  readonly lettering?: LetteringProps;
  /** Forms, arrow heads, ways to erase: a short list of drawings or words. */
  readonly choices?: { readonly name: string; readonly options: readonly Choice[]; readonly value: string; readonly onChange: (value: string) => void };
};

/** What belongs to the active tool, beside the dock; it changes with the tool. */
export function Tray({ tool, side, color, wash, widths, smoothing, pressure, choices, lettering }: TrayProps) {
  const { t } = useWords();
  return (
    <div className={styles.tray} role="group" aria-label={t('tray.name', { tool })} key={tool} data-lettering data-wide={lettering !== undefined || (choices?.options.length ?? 0) > MANY}>
      {choices && <Choices {...choices} />}
      {lettering && <Lettering {...lettering} />}
      {(color || wash) && (
        <div className={styles.inks}>
          {color && <InkSwatches {...color} />}
          {wash && <WashSwatch {...wash} side={side === 'right' ? 'left' : 'right'} />}
        </div>
      )}
      {widths && <Widths {...widths} />}
      {(smoothing || pressure) && <div className={styles.line} />}
      {smoothing && <Smoothing {...smoothing} />}
      {pressure && (
        <Switch.Root className={styles.pressure} checked={pressure.on} onCheckedChange={pressure.onChange} aria-label={t('tray.pressure')}>
          <svg width="34" height="14" viewBox="0 0 34 14" aria-hidden>
            {pressure.on
              ? <path d="M2 7C8 6 13 3 20 2.2C27 1.5 32 4 32 7C32 10 27 12.5 20 11.8C13 11 8 8 2 7Z" fill="currentColor" />
              : <path d="M2 7H32" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />}
          </svg>
          <span>{t('tray.pressureShort')}</span>
        </Switch.Root>
      )}
    </div>
  );
}
