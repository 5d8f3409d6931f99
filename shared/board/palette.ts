/**
 * The colours of a marker set: one near-black outliner, eight strong inks that stay apart on a washed-out projector
 * and for colour-blind eyes, three washes for areas, two tints for drawings, greys for shadow and quiet lettering.
 * Contrast on paper: ink 16.6, blauw 9.3, rood 6.7, petrol 5.9, violet 3.6, roze 3.6, oranje 3.3, oker 3.3, groen 3.2.
 */
export const PALETTE = {
  ink: '#1F1B16',
  rood: '#B01E1E',
  oranje: '#E06A10',
  oker: '#A88743',
  groen: '#3AA069',
  petrol: '#006F68',
  blauw: '#1D3F94',
  violet: '#9F66F0',
  roze: '#CF5AA8',
  perzik: '#FCE0BF',
  munt: '#D3EBDD',
  hemel: '#D6E4F4',
  blos: '#F6CFC4',
  licht: '#F9DC8C',
  grijs1: '#DDD6C9',
  grijs2: '#968E82',
  stil: '#6B6459',
  paper: '#FFFBF2',
} as const;

/** A colour of the marker set by its name. */
export type InkName = keyof typeof PALETTE;

/** A colour on a mark: a name of the marker set, or `#rrggbb` (of imported boards). */
export type InkColor = InkName | `#${string}`;

/** The inks of the tray in their order: outliner first, then the colours of tables 1–7, then the free one. */
export const TRAY_INKS = ['ink', 'rood', 'oranje', 'oker', 'groen', 'petrol', 'blauw', 'violet', 'roze'] as const satisfies readonly InkName[];

/** The washes for areas. */
export const WASHES = ['perzik', 'munt', 'hemel'] as const satisfies readonly InkName[];

/** The inks of tables 1–7. */
export const TABLE_INKS = ['rood', 'oranje', 'oker', 'groen', 'petrol', 'blauw', 'violet'] as const satisfies readonly InkName[];

/** The `#rrggbb` of a colour. */
export function hexOf(color: InkColor): string {
  return color.startsWith('#') ? color : PALETTE[color as InkName];
}

/** The ink of the numeral on a disk of this colour, so that it keeps at least 4.5 : 1. */
export function numeralOn(color: InkColor): InkName {
  return color === 'oranje' || color === 'oker' || color === 'groen' || color === 'violet' || color === 'roze' ? 'ink' : 'paper';
}
