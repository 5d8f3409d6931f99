import type { Hand, LetteringLine } from '../board/lettering.ts';
import { lettersOf } from '../board/layText.ts';
import type { Size } from '../geometry/box.ts';
import { bannerBow } from './banner.ts';
import type { PaintOp } from './sceneNode.ts';

/** A line in the middle of a banner: its letters, and how far its baseline lies below the upper edge of the front. */
export type BowedLine = { readonly line: LetteringLine; readonly hand: Hand; readonly sizeUnits: number; readonly below: number; readonly color: string };

/**
 * A line along the bow of a banner, each letter set and turned for itself. A space goes with the letter before it, so
 * that whoever reads the letters finds the words. What cannot be set letter by letter (Arabic, lettering that was
 * measured before letters were) is turned as a whole.
 */
export function bowedLetters({ line, hand, sizeUnits, below, color }: BowedLine, size: Size): readonly PaintOp[] {
  const left = size.w / 2 - (line.widthEm * sizeUnits) / 2;
  const letter = (text: string, xEm: number, widthEm: number): PaintOp => {
    const half = (widthEm * sizeUnits) / 2;
    const middle = left + xEm * sizeUnits + half;
    const { y, slope } = bannerBow(size, middle);
    const turn = Math.atan(slope);
    return {
      op: 'letter', line: { runs: [{ text, rtl: false, xEm: 0, widthEm }], widthEm }, hand, sizeUnits, color,
      x: middle - Math.cos(turn) * half, baseline: y + below - Math.sin(turn) * half, turn,
    };
  };
  return line.runs.flatMap((run) => {
    const letters = run.steps ? lettersOf(run.text) : [];
    if (!run.steps || run.steps.length !== letters.length) return [{ ...letter(run.text, run.xEm, run.widthEm), line: { runs: [{ ...run, xEm: 0 }], widthEm: run.widthEm } } as PaintOp];
    const steps = run.steps;
    return letters.flatMap((text, i) => {
      if (text === ' ') return [];
      const from = steps[i] ?? 0, to = steps[i + 1] ?? run.widthEm;
      return [letter(letters[i + 1] === ' ' ? `${text} ` : text, run.xEm + from, to - from)];
    });
  });
}
