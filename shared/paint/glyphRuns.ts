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

/** Whether a text may have emoji in it; most have not. */
const MAYBE_EMOJI = /[\p{Emoji_Presentation}\p{RI}]|\uFE0F|\u200D|\u20E3/u;
/** Emoji as they are made of code points: flags, keycaps, and pictures with a tone of skin, tags or others joined to them (UTS #51, 1.4.9). */
const EMOJI = /\p{RI}\p{RI}|[#*0-9]\uFE0F?\u20E3|\p{Emoji}(?:\p{EMod}|\uFE0F|[\u{E0020}-\u{E007E}]+\u{E007F})?(?:\u200D\p{Emoji}(?:\p{EMod}|\uFE0F)?)*/gu;
/** What is a picture by itself, or becomes one by what follows it: `❤` alone is a letter like others. */
const AS_PICTURE = /[\p{Emoji_Presentation}\p{RI}\p{EMod}]|\uFE0F|\u200D|\u20E3/u;

/** An emoji as its face sets it: the sign that asks for a picture goes, since the face has nothing else. Null for what it has not. */
function emojiPiece(emoji: string): GlyphRun | null {
  if (!AS_PICTURE.test(emoji)) return null;
  const text = emoji.replaceAll('\uFE0F', '');
  const isKeycap = text.endsWith('\u20E3');
  const known = [...text].every((character, i) => (isKeycap && i === 0) || INVISIBLE.test(character) || faceHas('NotoEmoji', character.codePointAt(0) as number));
  return known ? { text, face: 'NotoEmoji' } : null;
}

/** A text as the emoji in it and, one by one, its other characters. */
function* piecesOf(text: string): Generator<{ readonly text: string; readonly emoji: GlyphRun | null }> {
  let at = 0;
  if (MAYBE_EMOJI.test(text)) {
    for (const { 0: found, index } of text.matchAll(EMOJI)) {
      const emoji = emojiPiece(found);
      if (!emoji) continue;
      for (const character of text.slice(at, index)) yield { text: character, emoji: null };
      yield { text: found, emoji };
      at = index + found.length;
    }
  }
  for (const character of text.slice(at)) yield { text: character, emoji: null };
}

/**
 * Cuts a run into stretches that one face has all letters of, in reading order. Invisible characters are left out
 * and letters that no face has are replaced, so that screen, print and measure agree on what is set.
 */
export function cutByCoverage(text: string, hand: Hand): readonly GlyphRun[] {
  const faces = FACES_OF_HAND[hand];
  const runs: { text: string; face: Face }[] = [];
  for (const { text: character, emoji } of piecesOf(text.replace(/[\t\n\r]/g, ' '))) {
    const last = runs[runs.length - 1];
    const piece = emoji ?? faceFor(character, faces, last?.face);
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
