import type { Hand, MeasureEm } from '../board/lettering.ts';
import { faceHas } from './faceCoverage.ts';
import { FACES_OF_HAND, type Face } from './faces.ts';

/** A stretch of a run that one face can set. */
export type GlyphRun = { readonly text: string; readonly face: Face };

/** Stands for a letter that no face has: a mark that something is missing, the same on every surface. */
const UNKNOWN_LETTER = '\uFFFD';

/** Joiners change the form of Arabic letters beside them; all other format characters are left out. */
const isJoiner = (codePoint: number): boolean => codePoint === 0x200c || codePoint === 0x200d;
const INVISIBLE = /^[\p{Cf}\p{Cc}\p{Variation_Selector}]$/u;
/** Spaces, digits, punctuation and accents go along with the letter before them, when its face has them. */
const GOES_ALONG = /^[\p{Z}\p{N}\p{P}\p{M}]$/u;

function faceFor(character: string, faces: readonly Face[], current: Face | undefined): GlyphRun | null {
  const codePoint = character.codePointAt(0) as number;
  if (INVISIBLE.test(character)) return current === 'NotoNaskhArabic' && isJoiner(codePoint) ? { text: character, face: current } : null;
  if (current && GOES_ALONG.test(character) && faceHas(current, codePoint)) return { text: character, face: current };
  const face = faces.find((candidate) => faceHas(candidate, codePoint));
  return face ? { text: character, face } : { text: UNKNOWN_LETTER, face: 'NotoSans' };
}

/**
 * Cuts a run into stretches that one face has all letters of, in reading order. Invisible characters are left out
 * and letters that no face has are replaced, so that screen, print and measure agree on what is set.
 */
export function cutByCoverage(text: string, hand: Hand): readonly GlyphRun[] {
  const faces = FACES_OF_HAND[hand];
  const runs: { text: string; face: Face }[] = [];
  for (const character of text.replace(/[\t\n\r]/g, ' ')) {
    const last = runs[runs.length - 1];
    const piece = faceFor(character, faces, last?.face);
    if (!piece) continue;
    if (last && last.face === piece.face) last.text += piece.text;
    else runs.push({ ...piece });
  }
  return runs;
}

/** Measures one stretch in its face, in ems. */
export type AdvanceEm = (text: string, face: Face) => number;

/** The measure of lettering for whoever can measure one face. */
export function measureBy(advanceEm: AdvanceEm): MeasureEm {
  return (text, hand) => cutByCoverage(text, hand).reduce((width, run) => width + advanceEm(run.text, run.face), 0);
}

/** A stretch and where it starts, from the left end of its run, in ems. */
export type PlacedGlyphRun = GlyphRun & { readonly xEm: number };

/** The stretches of a run from left to right: those of a right-to-left run begin at its right end. */
export function placeGlyphRuns(text: string, rtl: boolean, hand: Hand, advanceEm: AdvanceEm): readonly PlacedGlyphRun[] {
  const runs = cutByCoverage(text, hand);
  if (runs.length === 1) return runs.map((run) => ({ ...run, xEm: 0 }));
  let xEm = 0;
  return (rtl ? [...runs].reverse() : runs).map((run) => {
    const placed = { ...run, xEm };
    xEm += advanceEm(run.text, run.face);
    return placed;
  });
}
