import { hexOf, numeralOn, type InkColor } from '../../../shared/board/palette.ts';
import styles from './Disk.module.css';

type DiskProps = {
  readonly number: number;
  readonly color: InkColor;
  readonly sizePx?: number;
};

/** A table as everyone knows it: a disk in its colour with its numeral and a ring of paper. Decorative: say the name beside it. */
export function Disk({ number, color, sizePx = 28 }: DiskProps) {
  return (
    <span
      className={styles.disk}
      aria-hidden
      data-number={number}
      style={{ width: sizePx, height: sizePx, background: hexOf(color), color: hexOf(numeralOn(color)), fontSize: Math.round(sizePx * 0.54) }}
    />
  );
}
