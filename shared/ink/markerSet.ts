/**
 * The colours of a marker set: one near-black outliner, eight strong inks that stay apart on a washed-out projector
 * and for colour-blind eyes, three washes for areas, two tints for drawings, greys for shadow and quiet lettering.
 * Contrast on paper: ink 16.6, blauw 9.3, rood 6.7, petrol 5.9, violet 3.6, roze 3.6, oranje 3.3, oker 3.3, groen 3.2.
 */
export const MARKER_SET = {
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
