/**
 * Advance widths of Caveat Brush for counts, in ems; the face has no kerning between these. They are fixed here so that
 * a card's box needs no measuring when only its count rises.
 */
const ADVANCE_EM: { readonly [letter: string]: number } = {
  '×': 0.516, 0: 0.447, 1: 0.348, 2: 0.416, 3: 0.426, 4: 0.46, 5: 0.44, 6: 0.47, 7: 0.394, 8: 0.454, 9: 0.462,
};

/** How often a word was heard, as it is lettered: "×3". */
export function countText(times: number): string {
  return `×${times}`;
}

/** Width of a count in ems of Caveat Brush. */
export function countWidthEm(text: string): number {
  let width = 0;
  for (const letter of text) width += ADVANCE_EM[letter] ?? 0.5;
  return width;
}
