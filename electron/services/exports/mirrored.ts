import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/** Brackets and the like of a right-to-left run, turned round: where glyphs are set nobody mirrors them later. */
export const mirrored = (text: string): string => [...text].map((character) => bidi.getMirroredCharacter(character) ?? character).join('');
