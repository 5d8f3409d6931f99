import type { PhoneTable } from '../../shared/contract/phone.ts';
import { element } from './element.ts';

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** WCAG 2 relative luminance of `#rrggbb`, 0–1; of anything else that of ink. */
function luminance(color: string): number {
  const linear = (part: string | undefined): number => {
    const value = parseInt(part || '1f', 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const [, red, green, blue] = HEX.exec(color) || [];
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Whether a numeral on this colour is in ink or in paper, whichever stands out more. */
export function numeralOn(color: string): 'ink' | 'paper' {
  const light = luminance(color);
  // Luminance of ink 0.011 and of paper 0.965.
  return (light + 0.05) / 0.061 > 1.015 / (light + 0.05) ? 'ink' : 'paper';
}

/** The colour of a table as the style sheets take it; ink for what is no colour. */
export const tableColor = (color: string | undefined): string => (color !== undefined && HEX.test(color) ? color : '#1F1B16');

/** A table as everywhere else: a disk in its colour with its number. */
export function tableDisk({ number, color }: PhoneTable): HTMLElement {
  const disk = element('span', { class: `disk on-${numeralOn(tableColor(color))}`, 'aria-hidden': 'true' }, String(number));
  disk.style.backgroundColor = tableColor(color);
  return disk;
}

/** So many tables have a sign of their own; then the signs come again. */
export const TABLE_SIGNS = 12;

/** The sign of a table, as on its cards: for who cannot tell the colours apart. */
export const tableSignPicture = (number: number): HTMLElement =>
  element('img', { class: 'sign', src: `./drawings/sign-${((Math.max(1, number) - 1) % TABLE_SIGNS) + 1}.svg`, alt: '' });
